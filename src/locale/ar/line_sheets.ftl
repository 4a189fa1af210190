# قوائم المجموعات: ما يُقرأ فيها، وكيف يُعرف أن القائمة أصلية.
line-sheet-title = قائمة المجموعة
line-sheet-get = قائمة المجموعة (PDF)
line-sheet-issued = صدرت في
line-sheet-nothing = لا شيء معروض لك في هذه المجموعة.
line-sheet-more = { $count ->
    [one] منتج آخر معروض في { $address }
    [two] منتجان آخران معروضان في { $address }
    [few] { $shown } منتجات أخرى معروضة في { $address }
    [many] { $shown } منتجًا آخر معروضة في { $address }
   *[other] { $shown } منتج آخر معروضة في { $address }
}
line-sheet-prices = الأسعار
line-sheet-prices-hidden = للمشترين المتحقَّق منهم
line-sheet-customs = ⁦HS { $code }⁩
line-sheet-terms = الشروط
line-sheet-term-prices = أسعار الجملة للقطعة الواحدة، كما تسري يوم الإصدار على المشترين في هذا البلد: { $country }.
line-sheet-term-all-prices = أسعار الجملة للقطعة الواحدة، ومعها أسعار كل البلدان: ليست للتداول.
line-sheet-term-hidden = تُعرض أسعار الجملة على المشترين الذين تحقق منهم البرنامج: { $address }
line-sheet-term-quantities = تبدأ الكميات من الحد الأدنى للطلب، وتزيد بالطرد الكامل.
line-sheet-term-delivery = يُتفق في عرض السعر على قاعدة التسليم (إنكوترمز 2020) ومكانها المسمى وعلى الدفع.
line-sheet-term-certificates = كانت الشهادات سارية يوم الإصدار، وقد تحقق منها البرنامج على وثائقها.
line-sheet-contact = التواصل
line-sheet-page = صفحة الورشة، ومنها يُطلب عرض السعر
line-sheet-genuine = هل هذه القائمة أصلية؟
line-sheet-genuine-how = امسح المربع بهاتفك، أو اكتب الرمز في العنوان أدناه. تعرف منه من أصدر هذه القائمة ومتى، وهل ملفك هو هذه الوثيقة نفسها.
line-sheet-ask-lead = على كل قائمة رمز. اكتبه لتعرف من أصدر القائمة ومتى.
line-sheet-code = الرمز
line-sheet-code-hint = اثنا عشر حرفًا ورقمًا، مثل K7QM-2F9T-XW4A.
line-sheet-look-up = ابحث عنه
line-sheet-known = صدرت هذه القائمة هنا
line-sheet-known-lead = قارن ما يلي بما بين يديك.
line-sheet-collection = المجموعة
line-sheet-language = اللغة
line-sheet-since = منذ ذلك الحين
line-sheet-unchanged = لم تتغير المجموعة.
line-sheet-changed = تغيرت المجموعة: اطلب قائمة جديدة.
line-sheet-withdrawn = لم تعد المجموعة معروضة.
line-sheet-hash = بصمة SHA-256 للملف
line-sheet-check = هل ملفك هو هذه الوثيقة؟
line-sheet-check-lead = اختر ملف PDF الذي وصلك، أو ألصق بصمته SHA-256. يُقارن الملف فقط ولا يُحفظ.
line-sheet-file = ملف PDF
line-sheet-file-hint = كما وصلك: ما طُبع أو حُفظ من جديد ملف آخر.
line-sheet-hash-hint = 64 رقمًا وحرفًا من a إلى f.
line-sheet-compare = قارن
line-sheet-is-genuine = نعم: ملفك هو هذه الوثيقة نفسها.
line-sheet-is-not-genuine = لا: ليس ملفك الوثيقة التي صدرت بهذا الرمز. لا تعتمد على أسعاره ولا على عناوين التواصل فيه.
refusal-line-sheet-unpublished = تُعد القائمة مما هو معروض: انشر المجموعة أولًا.
problem-line-sheet-code = اثنا عشر حرفًا ورقمًا، مثل K7QM-2F9T-XW4A، وليس بينها I ولا L ولا O ولا U.
problem-line-sheet-unknown = لم تصدر قائمة بهذا الرمز. تأكد أنك كتبته كما هو على القائمة.
problem-line-sheet-hash = في بصمة SHA-256 ‏64 رقمًا وحرفًا من a إلى f.
problem-line-sheet-nothing = اختر ملف PDF، أو اكتب بصمته SHA-256.
problem-line-sheet-not-pdf = قائمة المجموعة ملف PDF: اختر ذلك الملف.
