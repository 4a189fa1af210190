# حين لا يعمل شيء: ماذا حدث وما العمل.
error-home = إلى الصفحة الأولى
error-request = إن كتبتَ إلينا في هذا الشأن فاذكر { $id }.
error-not-found = غير موجود
error-not-found-detail = لا شيء هنا يمكنك رؤيته. ربما نُقل أو سُحب.
error-sign-in = يُرجى تسجيل الدخول
error-sign-in-detail = هذه الصفحة لأصحاب الحسابات. سجّل الدخول وستعود إلى هنا.
error-forbidden = غير مسموح
error-refused = غير ممكن
error-invalid = يُرجى المراجعة
error-invalid-detail = { $count ->
    [one] حقل واحد غير صحيح بعد. لم يُحفظ شيء.
    [two] حقلان غير صحيحين بعد. لم يُحفظ شيء.
    [few] { $count } حقول غير صحيحة بعد. لم يُحفظ شيء.
   *[other] { $count } حقلًا غير صحيح بعد. لم يُحفظ شيء.
}
error-conflict = تغيّر في هذه الأثناء
error-conflict-detail = غيّر شخص آخر هذا وأنت تنظر إليه. أعد التحميل ثم كرّر تعديلك.
error-too-many = محاولات كثيرة
error-too-many-detail = يُرجى الانتظار { $seconds } ثانية ثم المحاولة من جديد.
error-method = ليس بهذه الطريقة
error-method-detail = هذا العنوان لا يستجيب لهذا النوع من الطلبات.
error-too-large = أكبر من المسموح
error-too-large-detail = ما أرسلته أكبر مما يُقبل هنا. لم يُحفظ شيء.
error-media-type = نوع محتوى غير معروف
error-media-type-detail = يُرجى إرسال JSON بنوع المحتوى application/json.
error-busy = لحظة من فضلك
error-busy-detail = الطلبات كثيرة الآن. حاول بعد ثوانٍ قليلة؛ لم يُحفظ شيء.
error-broken = عطل من جهتنا
error-broken-detail = ليس الخطأ منك، وقد سُجّل. يُرجى المحاولة لاحقًا.
error-bad-request = طلب غير مفهوم
error-bad-request-detail = تعذّرت قراءة الطلب.
problem-body-unreadable = تعذّرت قراءة المحتوى كنص بترميز UTF-8.
problem-shape = ليس للمحتوى الشكل المنتظر: { $detail }
problem-cursor = يجب أن يكون قيمة «next» من جواب سابق.
problem-idempotency-key = مفتاح عدم التكرار من حرف إلى 200 حرف قابل للطباعة.
problem-idempotency-key-reused = استُعمل هذا المفتاح من قبل مع محتوى آخر. استعمل مفتاحًا جديدًا لطلب جديد.
refusal-other-site = جاء هذا من موقع آخر، فلم يُنفَّذ.
