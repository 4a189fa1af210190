### Imports: a file, its dry run, its commit.

## The page
import-title = Import products
import-lead = Bring your products from a spreadsheet or from another shop. First you see what would happen; nothing is written before you say so.
import-file = File
import-file-hint = Excel (.xlsx), CSV, JSON Lines, or what Shopify, WooCommerce and Etsy export; up to 64 MB.
import-more = If something is not recognised
import-format = Kind of file
import-format-hint = Usually told by the file itself.
import-format-auto = As the file says
import-format-shopify = Shopify
import-format-woocommerce = WooCommerce
import-format-etsy = Etsy
import-currency = Currency of the prices
import-currency-hint = For prices that do not say it, as in files of Shopify and WooCommerce. Without it such prices are left out.
import-encoding = Encoding of the text
import-encoding-hint = Only if letters look wrong.
import-strict = All or nothing
import-strict-hint = If any product has a problem, nothing can be written. Otherwise the good ones are.
import-send = Check the file
import-sheet = Begin with our empty sheet
import-sheet-text = It has a column for everything that buyers ask. Your article number (SKU) says which product a row is: sent again, the product is changed, and what is the same is passed over. Rows with the same SKU are variants of one product.
import-sheet-xlsx = Empty sheet for Excel
import-sheet-csv = Empty sheet as CSV
import-sheet-name = Products
import-export-xlsx = Download for Excel
import-export-csv = Download as CSV
import-earlier = Imports of the last days
import-when = Sent

## The report
import-state-reading = Incomplete: send the same file again, and it goes on where it broke off.
import-state-grouping = Being checked
import-state-checking = Being checked
import-state-ready = This is what would happen. Nothing is written yet.
import-state-committed = Written
import-dialect-lines = JSON Lines
import-dialect-sheet = Sheet
import-dialect-shopify = Shopify
import-dialect-woocommerce = WooCommerce
import-dialect-etsy = Etsy
import-checked = Rows checked
import-refreshes = This page refreshes by itself.
import-read = Products
import-created = New
import-changed = Changed
import-skipped = Unchanged
import-refused = Refused
import-outcome-created = New
import-outcome-changed = Changed
import-outcome-skipped = Unchanged
import-outcome-refused = Refused
import-is-committed = Everything sound is written.
import-unknown = Columns that we do not know
import-unknown-text = Say what they hold; we remember it for your next files.
import-columns = What the columns hold
import-as-it-is = As recognised
import-ignore = Nothing that is needed
import-map = Check again with these columns
import-cannot = Nothing can be written as it is: mend the file and send it again.
import-drop = Forget this file
import-table = What would happen, product by product
import-row = Row
import-what = What happens
import-expected = What would be right
notice-import-mapped = The columns are remembered, and the file is checked again.
notice-import-committed = The products are written.
notice-import-moved = Your catalogue has changed since the check, so nothing was written. Here is what would happen now.
notice-import-dropped = The file is forgotten. What was written stays.

## Refusals
refusal-import-not-ready = This file is still being checked.
refusal-import-strict = This import is all or nothing, and a product has a problem.
refusal-import-nothing = No product of this file is without a problem.
refusal-import-committed = This import is written already.
refusal-import-moved = The catalogue has changed since this report was made, so nothing was written. The new report says what would happen now.

## What is wrong with a file
problem-file-empty = This file is empty.
problem-file-no-table = This is no table: please send XLSX, CSV or JSON Lines with a header and at least one row.
problem-file-workbook = This is a workbook (XLSX), and another format was asked for.
problem-file-old-workbook = This is a workbook of the old kind (.xls) or protected by a password. Please save it as .xlsx without one.
problem-file-no-workbook = There is no sheet to be seen in this file. Please save the table as .xlsx or CSV.
problem-file-broken-workbook = This workbook is damaged. Please open it in your program and save it again.
problem-file-password = This workbook is protected by a password.
problem-file-archive = This archive is damaged.
problem-file-bomb = Unpacked, this file would be far too large.
problem-file-rows = A sheet may have { $most } rows. Please send it in parts.
problem-file-columns = A sheet may have { $most } columns.
problem-file-cell = A cell in row { $row } is longer than { $most } letters.
problem-file-quote = The row that begins at { $row } does not end: a quotation mark is not closed.
problem-file-encoding = This file is not in { $encoding }: byte { $byte } does not fit. Please name its encoding.
problem-encoding-unknown = This encoding is not known.

## What is wrong in a cell
problem-cell-formula = A formula failed here: there is no value.
problem-tier = “{ $tier }” is no price tier.
problem-sku-repeated = Row { $row } has the same article number already, and this row is no variant of it.
problem-page-repeated = The product is in row { $row } already, under the name of its page.
problem-row-differs = Row { $row }, of the same product, says something else here.
problem-row-too-long = This row has more cells than the header: a cell with the separator in it needs quotation marks.
problem-shop-gift-card = A gift card is no product for this market.
problem-shop-virtual = Only things that can be touched are traded here; this is a virtual or downloadable product.
problem-shop-external = This product is sold in another shop.
problem-shop-grouped = A group of products is no product; its parts are imported by themselves.
problem-shop-kind = Products of the type “{ $kind }” are not understood.
problem-shop-no-parent = The product “{ $parent }” to which this variation belongs is not in the file.
problem-import-field = No column of the sheet is called so.
problem-import-header = No column of the file has this header.
problem-import-columns = These are more columns than a file may have.

## What would be right
import-expected-line = one JSON object on one line, in UTF-8, with only the fields that are described
import-expected-row = one row per product; rows that share its article number name a size, a colour, a glaze or a number of the variant
import-expected-cells = as many cells as the header has
import-expected-maker = the slug of a maker, for example atelier-ben-salah
import-expected-sku = the article number, up to 64 characters, once per product
import-expected-title = a text of up to 160 characters in each language
import-expected-description = a text of up to 4000 characters in each language
import-expected-language = en, fr or ar
import-expected-craft = one of the crafts by key or name, for example ceramics
import-expected-materials = 1 to 8 materials by key or name, for example clay, glass
import-expected-techniques = up to 8 techniques by key or name, for example hand-painted
import-expected-price = an amount with its currency, for example 12.500 TND; in JSON an object with amount and currency
import-expected-moq = a whole number of pieces, a multiple of the case pack
import-expected-order-multiple = a whole number of pieces, 1 or more
import-expected-lead-time = a whole number of days, 0 to 730
import-expected-weekly-capacity = a whole number of pieces, 1 or more
import-expected-hs-code = 6 to 13 digits, for example 691200
import-expected-origin = a country by name or two-letter code, for example TN
import-expected-weight = a whole number of grams, 1 or more
import-expected-collection = the slug or the title of a collection, up to 160 characters
import-expected-publish = yes or no (in JSON true or false); yes needs a complete product of an approved maker
import-expected-variants = per variant an article number, what it differs in, and where it differs a price and a weight
import-expected-tiers = tiers such as 100-499: 11.000 TND FR,DE 45d 2026-01-01..2026-12-31; 500+: 10.500 TND
import-expected-slug = the last part of the address of a product without article number, once per product
import-expected-sample = an amount with its currency, for example 12.500 TND, or 0 TND where samples are free
import-expected-countries = countries by name or two-letter code, separated by semicolons
import-expected-packing = whole grams and whole millimetres, 1 or more; length, width and height together
import-expected-type = simple or variable products, and variations of products of the same file

## Counts and notes
import-commit = { $count ->
    [one] Write one product
   *[other] Write { $count } products
}
import-rows = { $count ->
    [one] one row
   *[other] { $count } rows
}
import-note-price-without-currency = { $count ->
    [one] One product has a price without a currency, which was left out. Name the currency to take it.
   *[other] { $count } products have a price without a currency, which was left out. Name the currency to take it.
}
import-note-retail-price = { $count ->
    [one] One product brings the retail price of a shop. Please put your wholesale price in its place.
   *[other] { $count } products bring the retail price of a shop. Please put your wholesale price in its place.
}
import-note-sale-price-ignored = { $count ->
    [one] One product is on sale there; the regular price was taken.
   *[other] { $count } products are on sale there; the regular price was taken.
}
import-note-material-unknown = { $count ->
    [one] One product names a material that our list does not have; it was left out.
   *[other] { $count } products name a material that our list does not have; it was left out.
}
import-note-pictures-left = { $count ->
    [one] One product has pictures on another server, which are not fetched. Please add them here.
   *[other] { $count } products have pictures on another server, which are not fetched. Please add them here.
}
import-note-draft = { $count ->
    [one] One product comes from a shop and is a draft: it lacks what buyers here ask, such as craft, minimum order and customs code.
   *[other] { $count } products come from a shop and are drafts: they lack what buyers here ask, such as craft, minimum order and customs code.
}

portfolio-title = Pictures by article number
portfolio-lead = Name each picture by the article that it shows: B-1.jpg, B-1 (2).jpg, or a folder B-1 with pictures in it. You see first which picture goes where.
portfolio-file = Send a ZIP of pictures
portfolio-file-hint = A ZIP of at most 200 pictures and 256 MB, or several pictures at once.
portfolio-nothing-written = Nothing is written yet. Look at the list, then put the pictures where they belong.
portfolio-is-committed = The pictures are where they belong.
portfolio-commit = { $count ->
    [one] Put one picture to its product
   *[other] Put { $count } pictures to their products
}
portfolio-drop = Throw away
portfolio-counts = New: { $added } · there already: { $skipped } · refused: { $refused }
portfolio-name = File
portfolio-outcome = What happens
portfolio-outcome-added = New picture of this product
portfolio-outcome-skipped = This product has it already
notice-portfolio-committed = The pictures are where they belong.
notice-portfolio-dropped = The pictures are thrown away; nothing was changed.
refusal-portfolio-committed = These pictures are at their products already.
refusal-portfolio-empty = None of these files goes to a product: name each by an article number.
problem-portfolio-many = At most { $most } pictures at once: send the others after these.
problem-portfolio-article = No product has this article number: name the file by one, as B-1.jpg.
