# ما قد يكون خطأ في جدول أسعار الصرف.
problem-rates-header = يجب أن تكون الأعمدة month,currency,per_eur تفصل بينها فواصل.
problem-rate-unreadable = السعر عدد أكبر من الصفر بتسع منازل عشرية على الأكثر، مثلًا 10.720339.
problem-rate-twice = ورد هذا الشهر وهذه العملة في الجدول من قبل.
problem-month-unreadable = يُكتب الشهر هكذا: 2026-03.
