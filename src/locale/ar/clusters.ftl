# التجمعات الحرفية وأعضاؤها، والحرفيون.

## التجمعات
clusters-lead = حرفيون من حرفة واحدة في مكان واحد، يبيعون ويتعلمون ويسلّمون معًا.
clusters-all = الكل
clusters-sector = القطاع
clusters-new = تجمع جديد
clusters-none = لا تجمعات بعد
clusters-none-text = ستظهر تجمعات البرنامج هنا.
clusters-none-filtered = لا تجمع يوافق هذه المرشحات
clusters-edit-lead = ما يقرؤه المشترون والحرفيون عن التجمع.
clusters-presentation-lead = كيف يقدّم تجمعكم نفسه. الاسم والبلد والقطاع من شأن البرنامج.
clusters-name = الاسم
clusters-name-hint = الحرفة والمكان، مثل «فنون المائدة بنابل».
clusters-place = المدينة أو المنطقة
clusters-crafts = الحرف
clusters-summary = عن التجمع
clusters-summary-hint = بماذا يُعرف المكان، وماذا يجد المشتري فيه. أفضله من 60 إلى 90 كلمة.
clusters-latitude = خط العرض
clusters-longitude = خط الطول
clusters-coordinates-hint = بالدرجات للمدينة، مثل 36.4513 و10.7357. الشمال والشرق موجبان.
clusters-leader = الجهة القائدة
clusters-leader-hint = جهة معتمدة من نوع «تجمع». يصبح أفرادها وكلاء التجمع.
clusters-leader-edit-hint = أفرادها هم وكلاء التجمع. اختر غيرها لتسلّمها التجمع.
clusters-leader-new = جهة جديدة باسم التجمع
sectors-title = القطاعات
sectors-lead = الصناعات الثقافية والإبداعية، وعدد التجمعات العاملة في كل منها.

## الحرفيون
makers-lead = ورش وتعاونيات ومشاغل تحقق منها البرنامج. اختر بلدًا أو حرفة أو تجمعًا.
makers-none = لا حرفيين بعد
makers-none-text = أولى الورش في الطريق. هل ورشتك منها؟
makers-none-filtered = لا حرفي يوافق هذه المرشحات
makers-none-filtered-text = أزل مرشحًا: قد يعرف تجمع مجاور الحرفة نفسها.

## ملف الحرفي
profile-title = ورشتنا
profile-lead = ما يقرؤه المشترون عنكم. خمس دقائق تكفي، ويمكنكم تغييره متى شئتم.
profile-place = أين تعملون
profile-place-hint = المدينة أو القرية؛ أما البلد فنعرفه.
profile-crafts-hint = بها يجدكم المشترون. اختاروا ما تصنعونه فعلًا.
profile-story = قصتكم
profile-story-hint = من أنتم، وكيف تعلمتم الحرفة، وما الذي يميز قطعكم. اكتبوا كما تحكون لضيف.
profile-founded = سنة التأسيس
profile-people = عدد العاملين
profile-people-hint = كل من يصنع، ومنهم من يعمل في بيته.
profile-capacity = القطع في الأسبوع
profile-capacity-hint = ما يمكنكم تسليمه في أسبوع عادي من كل المنتجات. الرقم المتأني يكسب الثقة.
profile-exports = يحق لنا التصدير بأنفسنا
profile-exports-hint = وإلا فلا بأس: تُذكر شركة أخرى مصدِّرًا في الأوراق.
profile-incoterms = قواعد التسليم التي نقدمها في الخارج
profile-incoterms-hint = إنكوترمز 2020، إن كنتم تصدّرون بأنفسكم. لا تختاروا شيئًا لتركها مفتوحة.
profile-currency = عملة أسعاركم
profile-currency-hint = تبدأ بها المنتجات الجديدة.
profile-order-minimum = أصغر طلبية
profile-order-minimum-hint = أقل ما تبلغه الطلبية بكل منتجاتها. فارغ: أي طلبية.

## الانتماء إلى تجمع
membership-requested = في انتظار الجواب
membership-confirmed = عضو
membership-refused = مرفوض
membership-left = انتهى
membership-decision-confirmed = تأكيد العضوية
membership-decision-refused = رفض الطلب
membership-decision-ended = إنهاء العضوية
memberships-mine = تجمعاتنا
memberships-mine-lead = يثق المشترون بحرفي يشهد له جيرانه. كل تجمع يؤكد أعضاءه بنفسه.
memberships-mine-none = لا تنتمون إلى أي تجمع بعد
memberships-mine-none-text = راسلوا تجمع مدينتكم أو حرفتكم، وسيجيبكم برسالة.
memberships-ask = طلب الانضمام
memberships-ask-hint = يقرأ التجمع ملفكم قبل أن يجيب.
memberships-ask-send = إرسال الطلب
memberships-take-back = سحب الطلب
memberships-leave = مغادرة التجمع
memberships-leave-sure = هل تغادرون هذا التجمع؟ ستحتاجون إلى طلب جديد للعودة.
memberships-title = الأعضاء والطلبات
memberships-lead = من يطلب الانضمام ومن ينتمي. لا يُحسب إلا الأعضاء المؤكدون.
memberships-standing = الحالة
memberships-asked-on = تاريخ الطلب
memberships-decided-on = تاريخ القرار
memberships-look = عرض
memberships-none = لا أحد هنا
memberships-none-waiting = لا أحد ينتظر جوابًا
memberships-none-text = حين يطلب حرفي الانضمام تصلكم رسالة ويظهر الطلب هنا.
memberships-see-confirmed = عرض الأعضاء
memberships-maker-waits = لم يعتمده البرنامج بعد
memberships-not-approved = لم يعتمد البرنامج هذا الحرفي بعد. يمكنكم التأكيد الآن، ويُحسب ويظهر بعد اعتماده.
memberships-no-profile = لم يكتب هذا الحرفي ملفه بعد.
memberships-see-maker = عرض صفحة الحرفي
memberships-decide = القرار
memberships-decision = القرار
memberships-note = السبب
memberships-note-hint = يقرؤه الحرفي في رسالة. لازم عند الرفض والإنهاء.

notice-cluster-created = صار التجمع في الدار.
notice-cluster-saved = حُفظ.
notice-profile-saved = حُفظ. هكذا يراكم الآخرون.
notice-membership-asked = طلبكم في الطريق. سيجيب التجمع برسالة.
notice-membership-left = تم. أُبلغ التجمع.
notice-membership-decided = صدر القرار. رسالة في الطريق إلى الحرفي.

problem-craft-missing = اختر حرفة واحدة على الأقل.
problem-coordinate = يجب أن يكون عدد درجات بين -{ $most } و{ $most }.
problem-coordinate-alone = خط العرض وخط الطول متلازمان.
problem-cluster-organisation = يجب أن يكون الاسم العنواني لجهة تجمع معتمدة.
problem-cluster-organisation-taken = تقود هذه الجهة تجمعًا آخر.
problem-cluster-unknown = اختر أحد التجمعات.
problem-membership-reason = اذكر السبب، فسيقرؤه الحرفي.

refusal-not-any-maker = هذا للحرفيين.
refusal-not-your-cluster = هذا لوكلاء هذا التجمع.
refusal-not-your-workshop = لا يمكنك تغيير غير ملفك.
refusal-membership-waiting = طلبكم ينتظر الجواب من قبل.
refusal-membership-already = العضوية مؤكدة من قبل.
refusal-membership-over = انتهى هذا الطلب أو هذه العضوية من قبل.
refusal-membership-not-yet = يمكن تأكيد هذا الطلب أو رفضه؛ لا عضوية بعد كي تنتهي.
refusal-membership-too-soon = رفض التجمع قبل وقت قصير. يمكنكم إعادة الطلب بعد 30 يومًا من الرفض.

letter-membership-asked-subject = { $maker } يطلب الانضمام إلى { $cluster }
letter-membership-asked-text = يود { $maker } الانتماء إلى { $cluster }. نرجو النظر في الورشة واتخاذ القرار.
letter-membership-asked-button = اطّلع وقرّر
letter-membership-left-subject = { $maker } لم يعد ينتمي إلى { $cluster }
letter-membership-left-text = غادر { $maker } تجمع { $cluster }، أو سحب طلبه.
letter-membership-left-button = عرض الأعضاء
letter-membership-agent-reason = وصلتك هذه الرسالة لأنك من وكلاء { $cluster }.
letter-membership-confirmed-subject = { $maker } عضو في { $cluster }
letter-membership-confirmed-text = أكد { $cluster } عضوية { $maker }. تحمل صفحتكم الآن علامته.
letter-membership-refused-subject = أجاب { $cluster } عن طلب { $maker }
letter-membership-refused-text = لم يتمكن { $cluster } من قبول { $maker } عضوًا. وكتب التجمع:
letter-membership-ended-subject = { $maker } و{ $cluster }
letter-membership-ended-text = أنهى { $cluster } عضوية { $maker }. وكتب التجمع:
letter-membership-maker-button = عرض تجمعاتنا
letter-membership-maker-reason = وصلتك هذه الرسالة لأنك من أفراد { $maker }.
