# الصفحة الأولى، وصفحة الحرفي وصفحة التجمع، ويوم الشخص.

home-title = صُنع باليد، واتُّفق عليه في الفناء
home-lead = اعثر على الورشة التي تحقق ما في ذهنك: أطباق من نابل ومصابيح من مراكش وجلود من القاهرة. اعرف لماذا تناسبك، واطلب عرض سعر، ووقّع.
home-post-request = أخبرنا عمّا تبحث عنه
home-to-desk = إلى يومي
home-collections = مجموعات جديدة
home-products = جديد الورش
home-clusters = التجمعات الحرفية بلدًا بلدًا
home-clusters-lead = حرفيون من حرفة واحدة في مكان واحد. كل تجمع يعرف أعضاءه ويؤكدهم.
home-make-title = أنتم تصنعون
home-make-text = اعرضوا عملكم بلغتكم، من جدول أو بصور هاتفكم. بلا رسوم، ولا يرى أسعاركم إلا مشترون تحقق منهم البرنامج.
home-make-go = أعرض عملي
home-buy-title = أنتم تشترون
home-buy-text = صفوا ما تحتاجون إليه. تسمّي الدار الورش المناسبة وتذكر السبب، وتقول ما الذي ينبغي أن يتغير لدى الورش القريبة من المطلوب.
home-buy-go = التسجيل مشتريًا

maker-not-public = لم يعتمد البرنامج هذا الحرفي بعد. وحتى ذلك الحين لا يرى العموم هذه الصفحة.
maker-member-of = أكده
maker-edit-profile = تعديل ملفنا
maker-ask = اطلب ما تحتاج إليه
maker-exports = التصدير
maker-exports-itself = يصدّر بنفسه
maker-exports-through = عن طريق مصدِّر مسجل
maker-website = الموقع
maker-currency = قائمة الأسعار بعملة
maker-nothing = لا شيء معروضًا بعد
maker-nothing-text = لم تنشر هذه الورشة منتجاتها بعد.
maker-nothing-own = رفوفكم فارغة
maker-nothing-own-text = ما تنشرونه يظهر هنا ليجده المشترون.

cluster-members = الأعضاء المؤكدون
cluster-coordinates = على الخريطة
cluster-no-members = لا أعضاء مؤكدين بعد
cluster-no-members-text = يطلب الحرفيون الانضمام، ويؤكدهم التجمع واحدًا واحدًا.

desk-title = طاب يومك، { $name }
desk-waiting = ما ينتظرك
desk-next-steps = خطوات مفيدة
desk-doors = أبوابك
desk-nothing = لا شيء ينتظرك
desk-nothing-text = حين يحتاج أحد إلى جواب منك يظهر ذلك هنا، وتصلك رسالة.
desk-pending = لم ينظر مسؤول البرنامج في جهتكم بعد. ستصلكم رسالة.
desk-pending-maker = لم ينظر مسؤول البرنامج في ورشتكم بعد. يمكنكم تجهيز كل شيء الآن، ويصبح النشر ممكنًا بعد الاعتماد. ستصلكم رسالة.
desk-pending-buyer = لم يتحقق مسؤول البرنامج من شركتكم بعد. وحتى ذلك الحين تبقى أسعار الجملة مخفية. ستصلكم رسالة.
desk-refused = لم يتمكن البرنامج من اعتماد جهتكم.
desk-suspended = جهتكم موقوفة في الوقت الحالي.

task-answer-quotes = { $count ->
    [zero] لا عروض تنتظر جوابك
    [one] عرض واحد ينتظر جوابك
    [two] عرضان ينتظران جوابك
    [few] { $shown } عروض تنتظر جوابك
    [many] { $shown } عرضًا ينتظر جوابك
   *[other] { $shown } عرض ينتظر جوابك
}
task-sign-agreements = { $count ->
    [zero] لا اتفاقيات تنتظر توقيعك
    [one] اتفاقية واحدة تنتظر توقيعك
    [two] اتفاقيتان تنتظران توقيعك
    [few] { $shown } اتفاقيات تنتظر توقيعك
    [many] { $shown } اتفاقية تنتظر توقيعك
   *[other] { $shown } اتفاقية تنتظر توقيعك
}
task-confirm-deals = { $count ->
    [zero] لا طلبيات تنتظر تأكيدك
    [one] طلبية واحدة تنتظر تأكيدك
    [two] طلبيتان تنتظران تأكيدك
    [few] { $shown } طلبيات تنتظر تأكيدك
    [many] { $shown } طلبية تنتظر تأكيدك
   *[other] { $shown } طلبية تنتظر تأكيدك
}
task-ship-deals = { $count ->
    [zero] لا طلبيات مؤكدة للشحن
    [one] طلبية مؤكدة واحدة للشحن
    [two] طلبيتان مؤكدتان للشحن
    [few] { $shown } طلبيات مؤكدة للشحن
    [many] { $shown } طلبية مؤكدة للشحن
   *[other] { $shown } طلبية مؤكدة للشحن
}
task-receive-deals = { $count ->
    [zero] لا طلبيات في الطريق
    [one] طلبية واحدة في الطريق: أخبرنا حين تصل
    [two] طلبيتان في الطريق: أخبرنا حين تصلان
    [few] { $shown } طلبيات في الطريق: أخبرنا حين تصل
    [many] { $shown } طلبية في الطريق: أخبرنا حين تصل
   *[other] { $shown } طلبية في الطريق: أخبرنا حين تصل
}
task-opportunities = { $count ->
    [zero] لا طلبات توريد تناسب منتجاتكم
    [one] طلب توريد واحد يناسب منتجاتكم
    [two] طلبا توريد يناسبان منتجاتكم
    [few] { $shown } طلبات توريد تناسب منتجاتكم
    [many] { $shown } طلب توريد يناسب منتجاتكم
   *[other] { $shown } طلب توريد يناسب منتجاتكم
}
task-verdicts = { $count ->
    [zero] لا سجلات تنتظر حكمك
    [one] سجل واحد ينتظر حكمك
    [two] سجلان ينتظران حكمك
    [few] { $shown } سجلات تنتظر حكمك
    [many] { $shown } سجلًا ينتظر حكمك
   *[other] { $shown } سجل ينتظر حكمك
}
task-write-profile = اكتبوا ملفكم: يريد المشترون أن يعرفوا من يصنع القطع
task-first-product = اعرضوا منتجكم الأول
task-drafts = { $count ->
    [zero] لا مسودات
    [one] مسودة واحدة تنتظر الإكمال
    [two] مسودتان تنتظران الإكمال
    [few] { $shown } مسودات تنتظر الإكمال
    [many] { $shown } مسودة تنتظر الإكمال
   *[other] { $shown } مسودة تنتظر الإكمال
}
task-join-cluster = اطلبوا من تجمعكم أن يؤكدكم
task-requests = { $count ->
    [zero] لا حرفيين يطلبون الانضمام إلى تجمعكم
    [one] حرفي واحد يطلب الانضمام إلى تجمعكم
    [two] حرفيان يطلبان الانضمام إلى تجمعكم
    [few] { $shown } حرفيين يطلبون الانضمام إلى تجمعكم
    [many] { $shown } حرفيًا يطلبون الانضمام إلى تجمعكم
   *[other] { $shown } حرفي يطلبون الانضمام إلى تجمعكم
}
task-no-cluster = سيحدد البرنامج التجمع الذي تقودونه. وحتى ذلك الحين تجولوا في الدار.
task-first-request = انشروا أول طلب توريد
task-browse = شاهدوا جديد الورش
task-approve-makers = { $count ->
    [zero] لا حرفيين ينتظرون الاعتماد
    [one] حرفي واحد ينتظر الاعتماد
    [two] حرفيان ينتظران الاعتماد
    [few] { $shown } حرفيين ينتظرون الاعتماد
    [many] { $shown } حرفيًا ينتظرون الاعتماد
   *[other] { $shown } حرفي ينتظرون الاعتماد
}
task-verify-buyers = { $count ->
    [zero] لا مشترين ينتظرون التحقق
    [one] مشترٍ واحد ينتظر التحقق
    [two] مشتريان ينتظران التحقق
    [few] { $shown } مشترين ينتظرون التحقق
    [many] { $shown } مشتريًا ينتظرون التحقق
   *[other] { $shown } مشترٍ ينتظرون التحقق
}
task-approve-clusters = { $count ->
    [zero] لا جهات تجمعات تنتظر الاعتماد
    [one] جهة تجمع واحدة تنتظر الاعتماد
    [two] جهتا تجمع تنتظران الاعتماد
    [few] { $shown } جهات تجمعات تنتظر الاعتماد
    [many] { $shown } جهة تجمع تنتظر الاعتماد
   *[other] { $shown } جهة تجمع تنتظر الاعتماد
}
task-approve-institutions = { $count ->
    [zero] لا مؤسسات تنتظر الاعتماد
    [one] مؤسسة واحدة تنتظر الاعتماد
    [two] مؤسستان تنتظران الاعتماد
    [few] { $shown } مؤسسات تنتظر الاعتماد
    [many] { $shown } مؤسسة تنتظر الاعتماد
   *[other] { $shown } مؤسسة تنتظر الاعتماد
}
task-all-requests = { $count ->
    [zero] لا حرفيين ينتظرون جواب تجمع
    [one] حرفي واحد ينتظر جواب تجمع
    [two] حرفيان ينتظران جواب تجمع
    [few] { $shown } حرفيين ينتظرون جواب تجمع
    [many] { $shown } حرفيًا ينتظرون جواب تجمع
   *[other] { $shown } حرفي ينتظرون جواب تجمع
}

door-quotes = عروض الأسعار
door-requests = طلبات التوريد الخاصة بنا
door-dashboard = لوحة البرنامج
door-workshop = المجموعات والمنتجات
door-profile = ملفنا
door-own-clusters = تجمعاتنا
door-own-page = صفحتنا كما يراها المشترون
door-members = الأعضاء
door-presentation = كيف نقدّم أنفسنا
door-own-cluster = صفحة تجمعنا
door-makers = الحرفيون
door-clusters = التجمعات الحرفية
door-collections = المجموعات
door-organisations = الجهات
door-memberships = أعضاء كل التجمعات وطلباتها
door-new-cluster = تجمع جديد
door-programme = البرنامج
