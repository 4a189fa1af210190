//! The eleven rules of Incoterms 2020: where costs and risk pass from the seller to the buyer.

use crate::input::{Fields, RawList};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Incoterm {
    #[default]
    Exw,
    Fca,
    Cpt,
    Cip,
    Dap,
    Dpu,
    Ddp,
    Fas,
    Fob,
    Cfr,
    Cif,
}

crate::text_enum!(Incoterm {
    Exw => "EXW",
    Fca => "FCA",
    Cpt => "CPT",
    Cip => "CIP",
    Dap => "DAP",
    Dpu => "DPU",
    Ddp => "DDP",
    Fas => "FAS",
    Fob => "FOB",
    Cfr => "CFR",
    Cif => "CIF",
});

/// What the named place of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Delivery,
    Destination,
    PortOfShipment,
    PortOfDestination,
}

impl Incoterm {
    /// How much the seller takes upon itself, from the door on: the less the number, the less.
    pub fn duties(self) -> u8 {
        match self {
            Self::Exw => 0,
            Self::Fca => 1,
            Self::Fas => 2,
            Self::Fob => 3,
            Self::Cfr => 4,
            Self::Cif => 5,
            Self::Cpt => 6,
            Self::Cip => 7,
            Self::Dap => 8,
            Self::Dpu => 9,
            Self::Ddp => 10,
        }
    }

    pub fn is_for_the_sea(self) -> bool {
        matches!(self, Self::Fas | Self::Fob | Self::Cfr | Self::Cif)
    }

    pub fn place_kind(self) -> PlaceKind {
        match self {
            Self::Exw | Self::Fca => PlaceKind::Delivery,
            Self::Cpt | Self::Cip | Self::Dap | Self::Dpu | Self::Ddp => PlaceKind::Destination,
            Self::Fas | Self::Fob => PlaceKind::PortOfShipment,
            Self::Cfr | Self::Cif => PlaceKind::PortOfDestination,
        }
    }
}

impl Incoterm {
    /// Several, by their codes.
    pub fn read_all(fields: &mut Fields, field: &str, raw: &RawList) -> Vec<Self> {
        let codes = RawList(raw.0.iter().map(|code| code.trim().to_ascii_uppercase()).collect());
        let named = fields.keys(field, &codes, Self::WORDS.len(), |code| Self::WORDS.contains(&code));
        named.iter().filter_map(|code| code.parse().ok()).collect()
    }
}
