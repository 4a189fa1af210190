//! Does a record count, for how much, and if not, why not. This is the only place that decides it.

use super::{Computed, Indicator};
use crate::programme::Value;
use crate::programme::verifications::{Entry, Standing};

/// Why a record does not count (yet).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    #[default]
    Waiting,
    Changed,
    Revoked,
    NotShipped,
    Domestic,
    NoCluster,
    BeforeBaseline,
    Gone,
}

crate::text_enum!(Reason {
    Waiting => "waiting",
    Changed => "changed",
    Revoked => "revoked",
    NotShipped => "not-shipped",
    Domestic => "domestic",
    NoCluster => "no-cluster",
    BeforeBaseline => "before-baseline",
    Gone => "gone",
});

/// What an entry adds to an indicator that is computed from its kind of record.
pub fn count(entry: &Entry, indicator: &Indicator) -> Result<Value, Reason> {
    match entry.standing() {
        Standing::Gone => return Err(Reason::Gone),
        Standing::Early => return Err(Reason::NotShipped),
        _ if !entry.record.crosses_a_border() => return Err(Reason::Domestic),
        Standing::Waiting => return Err(Reason::Waiting),
        Standing::Changed => return Err(Reason::Changed),
        Standing::Revoked => return Err(Reason::Revoked),
        Standing::Verified => {}
    }
    match indicator.computed {
        // The definition asks for makers of the clusters, and for what is new since the baseline.
        Computed::Collections if entry.clusters.is_empty() => Err(Reason::NoCluster),
        Computed::Collections if entry.record.day.is_none_or(|day| day <= indicator.baseline_on) => {
            Err(Reason::BeforeBaseline)
        }
        Computed::ExportsEur => {
            let frozen = entry.verdict.as_ref().and_then(|verdict| verdict.eur_minor);
            // A deal cannot be verified without its worth, so one without it was never properly verified.
            let own = frozen.map(|eur| entry.part.map_or(eur, |part| part.of(eur)));
            own.map(Value::from_cents).ok_or(Reason::Waiting)
        }
        // However many have made it, a deal is one.
        Computed::Deals if !entry.leads() => Ok(Value::default()),
        Computed::Collections | Computed::Agreements | Computed::Deals => Ok(Value::ONE),
        Computed::None => Err(Reason::Waiting),
    }
}
