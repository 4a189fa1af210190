//! Products from a file: our own sheet as XLSX or CSV, what Shopify, WooCommerce and Etsy export, or JSON Lines.
//!
//! A file goes through four rooms. `reading` turns it into rows of cells, whatever its encoding; `staging` keeps the
//! rows in the database; `dry_run` composes products out of them and says of each what would happen; `commit` writes
//! all sound ones in one transaction, and only if that is still true. Memory does not grow with the file.
//!
//! A line of JSON Lines, and what every other file is turned into:
//!
//! ```json
//! {"maker": "atelier-ben-salah", "sku": "B-1", "title": {"en": "Blue bowl", "fr": "Bol bleu"},
//!  "description": "Un bol tourné à la main.", "language": "fr", "craft": "ceramics", "materials": ["clay"],
//!  "techniques": ["wheel-thrown"], "price": {"amount": "12.500", "currency": "TND"}, "moq": 24, "order_multiple": 6,
//!  "lead_time_days": 30, "hs_code": "6912.00", "origin": "TN", "collection": "Blue tables", "publish": true}
//! ```
//!
//! (There on one line.) `sku` is the only field that every product must have: maker and SKU say which product it is.
//! What a file brings is new, changed since the last import, or skipped because it is the same as last time; a maker's
//! own later edits are then left alone. A line of JSON is the whole product; a sheet speaks only of the columns that it
//! has, and a shop's file only of what shops know, so that the rest stays as the maker wrote it. `collection` is the slug
//! or the title of one of the maker's collections; a title that is not there yet becomes a new collection, which is
//! published if one of its products is. `publish` asks for completeness; without it a new product is a draft, and a
//! published one stays published and must stay complete.
//!
//! A product with a problem is left out and reported, cell by cell, or, if asked to be strict, holds back the whole file.

mod admit;
mod changes;
mod check;
pub mod columns;
mod commit;
mod compose;
mod dry_run;
mod expected;
mod html;
mod keeping;
mod layout;
mod line;
mod price;
mod reading;
mod report;
mod staged;
mod staging;
mod store;
mod terms;
pub(super) mod tiers;
mod write;

pub use commit::{Ended, commit};
pub(super) use compose::armed;
pub use dry_run::{finish, step};
pub use keeping::{
    MappedColumn, MappingForm, discard, drop_import, forget_old, import, list, map, rows, take_up,
};
pub use layout::{Column, Dialect, Format};
pub use line::{ImportLine, Texts};
pub(super) use price::written as written_price;
pub use reading::{MOST_COLUMNS, MOST_ROWS};
pub(super) use report::in_all;
pub use report::{CellProblem, Change, MOST_PROBLEMS, NoteView, Outcome, Report, RowView};
pub use staged::{About, Import, State, own, report};
pub use staging::{Wish, stage};
