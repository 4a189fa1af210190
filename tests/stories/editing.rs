//! Editing that forgives: histories, taking back, drafts, copies, many products at once, translations.

mod bulk;
mod copies;
mod drafts;
mod history;
mod translations;
