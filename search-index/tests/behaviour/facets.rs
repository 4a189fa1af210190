//! Filters and counts, also when several values are chosen.

use std::collections::BTreeMap;

use search_index::{Document, Facet, Filters, Kind, Language, Price, PriceFilter, Search, Sort};

use crate::shelf::{Shelf, keys, product};

fn item(key: &str, country: &str, crafts: &[&str]) -> Document {
    Document {
        country: Some(country.into()),
        crafts: crafts.iter().map(|craft| (*craft).to_owned()).collect(),
        ..product(key, Language::English, "bowl")
    }
}

fn shelf() -> Shelf {
    Shelf::of([
        item("1", "TN", &["ceramics"]),
        item("2", "TN", &["ceramics", "mosaic"]),
        item("3", "MA", &["ceramics"]),
        item("4", "MA", &["leather"]),
        item("5", "JO", &["mosaic"]),
    ])
}

fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn counts(pairs: &[(&str, u64)]) -> Vec<(String, u64)> {
    pairs.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

#[test]
fn a_choice_narrows_the_other_facets_but_not_its_own() {
    let search = Search {
        filters: Filters { countries: strings(&["TN"]), ..Filters::default() },
        facets: vec![Facet::Country, Facet::Craft],
        ..Search::of("bowl")
    };
    let answer = shelf().ask(&search);
    assert_eq!(answer.total, 2);
    assert_eq!(answer.facets[&Facet::Country], counts(&[("MA", 2), ("TN", 2), ("JO", 1)]));
    assert_eq!(answer.facets[&Facet::Craft], counts(&[("ceramics", 2), ("mosaic", 1)]));
}

#[test]
fn two_choices_in_two_facets_each_count_under_the_other() {
    let search = Search {
        filters: Filters {
            countries: strings(&["TN", "JO"]),
            crafts: strings(&["mosaic"]),
            ..Filters::default()
        },
        facets: vec![Facet::Country, Facet::Craft, Facet::Kind],
        ..Search::of("")
    };
    let answer = shelf().ask(&search);
    let mut found = keys(&answer);
    found.sort();
    assert_eq!(found, ["2", "5"]);
    assert_eq!(answer.facets[&Facet::Country], counts(&[("JO", 1), ("TN", 1)]));
    assert_eq!(answer.facets[&Facet::Craft], counts(&[("ceramics", 2), ("mosaic", 2)]));
    assert_eq!(answer.facets[&Facet::Kind], counts(&[("product", 2)]));
}

#[test]
fn a_filter_finds_the_same_whether_its_facet_is_counted_or_not() {
    let shelf = shelf();
    let filters = Filters { crafts: strings(&["mosaic", "leather"]), ..Filters::default() };
    let plain = shelf.ask(&Search { filters: filters.clone(), ..Search::of("bowl") });
    let counted = shelf.ask(&Search { filters, facets: Facet::ALL.to_vec(), ..Search::of("bowl") });
    assert_eq!((plain.total, keys(&plain)), (counted.total, keys(&counted)));
    assert_eq!(plain.total, 3);
}

#[test]
fn a_value_that_no_document_has_finds_nothing_and_counts_the_rest() {
    let search = Search {
        filters: Filters { countries: strings(&["LB"]), ..Filters::default() },
        facets: vec![Facet::Country, Facet::Cluster],
        ..Search::of("bowl")
    };
    let answer = shelf().ask(&search);
    assert_eq!(answer.total, 0);
    assert_eq!(answer.facets[&Facet::Country].len(), 3);
    assert_eq!(answer.facets[&Facet::Cluster], []);
}

#[test]
fn kinds_and_makers_filter() {
    let maker = Document {
        kind: Kind::Maker,
        maker: Some("dar-nabeul".into()),
        ..product("maker:1", Language::English, "Dar Nabeul")
    };
    let made =
        Document { maker: Some("dar-nabeul".into()), ..product("product:1", Language::English, "bowl") };
    let shelf = Shelf::of([maker, made, product("product:2", Language::English, "bowl")]);
    let by_maker = Filters { makers: strings(&["dar-nabeul"]), ..Filters::default() };
    assert_eq!(shelf.ask(&Search { filters: by_maker.clone(), ..Search::of("") }).total, 2);
    let products = Filters { kinds: vec![Kind::Product], ..by_maker };
    assert_eq!(keys(&shelf.ask(&Search { filters: products, ..Search::of("") })), ["product:1"]);
}

fn priced(key: &str, minor: u64, currency: &str) -> Document {
    Document {
        price: Some(Price { minor, currency: currency.into() }),
        ..product(key, Language::English, "bowl")
    }
}

fn prices() -> Shelf {
    Shelf::of([
        priced("10 EUR", 1_000, "EUR"),
        priced("12.500 TND", 12_500, "TND"),
        priced("90 MAD", 9_000, "MAD"),
        product("unpriced", Language::English, "bowl"),
    ])
}

#[test]
fn a_price_limit_is_kept_in_each_currency() {
    let filter = PriceFilter { per_currency: vec![("EUR".into(), 0..=1_000), ("TND".into(), 0..=12_499)] };
    let filters = Filters { price: Some(filter), ..Filters::default() };
    assert_eq!(keys(&prices().ask(&Search { filters, ..Search::of("bowl") })), ["10 EUR"]);
}

#[test]
fn prices_sort_across_currencies_and_the_unpriced_come_last() {
    let rates = vec![("EUR".into(), 0.01), ("TND".into(), 0.0003), ("MAD".into(), 0.00092)];
    let up = Sort::PriceAscending { rates: rates.clone() };
    let shelf = prices();
    let order = |sort| keys(&shelf.ask(&Search { sort, ..Search::of("") }));
    assert_eq!(order(up), ["12.500 TND", "90 MAD", "10 EUR", "unpriced"]);
    assert_eq!(order(Sort::PriceDescending { rates }), ["10 EUR", "90 MAD", "12.500 TND", "unpriced"]);
}

#[test]
fn limits_on_quantity_and_time_leave_out_what_says_nothing() {
    let with = |key: &str, moq, lead_time_days| Document {
        moq,
        lead_time_days,
        ..product(key, Language::English, "bowl")
    };
    let shelf =
        Shelf::of([with("a", Some(10), Some(30)), with("b", Some(50), Some(7)), with("c", None, None)]);
    let ask = |filters| keys(&shelf.ask(&Search { filters, ..Search::of("bowl") }));
    assert_eq!(ask(Filters { moq_max: Some(10), ..Filters::default() }), ["a"]);
    assert_eq!(ask(Filters { lead_time_max: Some(7), ..Filters::default() }), ["b"]);
    let fastest = shelf.ask(&Search { sort: Sort::LeadTime, ..Search::of("bowl") });
    assert_eq!(keys(&fastest), ["b", "a", "c"]);
}

#[test]
fn nothing_but_a_filter_or_a_sort_depends_on_the_price() {
    let shelf = prices();
    let answer = shelf.ask(&Search { facets: Facet::ALL.to_vec(), highlight: true, ..Search::of("bowl") });
    let scores: Vec<_> = answer.hits.iter().map(|hit| hit.score.to_bits()).collect();
    assert!(scores.iter().all(|score| *score == scores[0]), "{scores:?}");
    let values: BTreeMap<_, usize> =
        answer.facets.iter().map(|(facet, values)| (facet.as_str(), values.len())).collect();
    assert_eq!(values.values().sum::<usize>(), 1, "only the kind is known: {values:?}");
    assert_eq!(shelf.ask(&Search::of("EUR 1000")).total, 0);
}
