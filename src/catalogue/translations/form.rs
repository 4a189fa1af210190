//! What is sent when somebody translates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::{Collection, Picture, Product};
use crate::input::Raw;
use crate::locale::RawWording;

/// A field's name and what it says.
pub type Texts<'a> = Vec<(&'static str, &'a RawWording)>;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCaption {
    /// The picture's id.
    pub picture: Raw,
    pub caption: RawWording,
}

impl RawCaption {
    fn all(pictures: &[Picture]) -> Vec<Self> {
        let one = |picture: &Picture| Self {
            picture: picture.id.into(),
            caption: RawWording::from(&*picture.caption),
        };
        pictures.iter().map(one).collect()
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductTranslation {
    pub title: RawWording,
    pub description: RawWording,
    /// Of its packing: safety information.
    pub warnings: RawWording,
    /// Of its pictures; those that are not named stay as they are.
    pub captions: Vec<RawCaption>,
    /// The product's `version` that was read.
    pub version: Raw,
}

impl ProductTranslation {
    pub fn of(product: &Product, pictures: &[Picture]) -> Self {
        Self {
            title: RawWording::from(&*product.title),
            description: RawWording::from(&*product.description),
            warnings: RawWording::from(&product.packing.warnings),
            captions: RawCaption::all(pictures),
            version: product.version.into(),
        }
    }

    pub fn texts(&self) -> Texts<'_> {
        vec![("title", &self.title), ("description", &self.description), ("packing.warnings", &self.warnings)]
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CollectionTranslation {
    pub title: RawWording,
    pub story: RawWording,
    /// Of its own pictures; those that are not named stay as they are.
    pub captions: Vec<RawCaption>,
    /// The collection's `version` that was read.
    pub version: Raw,
}

impl CollectionTranslation {
    pub fn of(collection: &Collection, pictures: &[Picture]) -> Self {
        Self {
            title: RawWording::from(&*collection.title),
            story: RawWording::from(&*collection.story),
            captions: RawCaption::all(pictures),
            version: collection.version.into(),
        }
    }

    pub fn texts(&self) -> Texts<'_> {
        vec![("title", &self.title), ("story", &self.story)]
    }
}
