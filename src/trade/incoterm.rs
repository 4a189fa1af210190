//! The eleven rules of Incoterms 2020. Each needs a named place; four are for the sea alone.

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
