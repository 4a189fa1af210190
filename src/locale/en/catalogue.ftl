# What makers offer: collections, products, pictures.
refusal-product-published = This product is already published.
refusal-collection-published = This collection is already published.
refusal-not-published = This is not published, so it cannot be withdrawn.
refusal-collection-empty = A collection needs at least one product that is complete. Add one, or fill in what is missing.
product-missing = Missing: { $field }
problem-sku-taken = You already use this article number for another product.
problem-collection-unknown = This must be one of your own collections.
problem-maker-unknown = No maker with this address name is known here.
problem-maker-not-approved = This maker has not been approved yet, so nothing of theirs can be published.
problem-other-maker = This import is for { $maker } only.
problem-moq-multiple = Pieces come in multiples of { $multiple }: the smallest order could be { $below } or { $above }.
problem-moq-multiple-one = Pieces come in multiples of { $multiple }: the smallest order could be { $above }.
problem-hs-code = A customs code has 6 to 13 digits, for example 6912.00.
problem-pictures-full = At most { $most } pictures. Delete one to make room.
problem-file-missing = Please choose a file.
problem-line-not-utf8 = This line is not text in UTF-8.
problem-line-too-long = This line is longer than one megabyte.

## Shared
catalogue-any = Any
catalogue-comma = { ", " }
catalogue-in-language = In { $language }

## Collections in public
collections-lead = Pieces that belong together, shown by the workshops that make them.
collections-none = No collections yet
collections-none-text = The first makers are preparing theirs. Please come back soon.
collection-untitled = Untitled collection
collection-only-you = Only you see this page: the collection is not published.
collection-no-products = No products in it at the moment

## Products in public
products-lead = Handmade in the southern Mediterranean, made to order for shops, brands and hotels.
products-all = All products
products-none = No products yet
product-untitled = Untitled product
product-only-you = Only you see this page: the product is not published.
product-by = By
product-price-per-piece = a piece, wholesale
product-price-join = Wholesale prices are for verified buyers. Joining is free, and an officer verifies your company within days.
product-price-wait = Your company is being verified. As soon as that is done, you see wholesale prices here.
product-price-not-yours = Wholesale prices are shown to verified buyers only.
product-ask = Ask for a quote
product-siblings = From the same collection

## Fields of a product
product-title = Title
product-title-hint = What it is, in 3 to 8 words: kind, material, what is special.
product-description = Description
product-description-hint = How it is made, its size, how to care for it, and what it is not meant for.
product-craft = Craft
product-materials = Materials
product-materials-hint = At least one before publishing, at most eight.
product-techniques = Techniques
product-price = Wholesale price
product-price-hint = For one piece, in the currency you reckon in. Only verified buyers see it. There is no fee on it.
product-moq = Minimum order
product-moq-hint = In pieces; a multiple of the case pack.
product-order-multiple = Case pack
product-order-multiple-hint = Pieces are ordered in multiples of this. Write 1 if any number will do.
product-lead-time = Lead time
product-lead-time-days = Lead time in days
product-lead-time-hint = From the confirmed order to goods ready to leave. Buyers prefer an honest long time to a broken short one.
product-weekly-capacity = Capacity in a week
product-weekly-capacity-hint = Pieces of this product that you can make in a week.
product-hs-code = Customs code (HS)
product-hs-code-hint = 6 to 13 digits. Write what it is in words, and choose from the list.
product-origin = Country of origin
product-collection = Collection
product-collection-hint = Optional: products of one collection are shown together.
product-sku = Article number
product-sku-hint = Your own number, if you have one.
product-weight = Weight
product-weight-grams = Weight in grams

## Fields of a collection
collection-title = Title of the collection
collection-title-hint = A name that buyers will remember.
collection-story = Story
collection-story-hint = What holds these pieces together, where they come from, who makes them.

## Workshop
workshop-waiting = The programme has not approved your workshop yet. You may prepare everything now; publishing opens with the approval.
workshop-products = Your products
workshop-status = Status
workshop-missing = Still missing
workshop-nothing-missing = Nothing
workshop-publish = Publish
workshop-withdraw = Withdraw
workshop-see = See it as buyers do
workshop-preview = Preview
workshop-no-collections = No collection yet
workshop-no-collections-text = A collection is how buyers meet you: a title, a few words and the products that belong together.
workshop-no-products = No product yet
workshop-no-products-text = Begin with one: a title and a photograph are enough for today, the rest may follow.
product-new = New product
product-new-lead = Write what you know; save, and go on whenever you like. Nobody sees it before you publish it.
product-is-published = Buyers see this product. It must stay complete when you change it.
product-is-ready = This product is complete: it can be published.
product-missing-list = Before it can be published, it needs:
product-withdraw-sure = Take this product off the shelf? Buyers will no longer find it; you can publish it again.
collection-new = New collection
collection-new-lead = Give it a name first; then add its products.
collection-is-published = Buyers see this collection with every published product in it.
collection-publish-rule = Publishing the collection also publishes every complete draft in it. Incomplete drafts stay drafts, and withdrawn products stay withdrawn.
collection-ready = { $count ->
    [one] One draft is complete and would be published with it.
   *[other] { $count } drafts are complete and would be published with it.
}
collection-lacking = { $count ->
    [one] One draft still lacks something and would stay a draft.
   *[other] { $count } drafts still lack something and would stay drafts.
}
collection-withdraw-sure = Hide this collection? Its products stay published and are still found by themselves.

## Pictures
photos-title = Photographs
photos-hint = The first one is the cover. Open a photograph to caption, move or delete it.
photos-add = Add photographs
photos-add-hint = JPEG, PNG or WebP; several at once are fine. Daylight and a plain background sell best.
photos-send = Send photographs
photos-full = There is no room for more; delete one first.
photo-title = Photograph
photo-caption = Caption
photo-caption-hint = What is to be seen; read aloud to people who do not see it.
photo-position = Place
photo-position-hint = From 1 to { $count }; number 1 is the cover.

## Vocabularies
vocabulary-crafts = Crafts
vocabulary-crafts-lead = The crafts of the house in three languages; each leads to its products.
vocabulary-materials = Materials
vocabulary-materials-lead = What things are made of, in three languages.
vocabulary-techniques = Techniques
vocabulary-techniques-lead = How things are made, in three languages.

## Notices
notice-product-saved = The product is saved.
notice-product-published = The product is published: buyers can find it now.
notice-product-withdrawn = The product is withdrawn. You can publish it again whenever you like.
notice-collection-saved = The collection is saved.
notice-collection-published = The collection is published, with every complete product in it.
notice-collection-withdrawn = The collection is hidden. Its products are still published.
notice-pictures-added = The photographs are there.
notice-picture-saved = The photograph is saved.
notice-picture-deleted = The photograph is deleted.

## A product's terms
terms-title = Variants, prices and packing
terms-lead = Sizes and colours with their own article numbers, prices by quantity and country, samples, and how a piece is packed.
terms-variants = Variants
terms-variants-hint = Only if the product comes in several sizes, colours or glazes. Clear a row to take it out.
terms-variant-number = Variant { $number }
terms-variant-price = Price of this variant
terms-variant-price-hint = Leave it empty where it costs what the product costs.
terms-tiers = Price list
terms-tiers-hint = Prices beyond the plain one: from so many pieces, for some countries, in a season, or for a quicker delivery. For a buyer's country comes before for everywhere, a larger quantity before a smaller one. Clear a row to take it out.
terms-tier-number = Price { $number }
terms-tier-from = Price { $number }: from { $from } pieces
terms-tier-least = From, in pieces
terms-tier-most = Up to
terms-tier-price = Price for one piece
terms-tier-territory = Only for buyers in
terms-tier-territory-hint = Countries, with commas: France, Germany. Empty: everywhere.
terms-tier-lead-time-hint = Only where it differs from the product's.
terms-tier-from-day = From the day
terms-tier-until-day = Up to the day
terms-tier-variant = Only for the variant
terms-all-variants = All
terms-other = Samples and countries
terms-sample = Price of a sample
terms-sample-hint = Write 0 if it is free. Empty: no samples.
terms-only-in = Show it only to buyers in
terms-only-in-hint = Countries, with commas. Empty: to everybody.
terms-except-in = Do not show it to buyers in
terms-except-in-hint = Countries, with commas.
terms-packing = Packing and safety
terms-gross-weight = Weight with packing, in grams
terms-gross-weight-hint = Of one piece, as it travels.
terms-length = Length in mm
terms-width = Width in mm
terms-height = Height in mm
terms-warnings = Warnings
terms-warnings-hint = What a shop in Europe must print beside it: not for food, small parts, how to care for it.
terms-sample-free = free
terms-from = from { $pieces }
terms-between = { $from } to { $to } pieces
terms-days = { $from } – { $until }
terms-days-from = from { $from }
terms-days-until = up to { $until }
terms-everywhere = everywhere
terms-quantity = Quantity
terms-where = For
terms-when = Valid
terms-packed-size = { $length } × { $width } × { $height } mm
terms-packed = Packed
option-size = Size
option-colour = Colour
option-glaze = Glaze
option-finish = Finish
option-material = Material
option-motif = Motif
option-other = Anything else
notice-terms-saved = The terms are saved.
problem-tier-range = This must be at least { $from }.
problem-tier-days = This day comes before the first one.
problem-tier-overlap = Row { $row } gives another price for the same pieces on the same days. Change the quantity, the countries or the days of one of them.
problem-tier-variant = There is no variant with the article number { $sku } here.
problem-variant-options = Say in what this variant differs: its size, its colour, its glaze.
problem-variant-sku-twice = Another variant above has this article number.
problem-variant-twice = Another variant above is the same.
problem-country-twice = { $country } stands in both lists.
problem-packing-sides = Give all three sides, or none.

## The calendar of a workshop
calendar-title = Calendar
calendar-lead = Weeks in which you make more or fewer pieces than usual, and those in which you are closed. Requests are matched by it; buyers do not see it.
calendar-empty = Nothing is written here yet: every week is a usual one.
calendar-add = Add to the calendar
calendar-weekly = Pieces in a week
calendar-weekly-hint = Write 0 where the workshop is closed.
calendar-note = What it is
calendar-note-hint = For yourself: harvest, feast, holiday.
calendar-product = For
calendar-product-hint = Usually the whole workshop.
calendar-all = The whole workshop
calendar-closed = Closed
calendar-delete = Take out
notice-calendar-changed = The calendar is changed.
problem-period-past = These days are over.
problem-period-long = At most a year at once.
problem-period-overlap = From { $from } to { $until } something else is written already. Take that out first, or choose other days.
problem-period-product = This must be one of your own products.

## Customs codes
customs-title = Customs codes
customs-lead = What is it called at the border? Write what it is in your own words.
customs-what = What is it?
customs-what-hint = For example: porcelain tableware, leather handbag, zellige; or the first digits of a code.
customs-look = Look up a customs code
customs-none = No code was found by these words. Try what it is made of, and what it is for.
customs-source = Goods nomenclature of the European Union, 2025, chapters of the crafts; © European Union. The first six digits are the same all over the world. Customs decide in the end.

terms-agreed = Under your agreement
terms-agreed-less = { $percent } % off the price list
terms-agreed-multiple = in packs of { $multiple }
terms-agreed-any = in any number
terms-agreed-lead-time = ready in { $days }

photos-to-products = Start from photos
photos-to-products-text = Choose a photo of each piece. Each becomes a product, and one page asks what they are called and what they cost.
photos-to-products-choose = One photo for each product
photos-to-products-send = Make products of them
notice-photos-made = Each photo is a product now. Say what they are called and cost.
problem-photos-many = At most { $most } photos at once: send the others after these.
labels-title = Names and prices
labels-lead = A name and a price for each photo; below, what they all have in common.
labels-common = What they have in common
labels-common-hint = Fills in what a product does not say itself. Each can be changed alone later.
labels-description-hint = About all of them; each can have words of its own later.
labels-open = { $count ->
    [one] One draft lacks something: names and prices on one page
   *[other] { $count } drafts lack something: names and prices on one page
}
labels-none = No drafts
labels-none-text = Everything in this collection is on the shelf or has been withdrawn.
notice-labels-saved = Saved. Look at them once more, then publish the collection.
problem-label-product = This is not one of the products of this collection.
