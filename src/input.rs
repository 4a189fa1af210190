//! Raw input and how it becomes valid: one raw type per use case, filled by a form or by JSON, checked field by field.
//!
//! A checker such as [`Fields::whole`] notes the problem of a bad field and goes on with a stand-in, so that a person
//! mends everything at once; [`Fields::done`] gives the value out only if there was no problem at all.

mod fields;
mod raw;

pub use fields::Fields;
pub use raw::{Raw, RawList, RawMoney};
