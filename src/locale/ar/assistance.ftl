nav-assistance = حرفيون أعمل باسمهم
nav-certificates = الشهادات
acts-for = أنت تعمل باسم { $maker }.
acts-for-stopped = لم تعد تعمل باسم { $maker }: انتهت الموافقة، أو هناك اعتراض لم يُسوَّ بعد.
acts-for-stop = توقّف
agent-of = ‏{ $agent } ({ $helper })
acted-for = { $agent } باسم { $maker }

act-catalogue = المعروضات والتعريف بالورشة
act-certificates = الشهادات
act-quotes = عروض الأسعار والردّ على الطلبات
act-agreements = الاتفاقيات والصفقات، مع توقيعها

status-waiting = قيد الانتظار
status-given = سارية
status-unanswered = بانتظار الحرفي
status-objected = اعتراض
status-settled = سُوّي

consents-title = من يعمل باسمنا
consents-lead = يستطيع تجمّعك أن يعتني بمعروضاتك إن أذنت له. أنت تحدد ماذا، وتُخبَر بكل ما جرى، ولك أن تُنهي ذلك متى شئت وفي الحال.
consents-none = لا أحد يعمل باسمك
consents-none-text = لا يستطيع أن يغيّر شيئًا في ورشتك إلا أنت ومن معك.
consent-new = السماح لأحد بالعمل باسمنا
consent-new-lead = اختر من يفعل ماذا باسمك.
consent-helper = التجمّع
consent-helper-choose = اختر تجمّعًا
consent-agent = هذا الوكيل وحده
consent-agent-any = أيّ وكيل من وكلاء التجمّع
consent-agent-hint = إن لم تسمِّ أحدًا، جاز لكل وكلاء التجمّع أن يعملوا.
consent-acts = ما يجوز عمله باسمنا
consent-acts-hint = اختر واحدًا على الأقل.
consent-ends = آخر يوم
consent-ends-hint = إن تركته فارغًا بقيت الموافقة حتى تُنهيها.
consent-never = مهما اخترت، لا يستطيع غيرك أن يغيّر بريدك أو كلمة سرّك، ولا أن يقرّر من ينتمي إلى ورشتك، ولا أن يأذن لآخرين، ولا أن يقول بدلًا منك إن كل شيء صحيح.
consent-give = أوافق
consent-title = موافقة
consent-between = { $maker } يأذن لـ{ $helper } بالعمل باسمه.
consent-since = منذ { $date }
consent-until = حتى { $date }
consent-paper-open = افتح الورقة الموقّعة
consent-history = ما جرى
consent-was-given = أعطاها { $name } في { $date }.
consent-was-handed-in = سلّم { $name } الورقة الموقّعة في { $date }.
consent-was-confirmed = أكّد { $name } الورقة في { $date }.
consent-was-refused = رفض { $name } الورقة في { $date }.
consent-was-withdrawn = أنهاها { $name } في { $date }.
consent-withdraw = إنهاء هذه الموافقة
consent-withdraw-sure = هل تُنهيها الآن؟ لن يُعمل شيء باسمك بعد ذلك.

paper-decide = هل الورقة صحيحة؟
paper-decision = القرار
paper-decision-confirmed = نعم، وقّعها الحرفي
paper-decision-refused = لا
paper-note = ملاحظة
paper-note-hint = يقرؤها الوكيل. وهي لازمة عند الرفض.
paper-decide-send = قرّر
papers-title = موافقات على الورق
papers-lead = يأتي بها الوكلاء عن حرفيين لا حساب لهم. انظر إلى الورقة الموقّعة، واسأل الحرفي إن شككت، ثم قرّر.
papers-none = لا أوراق
papers-own = موافقات على الورق
papers-own-text = يستطيع من لا بريد له أن يوافق على الورق. أرسل صورة الورقة هنا؛ وهي تسري متى أكّدها الحرفي أو موظف من البرنامج.
paper-new = تسليم ورقة
paper-new-lead = أرسل الورقة التي يأذن لك فيها الحرفي بالعمل باسمه.
paper-maker = الحرفي
paper-maker-choose = اختر حرفيًا
paper-maker-hint = الجزء الأخير من عنوان صفحته.
paper-acts-hint = كما هي مكتوبة على الورقة.
paper-file = الورقة الموقّعة
paper-file-hint = ملف PDF أو صورة.
paper-send = سلّم

assistance-title = حرفيون أعمل باسمهم
assistance-lead = يأذن لك هؤلاء الحرفيون بالعمل باسمهم. كل ما تفعله يحمل اسمك، ويُخبَر به الحرفي.
assistance-none = لا أحد بعد
assistance-none-text = يأذن لك الحرفي من ورشته، أو على ورقة تسلّمها هنا.
assistance-begin = العمل باسم { $maker }
assistance-stopped = متوقف
assistance-stopped-text = اعترض الحرفي على أمر. تستطيع المتابعة متى سوّاه الحرفي أو موظف من البرنامج.

done-title = ما عُمل باسمنا
done-lead = ما فعله آخرون باسمك. قل هل هو صحيح؛ وما لا تجيب عنه يبقى كما هو.
done-none = لم يُعمل شيء باسمك
done-all = عرض الكل
done-heading = ما عُمل باسم { $maker }
done-product-changed = تعديل منتج
done-product-published = نشر منتج
done-product-withdrawn = سحب منتج
done-collection-changed = تعديل مجموعة
done-collection-published = نشر مجموعة
done-collection-withdrawn = سحب مجموعة
done-capacity-changed = تعديل التقويم
done-certificate-changed = تعديل شهادة
done-maker-profile-changed = تعديل التعريف بالورشة
done-quote-offered = تقديم عرض سعر
done-quote-accepted = قبول عرض سعر
done-quote-declined = الاعتذار عن عرض سعر
done-quote-withdrawn = سحب عرض سعر
done-agreement-drafted = إعداد اتفاقية
done-agreement-proposed = اقتراح اتفاقية
done-agreement-signed = توقيع اتفاقية
done-agreement-activated = سريان اتفاقية
done-agreement-ended = إنهاء اتفاقية
done-agreement-withdrawn = سحب اتفاقية
done-deal-drafted = إعداد صفقة
done-deal-confirmed = تأكيد صفقة
done-deal-shipped = شحن صفقة
done-deal-delivered = تسليم صفقة
done-deal-paid = سداد صفقة
done-deal-cancelled = إلغاء صفقة
done-other = أمر آخر

digest-answer = هل هذا صحيح؟
digest-answer-label = جوابك
digest-answer-confirmed = نعم، أؤكّده
digest-answer-objected = لا، أعترض
digest-reason = ما الخطأ
digest-reason-hint = ليس لازمًا. يقرؤه الوكيل وموظفو البرنامج.
digest-send = أرسل
digest-was-confirmed = أكّده { $name } في { $date }.
digest-was-objected = اعترض { $name } في { $date }.
digest-was-settled = سوّاه { $name } في { $date }.
objections-title = الاعتراضات
objections-lead = حرفيون يعترضون على ما عُمل باسمهم. وحتى يُسوّى الأمر لا يعمل أحد من ذلك التجمّع باسم الحرفي.
objections-none = لا اعتراضات
objection-settle = تسوية الأمر
objection-note = ما اتُّفق عليه
objection-note-hint = يقرؤه الحرفي والوكيل. وبعده يجوز للوكيل أن يعمل من جديد.
objection-send = سُوّي

link-confirm = نعم، أؤكّده
link-confirm-text = هل كل هذا صحيح؟
link-object = أعترض
link-object-text = إن اعترضت فلن يُعمل شيء باسمك حتى يُسوّى الأمر. وسيتصل موظف من البرنامج بكما.
link-withdraw = إنهاء الموافقة
link-withdraw-text = لن يجوز لمن فعل هذا أن يعمل باسمك من الآن. وما تمّ يبقى.
link-confirmed = شكرًا
link-confirmed-text = أكّدت ما عُمل باسمك.
link-objected = سُجّل اعتراضك
link-objected-text = لن يُعمل شيء باسمك حتى يُسوّى الأمر. وقد أُخبر الوكيل وموظفو البرنامج.
link-withdrawn = انتهت الموافقة
link-withdrawn-text = لا أحد منهم يعمل باسمك بعد الآن. وقد أُخبر التجمّع.
link-used = سبق الجواب عن هذا
link-used-text = استُعمل هذا الرابط من قبل، أو أُجيب عمّا يسأل عنه. ترى في ورشتك، تحت «ما عُمل باسمنا»، أين وصل الأمر.
link-gone = لم يعد هذا الرابط يعمل
link-gone-text = إما أنه قديم، أو لم يكن منّا قط. سجّل الدخول: كل شيء في ورشتك تحت «ما عُمل باسمنا».

notice-consent-given = تمّ. تصل رسالة إلى كل منكما.
notice-consent-decided = صدر القرار.
notice-consent-withdrawn = انتهت. لا أحد يعمل بموجبها بعد الآن.
notice-paper-handed-in = سُلّمت. وتسري متى أُكّدت.
notice-acting-stopped = عدت تعمل باسمك.
notice-digest-answered = شكرًا. سُجّل جوابك.
notice-objection-settled = سُوّي الأمر. يجوز للوكيل أن يتابع.

problem-consent-acts = اختر واحدًا على الأقل من: catalogue, certificates, quotes, agreements.
problem-consent-over = مضى هذا اليوم. اختر اليوم أو يومًا بعده، أو اتركه فارغًا.
problem-consent-helper = يجب أن تكون منظمة تجمّع معتمدة، برقمها أو باسم عنوانها.
problem-consent-agent = يجب أن يكون رقم وكيل من ذلك التجمّع، أو اتركه فارغًا.
problem-consent-paper = أرسل الورقة الموقّعة ملف PDF أو صورة.

refusal-not-owner = لا يفعل هذا إلا صاحب الورشة.
refusal-not-assisted = لم يأذن لك الحرفي بهذا. توقّف عن العمل باسمه لتعود إلى شؤونك.
refusal-assistance-stopped = لا يجوز لك الآن أن تعمل باسم هذا الحرفي: انتهت الموافقة، أو هناك اعتراض لم يُسوَّ. لم يُنفَّذ شيء.
refusal-not-a-session = الرمز لا يعمل باسم أحد على الدوام: سمِّ الحرفي في الترويسة For-Maker مع كل طلب.
refusal-paper-waiting = هناك ورقة لهذا الحرفي تنتظر من ينظر فيها.
refusal-consent-decided = صدر القرار من قبل.
refusal-consent-withdrawn = انتهت من قبل.
refusal-digest-answered = سبق الجواب عن هذا.
refusal-link-used = استُعمل هذا الرابط من قبل.
refusal-objection-settled = سُوّي هذا من قبل.

task-answer-digests = { $count ->
    [zero] لا شيء عُمل باسمكم ينتظر جوابكم
    [one] قولوا هل ما عُمل باسمكم صحيح
    [two] قولوا هل ما عُمل باسمكم صحيح (مرتان)
    [few] قولوا هل ما عُمل باسمكم صحيح ({ $shown } مرات)
    [many] قولوا هل ما عُمل باسمكم صحيح ({ $shown } مرة)
   *[other] قولوا هل ما عُمل باسمكم صحيح ({ $shown } مرة)
}
task-own-papers = { $count ->
    [zero] لا أوراق تنتظر
    [one] ورقة تقول إن أحدًا يعمل باسمكم: هل هي صحيحة؟
    [two] ورقتان تقولان إن أحدًا يعمل باسمكم: هل هما صحيحتان؟
    [few] { $shown } أوراق تقول إن أحدًا يعمل باسمكم: هل هي صحيحة؟
    [many] { $shown } ورقة تقول إن أحدًا يعمل باسمكم: هل هي صحيحة؟
   *[other] { $shown } ورقة تقول إن أحدًا يعمل باسمكم: هل هي صحيحة؟
}
task-papers = { $count ->
    [zero] لا موافقات على الورق تنتظر
    [one] موافقة على الورق تنتظر النظر
    [two] موافقتان على الورق تنتظران النظر
    [few] { $shown } موافقات على الورق تنتظر النظر
    [many] { $shown } موافقة على الورق تنتظر النظر
   *[other] { $shown } موافقة على الورق تنتظر النظر
}
task-objections = { $count ->
    [zero] لا اعتراضات تنتظر
    [one] اعتراض حرفي ينتظر التسوية
    [two] اعتراضان ينتظران التسوية
    [few] { $shown } اعتراضات تنتظر التسوية
    [many] { $shown } اعتراضًا تنتظر التسوية
   *[other] { $shown } اعتراض تنتظر التسوية
}
task-stopped = { $count ->
    [zero] لا أحد يعترض على ما فعلتم
    [one] حرفي يعترض على ما فعلتم
    [two] حرفيان يعترضان على ما فعلتم
    [few] { $shown } حرفيين يعترضون على ما فعلتم
    [many] { $shown } حرفيًا يعترضون على ما فعلتم
   *[other] { $shown } حرفي يعترضون على ما فعلتم
}
door-assistance = حرفيون نعمل باسمهم
door-consents = من يعمل باسمنا
door-done = ما عُمل باسمنا

letter-consent-maker-subject = يجوز لـ{ $helper } أن يعمل باسم { $maker }
letter-consent-maker-text = من الآن يجوز لـ{ $helper } أن يعمل باسم { $maker }. ستُخبَر بما يُعمل، ولك أن تُنهي ذلك متى شئت وفي الحال:
letter-consent-maker-button = اطّلع عليها أو أنهِها
letter-consent-helper-subject = { $maker } يأذن لكم بالعمل باسمه
letter-consent-helper-text = وافق { $maker } على أن يعمل { $helper } باسمه. كل ما تفعله يحمل اسمك، ويُخبَر به الحرفي.
letter-consent-helper-button = عرض الحرفيين
letter-consent-paper-subject = يقول { $helper } إنه مأذون له بالعمل باسم { $maker }
letter-consent-paper-text = أرسل إلينا { $helper } ورقة يأذن له فيها { $maker } بالعمل باسمه. إن صحّت فأكّدها، وإلا فارفضها. ولا قيمة لها قبل ذلك.
letter-consent-paper-button = عرض الورقة
letter-consent-refused-subject = رُفضت ورقة { $maker }
letter-consent-refused-text = لم تؤكَّد الورقة التي يأذن فيها { $maker } لـ{ $helper }:
letter-consent-withdrawn-subject = أنهى { $maker } موافقته
letter-consent-withdrawn-text = لم يعد { $helper } يعمل باسم { $maker }. وما تمّ يبقى.
letter-assistance-maker-reason = وصلتك هذه الرسالة لأنك من { $maker }.
letter-assistance-helper-reason = وصلتك هذه الرسالة لأنك من وكلاء { $helper }.
letter-digest-subject = ما عُمل باسم { $maker }
letter-digest-text = هذا ما فعله { $agents } باسم { $maker }:
letter-digest-more = { $count ->
    [zero] ولا شيء غيره.
    [one] وأمر آخر تعرضه الصفحة.
    [two] وأمران آخران تعرضهما الصفحة.
    [few] و{ $shown } أمور أخرى تعرضها الصفحة.
    [many] و{ $shown } أمرًا آخر تعرضها الصفحة.
   *[other] و{ $shown } أمر آخر تعرضها الصفحة.
}
letter-digest-how = كل رابط من هذه يفتح صفحة تعرض كل شيء، ولا يجيب إلا الزرّ الذي فيها. ولا حاجة إلى تسجيل الدخول.
letter-digest-confirm = تأكيد أن كل شيء صحيح
letter-digest-object = الاعتراض لأن هناك خطأ
letter-digest-withdraw = إنهاء عملهم باسمنا
letter-digest-reason = وصلتك هذه الرسالة لأن { $maker } وافق على أن يعمل { $agents } باسمه.
letter-objected-subject = { $maker } يعترض على ما عُمل باسمه
letter-objected-text = يعترض { $maker } على أمر فعلته باسمه. وحتى يُسوّى لا يمكن عمل شيء لهذا الحرفي. تحدّثا في الأمر.
letter-objected-reason = وصلتك هذه الرسالة بسبب موافقة بينك وبين { $maker }.
letter-objected-officer-text = يعترض { $maker } على ما فعله { $agents } باسمه. وحتى يُسوّى لا يُعمل شيء لهذا الحرفي. نرجو تسويته مع الطرفين.
letter-objected-officer-button = عرض الاعتراضات
letter-objected-officer-reason = وصلتك هذه الرسالة لأنك من موظفي البرنامج.
letter-settled-subject = سُوّي الأمر مع { $maker }
letter-settled-text = سُوّي اعتراض { $maker }، ويجوز أن يستمر العمل. وهذا ما اتُّفق عليه:
letter-settled-button = أين وصل الأمر
