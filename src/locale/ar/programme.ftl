# البرنامج: النتائج والمبادرات والتحقق والمؤشرات.

nav-dashboard = لوحة المتابعة
nav-verifications = التحقق

## نظرة عامة
programme-title = البرنامج
programme-lead = سبعة بلدان وأربعة عشر تجمعاً وما أنجزته: كل رقم مع مصدره أو مع السجلات التي يستند إليها.
programme-indicators = ما تحقق حتى الآن
programme-indicators-lead = محسوب في هذه اللحظة من سجلات تحقق منها موظف البرنامج بالأدلة.
programme-exports-by-country = الصادرات المتحقق منها بحسب بلد المنتجين
programme-countries = البلدان والتجمعات
programme-countries-lead = { $count ->
    [zero] لا مبادرات بعد.
    [one] مبادرة واحدة خطط فيها تجمع وجهات دعمه ومؤسساته وعملوا معاً.
    [two] مبادرتان خطط في كل منهما تجمع وجهات دعمه ومؤسساته وعملوا معاً.
    [few] { $count } مبادرات خطط في كل منها تجمع وجهات دعمه ومؤسساته وعملوا معاً.
    [many] { $count } مبادرة خطط في كل منها تجمع وجهات دعمه ومؤسساته وعملوا معاً.
   *[other] { $count } مبادرة خطط في كل منها تجمع وجهات دعمه ومؤسساته وعملوا معاً.
}
programme-countries-none = لا مبادرات بعد
programme-countries-none-text = تظهر حالما تدخل تجمعاتها إلى الدار.
programme-mapped = التجمعات التي أظهرها المسح: { $count }
programme-results = النتائج المنشورة
programme-results-lead = ما قيل عن البرنامج الأول. المصادر يناقض بعضها بعضاً، ولذلك يفتح كل رقم على جميع ما قيل فيه وعلى سبب اعتماد أحد الأقوال.

## الأرقام المنشورة والأقوال
figures-title = الأرقام المنشورة
figures-lead = ما قيل عن البرنامج، ومن قاله، ومتى.
figures-none = لا أرقام منشورة بعد
figures-none-text = تأتي مع بيانات البرنامج.
figure-what = الموضوع
figure-adopted = القيمة المعتمدة
figure-by-place = بحسب المكان
figure-claims = الأقوال
figure-unclaimed = لم يذكر أحد قيمة لهذا الرقم بعد.
figure-claims-explained = قد يُذكر الرقم الواحد مرات عدة بقيم مختلفة. تبقى كل الأقوال هنا، ويُعتمد لكل مكان واحد منها مع بيان السبب.
claim-record = تسجيل قول
claim-place = بشأن
claim-whole-programme = البرنامج كله
claim-place-hint = اختر بلداً أو تجمعاً، أو اترك الاثنين للبرنامج كله.
claim-value = القيمة
claim-value-hint = عدد بمنزلتين عشريتين على الأكثر. الوحدة: { $unit }.
claim-about = نحو { $value }
claim-over = أكثر من { $value }
claim-qualifier = كيف يعبّر المصدر
claim-qualifier-exact = بالضبط
claim-qualifier-about = نحو
claim-qualifier-over = أكثر من
claim-stated-on = تاريخ القول
claim-stated-on-hint = بقدر ما هو معروف: 2016 أو 2016-05 أو 2016-05-31.
claim-basis = التاريخ
claim-basis-stated = مذكور في المصدر
claim-basis-estimated = تقديري
claim-date-estimated = تاريخ تقديري
claim-source = المصدر
claim-source-url = عنوان المصدر
claim-note = ملاحظة
claim-standing = الحالة
claim-adopted = معتمد
claim-adopted-on = اعتُمد في { $date }.
claim-adopt = اعتماد هذا القول
claim-until-now = المعتمد حتى الآن
claim-reason = السبب
claim-reason-hint = لماذا هذا القول دون غيره. يقرؤه الجميع.

## المبادرات
initiatives-title = المبادرات
initiatives-lead = سبعة أشهر إلى ثمانية لكل منها: اختيار، فتشخيص، فخطة عمل، فتنفيذ، فمتابعة.
initiative-title = موضوعها
initiative-phase = المرحلة
initiative-phase-selection = الاختيار
initiative-phase-diagnosis = الدراسة التشخيصية
initiative-phase-action-plan = الرؤية وخطة العمل
initiative-phase-implementation = التنفيذ
initiative-phase-monitoring = المتابعة
initiative-text-illustrative = هذا النص توضيحي: يبيّن كيف تنطبق المنهجية على الحرفة، وليس محضراً لما تقرر.
initiative-dates = التواريخ
initiative-dates-indicative = استرشادية
initiative-results = النتائج المنشورة لهذا التجمع
initiative-today = هذا التجمع اليوم
initiative-today-lead = من السجلات المتحقق منها للمنتجين الذين أكدهم التجمع.

## المؤشرات
indicators-title = المؤشرات
indicators-lead = ما وعد البرنامج بتحريكه، وإلى أين وصل.
indicators-none = لا مؤشرات بعد
indicator-code = الرمز
indicator-name = المؤشر
indicator-baseline = خط الأساس
indicator-value = القيمة اليوم
indicator-target = الهدف
indicator-share = من الطريق إلى الهدف
indicator-due = الهدف حتى { $date }
indicator-against-targets = مقارنة بالأهداف
indicator-not-computed = لا يُحسب بعد
indicator-withheld = غير معروض
indicator-withheld-note = لا تُعرض على العموم مبالغ يقف خلفها أقل من ثلاثة منتجين، لأنها تكشف مبيعات كل منهم.
indicator-part = أنت ترى جزءاً من البرنامج، أما الهدف فللبرنامج كله.
indicator-makers = { $count ->
    [zero] لا منتجين بعد
    [one] منتج واحد
    [two] منتجان
    [few] { $count } منتجين
    [many] { $count } منتجاً
   *[other] { $count } منتج
}
indicator-records = { $count ->
    [zero] لا سجلات متحققاً منها بعد
    [one] سجل واحد متحقق منه
    [two] سجلان متحقق منهما
    [few] { $count } سجلات متحقق منها
    [many] { $count } سجلاً متحققاً منه
   *[other] { $count } سجل متحقق منه
}
indicator-makers-behind = المنتجون وراءه
indicator-assumptions = الفرضية:
indicator-by-month = بحسب الشهر
indicator-by-country = بحسب بلد المنتجين
indicator-by-cluster = بحسب التجمع (من كان في تجمعين ظهر فيهما معاً)
indicator-by-year = بحسب السنة
indicator-month = الشهر
indicator-year = السنة
indicator-record-count = السجلات
indicator-records-none = لا شيء يُحسب بعد
indicator-records-none-text = يُحسب السجل حالما يتحقق منه موظف البرنامج بالأدلة.
indicator-adds = يضيف
indicator-not-counted = لا يُحسب بعد
indicator-why-not = السبب
indicator-targets = الأهداف
target-set = تحديد هدف
target-due-on = الموعد
target-due-on-hint = اليوم الذي له هدف يُعطى هدفاً جديداً، ويبقى القديم في السجل التاريخي.
target-basis = مصدره
target-basis-published-result = النتيجة المنشورة للبرنامج الأول
target-basis-illustrative = توضيحي
target-basis-decided = قرره البرنامج
target-set-at = حُدد في
target-history = كل الأهداف التي حُددت
target-reason = السبب
target-reason-hint = يقرؤه الجميع.
not-counted-waiting = ينتظر تحقق الموظف
not-counted-changed = تغيّر بعد التحقق منه
not-counted-revoked = سُحب التحقق
not-counted-not-shipped = لم يُشحن بعد
not-counted-domestic = يبقى في بلد منشئه
not-counted-no-cluster = لم يؤكد أي تجمع المنتج
not-counted-before-baseline = سابق لخط الأساس
not-counted-gone = ملغى أو مسحوب

## لوحة المتابعة
dashboard-title = لوحة المتابعة
dashboard-lead = كل رقم يفتح على السجلات التي يستند إليها.
dashboard-makers-exporting = المنتجون المصدّرون
dashboard-waiting-note = في انتظار التحقق
dashboard-exports-by-month = الصادرات المتحقق منها بحسب الشهر
dashboard-exports-by-cluster = الصادرات المتحقق منها بحسب التجمع
dashboard-not-computed = لا تُحسب بعد
dashboard-not-computed-text = لهذه المؤشرات تعريفها وأهدافها في الدار، وليس لها سجلات بعد.
scope-from = من
scope-until = إلى
chart-by-country = { $what } بحسب البلد
chart-by-month = { $what } بحسب الشهر
chart-nothing = لا شيء يُرسم بعد.

## التحقق
verifications-title = في انتظار التحقق
verifications-lead = صفقات شُحنت واتفاقات وُقّعت ومجموعات نُشرت ولم يتحقق منها موظف بعد، أو تغيّرت بعد التحقق. لا يُحسب شيء قبل ذلك.
verifications-count = { $count ->
    [zero] لا سجل ينتظر.
    [one] سجل واحد ينتظر.
    [two] سجلان ينتظران.
    [few] { $count } سجلات تنتظر.
    [many] { $count } سجلاً ينتظر.
   *[other] { $count } سجل ينتظر.
}
verifications-none = لا شيء ينتظر
verifications-none-text = نُظر في كل ما يمكن أن يُحسب.
verifications-given = ما صدر من تحقق
verifications-given-lead = كل ما تحقق منه الموظفون أو سحبوه، الأحدث أولاً.
verifications-given-none = لم يصدر شيء بعد
verifications-given-none-text = ابدأ بما ينتظر.
verification-subject = النوع
verification-record = السجل
verification-maker = المنتج
verification-buyer = المشتري
verification-day = اليوم
verification-status = الحالة
verification-why-waiting = لماذا ينتظر
verification-verdict = القرار
verification-decided = تاريخ القرار
verification-worth = القيمة
verification-evidence = الدليل
verification-paper = فتح الوثيقة
verification-history = ما قاله الموظفون
verification-history-none = لم ينظر فيه أحد بعد.
verification-said-by = { $officer }، { $date }
verification-frozen = مثبّت: { $worth }، بسعر { $rate } لليورو الواحد، سعر { $month }.
verification-rate-of = بسعر { $month }
verification-would-freeze = إذا تحققت منه الآن ثُبّت { $worth }، بسعر { $rate } لليورو الواحد، سعر { $month }.
verification-earlier-month = لا سعر بعد لشهر { $month }، فيؤخذ آخر شهر سابق، ويُحفظ ذلك مع القرار.
verification-give = قرارك
verification-note = الدليل
verification-note-hint = ما رأيته: أي وثيقة، وتوقيع من، وبأي تاريخ. لا يقرؤه إلا الموظفون.
verification-file = وثيقة تثبت ذلك
verification-file-hint = PDF أو JPEG أو PNG أو WebP. لا يفتحها إلا الموظفون.
verification-verify = تأكيد التحقق
verification-revoke = سحب التحقق
verification-revoke-lead = يبقى التحقق مقروءاً، ويُضاف قيد يقول إنه لم يعد قائماً. تتحرك الأرقام فوراً.
verification-revoke-reason = لماذا لم يعد قائماً
subject-deal = صفقة تصدير
subject-agreement = اتفاق
subject-collection = مجموعة
subject-plural-deal = صفقات التصدير
subject-plural-agreement = الاتفاقات
subject-plural-collection = المجموعات
record-deal = الصفقة { $number }
record-origin = المنشأ
record-destination = الوجهة
record-hash = بصمة السجل
record-itself = السجل نفسه
record-open = فتح
record-day-deal = تاريخ الشحن
record-day-agreement = تاريخ التوقيع
record-day-collection = تاريخ النشر
record-domestic = هذه الصفقة تبقى في بلد منشئها: يمكن التحقق منها، لكنها ليست تصديراً ولا تُحسب.
record-standing-verified = متحقق منه
record-standing-waiting = لم يُتحقق منه بعد
record-standing-changed = تغيّر بعد التحقق منه
record-standing-revoked = سُحب التحقق
record-standing-early = مبكر
record-standing-gone = ملغى أو مسحوب
record-standing-long-verified = متحقق منه، ولا يزال كما كان عند التحقق: فهو محسوب.
record-standing-long-waiting = لم يتحقق منه موظف بعد، فلا يُحسب.
record-standing-long-changed = تغيّر بعد التحقق منه، فلم يعد محسوباً. انظر فيه من جديد.
record-standing-long-revoked = سُحب التحقق، فلا يُحسب.
record-standing-long-early = لم يبلغ بعد ما يسمح بالتحقق منه.
record-standing-long-gone = أُلغي أو سُحب، فلا يُحسب مهما كان القرار.

## بعد الفعل
notice-claim-recorded = سُجل القول. ويُعمل به متى اعتُمد.
notice-claim-adopted = اعتُمد القول.
notice-target-set = حُدد الهدف.
notice-verified = تم التحقق، وتحركت الأرقام.
notice-verdict-revoked = سُحب التحقق، وتحركت الأرقام.

## ما ليس صحيحاً
problem-value-unreadable = اكتب عدداً بمنزلتين عشريتين على الأكثر، مثل 1250 أو 12.50.
problem-stated-on = اكتب سنة أو شهراً أو يوماً: 2016 أو 2016-05 أو 2016-05-31.
problem-claim-place = القول إما عن بلد وإما عن تجمع، لا عن الاثنين.
problem-source-url = يجب أن يكون عنواناً على الشبكة يبدأ بـ http:// أو https://.
problem-target-before-baseline = الهدف يقع بعد خط الأساس.
problem-period-backwards = الفترة تنتهي قبل أن تبدأ.

refusal-claim-adopted = هذا القول معتمد أصلاً.
refusal-deal-not-shipped = يمكن التحقق من الصفقة متى شُحنت.
refusal-verify-cancelled = هذه الصفقة ملغاة، فلا شيء يُتحقق منه.
refusal-agreement-not-signed = يمكن التحقق من الاتفاق متى وقّعه الطرفان.
refusal-collection-not-published = لا يُتحقق إلا من مجموعة منشورة.
refusal-verified-already = سبق التحقق منه، ولم يتغيّر منذ ذلك.
refusal-verdict-not-standing = لم يعد هذا التحقق قائماً، فانظر في أحدث ما صدر بشأن السجل.
refusal-no-rate = لا سعر صرف لهذه العملة في شهر الشحن ولا قبله، فليس للصفقة قيمة باليورو.
refusal-period-officers = للموظفين وحدهم حصر الرقم في فترة.
