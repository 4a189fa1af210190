//! What a maker writes about a collection.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Collection;
use crate::error::{Message, Problems, Result};
use crate::input::{Fields, Raw};
use crate::locale::{RawWording, Wording};

const LONGEST_TITLE: usize = 160;
const LONGEST_STORY: usize = 4000;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CollectionForm {
    pub title: RawWording,
    /// What holds the products together, in the maker's words.
    pub story: RawWording,
    /// When editing: the `version` that was read.
    pub version: Raw,
}

/// A collection whose texts are sound; a draft may have none yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewCollection {
    pub title: Wording,
    pub story: Wording,
}

impl CollectionForm {
    pub fn check(&self) -> Result<NewCollection> {
        let mut fields = Fields::new();
        let new = NewCollection {
            title: fields.optional_wording("title", &self.title, LONGEST_TITLE),
            story: fields.optional_wording("story", &self.story, LONGEST_STORY),
        };
        fields.done(new)
    }
}

impl NewCollection {
    /// What lacks before it may be published. The story may follow: products speak too.
    pub fn missing(&self) -> Problems {
        let mut problems = Problems::new();
        if self.title.is_empty() {
            let label = Message::new("collection-title");
            problems.add("title", Message::new("product-missing").with("field", label));
        }
        problems
    }
}

impl From<&Collection> for NewCollection {
    fn from(collection: &Collection) -> Self {
        Self { title: (*collection.title).clone(), story: (*collection.story).clone() }
    }
}

/// What would be sent to keep the collection as it is.
impl From<&Collection> for CollectionForm {
    fn from(collection: &Collection) -> Self {
        Self {
            title: RawWording::from(&*collection.title),
            story: RawWording::from(&*collection.story),
            version: collection.version.into(),
        }
    }
}
