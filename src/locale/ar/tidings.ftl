letters-title = ما نكتبه إليك
letters-lead = تصلك الأخبار في رسالة واحدة، بالوتيرة التي تريدها، لا رسالة عن كل أمر.
letters-rhythm = كم مرة؟
letters-rhythm-hint = تُرسل رسالة اليوم في الساعة 7:00 بالتوقيت العالمي، ورسالة الأسبوع يوم الاثنين في الساعة 7:00. وإن لم يكن هناك جديد فلا رسالة.
rhythm-immediate = في الحال، وما يأتي خلال دقيقة يُجمع في رسالة واحدة
rhythm-daily = مرة في اليوم
rhythm-weekly = مرة في الأسبوع
rhythm-never = أبدًا
letters-what = ما فيها
letters-what-requests = إن كنت ورشة: الطلبات المفتوحة التي تلبّيها منتجاتك.
letters-what-answers = إن كنت مشتريًا: منتجات صارت تلبّي طلباتك المفتوحة ولم تكن تلبّيها من قبل.
letters-what-searches = ما تجده عمليات بحثك المحفوظة من جديد.
letters-always = ما يصلك دائمًا
letters-always-text = الرسائل التي تخص عملك تصلك مهما اخترت: الرسائل بينك وبين غيرك، وعروض الأسعار، والاتفاقيات والصفقات، وأولى الإجابات عن طلب فتحته، والقرارات التي تخصك، وما تحتاج إليه لتسجيل الدخول.

searches-title = عمليات البحث المحفوظة
searches-lead = كل ما يُنشر بعد حفظ البحث ويوافقه تجده في رسالتك التالية.
searches-none = لا عمليات بحث محفوظة
searches-none-text = ابحث عن شيء، وبجانب النتائج تستطيع حفظ البحث.
searches-save = احفظ هذا البحث
searches-name = اسمه عندك
searches-name-hint = يظهر في رسائلك فوق ما يُعثر عليه.
searches-address = عنوان البحث
searches-address-hint = كما يظهر في متصفحك: ‎/search?q=bowls&country=TN
searches-since = منذ { $date }

tidings-subject = جديد لك: { $what }
tidings-subject-both = جديد لك: { $requests }، و{ $products }
tidings-subject-wanted = مشترٍ يبحث عمّا تصنعه: { $request }
tidings-count-requests = { $count ->
    [zero] لا طلبات
    [one] طلب واحد
    [two] طلبان
    [few] { $shown } طلبات
    [many] { $shown } طلبًا
   *[other] { $shown } طلب
}
tidings-count-products = { $count ->
    [zero] لا منتجات
    [one] منتج واحد
    [two] منتجان
    [few] { $shown } منتجات
    [many] { $shown } منتجًا
   *[other] { $shown } منتج
}
tidings-wanted = طلبات تلبّيها منتجاتك
tidings-answers = إجابات جديدة عن طلباتك
tidings-found = جديد عمليات بحثك
tidings-fitting = منتجاتك المناسبة
tidings-read = اقرأ الطلب وأجب عنه
tidings-not-for-us = ليس لنا
tidings-product = { $product } · { $maker }
tidings-more = و{ $shown } غيرها
tidings-reason = تصلك هذه الرسالة لأنك طلبت أن تعرف الجديد، أو لأنك لم تحدد الوتيرة بعد.

tiding-declined = اعتذرت عن الطلب
tiding-declined-text = لن يُسأل أحد من ورشتك عن هذا الطلب بعد الآن، ولا يُخبَر المشتري بذلك. وإن غيّرت رأيك فارجع عنه في صفحة الطلب.
tiding-link-used = سبق الجواب عن هذا
tiding-link-used-text = استُعمل هذا الرابط من قبل، وهو لا يعمل إلا مرة واحدة. تجد الطلب بين الطلبات المناسبة.
tiding-link-expired = هذا الرابط قديم
tiding-link-expired-text = تعمل روابط الرسائل ثلاثين يومًا. سجّل الدخول: الطلبات المفتوحة بين الطلبات المناسبة.
tiding-link-closed = أُغلق هذا الطلب
tiding-link-closed-text = لم يعد المشتري يقبل إجابات، فلا شيء تعتذر عنه.
tiding-link-gone = هذا الرابط لا يعمل
tiding-link-gone-text = إما أنه لم يكن منّا قط، أو أنه لورشة لم يعد قارئه منها.
tiding-end-gone-text = إما أنه قديم، أو لم يكن منّا قط. سجّل الدخول: في حسابك، تحت «ما نكتبه إليك»، تحدد كم مرة نكتب إليك.

tiding-end = هل تريد إيقاف هذه الرسائل؟
tiding-end-text = لن تصلك أخبار الجديد بعد ذلك: لا الطلبات ولا المنتجات ولا عمليات البحث المحفوظة. أما الرسائل التي تخص عملك فتبقى تصلك.
tiding-end-button = أوقف هذه الرسائل
tiding-ended = أُوقفت هذه الرسائل
tiding-ended-text = لن نكتب إليك عن الجديد بعد الآن. أما الرسائل التي تخص عملك فتبقى تصلك.
tiding-resume = كان ذلك خطأ: أعِدها
tiding-resumed = عادت هذه الرسائل تصلك

notice-rhythm-chosen = تمّ. سنكتب إليك كما اخترت.
notice-search-saved = حُفظ البحث. ستجد الجديد في رسائلك.
notice-search-deleted = حُذف.
problem-saved-search = قل عمّا تبحث: كلمات، أو مرشّح واحد على الأقل، مثل q=bowls أو craft=ceramics.
problem-saved-search-kind = لا نخبر إلا عن المنتجات: اترك `kind` أو اجعل فيه `product`.
problem-saved-search-sentence = لا يمكن متابعة جملة كاملة، فكل منتج فيه كلمة منها يجيب عنها. اكتب ما تبحث عنه وحده، مثل «أوعية زرقاء».
refusal-saved-searches-full = لديك { $most } عملية بحث محفوظة، وهو الحد الأقصى. احذف واحدة أولًا.
refusal-tiding-link-used = استُعمل هذا الرابط من قبل.
refusal-tiding-link-expired = هذا الرابط قديم؛ تعمل روابط الرسائل ثلاثين يومًا.
refusal-tiding-link-closed = أُغلق هذا الطلب، فلا شيء تعتذر عنه.
