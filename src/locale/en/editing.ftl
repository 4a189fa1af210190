# History, undoing, drafts, copies, changes of several products, translations.
refusal-undo-nothing = There is nothing here that could be taken back.
refusal-undo-moved = This was changed again since: { $field }. Take back the later change first, or write it anew.
refusal-bulk-undone = This change was taken back already.

## History
history-title = History
history-lead = Every change, with what stood there before. The last 200 changes are kept, for three years.
history-empty = Nothing has been changed since histories are kept.
date-moment = { $day }, { $time } UTC
history-field-in = { $field } ({ $language })
history-nothing = nothing
history-by-house = The house
history-gross-weight = Weight with packing
history-undone = Taken back
history-undo = Take this back
history-undo-bulk = Take it back for all products
history-undo-bulk-sure = Take this change back for every product that it changed?
history-restore = Go back to this state
history-restore-sure = Bring back everything as it was after this change? The changes since then stay in the history.
history-act-created = Created
history-act-edited = Edited
history-act-terms = Variants, prices and packing changed
history-act-pictures = Photographs changed
history-act-published = Published
history-act-withdrawn = Withdrawn
history-act-imported = Imported from a file
history-act-copied = Copied
history-act-translated = Translated
history-act-bulk = Changed together with other products
history-act-undone = A change taken back
history-act-restored = An earlier state brought back
notice-undo = Undo
notice-undone = The change is taken back.
notice-restored = The earlier state is back.
notice-bulk-undone = The change is taken back for all products.

## Unsaved forms
draft-found = You have unsaved changes from { $when }.
draft-continue = Go on with them
draft-throw = Throw them away
draft-throw-sure = Throw your unsaved changes away?
draft-continued = These are your unsaved changes. They count only once you save them.
draft-keep = Keep as a draft
draft-is-kept = What you wrote is kept; only you see it.
draft-is-not-kept = What you wrote could not be kept yet. It is tried again.
merge-by = { $who } changed this on { $when }, after you had begun.
merge-somebody = This was changed after you had begun.
merge-taken = Taken over from there, because you had not changed it:
merge-clashes = Changed by both of you:
merge-theirs = There now:
merge-mine = Yours:
merge-choose = Below stands your version. Save it to keep yours, or take theirs.
merge-take-theirs = Take theirs
notice-draft-kept = Your draft is kept. Only you see it.
notice-draft-thrown = The form shows again what is saved.

## Copies
copy-of = Copy of { $title }
copy-make = Make a copy
copy-with-products = Copy with its products
copy-alone = Copy without products
problem-copy-too-many = A collection of more than { $most } products is not copied with them.
notice-product-copied = This is the copy: a draft without an article number.
notice-collection-copied = This is the copy: a draft that nobody sees yet.

## Several products at once
bulk-title = Change several products
bulk-lead = Only what you fill in changes. First you see what would happen; nothing is written before you agree.
bulk-choose = Choose
bulk-chosen = Change the chosen ones
bulk-all = Change all in this list
bulk-all-chosen = All products of the list that you looked at
bulk-as-it-is = As it is
bulk-percent = Prices up or down, in percent
bulk-percent-hint = 5 raises, -2.5 lowers: the price, those of the variants and the price list. Samples keep theirs.
bulk-step = Round to
bulk-step-hint = With a percentage: 0.5 rounds to the nearest half.
bulk-price = Or the same price for all
bulk-collection-none = Out of any collection
bulk-shelf = Publish or withdraw
bulk-countries = Shown to buyers in
bulk-countries-all = All countries
bulk-countries-only = Only these countries
bulk-countries-except = All but these countries
bulk-country-list = Which countries
bulk-look = See what would happen
bulk-preview = What would happen
bulk-preview-lead = Nothing is written yet. All changes below are made together, or none of them.
bulk-refused = Stays as it is
bulk-count-changes = { $count ->
    [one] One product would change.
   *[other] { $count } products would change.
}
bulk-count-stays = { $count ->
    [one] One product says this already.
   *[other] { $count } products say this already.
}
bulk-count-refused = { $count ->
    [one] One product cannot be changed so, and stays as it is.
   *[other] { $count } products cannot be changed so, and stay as they are.
}
bulk-carry-out = { $count ->
    [one] Change one product
   *[other] Change { $count } products
}
bulk-left-out = { $count ->
    [one] One more is not shown here.
   *[other] { $count } more are not shown here.
}
refusal-bulk-moved = Something has changed since you looked. Nothing was written; please look again.
refusal-bulk-unseen = Look at the preview first, and send its hash back.
refusal-bulk-nothing = None of these products would change.
problem-percent = This must be a number from -90 to 900 with at most two decimals, such as 5 or -2.5.
problem-bulk-price-twice = Choose one: a percentage, or the same price for all.
problem-bulk-step = Rounding needs a percentage, and a step above nothing, such as 0.5.
problem-bulk-nothing = Say what shall change.
problem-bulk-none = Choose at least one product.
problem-bulk-products = These must be your own products.
problem-bulk-too-many = At most { $most } products at once. Narrow the list, or use an import.
problem-bulk-countries = Name countries, with commas: France, Germany.
notice-bulk-changed = The products are changed.

## Translations
translations-title = Translations
translations-lead = The three languages side by side. What is missing is marked; nothing else is changed here.
translations-list-lead = What is missing in which language. Buyers read their own language first.
translations-missing = Missing
translations-missing-in = Missing in: { $languages }
translations-nothing = Nothing is missing here.
problem-caption-picture = This must be a picture of this product or collection.
notice-translated = The texts are saved.
