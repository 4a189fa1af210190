# السجل والتراجع والمسودات والنسخ والتعديل الجماعي والترجمات.
refusal-undo-nothing = لا شيء هنا يمكن التراجع عنه.
refusal-undo-moved = تغيّر هذا مرة أخرى منذ ذلك الحين: { $field }. تراجع أولًا عن التغيير الأحدث، أو اكتبه من جديد.
refusal-bulk-undone = سبق التراجع عن هذا التغيير.

## History
history-title = السجل
history-lead = كل تغيير، مع ما كان مكتوبًا قبله. تُحفظ آخر 200 تغيير لمدة ثلاث سنوات.
history-empty = لم يتغيّر شيء منذ بدء حفظ السجل.
date-moment = { $day }، { $time } بالتوقيت العالمي
history-field-in = { $field } ({ $language })
history-nothing = لا شيء
history-by-house = الدار
history-gross-weight = الوزن مع التغليف
history-undone = تم التراجع عنه
history-undo = تراجع عن هذا
history-undo-bulk = تراجع عنه في كل المنتجات
history-undo-bulk-sure = هل تتراجع عن هذا التغيير في كل منتج شمله؟
history-restore = العودة إلى هذه الحالة
history-restore-sure = هل تعيد كل شيء كما كان بعد هذا التغيير؟ تبقى التغييرات اللاحقة في السجل.
history-act-created = إنشاء
history-act-edited = تعديل
history-act-terms = تعديل الأشكال والأسعار والتغليف
history-act-pictures = تعديل الصور
history-act-published = نشر
history-act-withdrawn = سحب
history-act-imported = استيراد من ملف
history-act-copied = نسخ
history-act-translated = ترجمة
history-act-bulk = تعديل مع منتجات أخرى
history-act-undone = تراجع عن تغيير
history-act-restored = عودة إلى حالة سابقة
notice-undo = تراجع
notice-undone = تم التراجع عن التغيير.
notice-restored = عادت الحالة السابقة.
notice-bulk-undone = تم التراجع عن التغيير في كل المنتجات.

## Unsaved forms
draft-found = لديك تغييرات غير محفوظة من { $when }.
draft-continue = تابع كتابتها
draft-throw = تخلّص منها
draft-throw-sure = هل تتخلّص من تغييراتك غير المحفوظة؟
draft-continued = هذه تغييراتك غير المحفوظة. لا تُعتمد إلا بعد حفظها.
draft-keep = احتفظ به مسودةً
draft-is-kept = ما كتبته محفوظ كمسودة، ولا يراه سواك.
draft-is-not-kept = لم يتيسّر حفظ ما كتبته بعد. ستعاد المحاولة.
merge-by = غيّر { $who } هذا في { $when }، بعد أن بدأت.
merge-somebody = تغيّر هذا بعد أن بدأت.
merge-taken = أُخذ منه ما لم تغيّره أنت:
merge-clashes = غيّرتماه كلاكما:
merge-theirs = الموجود الآن:
merge-mine = ما كتبته:
merge-choose = نسختك في الأسفل. احفظها لتبقى نسختك، أو خذ النسخة الأخرى.
merge-take-theirs = خذ النسخة الأخرى
notice-draft-kept = مسودتك محفوظة. لا يراها سواك.
notice-draft-thrown = تعرض الاستمارة من جديد ما هو محفوظ.

## Copies
copy-of = نسخة من { $title }
copy-make = اصنع نسخة
copy-with-products = انسخها مع منتجاتها
copy-alone = انسخها دون منتجات
problem-copy-too-many = مجموعة فيها أكثر من { $most } منتج لا تُنسخ معها منتجاتها.
notice-product-copied = هذه هي النسخة: مسودة بلا رقم صنف.
notice-collection-copied = هذه هي النسخة: مسودة لا يراها أحد بعد.

## Several products at once
bulk-title = تعديل عدة منتجات
bulk-lead = لا يتغير إلا ما تملؤه. ترى أولًا ما سيحدث، ولا يُكتب شيء قبل موافقتك.
bulk-choose = اختر
bulk-chosen = عدّل المنتجات المختارة
bulk-all = عدّل كل هذه القائمة
bulk-all-chosen = كل منتجات القائمة التي كنت تنظر إليها
bulk-as-it-is = كما هو
bulk-percent = رفع الأسعار أو خفضها بالمئة
bulk-percent-hint = ‏5 ترفع و -2.5 تخفض: السعر وأسعار الأشكال وقائمة الأسعار. تبقى أسعار العينات كما هي.
bulk-step = التقريب إلى
bulk-step-hint = مع نسبة مئوية: 0.5 تقرّب إلى أقرب نصف.
bulk-price = أو السعر نفسه للجميع
bulk-collection-none = خارج أي مجموعة
bulk-shelf = نشر أو سحب
bulk-countries = تظهر للمشترين في
bulk-countries-all = كل البلدان
bulk-countries-only = هذه البلدان فقط
bulk-countries-except = كل البلدان ما عدا هذه
bulk-country-list = أي البلدان
bulk-look = انظر ما سيحدث
bulk-preview = ما سيحدث
bulk-preview-lead = لم يُكتب شيء بعد. تتم كل التعديلات أدناه معًا، أو لا يتم أي منها.
bulk-refused = يبقى كما هو
bulk-count-changes = { $count ->
    [zero] لن يتغيّر أي منتج.
    [one] سيتغيّر منتج واحد.
    [two] سيتغيّر منتجان.
    [few] ستتغيّر { $count } منتجات.
   *[other] سيتغيّر { $count } منتجًا.
}
bulk-count-stays = { $count ->
    [one] منتج واحد على هذه الحال من قبل.
    [two] منتجان على هذه الحال من قبل.
    [few] { $count } منتجات على هذه الحال من قبل.
   *[other] { $count } منتجًا على هذه الحال من قبل.
}
bulk-count-refused = { $count ->
    [one] منتج واحد لا يمكن تعديله هكذا، ويبقى كما هو.
    [two] منتجان لا يمكن تعديلهما هكذا، ويبقيان كما هما.
    [few] { $count } منتجات لا يمكن تعديلها هكذا، وتبقى كما هي.
   *[other] { $count } منتجًا لا يمكن تعديلها هكذا، وتبقى كما هي.
}
bulk-carry-out = { $count ->
    [one] عدّل منتجًا واحدًا
    [two] عدّل منتجين
    [few] عدّل { $count } منتجات
   *[other] عدّل { $count } منتجًا
}
bulk-left-out = { $count ->
    [one] منتج آخر لا يظهر هنا.
    [two] منتجان آخران لا يظهران هنا.
    [few] { $count } منتجات أخرى لا تظهر هنا.
   *[other] { $count } منتجًا آخر لا تظهر هنا.
}
refusal-bulk-moved = تغيّر شيء منذ أن نظرت. لم يُكتب شيء؛ انظر من جديد.
refusal-bulk-unseen = انظر أولًا إلى المعاينة وأعد بصمتها.
refusal-bulk-nothing = لن يتغيّر أي من هذه المنتجات.
problem-percent = يجب أن يكون عددًا من -90 إلى 900 برقمين عشريين على الأكثر، مثل 5 أو -2.5.
problem-bulk-price-twice = اختر واحدًا: نسبة مئوية، أو السعر نفسه للجميع.
problem-bulk-step = يحتاج التقريب إلى نسبة مئوية وخطوة أكبر من الصفر، مثل 0.5.
problem-bulk-nothing = قل ما الذي يجب أن يتغيّر.
problem-bulk-none = اختر منتجًا واحدًا على الأقل.
problem-bulk-products = يجب أن تكون منتجاتك أنت.
problem-bulk-too-many = ‏{ $most } منتج على الأكثر دفعة واحدة. ضيّق القائمة أو استخدم الاستيراد.
problem-bulk-countries = اذكر بلدانًا تفصل بينها فواصل: فرنسا، ألمانيا.
notice-bulk-changed = تم تعديل المنتجات.

## Translations
translations-title = الترجمات
translations-lead = اللغات الثلاث جنبًا إلى جنب. ما ينقص معلَّم، ولا يتغيّر هنا شيء آخر.
translations-list-lead = ما الناقص وفي أي لغة. يقرأ المشترون لغتهم أولًا.
translations-missing = ناقص
translations-missing-in = ناقص في: { $languages }
translations-nothing = لا شيء ناقص هنا.
problem-caption-picture = يجب أن تكون صورة من صور هذا المنتج أو هذه المجموعة.
notice-translated = تم حفظ النصوص.
