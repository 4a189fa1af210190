//! Every rule with its near miss, and the whole against a slow second reading of the rules.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::catalogue::Tier;
use crate::clock::Time;
use crate::commitments::Booking;
use crate::ids::AgreementId;
use crate::input::RawMoney;
use crate::matching::reasons::{Rule, Why};
use crate::money::Currency;

const MAKER: OrganisationId = OrganisationId(1);
const BUYER: OrganisationId = OrganisationId(2);
const RIVAL: OrganisationId = OrganisationId(3);

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
    }
}

fn bowl(workshop: &Workshop) -> Candidate<'_> {
    Candidate {
        product: ProductId(1),
        workshop,
        collection: Some(CollectionId(7)),
        craft: Some("ceramics".to_owned()),
        materials: vec!["clay".to_owned()],
        words: ["bowl", "blue", "glaze"].into_iter().collect(),
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
        buyer: BUYER,
        crafts: vec!["ceramics".to_owned()],
        materials: vec!["clay".to_owned()],
        words: ["bowl", "blue"].into_iter().collect(),
        called: BTreeSet::new(),
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

#[test]
fn what_fits_is_a_match_with_every_part_of_its_score_named() {
    let workshop = workshop();
    let matched = compare(&wish(), &bowl(&workshop), &circumstances());
    assert_eq!(matched.verdict, Fit::Match);
    let sum: f64 = matched.reasons.contributions.iter().map(|part| part.value).sum();
    let most: f64 = matched.reasons.contributions.iter().map(|part| part.of).sum();
    assert!(
        (matched.score - sum).abs() < 0.005 && (most - 100.0).abs() < 1e-9,
        "{} {sum} {most}",
        matched.score
    );
    assert!(matched.score > 80.0, "{}", matched.score);
}

#[test]
fn another_craft_fails_and_no_craft_leaves_it_to_material_and_words() {
    let workshop = workshop();
    let judge = |wish: &Wish| judge(wish, &bowl(&workshop), Rule::Subject).0;
    assert_eq!(judge(&Wish { crafts: vec!["leather".to_owned()], ..wish() }), Verdict::Fails);
    let material = |key: &str| Wish { crafts: Vec::new(), materials: vec![key.to_owned()], ..wish() };
    assert_eq!(judge(&material("clay")), Verdict::Holds);
    assert_eq!(judge(&material("brass")), Verdict::Fails);
    let words = |word: &'static str| Wish {
        crafts: Vec::new(),
        materials: Vec::new(),
        words: [word].into_iter().collect(),
        ..wish()
    };
    assert_eq!(judge(&words("glaze")), Verdict::Holds);
    assert_eq!(judge(&words("lamp")), Verdict::Fails);
    let called = |wish: Wish| Wish { called: BTreeSet::from([bowl(&workshop).product]), ..wish };
    assert_eq!(judge(&called(words("lamp"))), Verdict::Holds, "search knows better");
    assert_eq!(judge(&called(material("brass"))), Verdict::Fails, "but what was named must be there");
    assert_eq!(judge(&called(Wish { crafts: vec!["leather".to_owned()], ..wish() })), Verdict::Fails);
}

#[test]
fn a_quantity_between_two_packs_names_both() {
    let workshop = workshop();
    let ask = |quantity| judge(&pieces(quantity), &bowl(&workshop), Rule::Quantity);
    let near = |from, to, other| (Verdict::Near, Some(Change::Quantity { from, to, other }));
    assert_eq!(ask(24), (Verdict::Holds, None));
    assert_eq!(ask(50), near(50, 48, Some(60)));
    assert_eq!(ask(55), near(55, 60, Some(48)));
    assert_eq!(ask(54), near(54, 48, Some(60)), "equally near: the smaller order");
    assert_eq!(ask(20), near(20, 24, None), "below the MOQ there is only one way");
    assert_eq!(ask(11).0, Verdict::Fails, "more than twice what was asked is not near");
}

#[test]
fn an_moq_that_is_no_whole_pack_is_filled_up_to_one() {
    let workshop = workshop();
    let odd = Candidate { moq: 20, multiple: 12, ..bowl(&workshop) };
    let change = judge(&pieces(20), &odd, Rule::Quantity).1;
    assert_eq!(change, Some(Change::Quantity { from: 20, to: 24, other: None }));
}

#[test]
fn what_a_buyer_has_agreed_on_counts_for_that_buyer() {
    let workshop = workshop();
    let terms = Agreed { moq: Some(5), order_multiple: Some(1), ..Agreed::default() };
    let agreed = Candidate { agreed: BTreeMap::from([(BUYER, terms)]), ..bowl(&workshop) };
    let asks = |buyer| judge(&Wish { buyer, ..pieces(7) }, &agreed, Rule::Quantity).0;
    assert_eq!(asks(BUYER), Verdict::Holds);
    assert_eq!(asks(OrganisationId(4321)), Verdict::Fails);
}

#[test]
fn a_range_is_met_by_any_order_within_it() {
    let workshop = workshop();
    let ask = |quantity, quantity_most| {
        judge(&Wish { quantity, quantity_most, ..wish() }, &bowl(&workshop), Rule::Quantity)
    };
    let near = |from, to, other| (Verdict::Near, Some(Change::Quantity { from, to, other }));
    assert_eq!(ask(50, 60), (Verdict::Holds, None));
    assert_eq!(ask(49, 58), near(49, 48, Some(60)), "below by one, above by two");
    assert_eq!(ask(51, 59), near(59, 60, Some(48)));
    let small = Candidate { capacity: Some(Capacity::new(7, [])), ..bowl(&workshop) };
    let range = Wish { quantity: 50, quantity_most: 100, needed_by: day(60), ..wish() };
    assert_eq!(judge(&range, &small, Rule::Capacity), (Verdict::Holds, None), "sixty of them suffice");
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

#[test]
fn a_certificate_must_last_until_delivery() {
    let ask = |certificates: Vec<Certified>| {
        let workshop = Workshop { certificates, ..workshop() };
        judge(&Wish { certificates: vec!["gots".to_owned()], ..wish() }, &bowl(&workshop), Rule::Certificate)
    };
    let renewed = Change::Renewed { scheme: "gots".to_owned(), by: day(60) };
    assert_eq!(ask(vec![certified("gots", -100, Some(60))]), (Verdict::Holds, None));
    assert_eq!(ask(vec![certified("gots", -100, None)]).0, Verdict::Holds);
    assert_eq!(ask(vec![certified("gots", -100, Some(59))]), (Verdict::Near, Some(renewed.clone())));
    assert_eq!(ask(vec![certified("gots", -400, Some(-90))]), (Verdict::Near, Some(renewed)));
    assert_eq!(ask(vec![certified("gots", -400, Some(-91))]).0, Verdict::Fails, "to be got anew");
    assert_eq!(ask(vec![certified("gots", 61, None)]).0, Verdict::Fails, "not yet");
    assert_eq!(ask(vec![certified("fsc", -100, None)]).0, Verdict::Fails);
    let others = Certified { products: Some(vec![ProductId(2)]), ..certified("gots", -100, None) };
    assert_eq!(ask(vec![others]).0, Verdict::Fails, "about another product");
    let waiting = Certified { is_confirmed: false, ..certified("gots", -100, None) };
    let confirmed = Change::Confirmed { scheme: "gots".to_owned() };
    assert_eq!(ask(vec![waiting]), (Verdict::Near, Some(confirmed)));
}

#[test]
fn a_certificate_is_asked_for_the_day_that_the_other_rules_call_for() {
    let workshop = Workshop { certificates: vec![certified("gots", -100, Some(65))], ..workshop() };
    let slow = Candidate { lead_time_days: Some(70), ..bowl(&workshop) };
    let wish = Wish { certificates: vec!["gots".to_owned()], ..wish() };
    let renewed = Change::Renewed { scheme: "gots".to_owned(), by: day(70) };
    assert_eq!(judge(&wish, &slow, Rule::Certificate), (Verdict::Near, Some(renewed)));
}

#[test]
fn the_exporter_decides_what_can_be_served() {
    use Incoterm::{Ddp, Exw, Fca, Fob};
    let ask = |workshop: Workshop| {
        let wish = Wish { incoterms: vec![Fob, Ddp], ..wish() };
        judge(&wish, &bowl(&workshop), Rule::Incoterm)
    };
    let to = |to| (Verdict::Near, Some(Change::Incoterm { to }));
    assert_eq!(ask(workshop()), (Verdict::Holds, None), "it does not say");
    assert_eq!(ask(Workshop { incoterms: vec![Exw, Fob], ..workshop() }).0, Verdict::Holds);
    assert_eq!(ask(Workshop { incoterms: vec![Exw, Fca], ..workshop() }), to(Fca));
    let through = Workshop { exports_itself: false, incoterms: vec![Exw], ..workshop() };
    assert_eq!(ask(through.clone()).0, Verdict::Holds, "the cluster is asked");
    assert_eq!(ask(Workshop { in_cluster: false, ..through.clone() }), to(Exw));
    let at_home = Workshop { country: "FR".to_owned(), in_cluster: false, ..through };
    let wish = Wish { incoterms: vec![Fob], ..wish() };
    let asked = compare(&wish, &bowl(&at_home), &circumstances()).reasons.constraints;
    assert!(asked.iter().all(|constraint| constraint.name != Rule::Incoterm));
}

#[test]
fn language_and_sample_are_asked_only_where_they_matter() {
    let workshop = workshop();
    let plain = compare(&wish(), &bowl(&workshop), &circumstances()).reasons.constraints;
    assert_eq!(plain.len(), 7);
    let ask = |languages: &[Language]| {
        judge(&Wish { languages: languages.to_vec(), ..wish() }, &bowl(&workshop), Rule::Language)
    };
    assert_eq!(ask(&[Language::En, Language::Fr]), (Verdict::Holds, None));
    let change = Change::Language { from: Language::En, to: Language::Fr };
    assert_eq!(ask(&[Language::En]), (Verdict::Near, Some(change)));
    let wanted = Wish { sample: true, ..wish() };
    assert_eq!(judge(&wanted, &bowl(&workshop), Rule::Sample), (Verdict::Holds, None));
    let none = Candidate { sample: false, ..bowl(&workshop) };
    assert_eq!(judge(&wanted, &none, Rule::Sample), (Verdict::Near, Some(Change::WithoutSample)));
}

#[test]
fn lead_time_says_how_much_later() {
    let workshop = workshop();
    let ask = |days| judge(&Wish { needed_by: day(days), ..pieces(24) }, &bowl(&workshop), Rule::LeadTime);
    assert_eq!(ask(30), (Verdict::Holds, None));
    assert_eq!(ask(16), (Verdict::Near, needed_later(16, 30)));
    let slow = Candidate { lead_time_days: Some(200), ..bowl(&workshop) };
    assert_eq!(judge(&wish(), &slow, Rule::LeadTime).0, Verdict::Fails);
    let silent = Candidate { lead_time_days: None, ..bowl(&workshop) };
    assert_eq!(judge(&wish(), &silent, Rule::LeadTime).0, Verdict::Holds);
}

#[test]
fn capacity_is_what_others_have_left_over() {
    let busy = Booking { quantity: 140, starts_on: day(0), ends_on: day(27) };
    let workshop = workshop();
    // 35 a week; the first four weeks are taken.
    let booked = Candidate { capacity: Some(Capacity::new(35, [busy])), ..bowl(&workshop) };
    let ask =
        |quantity, days| judge(&Wish { needed_by: day(days), ..pieces(quantity) }, &booked, Rule::Capacity);
    assert_eq!(ask(120, 60), (Verdict::Holds, None));
    assert_eq!(ask(120, 45), (Verdict::Near, needed_later(45, 52)));
    assert_eq!(ask(1200, 60).0, Verdict::Fails);
    let matched = compare(&Wish { needed_by: day(42), ..wish() }, &booked, &circumstances());
    assert_eq!(of(&matched, Rule::Capacity).why, Why::Makes { pieces: 70, wanted: 120 });
}

#[test]
fn the_whole_workshop_must_have_room_too() {
    let workshop = Workshop { capacity: Some(Capacity::new(7, [])), ..workshop() };
    let (verdict, change) =
        judge(&Wish { needed_by: day(50), ..pieces(60) }, &bowl(&workshop), Rule::Capacity);
    assert_eq!((verdict, change), (Verdict::Near, needed_later(50, 60)));
}

#[test]
fn capacity_is_asked_about_the_quantity_that_can_be_ordered() {
    let workshop = workshop();
    let tight = Candidate { capacity: Some(Capacity::new(7, [])), ..bowl(&workshop) };
    let asked = Wish { needed_by: day(57), ..pieces(56) };
    assert_eq!(
        judge(&asked, &tight, Rule::Quantity).1,
        Some(Change::Quantity { from: 56, to: 60, other: Some(48) })
    );
    assert_eq!(judge(&asked, &tight, Rule::Capacity), (Verdict::Near, needed_later(57, 60)));
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

#[test]
fn exclusivity_names_a_day_and_nobody() {
    let promised = Workshop { grants: vec![exclusive(RIVAL, Some(7), 0, 79)], ..workshop() };
    let ask = |wish: &Wish| judge(wish, &bowl(&promised), Rule::Exclusivity);
    assert_eq!(ask(&wish()), (Verdict::Near, needed_later(60, 80)));
    assert_eq!(ask(&Wish { channel: Channel::Online, ..wish() }).0, Verdict::Holds);
    assert_eq!(ask(&Wish { destination: "IT".to_owned(), ..wish() }).0, Verdict::Holds);
    assert_eq!(ask(&Wish { buyer: RIVAL, ..wish() }).0, Verdict::Holds, "it is the rival's own");
    let other_collection = Candidate { collection: Some(CollectionId(8)), ..bowl(&promised) };
    assert_eq!(judge(&wish(), &other_collection, Rule::Exclusivity).0, Verdict::Holds);
    let stored =
        serde_json::to_string(&compare(&wish(), &bowl(&promised), &circumstances()).reasons).unwrap();
    assert!(
        stored.contains("2026-05-20") && !stored.contains("buyer") && !stored.contains("agreement"),
        "{stored}"
    );
}

#[test]
fn exclusivity_for_years_is_no_near_miss() {
    let promised = Workshop { grants: vec![exclusive(RIVAL, None, 0, 700)], ..workshop() };
    let matched = compare(&wish(), &bowl(&promised), &circumstances());
    assert_eq!(of(&matched, Rule::Exclusivity).why, Why::Promised { until: day(700) });
    assert_eq!(matched.verdict, Fit::No);
    let released = Grant { released_at: Some(Time::from_micros(0)), ..exclusive(RIVAL, None, 0, 700) };
    let free = Workshop { grants: vec![released], ..workshop() };
    assert_eq!(compare(&wish(), &bowl(&free), &circumstances()).verdict, Fit::Match);
}

#[test]
fn prices_are_compared_across_currencies() {
    let workshop = workshop();
    // 27.200 TND at 3.4 for a euro are 8.00 EUR.
    let ask = |minor| {
        compare(
            &Wish { target: Some(Money::new(minor, Currency::EUR)), ..wish() },
            &bowl(&workshop),
            &circumstances(),
        )
    };
    assert_eq!(of(&ask(800), Rule::Price).verdict, Verdict::Holds);
    let near = ask(714);
    let eur = |amount: &str| RawMoney { amount: amount.into(), currency: "EUR".into() };
    assert_eq!(of(&near, Rule::Price).why, Why::Above { price: eur("8.00"), percent: 13 });
    let change = Change::TargetPrice { from: eur("7.14"), to: eur("8.00") };
    assert_eq!(of(&near, Rule::Price).change, Some(change));
    assert_eq!(of(&ask(600), Rule::Price).verdict, Verdict::Fails);
}

#[test]
fn a_price_that_cannot_be_compared_is_not_held_against_it() {
    let workshop = workshop();
    let yen = Wish { target: Some(Money::new(1, currency("JPY"))), ..wish() };
    assert_eq!(of(&compare(&yen, &bowl(&workshop), &circumstances()), Rule::Price).why, Why::NoRate);
    let open = Wish { target: None, ..wish() };
    assert_eq!(of(&compare(&open, &bowl(&workshop), &circumstances()), Rule::Price).why, Why::NoTarget);
}

#[test]
fn cheaper_sooner_and_fuller_score_higher() {
    let workshop = workshop();
    let score = |candidate: Candidate<'_>| compare(&wish(), &candidate, &circumstances()).score;
    let plain = score(bowl(&workshop));
    assert!(score(Candidate { price: Some(Money::new(20_000, currency("TND"))), ..bowl(&workshop) }) > plain);
    assert!(score(Candidate { lead_time_days: Some(59), ..bowl(&workshop) }) < plain);
    assert!(score(Candidate { materials: Vec::new(), ..bowl(&workshop) }) < plain);
    assert!(score(Candidate { completeness: 0.5, ..bowl(&workshop) }) < plain);
    assert!(score(Candidate { words: WordSet::default(), ..bowl(&workshop) }) < plain);
}

/// A second reading of the rules, slow and obvious, by trying every quantity and every day.
mod reference {
    use super::*;

    pub fn subject(wish: &Wish, candidate: &Candidate<'_>) -> bool {
        if !wish.crafts.is_empty() {
            return wish.crafts.iter().any(|craft| Some(craft) == candidate.craft.as_ref());
        }
        if !wish.materials.is_empty() {
            return wish.materials.iter().any(|one| candidate.materials.iter().any(|other| one == other));
        }
        wish.words.shared_with(&candidate.words) > 0
    }

    pub fn orderable(quantity: i64, candidate: &Candidate<'_>) -> bool {
        quantity >= candidate.moq && quantity % candidate.multiple == 0
    }

    /// The nearest order to a range by trying every step, the smaller first; how far it is from the nearer end.
    pub fn nearest_order(wish: &Wish, candidate: &Candidate<'_>) -> Option<i64> {
        if let Some(within) = (wish.quantity..=wish.quantity_most).find(|tried| orderable(*tried, candidate))
        {
            return Some(within);
        }
        let (least, most) = (wish.quantity, wish.quantity_most);
        (1..=most).find_map(|step| {
            let below = Some(least - step).filter(|tried| *tried > 0 && orderable(*tried, candidate));
            let above = Some(most + step).filter(|tried| orderable(*tried, candidate));
            // Of two that are equally near the smaller is tried alone: it is what is called for, or nothing is.
            match (below, above) {
                (Some(below), _) => (step <= least).then_some(below),
                (None, above) => above,
            }
        })
    }

    pub fn makes(quantity: i64, until: Date, candidate: &Candidate<'_>) -> bool {
        let calendars = candidate.capacity.iter().chain(&candidate.workshop.capacity);
        calendars.into_iter().all(|calendar| calendar.free(day(0), until) >= quantity)
    }

    pub fn promised(date: Date, wish: &Wish, candidate: &Candidate<'_>) -> bool {
        candidate.workshop.grants.iter().any(|grant| {
            grant.released_at.is_none()
                && grant.buyer_id != wish.buyer
                && grant.country == wish.destination
                && grant.channel == wish.channel
                && grant.collection_id.is_none_or(|own| Some(own) == candidate.collection)
                && grant.starts_on <= date
                && date <= grant.ends_on
        })
    }

    pub fn first_day(from: Date, days: i64, fits: impl Fn(Date) -> bool) -> Option<Date> {
        from.iter_days().take(days as usize + 1).find(|date| fits(*date))
    }

    fn certified(scheme: &str, date: Date, wish: &Wish, candidate: &Candidate<'_>) -> Verdict {
        let mut own = candidate.workshop.certificates.clone();
        own.retain(|one| one.scheme == scheme && one.valid_from <= date);
        own.retain(|one| one.products.is_none() || one.products == Some(vec![candidate.product]));
        let lasts = |one: &Certified| one.valid_until.is_none() || one.valid_until >= Some(date);
        if own.iter().any(|one| one.is_confirmed && lasts(one)) {
            return Verdict::Holds;
        }
        let could_be = own.iter().any(|one| !one.is_confirmed && lasts(one))
            || own.iter().any(|one| one.is_confirmed && one.valid_until >= Some(day(-90)));
        match could_be {
            true if wish.promised.contains(scheme) => Verdict::Holds,
            true => Verdict::Near,
            false => Verdict::Fails,
        }
    }

    fn demanded(wish: &Wish, candidate: &Candidate<'_>) -> Vec<(Rule, Verdict)> {
        let workshop = candidate.workshop;
        let near_unless = |holds| if holds { Verdict::Holds } else { Verdict::Near };
        let mut found = Vec::new();
        if !wish.incoterms.is_empty() && workshop.country != wish.destination {
            let serves = |one: &Incoterm| match (workshop.exports_itself, workshop.in_cluster) {
                (true, _) => workshop.incoterms.is_empty() || workshop.incoterms.contains(one),
                (false, true) => true,
                (false, false) => *one == Incoterm::Exw,
            };
            found.push((Rule::Incoterm, near_unless(wish.incoterms.iter().any(serves))));
        }
        if !wish.languages.is_empty() {
            let spoken = &workshop.languages;
            let holds = spoken.is_empty() || wish.languages.iter().any(|one| spoken.contains(one));
            found.push((Rule::Language, near_unless(holds)));
        }
        if wish.sample {
            found.push((Rule::Sample, near_unless(candidate.sample)));
        }
        found
    }

    pub fn verdicts(wish: &Wish, candidate: &Candidate<'_>) -> Vec<(Rule, Verdict)> {
        use Verdict::*;
        let mut date = wish.needed_by;
        let mut by_day = |days: i64, fits: &dyn Fn(Date) -> bool| match first_day(date, days, fits) {
            Some(found) if found == date => Holds,
            Some(found) => {
                date = found;
                Near
            }
            None => Fails,
        };
        let nearest = nearest_order(wish, candidate);
        let quantity = match nearest {
            Some(within) if (wish.quantity..=wish.quantity_most).contains(&within) => Holds,
            Some(_) => Near,
            None => Fails,
        };
        let ordered = nearest.unwrap_or(wish.quantity);
        let lead = by_day(60, &|date| candidate.lead_time_days.is_none_or(|days| day(days) <= date));
        let capacity = by_day(60, &|date| makes(ordered, date, candidate));
        let exclusivity = by_day(180, &|date| !promised(date, wish, candidate));
        let converted = wish.target.and_then(|target| {
            circumstances()
                .rates
                .convert(candidate.price?, target.currency)
                .map(|asked| (asked.minor, target.minor))
        });
        let price = match converted {
            Some((asked, target)) if asked * 100 > target * 125 => Fails,
            Some((asked, target)) if asked > target => Near,
            _ => Holds,
        };
        let subject = if subject(wish, candidate) { Holds } else { Fails };
        let mut verdicts = vec![
            (Rule::Subject, subject),
            (Rule::Quantity, quantity),
            (Rule::LeadTime, lead),
            (Rule::Capacity, capacity),
            (Rule::Exclusivity, exclusivity),
        ];
        let certified = wish.certificates.iter().map(|scheme| certified(scheme, date, wish, candidate));
        verdicts.extend(certified.map(|verdict| (Rule::Certificate, verdict)));
        verdicts.push((Rule::Destination, Holds));
        verdicts.extend(demanded(wish, candidate));
        verdicts.push((Rule::Price, price));
        verdicts
    }
}

prop_compose! {
    fn some_demands()(
        certificates in prop::sample::subsequence(vec!["gots", "fsc"], 0..=2),
        incoterms in prop::sample::subsequence(vec![Incoterm::Exw, Incoterm::Fob, Incoterm::Dap], 0..=2),
        languages in prop::sample::subsequence(Language::ALL.to_vec(), 0..=2),
        sample: bool,
        range in prop::option::of(0..60_i64),
    ) -> Wish {
        Wish {
            certificates: certificates.into_iter().map(str::to_owned).collect(),
            incoterms,
            languages,
            sample,
            quantity_most: range.unwrap_or_default(),
            ..wish()
        }
    }
}

fn some_certificates() -> impl Strategy<Value = Vec<Certified>> {
    let one =
        ("gots|fsc", prop::option::of(1..3_i64), -300..100_i64, prop::option::of(0..500_i64), any::<bool>());
    let one = one.prop_map(|(scheme, product, from, days, is_confirmed)| Certified {
        scheme,
        products: product.map(|id| vec![ProductId(id)]),
        valid_from: day(from),
        valid_until: days.map(|days| day(from + days)),
        is_confirmed,
    });
    prop::collection::vec(one, 0..4)
}

prop_compose! {
    fn some_wish()(
        crafts in prop::sample::subsequence(vec!["ceramics", "leather", "mosaic"], 0..=2),
        materials in prop::sample::subsequence(vec!["clay", "brass", "glass"], 0..=2),
        words in prop::sample::subsequence(vec!["bowl", "lamp", "blue", "round"], 0..=4),
        quantity in 1..400_i64,
        target in prop::option::of((1..3_000_i64, "EUR|TND|MAD|JPY")),
        destination in "FR|IT|TN",
        online: bool,
        needed in 1..120_i64,
        demands in some_demands(),
        demanding in prop::bool::weighted(0.3),
    ) -> Wish {
        // Most ask for nothing more: else hardly any pair would match.
        let demands = if demanding { demands } else { Wish { quantity_most: 0, ..wish() } };
        let keys = |keys: Vec<&str>| keys.into_iter().map(str::to_owned).collect();
        Wish {
            buyer: BUYER,
            crafts: keys(crafts),
            materials: keys(materials),
            words: words.into_iter().collect(),
            called: BTreeSet::new(),
            quantity,
            target: target.map(|(minor, code)| Money::new(minor, currency(&code))),
            destination,
            channel: if online { Channel::Online } else { Channel::Shops },
            needed_by: day(needed),
            quantity_most: quantity + demands.quantity_most,
            ..demands
        }
    }
}

fn some_calendar() -> impl Strategy<Value = Option<Capacity>> {
    let booking = (1..300_i64, -20..80_i64, 0..40_i64).prop_map(|(quantity, start, days)| Booking {
        quantity,
        starts_on: day(start),
        ends_on: day(start + days),
    });
    prop::option::of((0..120_i64, prop::collection::vec(booking, 0..3)))
        .prop_map(|calendar| calendar.map(|(weekly, bookings)| Capacity::new(weekly, bookings)))
}

fn some_grants() -> impl Strategy<Value = Vec<Grant>> {
    let grant = (any::<bool>(), prop::option::of(7..9_i64), -20..150_i64, 0..200_i64, "FR|IT").prop_map(
        |(own, collection, start, days, country)| Grant {
            country,
            ..exclusive(if own { BUYER } else { RIVAL }, collection, start, start + days)
        },
    );
    prop::collection::vec(grant, 0..3)
}

prop_compose! {
    fn some_workshop()(
        exports_itself: bool, in_cluster: bool, capacity in some_calendar(), grants in some_grants(),
        certificates in some_certificates(),
        incoterms in prop::sample::subsequence(vec![Incoterm::Exw, Incoterm::Fca, Incoterm::Dap], 0..=2),
        languages in prop::sample::subsequence(Language::ALL.to_vec(), 0..=2),
    ) -> Workshop {
        Workshop {
            exports_itself, in_cluster, capacity, grants, certificates, incoterms,
            languages: languages.into_iter().collect(),
            ..workshop()
        }
    }
}

type Terms =
    (Option<&'static str>, Option<i64>, Option<(i64, String)>, i64, i64, Option<i64>, Option<Capacity>, bool);

fn some_terms() -> impl Strategy<Value = Terms> {
    (
        prop::option::of(prop::sample::select(vec!["ceramics", "leather"])),
        prop::option::of(7..9_i64),
        prop::option::of((1..3_000_i64, "EUR|TND|MAD".prop_map(String::from))),
        1..150_i64,
        1..40_i64,
        prop::option::of(0..150_i64),
        some_calendar(),
        any::<bool>(),
    )
}

fn candidate<'a>(workshop: &'a Workshop, terms: Terms) -> Candidate<'a> {
    let (craft, collection, price, moq, multiple, lead_time_days, capacity, sample) = terms;
    Candidate {
        product: ProductId(1),
        workshop,
        collection: collection.map(CollectionId),
        craft: craft.map(str::to_owned),
        materials: vec!["clay".to_owned()],
        words: ["bowl", "blue"].into_iter().collect(),
        price: price.map(|(minor, code)| Money::new(minor, currency(&code))),
        moq,
        multiple,
        tiers: Vec::new(),
        closed_to: ClosedTo::These(Vec::new()),
        lead_time_days,
        agreed: BTreeMap::new(),
        capacity,
        sample,
        completeness: 0.5,
    }
}

/// What the properties below say of matches and near misses, they say of many.
#[test]
fn the_samples_hold_enough_of_every_verdict() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let pairs = (some_wish(), some_workshop(), some_terms());
    let mut found = [0; 3];
    for _ in 0..10_000 {
        let (wish, workshop, terms) = pairs.new_tree(&mut runner).unwrap().current();
        found[compare(&wish, &candidate(&workshop, terms), &circumstances()).verdict as usize] += 1;
    }
    assert!(found.iter().all(|count| *count >= 100), "match, near, no: {found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn a_slow_second_reading_of_the_rules_agrees(
        wish in some_wish(), workshop in some_workshop(), terms in some_terms(),
    ) {
        let candidate = candidate(&workshop, terms);
        let matched = compare(&wish, &candidate, &circumstances());
        let constraints = matched.reasons.constraints.iter();
        let verdicts: Vec<(Rule, Verdict)> = constraints.map(|constraint| (constraint.name, constraint.verdict)).collect();
        prop_assert_eq!(verdicts, reference::verdicts(&wish, &candidate));
    }

    #[test]
    fn a_near_miss_matches_once_its_changes_are_made(
        wish in some_wish(), workshop in some_workshop(), terms in some_terms(),
    ) {
        let candidate = candidate(&workshop, terms);
        let matched = compare(&wish, &candidate, &circumstances());
        let changes: Vec<&Change> =
            matched.reasons.constraints.iter().filter_map(|constraint| constraint.change.as_ref()).collect();
        prop_assert_eq!(changes.is_empty(), matched.reasons.constraints.iter().all(|c| c.verdict != Verdict::Near));
        if matched.verdict == Fit::Near {
            let mut mended = wish.clone();
            changes.iter().for_each(|change| change.apply(&mut mended));
            prop_assert_eq!(compare(&mended, &candidate, &circumstances()).verdict, Fit::Match);
        }
    }

    #[test]
    fn no_smaller_change_would_do(wish in some_wish(), workshop in some_workshop(), terms in some_terms()) {
        let candidate = candidate(&workshop, terms);
        let matched = compare(&wish, &candidate, &circumstances());
        if let Some(Change::Quantity { from, to, .. }) = &of(&matched, Rule::Quantity).change {
            let closer = (1..(from - to).abs()).flat_map(|step| [wish.quantity - step, wish.quantity_most + step]);
            prop_assert!(closer.into_iter().all(|tried| tried <= 0 || !reference::orderable(tried, &candidate)));
        }
        if matched.verdict == Fit::Near {
            let mut mended = wish.clone();
            matched.reasons.constraints.iter().filter_map(|c| c.change.as_ref()).for_each(|change| change.apply(&mut mended));
            if mended.needed_by > wish.needed_by {
                mended.needed_by -= TimeDelta::days(1);
                prop_assert_ne!(compare(&mended, &candidate, &circumstances()).verdict, Fit::Match);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn parts_stay_within_their_bounds(wish in some_wish(), workshop in some_workshop(), terms in some_terms()) {
        let candidate = candidate(&workshop, terms);
        let matched = compare(&wish, &candidate, &circumstances());
        for part in &matched.reasons.contributions {
            prop_assert!((0.0..=part.of).contains(&part.value), "{part:?}");
        }
        prop_assert_eq!(compare(&wish, &candidate, &circumstances()), matched, "the same twice");
    }

    #[test]
    fn reasons_are_stored_and_read_back_unchanged(
        wish in some_wish(), workshop in some_workshop(), terms in some_terms(),
    ) {
        let reasons = compare(&wish, &candidate(&workshop, terms), &circumstances()).reasons;
        let stored = serde_json::to_string(&reasons).unwrap();
        prop_assert_eq!(serde_json::from_str::<Reasons>(&stored).unwrap(), reasons);
    }
}

#[test]
fn the_price_is_that_of_the_quantity_of_the_place_and_of_the_time_that_is_left() {
    let workshop = workshop();
    let row = |from: i64, minor: i64| Tier {
        variant: None,
        from,
        to: None,
        territory: Vec::new(),
        lead_time_days: None,
        price: Money::new(minor, currency("TND")),
        valid_from: None,
        valid_until: None,
    };
    let dear = Candidate { price: Some(Money::new(90_000, currency("TND"))), ..bowl(&workshop) };
    let verdict = |candidate: &Candidate<'_>, wish: &Wish| judge(wish, candidate, Rule::Price).0;
    assert_eq!(verdict(&dear, &wish()), Verdict::Fails);
    let listed = Candidate { tiers: vec![row(120, 20_000)], ..dear.clone() };
    assert_eq!(verdict(&listed, &wish()), Verdict::Holds);
    assert_eq!(verdict(&listed, &pieces(108)), Verdict::Fails, "too few for that row");
    let abroad = Tier { territory: vec!["DE".to_owned()], ..row(120, 20_000) };
    assert_eq!(verdict(&Candidate { tiers: vec![abroad], ..dear.clone() }, &wish()), Verdict::Fails);

    let slow = Tier { lead_time_days: Some(80), ..row(24, 20_000) };
    let quick = Tier { lead_time_days: Some(20), ..row(24, 60_000) };
    let both = Candidate { tiers: vec![slow, quick], ..bowl(&workshop) };
    assert_eq!(judge(&wish(), &both, Rule::LeadTime).0, Verdict::Holds);
    assert_eq!(verdict(&both, &wish()), Verdict::Fails, "only the dear one is there in time");
    let later = Wish { needed_by: day(90), ..wish() };
    assert_eq!(verdict(&both, &later), Verdict::Holds);
}

#[test]
fn what_a_maker_does_not_offer_there_is_no_match() {
    let workshop = workshop();
    let france = || vec!["FR".to_owned()];
    let verdict = |closed_to: ClosedTo| {
        judge(&wish(), &Candidate { closed_to, ..bowl(&workshop) }, Rule::Destination).0
    };
    assert_eq!(verdict(ClosedTo::These(france())), Verdict::Fails);
    assert_eq!(verdict(ClosedTo::AllBut(france())), Verdict::Holds);
    assert_eq!(verdict(ClosedTo::AllBut(vec!["DE".to_owned()])), Verdict::Fails);
}
