# المحادثات بين المشترين والصنّاع، والعروض جنبًا إلى جنب

nav-conversations = المحادثات
conversations-title = المحادثات
conversations-lead = ما تكتبونه أنتم والطرف الآخر بعضكم لبعض. لا يقرؤه أحد غيركم، ولا البرنامج نفسه.
conversations-unread = محادثات فيها جديد
conversations-empty = لا محادثات بعد
conversations-empty-maker = حين يوافق أحد منتجاتك طلبًا مفتوحًا يمكنك أن تكتب من هناك إلى المشتري.
conversations-empty-buyer = اكتب إلى صانع من صفحته أو من صفحة منتج أو من قائمة من يوافقون طلبك.
conversation-new = محادثة جديدة
conversation-new-lead = ستصل { $partner } رسالة ويمكن الرد هنا.
conversation-new-here = جديد
conversation-with = محادثة مع { $partner }
conversation-about = بشأن
conversation-maker-page = صفحة الصانع
conversation-write = اكتب رسالة
conversation-text = رسالتك
conversation-text-hint = بأي لغة. ما يُرسل يبقى كما هو.
conversation-files = صور ووثائق
conversation-files-hint = حتى { $most } ملفات: صور JPEG أو PNG أو WebP، أو PDF. يُحذف من الصور مكان التقاطها وزمانه.
conversation-language = لغة الرسالة
conversation-language-hint = لا حاجة إليها إلا إذا لم تُعرف من الكلمات.
conversation-language-guess = كما تُعرف من الكلمات
conversation-send = أرسل
conversation-mark-read = علّمها مقروءة
conversation-attachment-alone = (مرفق)
conversation-earlier = ما قيل قبل ذلك
conversation-latest = الأحدث
conversation-step-offered = { $by }: عرض السعر رقم { $number } بمبلغ { $total }
conversation-step-countered = { $by }: عرض مقابل في عرض السعر رقم { $number } (النسخة { $version }) بمبلغ { $total }
conversation-step-accepted = { $by }: قبول عرض السعر رقم { $number } بمبلغ { $total }
conversation-step-declined = { $by }: رفض عرض السعر رقم { $number }
conversation-step-withdrawn = { $by }: سحب عرض السعر رقم { $number }
conversation-step-not-chosen = { $by }: اختيار عرض غير عرض السعر رقم { $number }
quote-talk = محادثة مع { $partner }
notice-message-sent = أُرسلت. تصل الطرف الآخر رسالة بالبريد إن لم يقرأها هنا قبل ذلك.
notice-conversation-read = عُلّمت مقروءة.
refusal-conversation-unmatched = يمكنك أن تبدأ بالكتابة إلى مشتري طلب مفتوح توافقه منتجاتك، أو من لك معه عرض سعر. ويمكنك دائمًا أن ترد على الطلب بعرض سعر.
refusal-conversation-partner = الطرف الآخر غير معتمد حاليًا، فلا يمكن لأحد أن يكتب إليه.
refusal-conversations-many = يمكنك أن تبدأ { $most } محادثة على الأكثر خلال 24 ساعة. أما محادثاتك القائمة فتستمر.
letter-message-subject = كتب إليك { $partner }
letter-message-text = { $count ->
    [zero] كتب إليك { $partner }.
    [one] كتب إليك { $partner }.
    [two] كتب إليك { $partner } رسالتين. أحدثهما:
    [few] كتب إليك { $partner } { $shown } رسائل. أحدثها:
    [many] كتب إليك { $partner } { $shown } رسالةً. أحدثها:
   *[other] كتب إليك { $partner } { $shown } رسالة. أحدثها:
}
letter-message-button = اقرأ ورُدّ
done-conversation-begun = بُدئت محادثة
done-message-written = كُتبت رسالة

compare-title = العروض جنبًا إلى جنب
compare-lead = العروض المفتوحة لطلبك، كلٌّ بأحدث نسخه. المجاميع محوّلة إلى عملة واحدة، وما تشمله يتوقف على قاعدة التسليم.
compare-target = السعر المستهدف للقطعة
compare-empty = لا عروض مفتوحة بعد
compare-empty-text = حين يرد الصنّاع على طلبك تظهر عروضهم هنا جنبًا إلى جنب.
compare-currency = قارن بعملة
compare-sort = الترتيب
compare-order-landed = الأقل مجموعًا أولًا
compare-order-lead-time = الأسرع جاهزية أولًا
compare-rules-differ = قواعد التسليم مختلفة: المجاميع لا تشمل الشيء نفسه. انظر ما يبقى عليك أن تضيفه إلى كل منها.
compare-no-rate = لا يُعرف هنا سعر صرف لـ { $currencies }، فلم تُحوَّل هذه المجاميع.
compare-rate-lacks = لا سعر صرف
compare-maker = الصانع
compare-landed = المجموع بـ { $currency }
compare-above-target = فوق السعر المستهدف
compare-to-add = ما يبقى عليك
compare-more = أكثر من المطلوب: { $pieces }
compare-less = أقل من المطلوب: { $pieces }
compare-ready = جاهز في، إن قُبل اليوم
compare-other-rule = ليست من قواعد التسليم المطلوبة
compare-lacks = ينقص: { $scheme }
compare-late = متأخر { $days }
compare-in-time = في الموعد
compare-certificates = شهادات سارية في ذلك اليوم
compare-exclusivity = حصرية لك هناك
compare-next = تابع
compare-rates = أسعار صرف { $month }:
cost-loading = التحميل من الورشة
cost-export-clearance = التخليص الجمركي للتصدير
cost-carriage-to-port = النقل إلى ميناء المغادرة أو مطارها
cost-loading-on-board = التحميل على متن السفينة
cost-main-carriage = النقل الرئيسي
cost-insurance = تأمين النقل
cost-on-carriage = النقل من ميناء الوصول إليك
cost-import-duties = التخليص عند الاستيراد والرسوم والضريبة
cost-unloading = التفريغ عندك
incoterm-means-EXW = تستلم البضاعة من الورشة، وكل ما بعد ذلك عليك.
incoterm-means-FCA = يسلّم الصانع البضاعة مخلّصة إلى ناقلك في المكان المتفق عليه.
incoterm-means-CPT = يدفع الصانع النقل إلى المكان المتفق عليه، والمخاطر عليك منذ أول ناقل.
incoterm-means-CIP = يدفع الصانع النقل والتأمين إلى المكان المتفق عليه.
incoterm-means-DAP = يوصل الصانع البضاعة إلى المكان المتفق عليه، والتفريغ والرسوم والضرائب عليك.
incoterm-means-DPU = يوصل الصانع البضاعة ويفرّغها، والرسوم والضرائب عليك.
incoterm-means-DDP = يوصل الصانع البضاعة مدفوعة الرسوم والضرائب.
incoterm-means-FAS = يوصل الصانع البضاعة مخلّصة إلى جانب السفينة.
incoterm-means-FOB = يوصل الصانع البضاعة مخلّصة إلى متن السفينة.
incoterm-means-CFR = يدفع الصانع الشحن البحري إلى ميناء الوصول، والمخاطر عليك منذ التحميل على متن السفينة.
incoterm-means-CIF = يدفع الصانع الشحن البحري والتأمين إلى ميناء الوصول.
