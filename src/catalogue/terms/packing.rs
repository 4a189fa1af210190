//! How a piece travels, and what the law of its destination wants to be said of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::input::{Fields, Raw};
use crate::locale::{RawWording, Wording};

const HEAVIEST_GRAMS: i64 = 2_000_000;
const LONGEST_MM: i64 = 20_000;
const LONGEST_WARNINGS: usize = 2_000;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPacking {
    /// Of one piece with its packing; the product's own weight is the net one.
    pub gross_weight_grams: Raw,
    /// Of one packed piece, in millimetres.
    pub length_mm: Raw,
    pub width_mm: Raw,
    pub height_mm: Raw,
    /// Warnings and safety information, as European law wants them in a web shop.
    pub warnings: RawWording,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Packing {
    pub gross_weight_grams: Option<i64>,
    pub length_mm: Option<i64>,
    pub width_mm: Option<i64>,
    pub height_mm: Option<i64>,
    pub warnings: Wording,
}

impl RawPacking {
    pub(super) fn read(&self, fields: &mut Fields) -> Packing {
        let mut length =
            |name: &str, raw: &Raw| fields.optional_whole(&format!("packing.{name}"), raw, 1..=LONGEST_MM);
        let sides = [
            length("length_mm", &self.length_mm),
            length("width_mm", &self.width_mm),
            length("height_mm", &self.height_mm),
        ];
        let packing = Packing {
            gross_weight_grams: fields.optional_whole(
                "packing.gross_weight_grams",
                &self.gross_weight_grams,
                1..=HEAVIEST_GRAMS,
            ),
            length_mm: sides[0],
            width_mm: sides[1],
            height_mm: sides[2],
            warnings: fields.optional_wording("packing.warnings", &self.warnings, LONGEST_WARNINGS),
        };
        let raw =
            [("length_mm", &self.length_mm), ("width_mm", &self.width_mm), ("height_mm", &self.height_mm)];
        if raw.iter().any(|(_, raw)| !raw.is_blank()) {
            for (name, _) in raw.iter().filter(|(_, raw)| raw.is_blank()) {
                fields.problem(&format!("packing.{name}"), "problem-packing-sides");
            }
        }
        packing
    }
}

impl From<&Packing> for RawPacking {
    fn from(packing: &Packing) -> Self {
        let number = |value: Option<i64>| value.map(Raw::from).unwrap_or_default();
        Self {
            gross_weight_grams: number(packing.gross_weight_grams),
            length_mm: number(packing.length_mm),
            width_mm: number(packing.width_mm),
            height_mm: number(packing.height_mm),
            warnings: RawWording::from(&packing.warnings),
        }
    }
}
