//! From text to terms. Each file is one rule of one language; this one strings them together.
//!
//! A word takes the path of its *script* first: an Arabic word in a French text is still normalised and stemmed
//! as Arabic. Only Latin words depend on the language of the text around them.

pub mod apostrophes;
pub mod arabic;
pub mod digits;
pub mod elision;
pub mod folding;
pub mod light10;
pub mod quantities;
pub mod skeleton;
pub mod stemming;
pub mod stop_words;
pub mod stream;
pub mod words;

pub use stream::{Analyzer, Token, Word};

/// Raised whenever any rule here changes what an index holds: older indexes are then rebuilt.
pub const VERSION: u32 = 4;
