# طلب يوزَّع على ورش التجمع، والحصص المطلوبة منها.
split-title = توزيعه على الورش
split-lead = من يصنع كم في تجمعكم، فتجيبون كمورّد واحد. لا تُسأل أي ورشة قبل أن تختار.
split-possible = ما يمكن صنعه في الموعد
split-short = يمكن صنع { $possible } من أصل { $wanted } حتى ذلك اليوم، ولا يكتمل العدد خلال سنة بعده. قد يفيد هامش في الكمية، أو ورش أكثر تذكر قدرتها.
split-short-by = يمكن صنع { $possible } من أصل { $wanted } حتى ذلك اليوم، ويكتمل العدد في { $day }.
split-alternatives = البدائل
split-aim = الأفضل في
split-aim-cheapest = الأقل كلفة
split-aim-fewest = أقل عدد من الورش
split-aim-soonest = الأسرع
split-aim-most = أكثر ما يمكن صنعه
split-workshops = الورش
split-goods = البضاعة
split-cost = مع التنسيق
split-objective = المقارنة بسعر كل القطع مع { $amount } لكل ورشة: زيارات وعيّنات وجمع إضافي. الأسعار بعملات أخرى بأسعار صرف { $month }. تصنع كل ورشة منتجًا واحدًا بدفعات كاملة، لا أقل من أصغر طلبية لديها ولا أكثر من قدرتها المتاحة؛ ولا يُقبل التأخير أبدًا.
split-sum = { $pieces }؛ عدد الورش: { $workshops }؛ { $cost } مع التنسيق؛ جاهزة في { $day }.
split-optimal = هذا هو الأمثل: ثبت أن لا توزيع من هذا النوع أقل كلفة.
split-gap = لم يثبت أنه الأفضل: أقصى ما يمكن توفيره { $percent }.
split-percent = { $whole }.{ $parts } %
split-exporter = المصدّر الرسمي
split-exporter-hint = التجمع، أو ورشة لها حصة وتصدّر بنفسها.
split-choose = اختياره وسؤال الورش
split-past = توزيعات انتهت
split-standing = التوزيع الذي اخترته
split-waiting = سُئلت الورش. تصلك رسالة حين تعتذر ورشة، وحين تؤكد كلها.
split-confirmed = تأكدت كل الحصص اللازمة.
split-accepted = قبل المشتري عرض التجمع. الورش على علم، وقدرتها محجوزة.
split-quote = تقديم عرض واحد إلى المشتري
split-quote-lead = تصير الحصص المؤكدة عرضًا واحدًا بمصدّر واحد ومبلغ إجمالي واحد وموعد واحد. والأسعار أسعار الورش.
split-quote-currency-hint = تُحوّل الأسعار بعملة أخرى بسعر صرف الشهر مرة واحدة لا تتغير.
split-quote-send = إرسال العرض
split-to-mend = تنقص قطع لأن ورشة اعتذرت. يمكن توزيعها من جديد على الورش التي لم تُسأل بعد.
split-mend = سؤال ورش أخرى
split-withdraw = سحب التوزيع
split-withdraw-sure = ستُبلَّغ الورش بإلغاء حصصها. أتسحبه؟
split-aside = منتجات بلا حصة، ولماذا
split-aside-left-out = استبعدته أنت
split-aside-capacity-unknown = لا يذكر كم قطعة تُصنع في الأسبوع
split-aside-capacity = لا يمكن صنع أصغر طلبية منه حتى ذلك اليوم
split-aside-lead-time = يحتاج وقتًا أطول
split-aside-exclusivity = موعود به هناك لمشترٍ آخر
split-aside-destination = غير معروض في ذلك البلد
split-aside-price = أغلى بكثير من السعر المستهدف
split-aside-price-unknown = لا سعر له يمكن مقارنته
split-aside-certificate = لا شهادة سارية له من الشهادات المطلوبة
split-aside-unfit = لا يناسب الطلب
split-form = الحساب
split-tolerance = هامش الكمية بالمئة
split-tolerance-hint = الفرق الذي يقبله المشتري في الكمية، حتى 20. اتركه فارغًا إن لم يقبل فرقًا.
split-most-workshops = أقصى عدد من الورش
split-most-workshops-hint = اتركه فارغًا: بقدر ما يلزم.
split-left-out = استبعاد منتجات
split-left-out-hint = لأنك تعرف ما لا تقوله الأرقام.
split-reckon = البحث عن توزيع
notice-split-reckoned = تم الحساب. قارن البدائل.
notice-split-chosen = تم الاختيار، وسُئلت الورش عن حصصها.
notice-split-mended = سُئلت ورش أخرى عما ينقص.
notice-split-withdrawn = سُحب التوزيع وأُبلغت الورش.
notice-share-confirmed = تأكدت حصتك، وتجمعك يعوّل عليها.
notice-share-declined = سُجّل اعتذارك وأُبلغ تجمعك.
refusal-split-closed = هذا الطلب لم يعد مفتوحًا.
refusal-split-standing = لهذا الطلب توزيع قائم. اسحبه قبل أن تبحث عن غيره.
refusal-split-not-proposed = لم يعد هذا التوزيع بين البدائل.
refusal-split-stale = تغيّرت الأسعار أو القدرات أو الطلب منذ هذا الحساب. ابحث من جديد.
refusal-split-not-confirmed = لم تُؤكَّد كل الحصص اللازمة بعد، فلا شيء يُعرض على المشتري الآن.
refusal-split-not-standing = هذا التوزيع لم يُختر، أو سُحب.
refusal-split-nothing-to-mend = لا ينقص شيء: لم تعتذر ورشة، أو ما بقي يكفي.
refusal-split-beyond-mending = تستطيع الورش الأخرى صنع { $possible } من { $wanted } القطع الناقصة.
refusal-share-answered = سبق الرد على هذه الحصة، أو أُلغيت.
refusal-share-late = مضى يوم هذه الحصة.
problem-split-exporter = اختر التجمع، أو ورشة لها حصة وتصدّر بنفسها.
problem-share-reason = اذكر السبب بكلمات قليلة.

shares-title = الحصص المطلوبة منك
shares-lead = يجيب تجمعك عن الطلبات الكبيرة معًا. هذا ما يودّ أن تصنعه، ولا يُلزمك إلا ما تؤكده.
shares-empty = لا شيء مطلوب منك
shares-empty-text = حين يوزّع تجمعك طلبًا وتكون لك فيه حصة، تصلك رسالة وتجدها هنا.
share-head = { $pieces }: { $product }
share-from = بطلب من
share-request = الطلب
share-workshop = الورشة
share-product = المنتج
share-pieces = القطع
share-price = سعر القطعة
share-total = المجموع
share-ready = جاهزة في
share-confirm = أؤكد حصتي
share-decline = لا أستطيع صنعها
share-reason = السبب
share-reason-capacity = القطع كثيرة
share-reason-day = ليس في ذلك اليوم
share-reason-price = ليس بهذا السعر
share-reason-material = المادة غير متوفرة
share-reason-other = سبب آخر
share-note = كلمة لتجمعك
share-note-hint = مثلًا: ما الذي يمكن بدلًا من ذلك.
status-asked = بانتظار الرد
status-released = أُلغيت
task-answer-shares = { $count ->
    [zero] لا حصص تنتظر ردك
    [one] يطلب منك تجمعك حصة واحدة
    [two] يطلب منك تجمعك حصتين
    [few] يطلب منك تجمعك { $shown } حصص
    [many] يطلب منك تجمعك { $shown } حصة
   *[other] يطلب منك تجمعك { $shown } حصة
}
task-mend-splits = { $count ->
    [zero] لا طلبات اعتذرت عنها ورش
    [one] اعتذرت ورشة عن حصتها من طلب واحد
    [two] اعتذرت ورش عن حصصها من طلبين
    [few] اعتذرت ورش عن حصصها من { $shown } طلبات
    [many] اعتذرت ورش عن حصصها من { $shown } طلبًا
   *[other] اعتذرت ورش عن حصصها من { $shown } طلب
}

letter-share-asked-subject = { $cluster }: هل تستطيع صنع { $pieces }؟
letter-share-asked-text = يجيب { $cluster } عن الطلب «{ $request }» مع عدة ورش ويطلب منك هذه الحصة. أكّدها من فضلك، أو قل لماذا لا يمكن.
letter-share-released-subject = { $cluster }: أُلغيت حصتك ({ $pieces })
letter-share-released-text = سحب { $cluster } جوابه عن «{ $request }». ليس عليك صنع حصتك.
letter-share-over-text = لم يعد المشتري يستقبل أجوبة عن «{ $request }»، وليس لدى { $cluster } عرض قائم له. ليس عليك صنع حصتك.
letter-share-accepted-subject = { $cluster }: المشتري يأخذ حصتك ({ $pieces })
letter-share-accepted-text = قبل المشتري عرض { $cluster } للطلب «{ $request }». حصتك جزء منه، فخطط لها. وسيخبرك التجمع حين تُطلب.
letter-share-button = الاطلاع على حصصك
letter-share-reason = تصلك هذه الرسالة لأن ورشتك عضو في { $cluster }.
letter-share-declined-subject = اعتذرت { $workshop } عن حصتها: { $pieces }
letter-share-declined-text = اعتذرت { $workshop } عن حصتها من «{ $request }»: { $pieces }. يمكنك توزيعها من جديد على الورش الأخرى.
letter-split-confirmed-subject = تأكدت كل الحصص: { $request }
letter-split-confirmed-text = أكدت الورش { $pieces } لأجل «{ $request }».
letter-split-over-subject = انتهى التوزيع: { $request }
letter-split-over-text = لم يعد المشتري يستقبل أجوبة عن «{ $request }»، وليس لكم عرض قائم له. استعادت الورش حصصها وأُبلغت بذلك.
letter-split-button = الاطلاع على التوزيع
letter-split-reason = تصلك هذه الرسالة لأنك وكيل التجمع الذي يجيب عن «{ $request }».
