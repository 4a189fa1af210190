//! Which customs code a thing has: the goods nomenclature of the European Union for the chapters of the crafts, searched
//! in English and French, and through the lexicon of the crafts in Arabic and the makers' own words.

mod api;
mod nomenclature;
mod page;
mod search;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::web::Route;

const LONGEST: usize = 200;
const USUALLY: i64 = 20;
const MOST: i64 = 50;

pub fn routes() -> Vec<Route> {
    [page::routes(), api::routes()].concat()
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CustomsQuery {
    /// What it is, in words of any of the three languages, or the first digits of a code.
    pub q: Raw,
    /// 1 to 50, 20 if not said.
    pub limit: Raw,
}

/// One code that may be meant.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CustomsCode {
    /// 6 digits of the Harmonised System, or 8 of the Combined Nomenclature of the European Union.
    pub code: String,
    /// The wording of the code itself, in French for readers of French, else in English.
    pub text: String,
    /// The wordings of the headings that it stands under, from the widest on.
    pub under: Vec<String>,
    /// The unit in which customs count it besides its weight, such as `p/st` or `m2`.
    pub unit: Option<String>,
}

impl CustomsQuery {
    fn answer(&self, language: Language) -> Result<Vec<CustomsCode>> {
        let mut fields = Fields::new();
        let text = fields.optional_text("q", &self.q, LONGEST).unwrap_or_default();
        let limit = fields.optional_whole("limit", &self.limit, 1..=MOST).unwrap_or(USUALLY);
        let (text, limit) = fields.done((text, limit))?;
        let found = search::search(&text, limit.unsigned_abs() as usize);
        Ok(found.into_iter().map(|line| line.told(language)).collect())
    }
}
