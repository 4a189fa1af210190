# الشهادات: ما يكتبه الصانع، وما يتحقق منه البرنامج، وما يراه المشترون.
certificates-title = الشهادات
certificates-lead = ما تطابقه منتجاتك من معايير. يتحقق البرنامج من كل شهادة، ويراها المشترون في صفحاتك ويمكنهم البحث بها ما دامت سارية.
certificates-none = لا شهادات بعد
certificates-none-text = إقرار ملامسة أغذية أو علامة أو تدقيق: أضف الوثيقة فيجدك المشترون الذين يحتاجون إليها.
certificates-public-lead = سارية اليوم لما يصنعه { $maker }، وقد تحقق منها البرنامج.
certificates-none-valid = لا شيء سارٍ اليوم
certificates-none-valid-text = ما لم يُتحقق منه أو لم يبدأ أو انتهى لا يظهر هنا.
certificate-add = أضف شهادة
certificate-add-lead = صوّر الوثيقة أو اختر ملف PDF. ينظر فيها البرنامج قبل أن يراها المشترون.
certificate-edit-note = ما تغيّره يُتحقق منه من جديد، وحتى ذلك الحين لا يراه المشترون.
certificate-scheme = الشهادة
certificate-scheme-choose = اختر
certificate-name = اسمها
certificate-name-hint = فقط إن لم تكن في القائمة.
certificate-number = الرقم
certificate-number-hint = كما هو في الوثيقة. قد لا يكون لإقرارك الخاص رقم.
certificate-issuer = الجهة المُصدِرة
certificate-issuer-hint = الهيئة صاحبة الختم أو الشعار؛ وللإقرار الخاص بك اكتب اسمك.
certificate-from = سارية من
certificate-until = سارية حتى
certificate-ended-on = انتهت في
certificate-covers = لأي منتجات
covers-all = كل المنتجات
covers-chosen = منتجات مختارة
certificate-products = المنتجات المختارة
certificate-products-hint = فقط إن لم تكن لها كلها.
certificate-document = الوثيقة
certificate-document-hint = صورة أو ملف PDF. لا يفتحها إلا أنت والبرنامج والمشترون المتحقَّق منهم.
certificate-document-open = افتح الوثيقة
certificate-document-none = لا وثيقة معها.
certificate-note = ملاحظة للبرنامج
certificate-note-hint = أين يمكن التأكد منها، أو ما لا يتضح من الوثيقة. لا يراها المشترون.
certificate-note-read = ملاحظة الصانع
certificate-send = أرسلها للتحقق
certificate-remove = احذف
certificate-remove-sure = حذف هذه الشهادة؟ لن يراها المشترون بعد ذلك.
certificate-without-end = بلا تاريخ انتهاء
certificate-valid-until = سارية حتى { $date }
certificate-valid-today = سارية اليوم
certificate-checked-on = تحقق منها البرنامج في { $date }
certificate-for-some = { $count ->
    [one] لمنتج واحد من منتجاته
    [two] لاثنين من منتجاته
   *[other] لـ { $shown } من منتجاته
}
certificate-said-on = البرنامج، في { $date }
certificate-said-by = { $officer }، في { $date }
certificates-desk-lead = قارن كل شهادة بوثيقتها وبسجل الجهة المُصدِرة، ثم أكّدها أو ارفضها.
certificates-desk-none = لا شيء هنا
certificates-desk-none-text = لا شهادة في هذه الحالة.
certificate-standing = التحقق
certificate-decide = اتخذ القرار
certificate-decision = قرارك
certificate-decision-confirmed = تأكيد: هي أصلية وتقول ما هو مكتوب هنا
certificate-decision-refused = رفض
certificate-decision-note = ما رأيته
certificate-decision-note-hint = الوثيقة أو سجل الجهة المُصدِرة أو ما هو خطأ. يقرؤها الصانع.
certificate-history = القرارات حتى الآن
notice-certificate-saved = حُفظت. سينظر فيها البرنامج.
notice-certificate-removed = حُذفت الشهادة.
notice-certificate-decided = سُجّل قرارك.
problem-certificate-long = مدة شهادة كهذه { $months } شهرًا على الأكثر، ولا بد لها من يوم أخير.
problem-certificate-no-product = اختر منتجًا واحدًا على الأقل، أو قل إنها لكل المنتجات.
problem-certificate-product = يجب أن تكون من منتجاتك.
task-check-certificates = { $count ->
    [zero] لا شهادات تنتظر التحقق
    [one] شهادة واحدة تنتظر التحقق
    [two] شهادتان تنتظران التحقق
    [few] { $shown } شهادات تنتظر التحقق
    [many] { $shown } شهادة تنتظر التحقق
   *[other] { $shown } شهادة تنتظر التحقق
}
door-certificates = الشهادات
search-certificate = شهادة سارية اليوم
filter-certificate = { $certificate }، سارية اليوم
maker-certificates-all = كل الشهادات

letter-certificate-ends = تنتهي شهادة «{ $certificate }» في { $date }
letter-certificate-ends-text = شهادتك «{ $certificate }» سارية حتى { $date }. بعد ذلك اليوم لا يراها المشترون ولا يجدون منتجاتك بها. حين تحصل على الجديدة غيّر التواريخ وأضف الوثيقة الجديدة.
letter-certificate-ended = انتهت شهادة «{ $certificate }»
letter-certificate-ended-text = كانت شهادتك «{ $certificate }» سارية حتى { $date }. لم يعد المشترون يرونها. إن كانت لديك شهادة جديدة فغيّر التواريخ وأضف الوثيقة الجديدة.
letter-certificate-confirmed = تم تأكيد شهادتك «{ $certificate }»
letter-certificate-confirmed-text = تحقق البرنامج من شهادتك «{ $certificate }». يراها المشترون في صفحاتك ما دامت سارية.
letter-certificate-refused = لم تُؤكَّد شهادتك «{ $certificate }»
letter-certificate-refused-text = نظر البرنامج في شهادتك «{ $certificate }» ولم يتمكن من تأكيدها. يمكنك تصحيح ما هو خطأ وإرسالها من جديد.
letter-certificate-button = انظر الشهادة
letter-certificate-reason = وصلتك هذه الرسالة لأن ورشتك ذكرت هذه الشهادة.
