# The officers' desk of the search lexicon.

nav-lexicon = معجم البحث
door-lexicon = معجم البحث
task-unanswered = { $count ->
    [one] عملية بحث واحدة لم تجد شيئًا: هل تنقص المعجم كلمتها؟
    [two] عمليتا بحث لم تجدا شيئًا: هل تنقص المعجم كلماتهما؟
    [few] { $shown } عمليات بحث لم تجد شيئًا: هل تنقص المعجم كلماتها؟
   *[other] { $shown } عملية بحث لم تجد شيئًا: هل تنقص المعجم كلماتها؟
}

lexicon-lead = ما تُسمّى به الأشياء والمواد والتقنيات والأماكن بثلاث لغات. والبحث بأي اسم من أسماء المفهوم يجد ما سُمّي بغيره.
lexicon-new = مفهوم جديد
lexicon-new-lead = تعرفه كل عمليات البحث خلال لحظة، وكل ما يحمل اسمًا من أسمائه يوجد بها جميعًا.
lexicon-add = أضف المفهوم
lexicon-concept = المفهوم
lexicon-count = { $count ->
    [one] مفهوم واحد
    [two] مفهومان
    [few] { $count } مفاهيم
   *[other] { $count } مفهومًا
}
lexicon-none-text = جرّب إملاءً آخر، أو أضف المفهوم.
lexicon-choose-for = اختر المفهوم الذي تكون «{ $text }» اسمًا آخر له.
lexicon-word = كلمة أو مفتاح
lexicon-language = اللغة
lexicon-all = الكل
lexicon-choose = اختر من فضلك
lexicon-key = المفتاح
lexicon-key-hint = حروف لاتينية صغيرة وأرقام وشرطات، مثل olive-wood. ولا يتغيّر بعد ذلك.
lexicon-class = الصنف
lexicon-class-hint = من يطلب شيئًا أو مكانًا يريده بعينه، وما عدا ذلك يساعد فقط.
lexicon-class-object = شيء
lexicon-class-material = مادة
lexicon-class-technique = تقنية
lexicon-class-motif = زخرفة أو طراز
lexicon-class-place = مكان
lexicon-class-colour = لون
lexicon-class-quality = صفة أو مناسبة
lexicon-class-trade = كلمة تجارية
lexicon-labels = الأسماء
lexicon-labels-hint = اسم في كل سطر، وأفضلها أولًا، ومعها الجموع غير القياسية. تلزم لغة واحدة على الأقل.
lexicon-also = كتابات أخرى
lexicon-also-hint = بحروف لاتينية ولا تخصّ لغة بعينها: نقل حرفي، كلمات عامية، أسماء قديمة.
lexicon-broader = نوع من
lexicon-broader-hint = مفاتيح المفاهيم الأعم، واحد في كل سطر.
lexicon-near = قريب من
lexicon-near-hint = مفاتيح ما قد يأخذه المشتري بدلًا منه، واحد في كل سطر.
lexicon-narrower = أنواعه
lexicon-standing = الحالة
lexicon-standing-shipped = كما ورد مع البرنامج
lexicon-standing-corrected = مصحَّح
lexicon-standing-added = مضاف
lexicon-standing-withdrawn = مسحوب
lexicon-documents = { $count ->
    [0] لا شيء في الدار عنه الآن.
    [one] وثيقة بحث واحدة عنه.
    [two] وثيقتا بحث عنه.
    [few] { $count } وثائق بحث عنه.
   *[other] { $count } وثيقة بحث عنه.
}
lexicon-withdrawn-note = لا تعرف عمليات البحث هذا المفهوم. احفظه أو تراجع عن سحبه فيعود.
lexicon-correct = صحّحه
lexicon-withdraw = اسحب المفهوم
lexicon-withdraw-sure = لن تعرف عمليات البحث هذا المفهوم بعد الآن. ويمكنك التراجع عن ذلك.
lexicon-history = ما تغيّر
lexicon-revision = الرقم
lexicon-deed = الفعل
lexicon-deed-added = أُضيف
lexicon-deed-corrected = صُحّح
lexicon-deed-withdrawn = سُحب
lexicon-deed-restored = أُعيد
lexicon-what-changed = ما حُذف وما أُضيف
lexicon-order = ترتيب آخر
lexicon-by = بواسطة
lexicon-undo = تراجع
lexicon-of-class = الصنف
lexicon-of-en = الإنجليزية
lexicon-of-fr = الفرنسية
lexicon-of-ar = العربية
lexicon-of-also = كتابات أخرى
lexicon-of-broader = نوع من
lexicon-of-near = قريب من

unanswered-title = عمليات بحث لم تجد شيئًا
unanswered-lead = ما كُتب وكم مرة، ولا يُعرف من كتبه. لعلها كلمة تنقص المعجم، ولعلها شيء ينقص الدار.
unanswered-none = لا شيء هنا
unanswered-none-text = عمليات البحث التي لا تجد شيئًا تُعدّ، وتظهر هنا بعد لحظة.
unanswered-words = الكلمات
unanswered-asked = عدد المرات
unanswered-days = متى
unanswered-what-now = ما العمل
unanswered-new = اجعلها مفهومًا جديدًا
unanswered-existing = اسم آخر لمفهوم
unanswered-settle = أغلقها
unanswered-open = مفتوحة
unanswered-settled = مغلقة

notice-concept-added = أُضيف المفهوم. تعرفه عمليات البحث خلال لحظة.
notice-concept-corrected = حُفظ المفهوم. تعرفه عمليات البحث خلال لحظة.
notice-concept-withdrawn = سُحب المفهوم.
notice-change-undone = أُعيد ما كان قبل ذلك.
notice-query-settled = أُغلقت.

problem-lexicon-key = حروف لاتينية صغيرة وأرقام وشرطات مفردة، 60 على الأكثر، مثل olive-wood.
problem-lexicon-key-taken = يوجد مفهوم «{ $key }» من قبل: صحّحه هو.
problem-lexicon-itself = لا يمكن أن يسمّي المفهوم نفسه هنا.
problem-lexicon-circle = «{ $key }» نفسه نوع من هذا المفهوم، فيدور الأمر في حلقة.
problem-lexicon-revision = ليس لهذا المفهوم تغيير كهذا.
problem-label-arabic = «{ $label }» ليست مكتوبة بحروف عربية.
problem-label-latin = «{ $label }» مكانها مع الأسماء العربية: هنا حروف لاتينية من فضلك.
problem-label-no-word = «{ $label }» لا تحتوي أي كلمة.
refusal-lexicon-withdrawn = هذا المفهوم مسحوب من قبل.
refusal-lexicon-same = ما كان قبل هذا التغيير قائم الآن.
refusal-lexicon-circle = لا يمكن إعادة ما كان: صار «{ $key }» نوعًا من هذا المفهوم.
