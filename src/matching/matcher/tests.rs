//! Every rule with its near miss, and the whole against a slow second reading of the rules.

mod examples;
mod properties;
mod reference;

use chrono::TimeDelta;

use super::*;
use crate::ids::AgreementId;
use crate::matching::reasons::Rule;
use crate::money::Currency;

const MAKER: OrganisationId = OrganisationId(1);
const BUYER: OrganisationId = OrganisationId(2);
const RIVAL: OrganisationId = OrganisationId(3);
const REQUEST: RequestId = RequestId(1);

fn day(offset: i64) -> Date {
    Date::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(offset)
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn circumstances() -> Circumstances {
    let per_eur = [("TND", "3.4"), ("MAD", "10.72")];
    let per_eur = per_eur.iter().map(|(code, rate)| (currency(code), rate.parse().unwrap())).collect();
    Circumstances { today: day(0), rates: Rates { month: "2026-03".to_owned(), per_eur } }
}

fn workshop() -> Workshop {
    Workshop {
        maker: MAKER,
        country: "TN".to_owned(),
        exports_itself: true,
        in_cluster: true,
        capacity: None,
        grants: Vec::new(),
        certificates: Vec::new(),
        incoterms: Vec::new(),
        languages: BTreeSet::from([Language::Fr]),
        declined: BTreeSet::new(),
        busy_until: None,
    }
}

fn words(stems: &[&str]) -> Arc<WordSet> {
    Arc::new(stems.iter().copied().collect())
}

fn bowl(workshop: &Workshop) -> Candidate<'_> {
    Candidate {
        product: ProductId(1),
        workshop,
        collection: Some(CollectionId(7)),
        craft: Some("ceramics".to_owned()),
        materials: vec!["clay".to_owned()],
        words: words(&["bowl", "blue", "glaze"]),
        price: Some(Money::new(27_200, currency("TND"))),
        tiers: Vec::new(),
        moq: 24,
        multiple: 12,
        lead_time_days: Some(30),
        agreed: BTreeMap::new(),
        capacity: Some(Capacity::new(35, [])),
        closed_to: ClosedTo::These(Vec::new()),
        sample: true,
        completeness: 1.0,
    }
}

fn wish() -> Wish {
    Wish {
        request: Some(REQUEST),
        buyer: BUYER,
        crafts: vec!["ceramics".to_owned()],
        materials: vec!["clay".to_owned()],
        words: words(&["bowl", "blue"]),
        called: Arc::default(),
        quantity: 120,
        quantity_most: 120,
        target: Some(Money::new(1_000, Currency::EUR)),
        destination: "FR".to_owned(),
        channel: Channel::Shops,
        needed_by: day(60),
        certificates: Vec::new(),
        promised: BTreeSet::new(),
        incoterms: Vec::new(),
        languages: Vec::new(),
        sample: false,
    }
}

/// Just so many.
fn pieces(quantity: i64) -> Wish {
    Wish { quantity, quantity_most: quantity, ..wish() }
}

fn of(matched: &Matched, rule: Rule) -> &Constraint {
    matched.reasons.constraints.iter().find(|constraint| constraint.name == rule).unwrap()
}

#[track_caller]
fn judge(wish: &Wish, candidate: &Candidate<'_>, rule: Rule) -> (Verdict, Option<Change>) {
    let found = of(&compare(wish, candidate, &circumstances()), rule).clone();
    (found.verdict, found.change)
}

fn needed_later(from: i64, to: i64) -> Option<Change> {
    Some(Change::NeededBy { from: day(from), to: day(to) })
}

fn certified(scheme: &str, from: i64, until: Option<i64>) -> Certified {
    Certified {
        scheme: scheme.to_owned(),
        products: None,
        valid_from: day(from),
        valid_until: until.map(day),
        is_confirmed: true,
    }
}

fn exclusive(buyer: OrganisationId, collection: Option<i64>, starts: i64, ends: i64) -> Grant {
    Grant {
        id: 1,
        agreement_id: AgreementId(1),
        maker_id: MAKER,
        buyer_id: buyer,
        collection_id: collection.map(CollectionId),
        country: "FR".to_owned(),
        channel: Channel::Shops,
        starts_on: day(starts),
        ends_on: day(ends),
        released_at: None,
    }
}
