# القبول: القائمة التي يضعها البرنامج وتستوفيها الورش.
admission-title = قائمة التحقق
admission-own-title = قائمة التحقق
admission-own-lead = ما يطلبه البرنامج من الورش. بعضه لازم قبل النشر أو قبل خروج البضائع من البلد، والباقي نصيحة.
admission-none = لا توجد قائمة بعد
admission-none-text = لا يطلب البرنامج شيئًا غير ما تطلبه النماذج.
admission-done-of = أُنجز { $done } من { $all }.
admission-next = الخطوة المناسبة التالية:
admission-more = { $count ->
    [one] وواحد آخر
    [two] واثنان آخران
   *[other] و{ $shown } غيرها
}
admission-where = يتم ذلك في: { $place }
admission-at-profile = الملف التعريفي
admission-at-product = صفحة المنتج
admission-state-open = مطلوب
admission-state-waiting = أُرسل إلى البرنامج
admission-state-done = تم
admission-state-waived = معفى منه
admission-state-not-asked = غير مطلوب من هذه الورشة
admission-mode-computed = من السجلات
admission-mode-attested = توقّعه الورشة
admission-mode-verified = يتحقق منه البرنامج
admission-binds-none = نصيحة
admission-binds-publish = لازم للنشر
admission-binds-export = لازم للتصدير
admission-sign = توقيع
admission-agrees = نعم، هو كذلك
admission-sign-name = اسمكم بمثابة توقيع
admission-signed = وقّعه { $name } في { $date }.
admission-signed-before = تغيّرت الصياغة بعد ذلك: يُرجى التوقيع من جديد.
admission-send = إرسال للتحقق
admission-proof-note = ما سيجده البرنامج
admission-proof-hint = أين يمكن رؤيته، أو ماذا تُظهر الوثيقة.
admission-proof-file = صورة أو ملف PDF إن وُجد.
admission-sent-on = أُرسل في { $date }.
admission-waived-until = لا يطلبه البرنامج حتى { $date }.
admission-rows = قائمة القبول
admission-rows-lead = ما يُطلب من الورش وأين يُلزم. يسري كل تغيير عند النشر التالي أو التصدير التالي، ولا يُسحب شيء منشور.
admission-rows-none-text = من دون بنود تنشر الورش فور اكتمال النماذج.
admission-add = إضافة بند
admission-row-lead = خاطبوا الورشة بكلام بسيط. من وقّع أو جرى التحقق منه يعيد ذلك عند تغيّر الصياغة.
admission-wording = الصياغة
admission-wording-hint = باللغات الثلاث.
admission-mode-label = كيف يتحقق
admission-check-label = ما يُراجع
admission-check-hint = فقط للبنود المأخوذة من السجلات.
admission-check-profile = الملف: القصة والحرف
admission-check-place = الملف: المكان
admission-check-order-minimum = الملف: الحد الأدنى للطلبية
admission-check-manufacturer = عنوانا الصانع
admission-check-people = يظهر شخص واحد على الأقل
admission-check-picture = كل منتج: صورة
admission-check-price = كل منتج: سعر
admission-check-hs-code = كل منتج: رمز جمركي
admission-check-origin = كل منتج: بلد المنشأ
admission-check-net-weight = كل منتج: وزنه
admission-check-gross-weight = كل منتج: وزنه مغلفًا
admission-check-safety = كل منتج: معلومات السلامة الأوروبية
admission-check-certificate = كل منتج: شهادة سارية اليوم
admission-scheme-hint = فقط إذا رُوجعت شهادة.
admission-binds-label = أين يُلزم
admission-binds-hint = عند نشر منتج أو مجموعة، أو عند تأكيد صفقة تغادر بضائعها البلد.
admission-crafts = لبعض الحرف فقط
admission-crafts-hint = عدم الاختيار يعني الجميع.
admission-position = الموضع في القائمة
admission-retire = عدم طلبه بعد الآن
admission-retire-hint = يُحفظ ما قيل بشأنه.
admission-retired = متوقف
admission-history = التغييرات حتى الآن
admission-shipped = كما جاءت مع النظام، { $date }
admission-waiting-title = بانتظار التحقق
admission-waiting-lead = ما أرسلته الورش. افتحوه لرؤية الملاحظة والوثيقة ثم قرروا.
admission-waiting-none = لا شيء ينتظر
admission-verify = تحقق
admission-decision-confirmed = هو كذلك
admission-decision-refused = ليس كذلك، أو لا يمكن رؤيته
admission-verdict-hint = ما رأيتموه وأين ومتى، أو ما الخطأ. تقرؤه الورشة.
admission-evidence-hint = الدليل، إن وُجدت وثيقة به.
admission-waive = إعفاء مؤقت
admission-reason = السبب
admission-reason-hint = تقرؤه الورشة.
admission-until = حتى
admission-waiver-on = إعفاء من { $from } حتى { $until }
admission-waiver-revoked = أُلغي:
admission-revoke = إلغاء الإعفاء
notice-admission-attested = تم التوقيع.
notice-admission-sent = أُرسل. سينظر فيه البرنامج.
notice-admission-saved = تغيّرت القائمة.
notice-waiver-granted = سُجّل الإعفاء.
notice-waiver-revoked = أُلغي الإعفاء.
problem-admission = «{ $row }» لم يُستوفَ بعد. يتم ذلك في: { $place } ({ $address }).
problem-admission-agrees = ضعوا علامة على أنه كذلك قبل التوقيع.
problem-admission-until = ينتهي الإعفاء بين { $first } و{ $last }.
refusal-admission-mode = لا يُستوفى هذا البند بهذه الطريقة.
refusal-admission-sent = سبق إرساله، وسيجيب البرنامج.
refusal-admission-export = على هذه الورشة استكمال أمر مع البرنامج قبل خروج بضائعها من البلد. اسألوها عن ذلك، وتبقى طلبيتكم كما هي.
refusal-waiver-revoked = سبق إلغاء هذا الإعفاء.
task-checklist = { $count ->
    [one] بند واحد من قائمتكم لم يُستوفَ
    [two] بندان من قائمتكم لم يُستوفيا
    [few] { $shown } بنود من قائمتكم لم تُستوفَ
   *[other] { $shown } بندًا من قائمتكم لم تُستوفَ
}
task-admission = { $count ->
    [one] بند واحد ينتظر التحقق
    [two] بندان ينتظران التحقق
    [few] { $shown } بنود تنتظر التحقق
   *[other] { $shown } بندًا ينتظر التحقق
}
door-checklist = قائمة التحقق
door-admission = قائمة القبول
letter-admission-verified = تم التحقق: «{ $row }»
letter-admission-verified-text = تحقق البرنامج من هذا البند في قائمتكم: «{ $row }».
letter-admission-refused = لم يُتحقق: «{ $row }»
letter-admission-refused-text = نظر البرنامج في هذا البند من قائمتكم ولم يتمكن من التحقق منه: «{ $row }». يمكنكم إرساله من جديد.
letter-admission-waived = إعفاء حتى { $date }: «{ $row }»
letter-admission-waived-text = لا يطلب البرنامج هذا البند من قائمتكم حتى { $date }: «{ $row }».
letter-admission-unwaived = انتهى الإعفاء: «{ $row }»
letter-admission-unwaived-text = يطلب البرنامج هذا البند من قائمتكم من جديد: «{ $row }».
letter-admission-button = رؤية قائمتكم
letter-admission-reason = تصلكم هذه الرسالة لأنكم تنتمون إلى ورشة في فندق.
