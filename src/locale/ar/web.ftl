# كلمات الإطار والأجزاء المشتركة بين الصفحات.

## الإطار
nav-brand = فندق
nav-skip = انتقل إلى المحتوى
nav-main = الأقسام الرئيسية
nav-foot = بقية الدار
nav-pages = صفحات هذه القائمة
nav-breadcrumbs = موقعك
nav-search = ابحث
nav-search-label = ابحث عن المنتجات والحرفيين والتجمعات الحرفية
nav-search-hint = زليج، خشب زيتون، مصباح نحاسي…
nav-language = اللغة
nav-makers = الحرفيون
nav-clusters = التجمعات الحرفية
nav-collections = المجموعات
nav-sourcing-requests = طلبات التوريد
nav-programme = البرنامج
nav-api = للبرمجيات
nav-sign-in = تسجيل الدخول
nav-sign-up = انضم إلينا
nav-sign-out = تسجيل الخروج
nav-promise = هنا يلتقي حرفيو جنوب المتوسط وجهًا لوجه مع متاجر العالم وعلاماته وفنادقه.

## الاستمارات
form-optional = اختياري
form-amount = المبلغ
form-currency = العملة
form-any-language = تكفي لغة واحدة، ويمكن إضافة الأخرى لاحقًا.
form-problems = { $count ->
    [zero] لا شيء يحتاج إلى مراجعة
    [one] أمر واحد يحتاج إلى مراجعة
    [two] أمران يحتاجان إلى مراجعة
    [few] { $count } أمور تحتاج إلى مراجعة
    [many] { $count } أمرًا يحتاج إلى مراجعة
   *[other] { $count } أمر يحتاج إلى مراجعة
}
form-save = احفظ
form-send = أرسل
form-cancel = إلغاء
form-edit = تعديل
form-delete = حذف
form-add = أضف
form-confirm = تأكيد
form-continue = متابعة
form-back = رجوع
form-choose = اختر…
form-sure = هل تريد المتابعة حقًا؟

## مشترك
common-verified = تحقق منه البرنامج
common-next-page = التالي
common-first-page = العودة إلى البداية
common-see-all = عرض الكل
common-show-more = عرض المزيد
common-evidence = السجلات التي يستند إليها
common-none = لا يوجد
common-unknown = غير معروف
common-yes = نعم
common-no = لا
common-not-stated = غير مذكور
common-on-behalf = { $person } نيابةً عن { $organisation }
common-no-results = لا نتائج حتى الآن
common-no-results-hint = جرّب كلمات أقل أو كتابة أخرى، أو أزل أحد عوامل التصفية.
common-placeholder-picture = رسم يحل محل الصورة
common-from-to = من { $from } إلى { $to }
common-updated = حُدّث في { $date }
common-results = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجةً
   *[other] { $count } نتيجة
}

## التصفية
filter-title = التصفية
filter-chosen = مصفّاة حسب
filter-remove = أزل
filter-clear = أزل كل عوامل التصفية
filter-apply = طبّق
filter-kind = النوع
filter-country = البلد
filter-cluster = التجمع الحرفي
filter-craft = الحرفة
filter-material = المادة
filter-technique = التقنية
filter-price = سعر الجملة
filter-price-max = بحد أقصى
filter-moq = الحد الأدنى للطلب
filter-lead-time = مدة التجهيز
filter-sort = الترتيب حسب
sort-relevance = الأنسب
sort-newest = الأحدث
sort-price-up = السعر من الأدنى
sort-price-down = السعر من الأعلى
sort-lead-time = أقصر مدة تجهيز
sort-name = الاسم

## ما يُعثر عليه
kind-product = منتج
kind-products = المنتجات
kind-collection = مجموعة
kind-collections = المجموعات
kind-maker = حرفي
kind-makers = الحرفيون
kind-cluster = تجمع حرفي
kind-clusters = التجمعات الحرفية

## الحالات
status-draft = مسودة
status-published = منشور
status-withdrawn = مسحوب
status-open = مفتوح
status-closed = مغلق
status-answered = تم الرد
status-sent = مُرسَل
status-countered = عرض مقابل
status-accepted = مقبول
status-declined = معتذَر عنه
status-not-chosen = لم يقع عليه الاختيار
status-expired = منتهي الصلاحية
status-replaced = مُستبدَل
status-proposed = مقترَح
status-signed = موقَّع
status-active = ساري المفعول
status-ended = منتهٍ
status-confirmed = مؤكَّد
status-shipped = مشحون
status-delivered = مُسلَّم
status-paid = مدفوع
status-cancelled = ملغى
status-pending = قيد الانتظار
status-approved = معتمد
status-unverified = لم يُتحقق منه بعد
status-verified = موثَّق
status-refused = مرفوض
status-invited = مدعو
status-member = عضو
status-suspended = موقوف
status-revoked = ملغى الصلاحية
status-failed = تعذّر
status-selection = الاختيار
status-diagnostic = الدراسة التشخيصية
status-planning = الرؤية وخطة العمل
status-implementation = التنفيذ
status-monitoring = المتابعة
status-met = بلغ الهدف
status-on-track = على المسار
status-behind = متأخر عن الخطة

## أحكام المطابقة
verdict-holds = مناسب
verdict-near = قريب من المطلوب
verdict-fails = غير مناسب

## التواريخ
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر
date-long = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month = { $month } { $year }

## الوحدات: يختار $count الصيغة، و$shown هو العدد كما يُطبع
unit-days = { $count ->
    [zero] بلا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $shown } أيام
    [many] { $shown } يومًا
   *[other] { $shown } يوم
}
unit-weeks = { $count ->
    [zero] بلا أسابيع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $shown } أسابيع
    [many] { $shown } أسبوعًا
   *[other] { $shown } أسبوع
}
unit-months = { $count ->
    [zero] بلا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $shown } أشهر
    [many] { $shown } شهرًا
   *[other] { $shown } شهر
}
unit-years = { $count ->
    [zero] بلا سنوات
    [one] سنة واحدة
    [two] سنتان
    [few] { $shown } سنوات
    [many] { $shown } سنةً
   *[other] { $shown } سنة
}
unit-pieces = { $count ->
    [zero] لا قطع
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $shown } قطع
    [many] { $shown } قطعةً
   *[other] { $shown } قطعة
}
unit-products = { $count ->
    [zero] لا منتجات
    [one] منتج واحد
    [two] منتجان
    [few] { $shown } منتجات
    [many] { $shown } منتجًا
   *[other] { $shown } منتج
}
unit-collections = { $count ->
    [zero] لا مجموعات
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $shown } مجموعات
    [many] { $shown } مجموعةً
   *[other] { $shown } مجموعة
}
unit-makers = { $count ->
    [zero] لا حرفيين
    [one] حرفي واحد
    [two] حرفيان
    [few] { $shown } حرفيين
    [many] { $shown } حرفيًا
   *[other] { $shown } حرفي
}
unit-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $shown } أشخاص
    [many] { $shown } شخصًا
   *[other] { $shown } شخص
}
unit-agreements = { $count ->
    [zero] لا اتفاقيات
    [one] اتفاقية واحدة
    [two] اتفاقيتان
    [few] { $shown } اتفاقيات
    [many] { $shown } اتفاقيةً
   *[other] { $shown } اتفاقية
}
unit-deals = { $count ->
    [zero] لا صفقات
    [one] صفقة واحدة
    [two] صفقتان
    [few] { $shown } صفقات
    [many] { $shown } صفقةً
   *[other] { $shown } صفقة
}
unit-records = { $count ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $shown } سجلات
    [many] { $shown } سجلًا
   *[other] { $shown } سجل
}
unit-per-week = { $amount } في الأسبوع
unit-moq = ابتداءً من { $pieces }
unit-per-piece = { $price } للقطعة
unit-grams = { $shown } غ
unit-kilograms = { $shown } كغ
