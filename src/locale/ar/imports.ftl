### الاستيراد: الملف ثم التجربة ثم الكتابة.

## The page
import-title = استيراد المنتجات
import-lead = أحضر منتجاتك من جدول أو من متجر آخر. ترى أولًا ما الذي سيحدث، ولا يُكتب شيء قبل موافقتك.
import-file = الملف
import-file-hint = ملف Excel (.xlsx) أو CSV أو JSON Lines، أو ما تصدّره Shopify وWooCommerce وEtsy، حتى 64 ميغابايت.
import-more = إذا لم يُتعرف على شيء
import-format = نوع الملف
import-format-hint = يدل الملف نفسه على نوعه عادةً.
import-format-auto = كما يدل الملف
import-format-shopify = Shopify
import-format-woocommerce = WooCommerce
import-format-etsy = Etsy
import-currency = عملة الأسعار
import-currency-hint = للأسعار التي لا تذكر عملتها كما في ملفات Shopify وWooCommerce. من دونها تُترك هذه الأسعار.
import-encoding = ترميز النص
import-encoding-hint = فقط إذا ظهرت الحروف على غير صورتها.
import-strict = الكل أو لا شيء
import-strict-hint = إن كان في أي منتج مشكلة فلا يُكتب شيء، وإلا كُتبت المنتجات السليمة.
import-send = تحقق من الملف
import-sheet = ابدأ بجدولنا الفارغ
import-sheet-text = فيه عمود لكل ما يسأل عنه المشترون. رمز المنتج يحدد المنتج: إن أرسلته ثانية عُدّل، وما لم يتغير يُتجاوز. والصفوف ذات الرمز نفسه أنواع لمنتج واحد.
import-sheet-xlsx = جدول فارغ لـ Excel
import-sheet-csv = جدول فارغ بصيغة CSV
import-sheet-name = المنتجات
import-export-xlsx = تنزيل لـ Excel
import-export-csv = تنزيل بصيغة CSV
import-earlier = عمليات الاستيراد في الأيام الأخيرة
import-when = أُرسل

## The report
import-state-reading = غير مكتمل: أرسل الملف نفسه ثانية فيُستأنف من حيث توقف.
import-state-grouping = قيد التحقق
import-state-checking = قيد التحقق
import-state-ready = هذا ما سيحدث. لم يُكتب شيء بعد.
import-state-committed = كُتب
import-dialect-lines = JSON Lines
import-dialect-sheet = جدول
import-dialect-shopify = Shopify
import-dialect-woocommerce = WooCommerce
import-dialect-etsy = Etsy
import-checked = صفوف جرى التحقق منها
import-refreshes = تتحدث هذه الصفحة من تلقاء نفسها.
import-read = منتجات
import-created = جديدة
import-changed = معدّلة
import-skipped = بلا تغيير
import-refused = مرفوضة
import-outcome-created = جديد
import-outcome-changed = معدّل
import-outcome-skipped = بلا تغيير
import-outcome-refused = مرفوض
import-is-committed = كُتب كل ما هو سليم.
import-unknown = أعمدة لا نعرفها
import-unknown-text = قل ما تحتويه، وسنتذكره لملفاتك القادمة.
import-columns = ما تحتويه الأعمدة
import-as-it-is = كما عُرف
import-ignore = لا حاجة إليه
import-map = تحقق ثانية بهذه الأعمدة
import-cannot = لا يمكن كتابة شيء هكذا: أصلح الملف وأرسله ثانية.
import-drop = انسَ هذا الملف
import-table = ما سيحدث، منتجًا منتجًا
import-row = الصف
import-what = ما يحدث
import-expected = الصواب
notice-import-mapped = حُفظت الأعمدة وأُعيد التحقق من الملف.
notice-import-committed = كُتبت المنتجات.
notice-import-moved = تغيّر كتالوجك منذ التحقق فلم يُكتب شيء. هذا ما سيحدث الآن.
notice-import-dropped = نُسي الملف. وما كُتب باقٍ.

## Refusals
refusal-import-not-ready = ما زال هذا الملف قيد التحقق.
refusal-import-strict = هذا الاستيراد كلٌّ أو لا شيء، وفي أحد المنتجات مشكلة.
refusal-import-nothing = لا منتج في هذا الملف يخلو من مشكلة.
refusal-import-committed = كُتب هذا الاستيراد من قبل.
refusal-import-moved = تغيّر الكتالوج منذ هذا التقرير فلم يُكتب شيء. التقرير الجديد يبيّن ما سيحدث الآن.

## What is wrong with a file
problem-file-empty = هذا الملف فارغ.
problem-file-no-table = ليس هذا جدولًا: أرسل ملف XLSX أو CSV أو JSON Lines فيه عناوين أعمدة وصف واحد على الأقل.
problem-file-workbook = هذا مصنف (XLSX)، وقد طُلبت صيغة أخرى.
problem-file-old-workbook = هذا مصنف من النوع القديم (.xls) أو محمي بكلمة مرور. احفظه بصيغة .xlsx من دونها.
problem-file-no-workbook = لا ورقة ظاهرة في هذا الملف. احفظ الجدول بصيغة .xlsx أو CSV.
problem-file-broken-workbook = هذا المصنف تالف. افتحه في برنامجك واحفظه من جديد.
problem-file-password = هذا المصنف محمي بكلمة مرور.
problem-file-archive = هذا الأرشيف تالف.
problem-file-bomb = سيصبح هذا الملف كبيرًا جدًا عند فك ضغطه.
problem-file-rows = يمكن أن يكون في الجدول { $most } صف. أرسله على أجزاء.
problem-file-columns = يمكن أن يكون في الجدول { $most } عمود.
problem-file-cell = في الصف { $row } خلية أطول من { $most } حرف.
problem-file-quote = الصف الذي يبدأ عند { $row } لا ينتهي: علامة اقتباس لم تُغلق.
problem-file-encoding = ليس هذا الملف بترميز { $encoding }: البايت { $byte } لا يناسبه. حدد ترميزه.
problem-encoding-unknown = هذا الترميز غير معروف.

## What is wrong in a cell
problem-cell-formula = فشلت هنا صيغة حسابية: لا قيمة في الخلية.
problem-tier = «{ $tier }» ليس شريحة سعر.
problem-sku-repeated = في الصف { $row } رمز المنتج نفسه، وليس هذا الصف نوعًا منه.
problem-page-repeated = المنتج مذكور في الصف { $row } باسم صفحته.
problem-row-differs = يقول الصف { $row } من المنتج نفسه شيئًا آخر هنا.
problem-row-too-long = في هذا الصف خلايا أكثر من العناوين: الخلية التي فيها الفاصل تحتاج إلى علامتي اقتباس.
problem-shop-gift-card = بطاقة الهدية ليست منتجًا لهذه السوق.
problem-shop-virtual = لا يُتاجر هنا إلا بما يُلمس، وهذا منتج افتراضي أو للتنزيل.
problem-shop-external = يُباع هذا المنتج في متجر آخر.
problem-shop-grouped = مجموعة المنتجات ليست منتجًا، وأجزاؤها تُستورد وحدها.
problem-shop-kind = المنتجات من النوع «{ $kind }» غير مفهومة.
problem-shop-no-parent = المنتج «{ $parent }» الذي يتبعه هذا النوع ليس في الملف.
problem-import-field = لا عمود في الجدول بهذا الاسم.
problem-import-header = لا عمود في الملف بهذا العنوان.
problem-import-columns = هذه أعمدة أكثر مما يمكن أن يكون في ملف.

## What would be right
import-expected-line = كائن JSON واحد في سطر واحد بترميز UTF-8 وبالحقول الموصوفة فقط
import-expected-row = صف لكل منتج؛ والصفوف التي تشاركه رمزه تذكر مقاسًا أو لونًا أو طلاءً أو رمزًا للنوع
import-expected-cells = عدد من الخلايا بعدد العناوين
import-expected-maker = اسم الصانع في العنوان، مثل atelier-ben-salah
import-expected-sku = رمز المنتج، حتى 64 حرفًا، مرة لكل منتج
import-expected-title = نص حتى 160 حرفًا في كل لغة
import-expected-description = نص حتى 4000 حرف في كل لغة
import-expected-language = en أو fr أو ar
import-expected-craft = إحدى الحرف بمفتاحها أو اسمها، مثل الخزف والفخار
import-expected-materials = من 1 إلى 8 مواد بمفاتيحها أو أسمائها، مثل الطين، الزجاج
import-expected-techniques = حتى 8 تقنيات بمفاتيحها أو أسمائها
import-expected-price = مبلغ مع عملته، مثل 12.500 TND، وفي JSON كائن فيه amount وcurrency
import-expected-moq = عدد صحيح من القطع من مضاعفات العبوة
import-expected-order-multiple = عدد صحيح من القطع، 1 أو أكثر
import-expected-lead-time = عدد صحيح من الأيام، من 0 إلى 730
import-expected-weekly-capacity = عدد صحيح من القطع، 1 أو أكثر
import-expected-hs-code = من 6 إلى 13 رقمًا، مثل 691200
import-expected-origin = بلد باسمه أو برمزه ذي الحرفين، مثل TN
import-expected-weight = عدد صحيح من الغرامات، 1 أو أكثر
import-expected-collection = اسم المجموعة في العنوان أو عنوانها، حتى 160 حرفًا
import-expected-publish = نعم أو لا (في JSON ‏true أو false)؛ تتطلب نعم منتجًا مكتملًا لصانع معتمد
import-expected-variants = لكل نوع رمز وما يميزه، وسعر ووزن إن اختلفا
import-expected-tiers = شرائح مثل 100-499: 11.000 TND FR,DE 45d 2026-01-01..2026-12-31; 500+: 10.500 TND
import-expected-slug = الجزء الأخير من عنوان منتج لا رمز له، مرة لكل منتج
import-expected-sample = مبلغ مع عملته، مثل 12.500 TND، أو 0 TND إن كانت العينة مجانية
import-expected-countries = بلدان بأسمائها أو برموزها ذات الحرفين، تفصلها فواصل منقوطة
import-expected-packing = غرامات ومليمترات صحيحة، 1 أو أكثر؛ الطول والعرض والارتفاع معًا
import-expected-type = منتجات بسيطة أو متغيرة، وأنواع من منتجات الملف نفسه

## Counts and notes
import-commit = { $count ->
    [zero] لا شيء يُكتب
    [one] اكتب منتجًا واحدًا
    [two] اكتب منتجين
    [few] اكتب { $count } منتجات
    [many] اكتب { $count } منتجًا
   *[other] اكتب { $count } منتج
}
import-rows = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
import-note-price-without-currency = منتجات عددها { $count } فيها سعر بلا عملة فتُرك. حدد العملة ليؤخذ.
import-note-retail-price = منتجات عددها { $count } تحمل سعر التجزئة من متجر. ضع سعر الجملة مكانه.
import-note-sale-price-ignored = منتجات عددها { $count } عليها تخفيض هناك، وقد أُخذ السعر العادي.
import-note-material-unknown = منتجات عددها { $count } تذكر مادة ليست في قائمتنا فتُركت.
import-note-pictures-left = منتجات عددها { $count } صورها على خادم آخر ولا تُجلب. أضفها هنا.
import-note-draft = منتجات عددها { $count } من متجر وهي مسودات: ينقصها ما يسأل عنه المشترون هنا، كالحرفة والحد الأدنى للطلب والرمز الجمركي.

portfolio-title = صور حسب رقم الصنف
portfolio-lead = سمِّ كل صورة برقم الصنف الذي تُظهره: B-1.jpg أو B-1 (2).jpg، أو مجلدًا اسمه B-1 فيه صوره. ترى أولًا أين تذهب كل صورة.
portfolio-file = أرسل ملف ZIP فيه صور
portfolio-file-hint = ملف ZIP فيه 200 صورة و256 م.ب على الأكثر، أو عدة صور معًا.
portfolio-nothing-written = لم يُكتب شيء بعد. انظر إلى القائمة ثم ضع الصور في أماكنها.
portfolio-is-committed = الصور في أماكنها.
portfolio-commit = { $count ->
    [one] ضع صورة واحدة في مكانها
    [two] ضع صورتين في مكانهما
    [few] ضع { $count } صور في أماكنها
    [many] ضع { $count } صورة في أماكنها
   *[other] ضع { $count } صورة في أماكنها
}
portfolio-drop = تخلَّص منها
portfolio-counts = جديدة: { $added } · موجودة: { $skipped } · مرفوضة: { $refused }
portfolio-name = الملف
portfolio-outcome = ما يحدث
portfolio-outcome-added = صورة جديدة لهذا المنتج
portfolio-outcome-skipped = موجودة عند هذا المنتج
notice-portfolio-committed = الصور في أماكنها.
notice-portfolio-dropped = حُذفت الصور ولم يتغير شيء.
refusal-portfolio-committed = هذه الصور عند منتجاتها من قبل.
refusal-portfolio-empty = لا يذهب أي من هذه الملفات إلى منتج: سمِّ كل ملف برقم صنف.
problem-portfolio-many = { $most } صورة على الأكثر في المرة الواحدة: أرسل الباقي بعدها.
problem-portfolio-article = لا منتج بهذا الرقم: سمِّ الملف برقم صنف، مثل B-1.jpg.
