//! Each rule by example.

use super::*;
use crate::catalogue::Tier;
use crate::clock::Time;
use crate::commitments::Booking;
use crate::input::RawMoney;
use crate::matching::reasons::Why;

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
    let word =
        |word: &str| Wish { crafts: Vec::new(), materials: Vec::new(), words: words(&[word]), ..wish() };
    assert_eq!(judge(&word("glaze")), Verdict::Holds);
    assert_eq!(judge(&word("lamp")), Verdict::Fails);
    let called = |wish: Wish| Wish { called: Arc::new([bowl(&workshop).product].into()), ..wish };
    assert_eq!(judge(&called(word("lamp"))), Verdict::Holds, "search knows better");
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
    assert!(score(Candidate { words: words(&[]), ..bowl(&workshop) }) < plain);
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

#[test]
fn what_is_declined_is_not_offered_again() {
    let unwilling = Workshop { declined: BTreeSet::from([REQUEST]), ..workshop() };
    let matched = compare(&wish(), &bowl(&unwilling), &circumstances());
    assert_eq!((matched.verdict, &of(&matched, Rule::Willing).why), (Fit::No, &Why::Declined));
    let another = Wish { request: Some(RequestId(2)), ..wish() };
    assert_eq!(compare(&another, &bowl(&unwilling), &circumstances()).verdict, Fit::Match);
}

#[test]
fn whoever_is_busy_begins_the_day_after() {
    let busy = |until| Workshop { busy_until: Some(day(until)), ..workshop() };
    let lead = |until, days| {
        judge(&Wish { needed_by: day(days), ..pieces(24) }, &bowl(&busy(until)), Rule::LeadTime)
    };
    assert_eq!(lead(-1, 30), (Verdict::Holds, None), "that is over");
    assert_eq!(lead(29, 60), (Verdict::Holds, None));
    assert_eq!(lead(30, 60), (Verdict::Near, needed_later(60, 61)));
    // 35 a week are five a day, and twenty days are left.
    let idle = busy(39);
    let able = able(&Wish { needed_by: day(60), ..wish() }, &bowl(&idle), &circumstances());
    assert_eq!(able, Some(100));
}
