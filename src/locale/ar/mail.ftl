# الكلمات المشتركة بين كل الرسائل.

mail-subject = جديد فندق
mail-greeting = تحية طيبة { $name }،
mail-greeting-nameless = تحية طيبة،
mail-signature = فندق
mail-button-hint = إن لم يُفتح الزر، فانسخ هذا العنوان إلى متصفحك:
mail-reason-account = تصلك هذه الرسالة لأن لديك حسابًا في فندق.
mail-automatic = كُتبت هذه الرسالة آليًا، ولا تُقرأ الردود على هذا العنوان.
mail-address-wrong = هذا ليس عنوان بريد إلكتروني؛ ينبغي أن يكون على شكل name@example.org
mail-choose-rhythm = اختر متى تصلك هذه الرسائل
mail-end = أوقف هذه الرسائل
