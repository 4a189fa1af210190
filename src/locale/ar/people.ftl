# أهل الورشة، ومن صنع كل قطعة.
artisans-title = أهل الورشة
artisans-lead = يود المشترون معرفة الأيدي التي صنعت ما يبيعونه. لا تُظهروا إلا من وافق على ذلك.
artisans-none = لم يُعرَّف بأحد بعد
artisans-none-text = أضيفوا أهل ورشتكم كما يحبون أن يُعرفوا.
artisan-add = إضافة شخص
artisan-add-lead = يكفي الاسم الذي يود الشخص أن يُعرف به. لا يُنشر عنه شيء ما لم يوافق.
artisan-name = الاسم
artisan-name-hint = أو الاسم الذي يود أن يُعرف به.
artisan-role = عمله في الورشة
artisan-role-hint = خزّافة، نسّاج، مسؤولة الصباغة.
artisan-since = في الحرفة منذ سنة
artisan-since-year = منذ { $year }
artisan-words = نبذة عنه
artisan-words-hint = بكلماته أو بكلماتكم: عمّن تعلّم، وبمَ عُرف.
artisan-consents = يوافق على إظهار اسمه وصورته للجميع
artisan-consents-hint = من دون هذه الموافقة لا يُنشر عنه شيء.
artisan-consent = كيف عبّر عن ذلك
artisan-consent-hint = «وقّع في 3 مارس» أو «أخبرني بنفسه». وكذلك إذا رجع عن موافقته. أنتم وحدكم تقرؤونه.
artisan-consent-given = وافق، وسُجّل ذلك في { $date }.
artisan-consent-withdrawn = رجع عن موافقته، وسُجّل ذلك في { $date }.
artisan-retired = لم يعد يعمل هنا
artisan-retired-hint = تبقى قطعه السابقة باسمه، ولا يُذكر في قطع جديدة.
artisan-retired-badge = غادر الورشة
artisan-shown-badge = ظاهر
artisan-hidden-badge = غير ظاهر
artisan-pieces = { $count ->
    [0] لم يُذكر في أي قطعة
    [one] مذكور في قطعة واحدة
    [two] مذكور في قطعتين
    [few] مذكور في { $shown } قطع
   *[other] مذكور في { $shown } قطعة
}
artisan-portrait = الصورة الشخصية
artisan-portrait-add = اختيار صورة شخصية
artisan-portrait-hint = تُصغَّر الصورة ويُزال منها مكان التقاطها.
artisan-portrait-remove = إزالة الصورة
artisan-erase = محو نهائي
artisan-erase-text = إذا طلب ذلك: يُحذف الاسم والصورة والنبذة ولا يمكن استرجاعها. وتُنسب قطعه عندئذ إلى «أحد صنّاع هذه الورشة».
artisan-erase-sure = أنا متأكد، ولا رجوع عن ذلك
artisan-unnamed = أحد صنّاع هذه الورشة
notice-artisan-saved = تم الحفظ.
notice-artisan-erased = حُذف الاسم والصورة والنبذة.
problem-artisan-erase-sure = ضعوا علامة إن كنتم متأكدين: ما يُمحى لا يُسترجع.
credits-title = من صنع هذه القطعة
credits-lead = اذكروا من مرّت القطعة بأيديهم، وما قام به كل منهم.
credits-who = من
credits-nobody = لا أحد
credits-did = ما قام به
notice-credits-saved = حُفظ من صنعها.
problem-credit-artisan = يجب أن يكون من أهل ورشتكم ويعمل معكم.
did-made = الصنع
did-designed = التصميم
did-threw = التشكيل على الدولاب
did-glazed = التزجيج
did-painted = الرسم
did-wove = النسج
did-spun = الغزل
did-dyed = الصباغة
did-embroidered = التطريز
did-sewed = الخياطة
did-carved = النقش والحفر
did-turned = الخراطة
did-inlaid = التطعيم
did-forged = الطرق
did-chased = النقش على المعدن
did-blew = النفخ
did-cut = القطع
did-plaited = الجدل
did-finished = اللمسات الأخيرة
