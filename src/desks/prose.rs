//! A long text of somebody's own, with the language it is in: screen readers and translators want to know.

use crate::locale::Wording;
use crate::web::Page;

#[derive(Clone, Debug)]
pub struct Prose {
    pub lang: &'static str,
    pub dir: &'static str,
    pub paragraphs: Vec<String>,
}

impl Prose {
    /// The text for the reader; none if nothing was written yet.
    pub fn of(page: &Page, wording: &Wording) -> Option<Self> {
        let (language, text) = wording.best_with_language(page.language())?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Some(Self {
            lang: language.code(),
            dir: language.direction(),
            paragraphs: lines.map(str::to_owned).collect(),
        })
    }
}
