//! Why a product answers a request, or almost does: verdicts with what would have to change, and a score in named parts.
//! Kept as numbers and dates, told to each side in its own language.

mod telling;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::matcher::Wish;
use crate::clock::Date;
use crate::incoterm::Incoterm;
use crate::input::RawMoney;
use crate::locale::Language;
use crate::money::{Currency, Money};

/// Does the product answer the request? The best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    Match,
    /// It would, if something changed that can be changed.
    Near,
    No,
}

crate::text_enum!(Fit { Match => "match", Near => "near", No => "no" });

/// What must be right before anything else counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    Willing,
    Subject,
    Quantity,
    LeadTime,
    Capacity,
    Exclusivity,
    Certificate,
    Destination,
    Incoterm,
    Language,
    Sample,
    Price,
}

crate::text_enum!(Rule {
    Willing => "willing",
    Subject => "subject",
    Quantity => "quantity",
    LeadTime => "lead-time",
    Capacity => "capacity",
    Exclusivity => "exclusivity",
    Certificate => "certificate",
    Destination => "destination",
    Incoterm => "incoterm",
    Language => "language",
    Sample => "sample",
    Price => "price",
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Holds,
    Near,
    Fails,
}

crate::text_enum!(Verdict { Holds => "holds", Near => "near", Fails => "fails" });

/// The parts of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Craft,
    Words,
    Materials,
    Price,
    LeadTime,
    Capacity,
    Completeness,
    Cluster,
    Export,
}

impl Part {
    pub const ALL: [Self; 9] = [
        Self::Craft,
        Self::Words,
        Self::Materials,
        Self::Price,
        Self::LeadTime,
        Self::Capacity,
        Self::Completeness,
        Self::Cluster,
        Self::Export,
    ];
}

crate::text_enum!(Part {
    Craft => "craft",
    Words => "words",
    Materials => "materials",
    Price => "price",
    LeadTime => "lead-time",
    Capacity => "capacity",
    Completeness => "completeness",
    Cluster => "cluster",
    Export => "export",
});

/// What a verdict rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Why {
    Craft {
        craft: String,
    },
    OtherCraft {
        craft: Option<String>,
    },
    Materials {
        materials: Vec<String>,
    },
    OtherMaterials,
    Words {
        count: i64,
    },
    NoWords,
    /// Search says that it answers what the request is called, in words of its own.
    Called,
    /// How the product can be ordered.
    Order {
        moq: i64,
        multiple: i64,
    },
    Ready {
        on: Date,
    },
    /// Pieces that can be made in time; no more than asked for, since a workshop's whole book is nobody's business.
    Makes {
        pieces: i64,
        wanted: i64,
    },
    NotStated,
    /// Its maker does not want to answer the request.
    Declined,
    Free,
    /// Promised to somebody else, of whom only the last day is told.
    Promised {
        until: Date,
    },
    Domestic,
    ExportsItself,
    ThroughCluster,
    NeedsExporter,
    /// The maker does not offer it there.
    NotOfferedThere,
    Within {
        price: RawMoney,
    },
    Above {
        price: RawMoney,
        percent: i64,
    },
    /// Valid on the day of delivery.
    Certified {
        scheme: String,
        until: Option<Date>,
    },
    /// It ends, or ended, before the day of delivery.
    Ends {
        scheme: String,
        until: Date,
    },
    /// There is one, and no officer has looked at it yet.
    Unconfirmed {
        scheme: String,
    },
    Uncertified {
        scheme: String,
    },
    /// The delivery rules that both name, or those that the maker serves.
    Serves {
        incoterms: Vec<Incoterm>,
    },
    Speaks {
        language: Language,
    },
    Sample,
    NoSample,
    NoTarget,
    /// No exchange rate between the two currencies is known.
    NoRate,
}

/// The smallest change that would make a rule hold: mostly to the request, for certificates to what the maker has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    Quantity {
        from: i64,
        to: i64,
        /// The nearest valid quantity on the other side, further away.
        other: Option<i64>,
    },
    NeededBy {
        from: Date,
        to: Date,
    },
    TargetPrice {
        from: RawMoney,
        to: RawMoney,
    },
    /// The maker renews a certificate.
    Renewed {
        scheme: String,
        by: Date,
    },
    /// An officer confirms a certificate.
    Confirmed {
        scheme: String,
    },
    Incoterm {
        to: Incoterm,
    },
    Language {
        from: Language,
        to: Language,
    },
    WithoutSample,
}

impl Change {
    /// Makes the change. A date only ever moves later, so that several changes agree with each other.
    pub fn apply(&self, wish: &mut Wish) {
        match self {
            Self::Quantity { to, .. } => {
                wish.quantity_most = wish.quantity_most.max(*to);
                wish.quantity = if *to < wish.quantity { *to } else { wish.quantity };
            }
            Self::NeededBy { to, .. } => wish.needed_by = wish.needed_by.max(*to),
            Self::TargetPrice { to, .. } => wish.target = money(to),
            Self::Renewed { scheme, .. } | Self::Confirmed { scheme } => {
                wish.promised.insert(scheme.clone());
            }
            Self::Incoterm { to } => wish.incoterms.push(*to),
            Self::Language { to, .. } => wish.languages.push(*to),
            Self::WithoutSample => wish.sample = false,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Constraint {
    pub name: Rule,
    pub verdict: Verdict,
    pub why: Why,
    /// For a near miss only.
    pub change: Option<Change>,
}

impl Constraint {
    pub fn holds(name: Rule, why: Why) -> Self {
        Self { name, verdict: Verdict::Holds, why, change: None }
    }

    pub fn near(name: Rule, why: Why, change: Change) -> Self {
        Self { name, verdict: Verdict::Near, why, change: Some(change) }
    }

    pub fn fails(name: Rule, why: Why) -> Self {
        Self { name, verdict: Verdict::Fails, why, change: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contribution {
    pub name: Part,
    pub value: f64,
    /// The most that this part can bring.
    pub of: f64,
}

impl Contribution {
    /// How much of it was reached, from 0 to 1.
    pub fn share(&self) -> f64 {
        if self.of > 0.0 { self.value / self.of } else { 0.0 }
    }
}

/// What is stored with a match.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reasons {
    pub contributions: Vec<Contribution>,
    pub constraints: Vec<Constraint>,
}

/// Amounts in reasons are our own, so they are sound; an unreadable one only loses its text.
pub(super) fn money(raw: &RawMoney) -> Option<Money> {
    let currency = Currency::parse(raw.currency.trimmed()).ok()?;
    Money::parse(raw.amount.trimmed(), currency).ok()
}
