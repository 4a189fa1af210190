# طلبات التوريد والمنتجات التي تلبّيها.

## القوائم
requests-lead = ما تبحث عنه المتاجر والعلامات والفنادق والموزّعون في هذه الأيام.
requests-outline = الحرفيون والتجمعات ومسؤولو البرنامج يقرؤون الطلبات كاملة. انضمّ بصفتك صانعًا فتُقابَل منتجاتك بكل طلب منها.
requests-outline-waiting = نص الطلبات الكامل للصنّاع المعتمدين والتجمعات ومسؤولي البرنامج. وحتى ذلك الحين ترى نوع ما يُبحث عنه.
requests-all-crafts = كل الحرف
requests-empty = لا طلب مفتوح هنا
requests-empty-text = تصل طلبات جديدة كل أسبوع. أزِل التصفية أو عُد قريبًا.
requests-own = طلباتك
requests-own-lead = قل مرة واحدة ما تحتاج إليه. نُعلم الورش التي تناسبك منتجاتها، وترى لماذا يناسبك كل منها.
requests-own-empty = لم تطلب شيئًا بعد
requests-own-empty-text = الطلب لا يأخذ سوى خمس دقائق: ماذا، وكم، وإلى أين، ومتى.

## الاستمارة
request-new = طلب جديد
request-new-lead = يبقى مسودة لا يراها سواك إلى أن تفتحه للصنّاع.
request-edit = تعديل الطلب
request-edit-lead = يُعاد البحث عن المنتجات الملائمة حالما تحفظ.
request-edit-open = هذا الطلب مفتوح: يرى الصنّاع تعديلاتك فورًا.
request-title = في سطر واحد
request-title-hint = مثلًا: أوعية مرسومة باليد لمجموعة صيفية
request-wanted = ما تبحث عنه
request-wanted-hint = الاستعمال والمقاسات والألوان والتشطيب والتغليف وما يلزم له شهادة. اكتب بأي لغة، فالكلمات تُقارن بكلمات المنتجات.
request-language = لغة نصك
request-crafts = الحرف
request-crafts-hint = لا تُقابَل إلا منتجات هذه الحرف. لا تختر شيئًا إن كانت كلها مناسبة.
request-materials = المواد
request-materials-more = تحديد المواد (اختياري)
request-materials-hint = تتقدم المنتجات المصنوعة منها. وإن لم تحدد حرفة فلا يُقابَل غيرها.
request-quantity = الكمية
request-quantity-hint = عدد القطع في الطلبية الأولى
request-target-price = السعر المستهدف للقطعة
request-target-price-hint = سعر الجملة بأي عملة. المنتجات التي تزيد عليه حتى 25 % تظهر ضمن القريبة من المطلوب.
request-destination = بلد البيع
request-destination-hint = للبلد شأن حين يكون المنتج موعودًا به لأحد حصرًا.
request-channel = قناة البيع
request-channel-hint = حيث سيجده زبائنك
request-channel-shops = المتاجر
request-channel-online = عبر الإنترنت
request-channel-hospitality = الفنادق والمطاعم
request-channel-wholesale = البيع بالجملة
request-needed-by = مطلوب قبل
request-needed-by-hint = آخر يوم تنفعك فيه البضاعة
request-save = حفظ
request-any-craft = أي حرفة

## طلب واحد
request-since = منذ
request-draft-hint = هذه مسودة لا يراها سواك. افتحها فنُعلم الصنّاع الذين تناسبك منتجاتهم.
request-draft-waiting = هذه مسودة لا يراها سواك. يمكنك فتحها حالما يتحقق البرنامج من حسابك.
request-open = فتحه للصنّاع
request-close = إغلاق
request-close-sure = لن يرى الصنّاع هذا الطلب بعد الآن. أتغلقه؟
request-discard = حذف المسودة
request-answer = الرد بعرض سعر
request-your-products = منتجاتك المناسبة

## المقابلة
matches-title = من يستطيع صنعه
matches-lead = الأفضل أولًا. كل منتج يقول لماذا يناسب، والقريب يقول ما الذي ينبغي أن يتغير.
matches-count = منتجات مناسبة
near-count = قريبة من المطلوب
near-lead = هذه تناسب لو تغيّر أمر واحد.
matches-see = انظر من يستطيع صنعه
matches-empty = لا شيء يناسب بعد
matches-empty-text = تُقارن المنتجات الجديدة بطلبك حالما تُنشر، وستصلك رسالة. قد ينفع موعد أبعد أو كمية أخرى أو شروط أقل.
matches-empty-closed = هذا الطلب غير مفتوح، فلا يُبحث له عن شيء.
match-score = { $score } من 100
match-score-parts = مما تتكوّن الدرجة
match-would-fit = يناسب على هذا النحو:
opportunities-title = طلبات تلبّيها منتجاتك
opportunities-lead = الطلبات المفتوحة، ولكل منتج من منتجاتك لماذا يناسب أو ما الذي ينقصه.
opportunities-empty = لا طلب مفتوح يناسب منتجاتك بعد
opportunities-empty-text = تخبرك رسالتك التالية حالما يوجد طلب. كلما كثرت منتجاتك المنشورة واكتملت أوصافها كان ذلك أقرب.
opportunities-all = كل الطلبات المفتوحة
opportunities-near-hint = لا يناسب أي من منتجاتك على حاله. لك مع ذلك أن تعرض ما تستطيع.

## القواعد
match-rule-subject = المطلوب نفسه
match-rule-quantity = الكمية
match-rule-lead-time = مدة الإنجاز
match-rule-capacity = الطاقة الإنتاجية
match-rule-exclusivity = الحصرية
match-rule-destination = الوجهة
match-rule-price = السعر

## أجزاء الدرجة
match-part-craft = الحرفة
match-part-words = كلمات مشتركة
match-part-materials = المواد
match-part-price = السعر
match-part-lead-time = فسحة الوقت
match-part-capacity = متسع في جدول العمل
match-part-completeness = اكتمال الوصف
match-part-cluster = عضو في تجمع
match-part-export = جاهز للتصدير

## لماذا
match-why-craft = { $craft } كما طُلب
match-why-other-craft = حرفة أخرى: { $craft }
match-why-no-craft = الحرفة غير مذكورة
match-why-materials = مصنوع من { $materials } كما طُلب
match-why-other-materials = مصنوع من مواد أخرى
match-why-words = { $count ->
    [one] كلمة واحدة من الطلب
    [two] كلمتان من الطلب
    [few] { $count } كلمات من الطلب
    [many] { $count } كلمة من الطلب
   *[other] { $count } كلمة من الطلب
}
match-why-no-words = لا كلمة من الطلب
match-why-called = يلبي الطلب بكلمات أخرى
match-why-order = ابتداءً من { $moq }
match-why-order-multiple = ابتداءً من { $moq }، بمضاعفات { $multiple }
match-why-ready = يمكن أن يكون جاهزًا في { $date }
match-why-makes-all = هناك متسع لصنع { $pieces } في الموعد
match-why-makes-some = هناك متسع لصنع { $pieces } من أصل { $wanted } في الموعد
match-why-not-stated = غير مذكور؛ اسأل الصانع
match-why-free = ليس موعودًا به لأحد في هذا البلد وهذه القناة
match-why-promised = موعود به لمشترٍ آخر في هذا البلد وهذه القناة حتى { $date }
match-why-domestic = يبقى داخل البلد
match-why-exports-itself = الصانع يصدّر بنفسه
match-why-through-cluster = يُصدَّر عبر تجمع الصانع
match-why-needs-exporter = سيلزم مصدّر مسجّل
match-why-not-offered-there = لا يعرضه الصانع هناك
match-why-within = { $price }، ضمن السعر المستهدف
match-why-above = { $price }، أعلى من المستهدف بنسبة { $percent } %
match-why-no-target = لم يُذكر سعر مستهدف
match-why-no-rate = لا يوجد سعر صرف لمقارنة السعرين

## ما ينبغي أن يتغير
match-change-more = اطلب { $to } على الأقل بدلًا من { $from }.
match-change-fewer = اطلب { $to } بدلًا من { $from }.
match-change-or = { $change } والخيار الآخر هو { $other }.
match-change-later = اقبل به في { $date }، بعد الموعد المطلوب (التأخير: { $delay }).
match-change-price = ادفع { $to } للقطعة بدلًا من { $from }.

## الإشعارات والرفض
notice-request-drafted = حُفظ الطلب مسودة.
notice-request-changed = حُفظ. يُعاد البحث عن المنتجات الملائمة.
notice-request-discarded = حُذفت المسودة.
notice-request-opened = طلبك مفتوح. نُعلم الآن الصنّاع الذين تناسبك منتجاتهم.
notice-request-closed = أُغلق طلبك.
refusal-request-closed = هذا الطلب مغلق. افتحه من جديد قبل تعديله.
refusal-request-open = هذا الطلب مفتوح أصلًا.
refusal-request-not-open = هذا الطلب غير مفتوح.
refusal-request-not-draft = لا تُحذف إلا مسودة لم تُفتح قط. يمكنك إغلاق الطلب بدلًا من ذلك.
refusal-request-overdue = حلّ اليوم المطلوب أو مضى. غيّر التاريخ أولًا.
problem-needed-by = يجب أن يكون يومًا من { $first } إلى { $last }.

## الرسائل
letter-first-subject = أولى الورش لطلبك: { $request }
letter-first-text = { $products } من { $makers } تناسب طلبك. سيعلم الصنّاع بذلك، وكل منتج يقول لماذا يناسب.
letter-first-button = انظر من يستطيع صنعه
letter-first-reason = تصلك هذه الرسالة لأنك فتحت الطلب «{ $request }».

# Demands of a request
request-quantity-most = على الأكثر
request-quantity-most-hint = إن كانت كمية أكبر تناسبكم أيضًا
request-range = من { $least } إلى { $most }
request-window = من { $first } إلى { $last }
request-more = شروط أخرى (اختياري)
request-needed-from = ليس قبل
request-needed-from-hint = أول يوم يمكنكم فيه استلام البضاعة
request-answers-by = تُقبل الردود حتى
request-answers-by-hint = بعد هذا اليوم يُغلق الطلب من تلقاء نفسه. إن تُرك فارغًا: حتى يوم الحاجة إلى البضاعة.
request-certificates = الشهادات المطلوبة
request-certificates-hint = يجب أن تكون سارية يوم التسليم.
request-incoterms = قواعد التسليم المقبولة
request-incoterms-hint = إنكوترمز 2020. لا تختاروا شيئًا إن كان كل شيء مقبولًا.
request-languages = اللغات التي يمكنكم الكتابة بها
request-languages-hint = لا تختاروا شيئًا إن كانت كلها مناسبة.
request-languages-asked = لغات المشتري
request-sample = عينة أولًا
request-sample-hint = لا تطابق تمامًا إلا المنتجات التي تتوفر منها عينة.
request-sample-asked = نعم
problem-quantity-most = يجب أن ينتهي المدى عند { $least } قطعة أو أكثر.
problem-needed-from = لا يمكن أن تصل البضاعة بعد يوم الحاجة إليها: اختاروا { $last } أو قبله.
problem-answers-by = اختاروا يومًا من { $first } إلى { $last }، يوم الحاجة إلى البضاعة.
refusal-request-deadline = مضى آخر يوم لقبول الردود. اكتبوا الطلب من جديد بموعد لاحق.
match-rule-certificate = الشهادة
match-rule-incoterm = قاعدة التسليم
match-rule-language = اللغة
match-rule-sample = العينة
match-why-certified = { $certificate }: سارية
match-why-certified-until = { $certificate }: سارية حتى { $date }
match-why-ends = { $certificate }: تنتهي قبل التسليم، في { $date }
match-why-unconfirmed = { $certificate }: لم يتحقق منها البرنامج بعد
match-why-uncertified = { $certificate }: غير متوفرة
match-why-serves = المتاح: { $incoterms }
match-why-speaks = لغة الحرفي: { $language }
match-why-sample = تتوفر عينة
match-why-no-sample = لا تُعرض عينة
match-change-renewed = تُجدَّد { $certificate } قبل { $date }.
match-change-confirmed = يؤكد البرنامج { $certificate }.
match-change-incoterm = اقبلوا { $incoterm }.
match-change-language = المراسلة بلغة: { $language }.
match-change-without-sample = استغنوا عن العينة.

# ما يُرفق بالطلب
request-files = رسوم ووثائق
request-files-hint = حتى { $most } ملفات: صور JPEG أو PNG أو WebP، أو PDF. يستطيع فتحها كل من يحق له قراءة الطلب. يُحذف من الصور مكان التقاطها وزمانه.
request-files-add = إضافة ملفات
request-files-full = في الطلب متسع لـ { $most } ملفات. احذف ملفًا لتضيف غيره.
notice-request-files-added = أُضيف إلى طلبك.
notice-request-file-removed = حُذف من طلبك.
problem-request-files = لا يضم الطلب أكثر من { $most } ملفات، وفي طلبك الآن { $present }.
