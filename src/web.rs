//! What every page and every API answer shares: routes as one table, pages, input, errors, headers.
//!
//! Slices bring the handlers; nothing here knows accounts or trade.

pub mod address;
pub mod assets;
mod attachment;
mod body;
mod crumb;
mod form;
mod headers;
pub mod health;
mod house;
pub mod linked;
mod listing;
mod message;
pub mod once;
pub mod openapi;
pub mod origin;
mod page;
mod paper;
mod parcel;
mod problem;
pub mod reference;
mod routes;
mod sent;
mod upload;
mod visitor;

pub use attachment::{AttachedFiles, AttachmentView, KeptAttachment, PictureSize, hand_out_attachment};
pub use body::{Input, Nothing, Query};
pub use crumb::Crumb;
pub use form::{Choice, FormView};
pub use headers::{count_requests, protect};
pub use house::House;
pub use linked::Linked;
pub use listing::{Cursor, Listed, Listing, Paging};
pub use once::Once;
pub use page::{Page, PageLanguage};
pub use paper::{WithPaper, hand_out};
pub use parcel::{MOST_FILES, Parcel};
pub use problem::{ProblemDocument, render_errors};
pub use routes::{Access, Act, FOR_MAKER, Face, Route, by_agents};
pub use upload::{SentFile, SpooledFile, Upload, spool_body};
pub use visitor::{ActsFor, MenuLink, Visitor};

pub use crate::error::{Error, Result};
