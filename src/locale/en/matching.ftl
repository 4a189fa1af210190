# Sourcing requests, and the products that answer them.

## Lists
requests-lead = What shops, brands, hotels and distributors are looking for at this moment.
requests-outline = Makers, clusters and officers read the requests in full. Join as a maker and your products are matched with every one of them.
requests-outline-waiting = The requests in full are for approved makers, clusters and officers. Until then you see what kind of thing is looked for.
requests-all-crafts = All crafts
requests-empty = No request is open here
requests-empty-text = New requests come in every week. Take the filter away, or come back soon.
requests-own = Your sourcing requests
requests-own-lead = Say what you need once. Workshops whose products fit are told, and you see why each one fits.
requests-own-empty = You have not asked for anything yet
requests-own-empty-text = A request takes five minutes: what, how many, for where and until when.

## The form
request-new = New request
request-new-lead = It is kept as a draft that only you see, until you open it to makers.
request-edit = Change the request
request-edit-lead = The products that answer it are looked for again as soon as you save.
request-edit-open = This request is open: makers see your changes at once.
request-title = In one line
request-title-hint = For example: hand-painted bowls for a summer collection
request-wanted = What you are looking for
request-wanted-hint = Use, sizes, colours, finish, packaging, what must be certified. Write in any language; the words are compared with those of the products.
request-language = Language of your text
request-crafts = Crafts
request-crafts-hint = Only products of these crafts are matched. Tick none if any craft will do.
request-materials = Materials
request-materials-more = Name materials (optional)
request-materials-hint = Products made of them come first. Without a craft, only products made of them are matched.
request-quantity = Quantity
request-quantity-hint = Pieces in the first order
request-target-price = Target price for one piece
request-target-price-hint = Wholesale, in any currency. Products up to 25 % above it are shown as near misses.
request-destination = Sold in
request-destination-hint = The country matters where a product is promised to somebody exclusively.
request-channel = Channel
request-channel-hint = Where your customers will find it
request-channel-shops = Shops
request-channel-online = Online
request-channel-hospitality = Hotels and restaurants
request-channel-wholesale = Wholesale
request-needed-by = Needed by
request-needed-by-hint = The last day on which the goods are of use to you
request-save = Save
request-any-craft = Any craft

## One request
request-since = Since
request-draft-hint = This is a draft that only you see. Open it, and makers whose products fit are told.
request-draft-waiting = This is a draft that only you see. You can open it as soon as the programme has verified you.
request-open = Open it to makers
request-close = Close
request-close-sure = Makers will no longer see this request. Close it?
request-discard = Discard the draft
request-answer = Answer with a quote
request-your-products = Your products that fit

## Matches
matches-title = Who can make it
matches-lead = Best first. Each product says why it fits; a near miss says what would have to change.
matches-count = Products that fit
near-count = Near misses
near-lead = These would fit if one thing changed.
matches-see = See who can make it
matches-empty = Nothing fits yet
matches-empty-text = New products are compared with your request as they are published, and you will get a letter. A later date, another quantity or fewer conditions may help.
matches-empty-closed = This request is not open, so nothing is looked for.
match-score = { $score } of 100
match-score-parts = How the score is made up
match-would-fit = It would fit like this:
opportunities-title = Requests that your products answer
opportunities-lead = Open requests, and for each of your products why it fits or what stands between.
opportunities-empty = No open request fits your products yet
opportunities-empty-text = Your next letter tells you of the first one that does. The more of your products are published and complete, the sooner.
opportunities-all = See all open requests
opportunities-near-hint = None of your products fits as things are. You may still offer what you can.

## Rules
match-rule-subject = What is asked for
match-rule-quantity = Quantity
match-rule-lead-time = Lead time
match-rule-capacity = Capacity
match-rule-exclusivity = Exclusivity
match-rule-destination = Destination
match-rule-price = Price

## Parts of the score
match-part-craft = Craft
match-part-words = Words in common
match-part-materials = Materials
match-part-price = Price
match-part-lead-time = Time to spare
match-part-capacity = Room in the calendar
match-part-completeness = Complete description
match-part-cluster = Member of a cluster
match-part-export = Ready to export

## Why
match-why-craft = { $craft }, as asked
match-why-other-craft = Another craft: { $craft }
match-why-no-craft = The craft is not stated
match-why-materials = Made of { $materials }, as asked
match-why-other-materials = Made of other materials
match-why-words = { $count ->
    [one] One word of the request
   *[other] { $count } words of the request
}
match-why-no-words = No word of the request
match-why-called = Answers the request in words of its own
match-why-order = From { $moq }
match-why-order-multiple = From { $moq }, in multiples of { $multiple }
match-why-ready = Can be ready on { $date }
match-why-makes-all = There is room for { $pieces } in time
match-why-makes-some = There is room for { $pieces } of { $wanted } in time
match-why-not-stated = Not stated; ask the maker
match-why-free = Not promised to anybody in this country and channel
match-why-promised = Promised to another buyer in this country and channel until { $date }
match-why-domestic = Stays in the country
match-why-exports-itself = The maker exports itself
match-why-through-cluster = Exported through the maker’s cluster
match-why-needs-exporter = An exporter of record will be needed
match-why-not-offered-there = The maker does not offer it there
match-why-within = { $price }, within the target
match-why-above = { $price }, { $percent } % above the target
match-why-no-target = No target price was named
match-why-no-rate = There is no exchange rate to compare the prices

## What would have to change
match-change-more = Order at least { $to } instead of { $from }.
match-change-fewer = Order { $to } instead of { $from }.
match-change-or = { $change } The other choice is { $other }.
match-change-later = Accept it { $delay } later, on { $date }.
match-change-price = Pay { $to } a piece instead of { $from }.

## Notices and refusals
notice-request-drafted = Saved as a draft.
notice-request-changed = Saved. Matching products are looked for again.
notice-request-discarded = The draft is gone.
notice-request-opened = Your request is open. Makers whose products fit are being told.
notice-request-closed = Your request is closed.
refusal-request-closed = This request is closed. Open it again before you change it.
refusal-request-open = This request is open already.
refusal-request-not-open = This request is not open.
refusal-request-not-draft = Only a draft that was never open can be discarded. You can close the request instead.
refusal-request-overdue = The day on which it is needed has come or passed. Change the date first.
problem-needed-by = This must be a day from { $first } to { $last }.

## Letters
letter-first-subject = The first workshops for your request: { $request }
letter-first-text = { $products } of { $makers } fit your request. The makers hear of it, and each product says why it fits.
letter-first-button = See who can make it
letter-first-reason = You get this letter because you opened the request “{ $request }”.

# Demands of a request
request-quantity-most = At most
request-quantity-most-hint = If a larger order will do as well
request-range = { $least } to { $most }
request-window = { $first } to { $last }
request-more = More conditions (optional)
request-needed-from = Not before
request-needed-from-hint = The first day on which you can take the goods in
request-answers-by = Answers until
request-answers-by-hint = After this day the request closes by itself. Left empty: until the goods are needed.
request-certificates = Certificates required
request-certificates-hint = They must be valid on the day of delivery.
request-incoterms = Delivery rules that will do
request-incoterms-hint = Incoterms 2020. Tick none if you are open.
request-languages = Languages you can write in
request-languages-hint = Tick none if any will do.
request-languages-asked = Languages of the buyer
request-sample = A sample first
request-sample-hint = Only products of which a sample can be had are full matches.
request-sample-asked = Yes
problem-quantity-most = The range must end at { $least } pieces or more.
problem-needed-from = The goods cannot come after the day on which they are needed: choose { $last } or earlier.
problem-answers-by = Choose a day from { $first } to { $last }, when the goods are needed.
refusal-request-deadline = The day until which it takes answers has passed. Draft it again with a later day.
match-rule-certificate = Certificate
match-rule-incoterm = Delivery rule
match-rule-language = Language
match-rule-sample = Sample
match-why-certified = { $certificate }: valid
match-why-certified-until = { $certificate }: valid until { $date }
match-why-ends = { $certificate }: ends before delivery, on { $date }
match-why-unconfirmed = { $certificate }: not yet checked by the programme
match-why-uncertified = { $certificate }: not certified
match-why-serves = Served: { $incoterms }
match-why-speaks = The maker’s language: { $language }
match-why-sample = A sample can be had
match-why-no-sample = No sample is offered
match-change-renewed = { $certificate } is renewed by { $date }.
match-change-confirmed = The programme confirms { $certificate }.
match-change-incoterm = Accept { $incoterm }.
match-change-language = Write in { $language }.
match-change-without-sample = Do without a sample.

# What comes along with a request
request-files = Drawings and documents
request-files-hint = Up to { $most } files: pictures (JPEG, PNG, WebP) or PDF. Whoever may read the request can open them. Where and when a picture was taken is removed from it.
request-files-add = Add files
request-files-full = There is room for { $most } files. Remove one to add another.
notice-request-files-added = Added to your request.
notice-request-file-removed = Removed from your request.
problem-request-files = A request holds at most { $most } files, and yours holds { $present } already.
