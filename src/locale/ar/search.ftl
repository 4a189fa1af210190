search-all = { $count ->
    [one] شيء واحد للاكتشاف
    [two] شيئان للاكتشاف
    [few] { $count } أشياء للاكتشاف
   *[other] { $count } شيئًا للاكتشاف
}
search-for = «{ $text }»
search-see-all = اعرض كل شيء
search-terms = الطلب والسعر
search-moq-max = الحد الأدنى للطلب لا يتجاوز (قطعة)
search-lead-time-max = مدة التجهيز لا تتجاوز (يومًا)
search-price-max = السعر لا يتجاوز (للقطعة)
search-price-hidden = السعر للمشترين المتحقَّق منهم
search-prices-note = أسعار الجملة للمشترين المتحقَّق منهم.
filter-up-to-price = حتى { $most } { $currency }
filter-up-to-moq = طلبات من { $most } قطعة فأقل
filter-up-to-days = خلال { $most } يومًا
refusal-prices-hidden = أسعار الجملة تظهر للمشترين المتحقَّق منهم فقط، فلا يمكن لغيرهم التصفية ولا الترتيب بحسبها.
search-read-as = لا شيء يُكتب «{ $typed }». إليك ما وُجد لـ«{ $text }».
search-because-same = { $asked } ≈ { $found }
search-because-narrower = { $found }: نوع من { $asked }
search-because-broader = { $found }: أعمّ من { $asked }
search-because-near = { $found }: قريب من { $asked }
search-free-in = الحصرية متاحة في
filter-free-in = الحصرية متاحة في { $country }
suggestions = اقتراحات
suggestions-said = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
}
suggestion-object = قطعة
suggestion-material = مادة
suggestion-technique = تقنية
suggestion-motif = طراز
suggestion-place = مكان
suggestion-colour = لون
suggestion-quality = صفة
suggestion-trade = تجارة
suggestion-documents = { $count ->
    [one] شيء واحد
    [two] شيئان
    [few] { $count } أشياء
   *[other] { $count } شيئًا
}
