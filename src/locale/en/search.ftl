search-all = { $count ->
    [one] One thing to discover
   *[other] { $count } things to discover
}
search-for = “{ $text }”
search-see-all = See everything
search-terms = Order and price
search-moq-max = Minimum order of at most (pieces)
search-lead-time-max = Lead time of at most (days)
search-price-max = Price of at most (a piece)
search-price-hidden = Price for verified buyers
search-prices-note = Wholesale prices are for verified buyers.
filter-up-to-price = Up to { $most } { $currency }
filter-up-to-moq = Orders from { $most } pieces or fewer
filter-up-to-days = Within { $most } days
refusal-prices-hidden = Wholesale prices are shown to verified buyers only, so others can neither filter nor sort by them.
search-read-as = Nothing is spelled “{ $typed }”. Here is what was found for “{ $text }”.
search-because-same = { $asked } ≈ { $found }
search-because-narrower = { $found }: a kind of { $asked }
search-because-broader = { $found }: broader than { $asked }
search-because-near = { $found }: close to { $asked }
search-free-in = Exclusivity free in
filter-free-in = Exclusivity free in { $country }
suggestions = Suggestions
suggestions-said = { $count ->
    [0] No suggestions
    [one] One suggestion
   *[other] { $count } suggestions
}
suggestion-object = Craft
suggestion-material = Material
suggestion-technique = Technique
suggestion-motif = Style
suggestion-place = Place
suggestion-colour = Colour
suggestion-quality = Quality
suggestion-trade = Trade
suggestion-documents = { $count ->
    [one] One thing
   *[other] { $count } things
}
