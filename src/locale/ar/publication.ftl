# لمن الطلب، وقراءته قبل نشره، وتجديده

## لمن هو
request-visibility = من يحق له الرد
request-visibility-open = كل الورش
request-visibility-invited = الورش التي تدعوها فقط
request-visibility-cluster = ورش تجمع واحد فقط
request-invited = الورش المدعوة
request-invited-hint = أسماؤها في عناوينها، مثل dar-amal، تفصلها فواصل. تُبلَّغ برسالة.
request-cluster = التجمع
request-audience-invited = للورش المدعوة فقط، وعددها { $makers }
request-audience-cluster = لتجمع { $cluster } فقط
problem-request-invited = لا ورشة معتمدة باسم { $name }. خذ الاسم من آخر عنوان الورشة، مثل dar-amal.
problem-request-cluster = لا تجمع بهذا الاسم.
letter-invited-subject = مشترٍ يدعوك إلى الرد: { $request }
letter-invited-text = اختارك مشترٍ موثَّق مع قلة غيرك للرد على هذا الطلب. يقول:
letter-invited-button = قراءة الطلب
letter-invited-reason = تصلك هذه الرسالة لأن مشتريًا دعا ورشتك.

## القراءة قبل النشر
status-submitted = قيد القراءة
request-submitted-hint = يقرأ موظف من البرنامج طلبك قبل الورش، وستُبلَّغ بالنتيجة.
request-sent-back = أعاد موظف طلبك إليك: { $note }
notice-request-submitted = أُرسل طلبك، ويقرؤه موظف أولًا.
reviews-title = طلبات للقراءة
reviews-lead = أرسلها مشترون، وتراها الورش حين تنشرها.
reviews-empty = لا طلب ينتظر القراءة
reviews-empty-text = تظهر الطلبات الجديدة هنا حين يرسلها المشترون.
review-verdict = القرار
review-verdict-publish = نشره
review-verdict-send-back = إعادته
review-note = ما ينبغي تغييره
review-note-hint = يقرؤه المشتري. لا بد منه عند إعادة الطلب.
review-send = اتخاذ القرار
notice-request-reviewed = اتُّخذ القرار.
refusal-request-reviewed = هذا الطلب لا ينتظر القراءة.
refusal-request-submitted = يقرأ موظف هذا الطلب. انتظر الجواب أو اسحبه أولًا.
letter-sent-back-subject = راجع طلبك من فضلك: { $request }
letter-sent-back-text = قرأ موظف من البرنامج طلبك وأعاده قبل أن تراه الورش:
letter-sent-back-button = تعديل الطلب
task-review-requests = { $count ->
    [one] طلب ينتظر القراءة
    [two] طلبان ينتظران القراءة
    [few] { $shown } طلبات تنتظر القراءة
   *[other] { $shown } طلبًا ينتظر القراءة
}

## التجديد
renew-title = فتحه من جديد
renew-lead = يبقى كل شيء كما كان، والأيام وحدها جديدة.
renew-send = فتحه بهذه الأيام
refusal-request-not-closed = لا يُجدَّد إلا طلب مغلق.

## ما تدل عليه كلماته
recognised-title = هذا ما قرأناه في كلماتك
recognised-lead = ضع علامة على الصحيح: الطلب الذي يسمي حرفته يلقى ردودًا أفضل.
recognised-send = إضافة ما عليه علامة
notice-request-recognised = تمت الإضافة.
request-buyer = المشتري
