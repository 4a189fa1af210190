# ما يعرضه الصنّاع: المجموعات والمنتجات والصور.
refusal-product-published = هذا المنتج منشور بالفعل.
refusal-collection-published = هذه المجموعة منشورة بالفعل.
refusal-not-published = هذا غير منشور، فلا شيء يُسحب.
refusal-collection-empty = تحتاج المجموعة إلى منتج واحد مكتمل على الأقل. أضف منتجًا أو أكمل ما ينقص.
product-missing = ينقص: { $field }
problem-sku-taken = تستخدم رقم الصنف هذا لمنتج آخر.
problem-collection-unknown = يجب أن تكون إحدى مجموعاتك.
problem-maker-unknown = لا يُعرف هنا صانع بهذا الاسم في العنوان.
problem-maker-not-approved = لم يُعتمد هذا الصانع بعد، فلا يمكن نشر شيء له.
problem-other-maker = هذا الاستيراد لـ { $maker } وحده.
problem-moq-multiple = تُطلب القطع بمضاعفات { $multiple }: يمكن أن يكون الحد الأدنى { $below } أو { $above }.
problem-moq-multiple-one = تُطلب القطع بمضاعفات { $multiple }: يمكن أن يكون الحد الأدنى { $above }.
problem-hs-code = الرمز الجمركي من 6 إلى 13 رقمًا، مثلًا 6912.00.
problem-pictures-full = { $most } صورة كحد أقصى. احذف واحدة لإفساح المكان.
problem-file-missing = يرجى اختيار ملف.
problem-line-not-utf8 = هذا السطر ليس نصًا بترميز UTF-8.
problem-line-too-long = هذا السطر أطول من ميغابايت واحد.

## مشترك
catalogue-any = الكل
catalogue-comma = { "، " }
catalogue-in-language = باللغة: { $language }

## المجموعات المعروضة
collections-lead = قطع صُمّمت معًا، تعرضها الورش التي تصنعها.
collections-none = لا توجد مجموعات بعد
collections-none-text = يحضّر الصنّاع الأوائل مجموعاتهم. عُد قريبًا.
collection-untitled = مجموعة بلا عنوان
collection-only-you = لا يرى هذه الصفحة غيرك: المجموعة غير منشورة.
collection-no-products = لا منتجات فيها حاليًا

## المنتجات المعروضة
products-lead = صناعة يدوية من جنوب المتوسط، تُنجز حسب الطلب للمتاجر والعلامات والفنادق.
products-all = كل المنتجات
products-none = لا توجد منتجات بعد
product-untitled = منتج بلا عنوان
product-only-you = لا يرى هذه الصفحة غيرك: المنتج غير منشور.
product-by = من صنع
product-price-per-piece = للقطعة بسعر الجملة
product-price-join = أسعار الجملة للمشترين الموثّقين. الانضمام مجاني، ويُتحقق من شركتك خلال أيام.
product-price-wait = يجري التحقق من شركتك. ستظهر لك أسعار الجملة هنا فور اكتماله.
product-price-not-yours = أسعار الجملة تظهر للمشترين الموثّقين فقط.
product-ask = اطلب عرض سعر
product-siblings = من المجموعة نفسها

## حقول المنتج
product-title = العنوان
product-title-hint = ما هو، في 3 إلى 8 كلمات: النوع والمادة وما يميزه.
product-description = الوصف
product-description-hint = كيف صُنع، ومقاسه، وكيفية العناية به، وما لا يصلح له.
product-craft = الحرفة
product-materials = المواد
product-materials-hint = مادة واحدة على الأقل قبل النشر، وثمانٍ على الأكثر.
product-techniques = التقنيات
product-price = سعر الجملة
product-price-hint = للقطعة الواحدة بعملتك. لا يراه إلا المشترون الموثّقون، ولا عمولة عليه.
product-moq = الحد الأدنى للطلب
product-moq-hint = بالقطعة؛ من مضاعفات عدد القطع في الطرد.
product-order-multiple = عدد القطع في الطرد
product-order-multiple-hint = تُطلب القطع بمضاعفات هذا العدد. اكتب 1 إن صلح أي عدد.
product-lead-time = مدة الإنجاز
product-lead-time-days = مدة الإنجاز بالأيام
product-lead-time-hint = من تأكيد الطلب حتى جاهزية البضاعة. مدة طويلة صادقة خير من قصيرة لا تُحترم.
product-weekly-capacity = الطاقة الأسبوعية
product-weekly-capacity-hint = عدد القطع من هذا المنتج التي تستطيع صنعها في أسبوع.
product-hs-code = الرمز الجمركي (HS)
product-hs-code-hint = من 6 إلى 13 رقمًا. اكتب ما هو بالكلمات واختر من القائمة.
product-origin = بلد المنشأ
product-collection = المجموعة
product-collection-hint = اختياري: تُعرض منتجات المجموعة الواحدة معًا.
product-sku = رقم الصنف
product-sku-hint = رقمك الخاص إن وُجد.
product-weight = الوزن
product-weight-grams = الوزن بالغرام

## حقول المجموعة
collection-title = عنوان المجموعة
collection-title-hint = اسم يتذكره المشترون.
collection-story = الحكاية
collection-story-hint = ما يجمع هذه القطع، ومن أين أتت، ومن يصنعها.

## الورشة
workshop-waiting = لم يعتمد البرنامج ورشتك بعد. يمكنك تحضير كل شيء الآن، ويُفتح النشر عند الاعتماد.
workshop-products = منتجاتك
workshop-status = الحالة
workshop-missing = ما ينقص
workshop-nothing-missing = لا شيء
workshop-publish = انشر
workshop-withdraw = اسحب
workshop-see = شاهدها كما يراها المشترون
workshop-preview = معاينة
workshop-no-collections = لا مجموعة بعد
workshop-no-collections-text = المجموعة هي واجهتك أمام المشترين: عنوان وبضع كلمات والمنتجات التي تتناسب معًا.
workshop-no-products = لا منتج بعد
workshop-no-products-text = ابدأ بمنتج واحد: يكفي اليوم عنوان وصورة، والباقي يأتي لاحقًا.
product-new = منتج جديد
product-new-lead = اكتب ما تعرفه واحفظ وأكمل متى شئت. لا يراه أحد قبل أن تنشره.
product-is-published = يرى المشترون هذا المنتج، ويجب أن يبقى مكتملًا عند تعديله.
product-is-ready = هذا المنتج مكتمل ويمكن نشره.
product-missing-list = قبل نشره يحتاج إلى:
product-withdraw-sure = أتسحب هذا المنتج؟ لن يجده المشترون، ويمكنك نشره من جديد.
collection-new = مجموعة جديدة
collection-new-lead = سمّها أولًا ثم أضف منتجاتها.
collection-is-published = يرى المشترون هذه المجموعة بكل منتجاتها المنشورة.
collection-publish-rule = نشر المجموعة ينشر أيضًا كل مسودة مكتملة فيها. تبقى المسودات الناقصة مسودات، والمنتجات المسحوبة مسحوبة.
collection-ready = { $count ->
    [one] مسودة واحدة مكتملة وتُنشر معها.
    [two] مسودتان مكتملتان وتُنشران معها.
    [few] { $count } مسودات مكتملة وتُنشر معها.
    [many] { $count } مسودة مكتملة وتُنشر معها.
   *[other] { $count } مسودة مكتملة وتُنشر معها.
}
collection-lacking = { $count ->
    [one] مسودة واحدة ينقصها شيء وتبقى مسودة.
    [two] مسودتان ينقصهما شيء وتبقيان مسودتين.
    [few] { $count } مسودات ينقصها شيء وتبقى مسودات.
    [many] { $count } مسودة ينقصها شيء وتبقى مسودات.
   *[other] { $count } مسودة ينقصها شيء وتبقى مسودات.
}
collection-withdraw-sure = أتخفي هذه المجموعة؟ تبقى منتجاتها منشورة ويُعثر عليها منفردة.

## الصور
photos-title = الصور
photos-hint = الأولى هي الغلاف. افتح صورة لوصفها أو نقلها أو حذفها.
photos-add = أضف صورًا
photos-add-hint = JPEG أو PNG أو WebP، ويمكن إرسال عدة صور معًا. ضوء النهار والخلفية البسيطة أفضل للبيع.
photos-send = أرسل الصور
photos-full = لا مكان للمزيد؛ احذف واحدة أولًا.
photo-title = صورة
photo-caption = وصف الصورة
photo-caption-hint = ما يظهر فيها؛ يُقرأ لمن لا يراها.
photo-position = الترتيب
photo-position-hint = من 1 إلى { $count }؛ الأولى هي الغلاف.

## المفردات
vocabulary-crafts = الحرف
vocabulary-crafts-lead = حرف الدار بثلاث لغات، وكل منها يقود إلى منتجاتها.
vocabulary-materials = المواد
vocabulary-materials-lead = مما تُصنع الأشياء، بثلاث لغات.
vocabulary-techniques = التقنيات
vocabulary-techniques-lead = كيف تُصنع الأشياء، بثلاث لغات.

## إشعارات
notice-product-saved = حُفظ المنتج.
notice-product-published = نُشر المنتج: يستطيع المشترون العثور عليه الآن.
notice-product-withdrawn = سُحب المنتج. يمكنك نشره من جديد متى شئت.
notice-collection-saved = حُفظت المجموعة.
notice-collection-published = نُشرت المجموعة بكل منتجاتها المكتملة.
notice-collection-withdrawn = أُخفيت المجموعة، وما زالت منتجاتها منشورة.
notice-pictures-added = أُضيفت الصور.
notice-picture-saved = حُفظت الصورة.
notice-picture-deleted = حُذفت الصورة.

## شروط المنتج
terms-title = الأشكال والأسعار والتغليف
terms-lead = مقاسات وألوان بأرقامها الخاصة، وأسعار حسب الكمية والبلد، وعيّنات، وكيف تُغلَّف القطعة.
terms-variants = الأشكال
terms-variants-hint = فقط إذا كان المنتج بعدّة مقاسات أو ألوان أو طلاءات. أفرغ السطر لحذفه.
terms-variant-number = الشكل { $number }
terms-variant-price = سعر هذا الشكل
terms-variant-price-hint = اتركه فارغًا إن كان سعره سعر المنتج.
terms-tiers = قائمة الأسعار
terms-tiers-hint = أسعار غير السعر العادي: ابتداءً من كمية، أو لبلدان معيّنة، أو في موسم، أو لتسليم أسرع. بلد المشتري يسبق «كل مكان»، والكمية الأكبر تسبق الأصغر. أفرغ السطر لحذفه.
terms-tier-number = السعر { $number }
terms-tier-from = السعر { $number }: ابتداءً من { $from } قطعة
terms-tier-least = ابتداءً من (قطع)
terms-tier-most = إلى
terms-tier-price = سعر القطعة
terms-tier-territory = فقط للمشترين في
terms-tier-territory-hint = بلدان تفصل بينها فواصل: فرنسا، ألمانيا. فارغ: كل مكان.
terms-tier-lead-time-hint = فقط إذا اختلفت عن مدّة المنتج.
terms-tier-from-day = من يوم
terms-tier-until-day = إلى يوم
terms-tier-variant = فقط للشكل
terms-all-variants = كلّها
terms-other = العيّنات والبلدان
terms-sample = سعر العيّنة
terms-sample-hint = اكتب 0 إن كانت مجانية. فارغ: لا عيّنات.
terms-only-in = أظهره فقط للمشترين في
terms-only-in-hint = بلدان تفصل بينها فواصل. فارغ: للجميع.
terms-except-in = لا تُظهره للمشترين في
terms-except-in-hint = بلدان تفصل بينها فواصل.
terms-packing = التغليف والسلامة
terms-gross-weight = الوزن مع التغليف بالغرام
terms-gross-weight-hint = لقطعة واحدة كما تسافر.
terms-length = الطول بالمليمتر
terms-width = العرض بالمليمتر
terms-height = الارتفاع بالمليمتر
terms-warnings = تحذيرات
terms-warnings-hint = ما يجب أن يطبعه متجر في أوروبا بجانبه: ليس للطعام، قطع صغيرة، طريقة العناية.
terms-sample-free = مجانية
terms-from = ابتداءً من { $pieces }
terms-between = من { $from } إلى { $to } قطعة
terms-days = { $from } – { $until }
terms-days-from = من { $from }
terms-days-until = إلى { $until }
terms-everywhere = كل مكان
terms-quantity = الكمية
terms-where = البلد
terms-when = صالح
terms-packed-size = { $length } × { $width } × { $height } مم
terms-packed = مغلَّفًا
option-size = المقاس
option-colour = اللون
option-glaze = الطلاء
option-finish = التشطيب
option-material = المادّة
option-motif = الزخرفة
option-other = غير ذلك
notice-terms-saved = حُفظت الشروط.
problem-tier-range = يجب أن يكون { $from } على الأقل.
problem-tier-days = هذا اليوم يسبق اليوم الأول.
problem-tier-overlap = السطر { $row } يعطي سعرًا آخر للقطع نفسها في الأيام نفسها. غيّر الكمية أو البلدان أو الأيام في أحدهما.
problem-tier-variant = لا يوجد هنا شكل برقم { $sku }.
problem-variant-options = قل فيمَ يختلف هذا الشكل: مقاسه أو لونه أو طلاؤه.
problem-variant-sku-twice = لشكل آخر أعلاه هذا الرقم.
problem-variant-twice = شكل آخر أعلاه مثله.
problem-country-twice = { $country } موجود في القائمتين.
problem-packing-sides = أعطِ الأضلاع الثلاثة أو لا شيء.

## تقويم الورشة
calendar-title = التقويم
calendar-lead = الأسابيع التي تصنع فيها قطعًا أكثر أو أقل من المعتاد، والتي تُغلق فيها. تُراعى في مطابقة الطلبات، ولا يراها المشترون.
calendar-empty = لم يُكتب شيء بعد: كل أسبوع كالمعتاد.
calendar-add = أضف إلى التقويم
calendar-weekly = قطع في الأسبوع
calendar-weekly-hint = اكتب 0 حين تكون الورشة مغلقة.
calendar-note = ما هو
calendar-note-hint = لك أنت: حصاد، عيد، عطلة.
calendar-product = المنتج
calendar-product-hint = عادةً الورشة كلها.
calendar-all = الورشة كلها
calendar-closed = مغلقة
calendar-delete = احذف
notice-calendar-changed = تغيّر التقويم.
problem-period-past = مضت هذه الأيام.
problem-period-long = سنة على الأكثر دفعة واحدة.
problem-period-overlap = من { $from } إلى { $until } مكتوب شيء آخر. احذفه أولًا أو اختر أيامًا أخرى.
problem-period-product = يجب أن يكون من منتجاتك.

## الرموز الجمركية
customs-title = الرموز الجمركية
customs-lead = ما اسمه عند الحدود؟ اكتب ما هو بكلماتك.
customs-what = ما هو؟
customs-what-hint = مثلًا: أواني خزف، حقيبة يد جلدية، زليج؛ أو أول أرقام الرمز. النصوص بالإنجليزية.
customs-look = ابحث عن رمز جمركي
customs-none = لم تقُد هذه الكلمات إلى رمز. جرّب المادّة والاستعمال.
customs-source = تسمية السلع للاتحاد الأوروبي، 2025، فصول الحِرف؛ © الاتحاد الأوروبي. الأرقام الستة الأولى واحدة في العالم كله. والقرار الأخير للجمارك.

terms-agreed = بموجب اتفاقكم
terms-agreed-less = خصم { $percent }٪ من قائمة الأسعار
terms-agreed-multiple = بعبوات من { $multiple }
terms-agreed-any = بأي عدد
terms-agreed-lead-time = جاهز خلال { $days }

photos-to-products = ابدأ من الصور
photos-to-products-text = اختر صورة لكل قطعة. تصبح كل صورة منتجًا، ثم تسألك صفحة واحدة عن الأسماء والأسعار.
photos-to-products-choose = صورة لكل منتج
photos-to-products-send = اجعلها منتجات
notice-photos-made = صارت كل صورة منتجًا. اكتب الأسماء والأسعار.
problem-photos-many = { $most } صورة على الأكثر في المرة الواحدة: أرسل الباقي بعدها.
labels-title = الأسماء والأسعار
labels-lead = اسم وسعر لكل صورة، وتحتها ما تشترك فيه كلها.
labels-common = ما تشترك فيه
labels-common-hint = يُكمل ما لا يقوله المنتج نفسه. ويمكن تغيير كل منتج وحده لاحقًا.
labels-description-hint = عنها جميعًا، ويمكن أن يكون لكل منتج كلامه لاحقًا.
labels-open = { $count ->
    [one] مسودة واحدة ينقصها شيء: الأسماء والأسعار في صفحة واحدة
    [two] مسودتان ينقصهما شيء: الأسماء والأسعار في صفحة واحدة
    [few] { $count } مسودات ينقصها شيء: الأسماء والأسعار في صفحة واحدة
    [many] { $count } مسودة ينقصها شيء: الأسماء والأسعار في صفحة واحدة
   *[other] { $count } مسودة ينقصها شيء: الأسماء والأسعار في صفحة واحدة
}
labels-none = لا مسودات
labels-none-text = كل ما في هذه المجموعة معروض أو سُحب.
notice-labels-saved = حُفظت. ألق نظرة أخيرة عليها ثم انشر المجموعة.
problem-label-product = هذا ليس من منتجات هذه المجموعة.
