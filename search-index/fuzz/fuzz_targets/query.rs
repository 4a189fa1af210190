//! Any text as a query, under any filters and in any order, against a small index: it is answered, every page holds
//! what it should, and all pages together hold each hit once.
//!
//! Four bytes choose order, filters, page size and reader; the rest is the query.
#![no_main]

use std::collections::HashSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use search_index::*;

static INDEX: LazyLock<(tempfile::TempDir, Index)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let identity = Identity { database: "workshop".into(), epoch: 1 };
    let mut rebuild = Index::rebuild_beside(folder.path(), &identity, 30_000_000).expect("begun");
    for document in shelf() {
        rebuild.put(&document).expect("put");
    }
    let index = rebuild.finish(1).expect("finished");
    (folder, index)
});

fuzz_target!(|data: &[u8]| {
    let Some((options, text)) = data.split_first_chunk::<4>() else { return };
    let search = asked(*options, &String::from_utf8_lossy(text));
    let index = &INDEX.1;
    let first = index.search(&search).expect("an answer");
    let mut seen = HashSet::new();
    let mut page = first.clone();
    loop {
        check(&search, &page);
        assert_eq!(page.total, first.total);
        for hit in &page.hits {
            assert!(seen.insert(hit.key.clone()), "{} comes twice", hit.key);
        }
        let Some(next) = page.next.clone() else { break };
        assert_eq!(Cursor::parse(&next.to_string()).expect("our own cursor"), next);
        page = index.search(&Search { after: Some(next), ..search.clone() }).expect("a page");
    }
    if search.limit > 0 {
        assert_eq!(seen.len() as u64, first.total);
    }
});

fn check(search: &Search, page: &Answer) {
    assert!(page.hits.len() <= search.limit);
    assert!(page.hits.iter().all(|hit| hit.score.is_finite() && hit.score >= 0.0));
    if search.sort == Sort::Relevance {
        assert!(page.hits.is_sorted_by(|one, other| one.score >= other.score), "scores rise");
    }
    for hit in &page.hits {
        assert!(search.filters.kinds.is_empty() || search.filters.kinds.contains(&hit.kind));
        let shown = hit.highlights.iter().flat_map(|highlight| &highlight.pieces);
        assert!(shown.clone().count() == 0 || shown.clone().any(|piece| piece.marked));
    }
    if let Some(kinds) = page.facets.get(&Facet::Kind).filter(|_| search.filters.kinds.is_empty()) {
        assert_eq!(kinds.iter().map(|(_, count)| count).sum::<u64>(), page.total);
    }
    for counts in page.facets.values() {
        assert!(
            counts.is_sorted_by(|one, other| one.1 >= other.1) && counts.iter().all(|(_, count)| *count > 0)
        );
    }
}

fn asked([order, chosen, size, reader]: [u8; 4], text: &str) -> Search {
    let rates = || vec![("EUR".to_owned(), 0.01), ("TND".to_owned(), f64::from(chosen) / 1e5)];
    let one = |bit: u8, value: &str| if chosen >> bit & 1 == 1 { vec![value.to_owned()] } else { Vec::new() };
    let day = |name: &str| OnDay { name: name.into(), day: u32::from(size) * 100 };
    Search {
        text: text.to_owned(),
        language: [None, Some(Language::Arabic), Some(Language::French), Some(Language::English)]
            [usize::from(reader & 3)],
        sort: match order % 6 {
            0 | 1 => Sort::Relevance,
            2 => Sort::Newest,
            3 => Sort::PriceAscending { rates: rates() },
            4 => Sort::PriceDescending { rates: rates() },
            _ => Sort::LeadTime,
        },
        filters: Filters {
            kinds: if chosen & 1 == 1 { vec![Kind::Product, Kind::Maker] } else { Vec::new() },
            countries: one(1, if order & 64 == 0 { "TN" } else { text }),
            crafts: one(2, "ceramics"),
            materials: one(3, "clay"),
            makers: one(4, if order & 64 == 0 { "dar-nabeul" } else { text }),
            price: (chosen >> 5 & 1 == 1).then(|| PriceFilter {
                per_currency: vec![("TND".into(), u64::from(size)..=20_000), ("MAD".into(), 0..=0)],
            }),
            moq_max: (chosen >> 6 & 1 == 1).then_some(u64::from(reader)),
            lead_time_max: (chosen >> 7 & 1 == 1).then_some(u64::from(size)),
            certified: (order & 128 == 128).then(|| day("fair")),
            ships_to: (order & 32 == 32).then(|| "FR".into()),
            exclusivity_free: (order & 16 == 16).then(|| day("FR")),
            ..Filters::default()
        },
        after: None,
        limit: usize::from(size % 7),
        facets: Facet::ALL
            .into_iter()
            .zip(2..)
            .filter(|(_, bit)| reader >> bit & 1 == 1)
            .map(|(facet, _)| facet)
            .collect(),
        highlight: size & 128 == 128,
    }
}

/// Titles of each language and kind, with and without prices, terms and limits.
fn shelf() -> Vec<Document> {
    const TITLES: [(Language, &str, &str); 14] = [
        (Language::English, "Hand-painted ceramic bowl", "Glazed in Nabeul, 25 cl, safe for food."),
        (Language::English, "Mother of pearl box", "Walnut from Damascus, 20 x 30 cm."),
        (Language::English, "Olive oil soap", "Made in Nablus from olive oil and nothing else."),
        (Language::English, "Kilim rug", "Wool, 2 m by 3 m, natural dyes."),
        (Language::English, "The Boys", "Embroidered slippers for children."),
        (Language::French, "Carreaux de zellige blanc", "Terre cuite émaillée de Fès, coupée à la main."),
        (Language::French, "Plateau d’olivier martelé", "Du bois d’olivier de Sfax, 1,5 kg."),
        (Language::French, "Savon d'Alep", "À l'huile de laurier, lot de six."),
        (Language::French, "Lanterne ajourée en laiton", "Pour l’atelier ou la terrasse."),
        (Language::French, "Fouta rayée", "Coton bio, 100 × 200 cm."),
        (Language::Arabic, "صينية نحاس منقوشة", "قطرها ٤٠ سم من المدينة القديمة في تونس."),
        (Language::Arabic, "بلاط زليج", "زليج مغربي من فاس، مصنوع يدويا."),
        (Language::Arabic, "طاجين والفخارية الكبيرة", "من فخار نابل، كِتَابٌ هدية."),
        (Language::Arabic, "ورشة بن يوسف", "حرفيون في صفاقس منذ ١٩٥٠."),
    ];
    let documents = TITLES.iter().zip(0_u32..).map(|((language, title, body), number)| {
        let mut document = Document::new(format!("{number}"), Kind::ALL[number as usize % 3]);
        document.texts.push(Text::new(Role::Title, Some(*language), *title));
        document.texts.push(Text::new(Role::Body, None, *body));
        document.country = ["TN", "MA", "SY"].get(number as usize % 4).map(|code| (*code).to_owned());
        document.maker = (number % 2 == 0).then(|| "dar-nabeul".into());
        document.crafts = if number % 3 == 0 { vec!["ceramics".into()] } else { vec!["wood".into()] };
        document.materials = if number % 5 == 0 { vec!["clay".into(), "wood".into()] } else { Vec::new() };
        document.price = (number % 4 != 3).then(|| Price {
            minor: u64::from(number) * 1_000,
            currency: ["TND", "EUR", "MAD"][number as usize % 3].into(),
        });
        document.moq = (number % 3 != 1).then(|| u64::from(number) * 10);
        document.lead_time_days = (number % 3 != 2).then(|| u64::from(number) * 7);
        document.newest = i64::from(number) - 5;
        document.quality = (number * 7 % 101) as u8;
        document.certificates = vec![Term { name: "fair".into(), days: number * 1_000..=20_000 }];
        document.ships_to = vec!["FR".into()];
        document.exclusivities = vec![Term { name: "FR".into(), days: 0..=number * 1_000 }];
        document.stored = number.to_string();
        document
    });
    documents.collect()
}
