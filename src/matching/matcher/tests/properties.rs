//! What holds for all pairs, on random ones.

use proptest::prelude::*;

use super::*;
use crate::commitments::Booking;

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
            words: self::words(&words),
            called: Arc::default(),
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
        busy in prop::option::weighted(0.2, -5..80_i64), unwilling in prop::bool::weighted(0.1),
    ) -> Workshop {
        Workshop {
            busy_until: busy.map(day),
            declined: unwilling.then_some(REQUEST).into_iter().collect(),
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
        words: words(&["bowl", "blue"]),
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
