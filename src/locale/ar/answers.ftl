# ما يفعله الطرفان بالتوافق.

## علامات المشتري
mark-shortlist = إضافة إلى المختارين
mark-pass = استبعاد
mark-back = إعادة
status-shortlisted = من المختارين
status-passed-over = مستبعد
status-quoted = قدّم عرض سعر
status-won = فاز بالطلبية

## الاعتذار
decline-title = ليس لنا
decline-lead = يخرج الطلب من قائمتك ولا تُسأل عنه ثانية. لا يُبلَّغ المشتري بذلك.
decline-open = ليس لنا
decline-reason = ما السبب؟
decline-reason-not-ours = لا نصنع مثل هذا
decline-reason-too-small = القطع قليلة
decline-reason-no-time = لا وقت لدينا
decline-reason-price = ليس بهذا السعر
decline-reason-destination = ليس لهذا البلد
decline-reason-other = سبب آخر
decline-note = بكلماتك
decline-note-hint = تقرؤه أنت والبرنامج، لا المشتري.
decline-always = في المستقبل أيضًا (اختياري)
decline-always-hint = ما تقوله هنا يسري على كل طلب قادم إلى أن تغيّره.
decline-least-hint = مع «القطع قليلة»: أصغر طلبية تستحق العمل.
decline-busy-hint = مع «لا وقت لدينا»: آخر يوم لا تقبل فيه عملًا جديدًا.
decline-never-there = مع «ليس لهذا البلد»: لا شيء إلى { $country } في المستقبل
decline-send = الاعتذار عن الطلب
declined-on = اعتذرت عن هذا الطلب في { $date }: { $reason }.
declined-reconsider = العدول عن الاعتذار
notice-request-declined = سُجّل اعتذارك، ولن تُسأل عن هذا الطلب ثانية.
notice-request-reconsidered = عاد الطلب، وتُقارن منتجاتك به من جديد.
refusal-decline-closed = هذا الطلب مغلق، ولا شيء للاعتذار عنه.
refusal-not-declined = لم تعتذر عن هذا الطلب.
problem-decline-note = اذكر السبب بكلمات قليلة.
problem-decline-limit = هذا يتبع السبب «{ $reason }» وحده.

## ما ترفضه الورشة
limits-title = ما لا تقبله
limits-lead = الطلبات التي تتجاوز هذه الحدود لا تُطابَق مع منتجاتك ولا تصلك رسائل عنها.
limits-least = أصغر طلبية
limits-least-hint = بالقطع. إن تُرك فارغًا تُحتسب الكميات الدنيا لمنتجاتك. وما اتفقت عليه مع مشترٍ يسري عليه.
limits-busy = لا عمل جديدًا حتى
limits-busy-hint = يبدأ العمل في الطلبية الجديدة في اليوم التالي.
limits-not-to = بلدان لا تبيع إليها
limits-not-to-hint = أسماء أو رموز من حرفين تفصلها فواصل. تبقى منتجاتك معروضة هناك.
notice-limits-set = تم الحفظ. تُقارن الطلبات بمنتجاتك من جديد.

## الحصص
refusal-answers-request = ردّت { $most } ورشة على هذا الطلب، ولا يقبل ردودًا أخرى.
refusal-answers-month = رددت على { $most } طلبًا خلال 30 يومًا. لا تُحسب الردود على الطلبات التي ثبت زيفها.

## البلاغات
report-open = الإبلاغ عن هذا الطلب
report-title = الإبلاغ عن طلب
report-lead = ينظر فيه موظف من البرنامج، ولا يعلم المشتري من أبلغ عنه.
report-suspicion = ما الخطأ فيه؟
suspicion-no-buyer = لا أحد وراءه، أو ليس من ذُكر اسمه
suspicion-fishing = يجمع الأسعار أو العينات أو العناوين فقط
suspicion-advertising = يبيع بدل أن يشتري
suspicion-fraud = يطلب مالًا أو رسومًا أو حسابًا
suspicion-other = شيء آخر
report-note = ما الذي حدث
report-note-hint = ما قيل ومتى وكيف لاحظته. يقرؤه موظفو البرنامج وحدهم.
report-send = إرسال البلاغ
report-decision-note = ما وجدته
report-decision-note-hint = يقرؤه من أبلغوا عنه، وكذلك مشتري الطلب الذي يُغلق.
reports-title = طلبات مُبلَّغ عنها
reports-lead = ما تقوله الورش عن طلبات لا يعنيها أي مشترٍ. يُغلق الطلب الزائف نهائيًا، ولا تُحسب الردود عليه على الورش.
reports-empty = لا بلاغ عن أي طلب
reports-empty-text = تُبلّغ الورش عن الطلب من صفحته.
report-request = الطلب
report-on = تاريخ البلاغ
report-of = أبلغت عنه { $maker }
report-verdict = القرار
report-verdict-waiting = في الانتظار
report-verdict-fake = زائف
report-verdict-genuine = حقيقي
report-decide = اتخاذ القرار
report-decide-hint = يسري القرار على كل البلاغات عن هذا الطلب.
report-see-request = قراءة الطلب كاملًا
request-fake = وجد موظف من البرنامج أن هذا الطلب زائف، وقد أُغلق نهائيًا.
notice-request-reported = شكرًا. سينظر فيه موظف من البرنامج.
notice-reports-decided = اتُّخذ القرار وأُبلغ من أبلغوا عنه.
refusal-reported = سبق أن أبلغت عن هذا الطلب.
refusal-request-fake = وجد موظف من البرنامج أن هذا الطلب زائف، ويبقى مغلقًا.
refusal-report-decided = اتخذ موظف آخر قرارًا بشأن هذا الطلب.
letter-fake-subject = أُغلق طلبك: { $request }
letter-fake-text = نظر موظف من البرنامج في طلبك وأغلقه. يقول:
letter-fake-button = عرض الطلب
letter-report-subject = ما آل إليه بلاغك: { $request }
letter-report-fake = ثبت أن الطلب الذي أبلغت عنه زائف. أُغلق، ولا يُحسب ردك عليه. يقول الموظف:
letter-report-genuine = وُجد أن الطلب الذي أبلغت عنه حقيقي. يقول الموظف:
letter-report-button = عرض الطلبات التي تناسبك
letter-report-reason = تصلك هذه الرسالة لأن ورشتك أبلغت عن طلب.

## Rules and evaluation
match-rule-willing = رغبة الورشة
match-why-declined = اعتذرت الورشة عن هذا الطلب
problem-weights = «{ $text }» ليس جزءًا من الدرجة مع عدد من 0 إلى 1000، مثل price=25.

## يوم الموظفين
task-reports = { $count ->
    [one] بلاغ عن طلب ينتظر قرارًا
    [two] بلاغان عن طلبات ينتظران قرارًا
    [few] { $shown } بلاغات عن طلبات تنتظر قرارًا
   *[other] { $shown } بلاغًا عن طلبات ينتظر قرارًا
}
