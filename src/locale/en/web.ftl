# Words of the frame and of the parts that all pages share.

## Frame
nav-brand = Fondouk
nav-skip = Skip to the content
nav-main = Main sections
nav-foot = More of the house
nav-pages = Pages of this list
nav-breadcrumbs = Where you are
nav-search = Search
nav-search-label = Search products, makers and clusters
nav-search-hint = Zellige, olive wood, brass lamp…
nav-language = Language
nav-makers = Makers
nav-clusters = Clusters
nav-collections = Collections
nav-sourcing-requests = Sourcing requests
nav-programme = Programme
nav-api = For programs
nav-sign-in = Sign in
nav-sign-up = Join
nav-sign-out = Sign out
nav-promise = Where the makers of the southern Mediterranean and the shops, brands and hotels of the world do business face to face.

## Forms
form-optional = optional
form-amount = Amount
form-currency = Currency
form-any-language = One language is enough; the others may follow.
form-problems = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
form-save = Save
form-send = Send
form-cancel = Cancel
form-edit = Edit
form-delete = Delete
form-add = Add
form-confirm = Confirm
form-continue = Continue
form-back = Back
form-choose = Choose…
form-sure = Are you sure?

## Common
common-verified = Verified by the programme
common-next-page = Next
common-first-page = Back to the start
common-see-all = See all
common-show-more = Show more
common-evidence = Records behind it
common-none = None
common-unknown = Not known
common-yes = Yes
common-no = No
common-not-stated = Not stated
common-on-behalf = { $person } for { $organisation }
common-no-results = Nothing found yet
common-no-results-hint = Try fewer words, another spelling, or take a filter away.
common-placeholder-picture = Drawing in place of a photograph
common-from-to = { $from } to { $to }
common-updated = Updated on { $date }
common-results = { $count ->
    [0] No results
    [one] One result
   *[other] { $count } results
}

## Filters
filter-title = Filters
filter-chosen = Filtered by
filter-remove = Remove the filter
filter-clear = Clear all filters
filter-apply = Apply
filter-kind = What
filter-country = Country
filter-cluster = Cluster
filter-craft = Craft
filter-material = Material
filter-technique = Technique
filter-price = Wholesale price
filter-price-max = At most
filter-moq = Minimum order
filter-lead-time = Lead time
filter-sort = Sort by
sort-relevance = Best match
sort-newest = Newest
sort-price-up = Price, low to high
sort-price-down = Price, high to low
sort-lead-time = Shortest lead time
sort-name = Name

## Kinds of things
kind-product = Product
kind-products = Products
kind-collection = Collection
kind-collections = Collections
kind-maker = Maker
kind-makers = Makers
kind-cluster = Cluster
kind-clusters = Clusters

## States
status-draft = Draft
status-published = Published
status-withdrawn = Withdrawn
status-open = Open
status-closed = Closed
status-answered = Answered
status-sent = Sent
status-countered = Countered
status-accepted = Accepted
status-declined = Declined
status-not-chosen = Not chosen
status-expired = Expired
status-replaced = Replaced
status-proposed = Proposed
status-signed = Signed
status-active = In force
status-ended = Ended
status-confirmed = Confirmed
status-shipped = Shipped
status-delivered = Delivered
status-paid = Paid
status-cancelled = Cancelled
status-pending = Waiting
status-approved = Approved
status-unverified = Not yet verified
status-verified = Verified
status-refused = Refused
status-invited = Invited
status-member = Member
status-suspended = Suspended
status-revoked = Revoked
status-failed = Failed
status-selection = Selection
status-diagnostic = Diagnostic study
status-planning = Vision and action plan
status-implementation = Implementation
status-monitoring = Monitoring
status-met = Target met
status-on-track = On track
status-behind = Behind plan

## Verdicts of a match
verdict-holds = Fits
verdict-near = Near miss
verdict-fails = Does not fit

## Dates
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-long = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month = { $month } { $year }

## Units: $count chooses the form, $shown is the number as it is printed
unit-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
}
unit-weeks = { $count ->
    [one] { $shown } week
   *[other] { $shown } weeks
}
unit-months = { $count ->
    [one] { $shown } month
   *[other] { $shown } months
}
unit-years = { $count ->
    [one] { $shown } year
   *[other] { $shown } years
}
unit-pieces = { $count ->
    [one] { $shown } piece
   *[other] { $shown } pieces
}
unit-products = { $count ->
    [one] { $shown } product
   *[other] { $shown } products
}
unit-collections = { $count ->
    [one] { $shown } collection
   *[other] { $shown } collections
}
unit-makers = { $count ->
    [one] { $shown } maker
   *[other] { $shown } makers
}
unit-people = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
}
unit-agreements = { $count ->
    [one] { $shown } agreement
   *[other] { $shown } agreements
}
unit-deals = { $count ->
    [one] { $shown } deal
   *[other] { $shown } deals
}
unit-records = { $count ->
    [one] { $shown } record
   *[other] { $shown } records
}
unit-per-week = { $amount } a week
unit-moq = from { $pieces }
unit-per-piece = { $price } a piece
unit-grams = { $shown } g
unit-kilograms = { $shown } kg
