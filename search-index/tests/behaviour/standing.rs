//! Stored searches are answered by a document exactly where searching would have found it.

use std::collections::BTreeMap;
use std::sync::Arc;

use search_index::lexicon::Class;
use search_index::{
    Document, Filters, Kind, Language, Lexicon, OnDay, Price, PriceFilter, Role, Search, Standing, Term, Text,
};

use crate::shelf::{Shelf, product};

/// Deterministic pseudo-random numbers (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound as u64) as usize
    }

    fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn often(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// Few concepts of each class, so that things meet.
struct Trade {
    lexicon: Arc<Lexicon>,
    of: BTreeMap<Class, Vec<String>>,
}

impl Trade {
    fn new(chance: &mut Chance) -> Self {
        let lexicon = Lexicon::shipped();
        let mut of = BTreeMap::<Class, Vec<String>>::new();
        for (_, concept) in lexicon.concepts().filter(|_| chance.often(8)) {
            of.entry(concept.class).or_default().push(concept.key.to_string());
        }
        Self { lexicon, of }
    }

    fn label(&self, class: Class, language: Language, chance: &mut Chance) -> String {
        let key = chance.one(&self.of[&class]);
        let concept = self.lexicon.concept(self.lexicon.find(key).expect("it is in there"));
        chance.one(concept.labels.of(language)).clone()
    }

    fn words(&self, language: Language, chance: &mut Chance) -> String {
        let mut words = vec![self.label(Class::Object, language, chance)];
        for (class, percent) in [
            (Class::Material, 60),
            (Class::Technique, 30),
            (Class::Colour, 30),
            (Class::Quality, 30),
            (Class::Place, 25),
            (Class::Motif, 15),
        ] {
            if chance.often(percent) {
                words.push(self.label(class, language, chance));
            }
        }
        if chance.often(10) {
            words.push((*chance.one(&["30 cm", "25 cl", "٤٠ سم", "Xarbouche", "Boutros"])).to_owned());
        }
        words.join(" ")
    }

    fn document(&self, number: usize, chance: &mut Chance) -> Document {
        let language = *chance.one(&Language::ALL);
        let mut document = product(&format!("{number}"), language, &self.words(language, chance));
        document.kind = *chance.one(&Kind::ALL);
        if chance.often(50) {
            let language = *chance.one(&Language::ALL);
            let body = [self.words(language, chance), self.words(language, chance)].join(", ");
            document.texts.push(Text::new(Role::Body, Some(language).filter(|_| chance.often(80)), body));
        }
        if chance.often(50) {
            let language = *chance.one(&Language::ALL);
            let keyword = self.label(Class::Place, language, chance);
            document.texts.push(Text::new(Role::Keyword, Some(language), keyword));
        }
        if chance.often(5) {
            // Something that is no thing of the lexicon.
            document.texts = vec![Text::new(Role::Title, None, "Quorblique Xarbouche")];
        }
        document.quality = chance.below(101) as u8;
        document.country = Some((*chance.one(&["MA", "TN", "EG"])).to_owned());
        document.crafts = vec![(*chance.one(&["pottery", "weaving"])).to_owned()];
        document.materials = vec![(*chance.one(&["clay", "wool"])).to_owned()];
        document.maker = Some((*chance.one(&["one", "two"])).to_owned());
        document.ships_to = vec![(*chance.one(&["FR", "DE"])).to_owned()];
        let currency = (*chance.one(&["EUR", "USD"])).to_owned();
        document.price =
            Some(Price { minor: chance.below(1000) as u64, currency }).filter(|_| chance.often(90));
        document.moq = Some(chance.below(100) as u64).filter(|_| chance.often(90));
        document.lead_time_days = Some(chance.below(100) as u64).filter(|_| chance.often(90));
        let term = |name: &str, last| Term { name: name.into(), days: 100..=last };
        document.certificates = vec![term("fair", 200), term("organic", 150 + chance.below(100) as u32)];
        document.exclusivities = vec![term(if chance.often(50) { "FR" } else { "DE" }, 200)];
        document
    }

    fn demand(&self, chance: &mut Chance) -> Search {
        let language = *chance.one(&Language::ALL);
        let mut text = self.words(language, chance);
        if chance.often(15) {
            text = slip(&text, chance);
        }
        if chance.often(3) {
            text = format!("quel {text} pour un hôtel au bord de la mer avec des chambres claires ?");
        }
        if chance.often(3) {
            text.clear();
        }
        if chance.often(4) {
            text = (*chance.one(&["quorblique", "xarbouce", "Quorbliqe xarbouche", "boutors", "???"]))
                .to_owned();
        }
        Search {
            language: Some(language).filter(|_| chance.often(50)),
            filters: filters(chance),
            ..Search::of(text)
        }
    }
}

/// Two letters of a word change places.
fn slip(text: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() > 4 {
        let place = 1 + chance.below(letters.len() - 3);
        letters.swap(place, place + 1);
    }
    letters.into_iter().collect()
}

fn filters(chance: &mut Chance) -> Filters {
    let mut filters = Filters::default();
    match chance.below(24) {
        0 => filters.countries = vec!["MA".into(), "TN".into()],
        1 => filters.kinds = vec![Kind::Product],
        2 => filters.crafts = vec!["pottery".into()],
        3 => filters.materials = vec!["clay".into()],
        4 => filters.makers = vec!["one".into()],
        5 => filters.ships_to = Some("FR".into()),
        6 => filters.moq_max = Some(50),
        7 => filters.lead_time_max = Some(50),
        8 => filters.certified = Some(OnDay { name: "organic".into(), day: 200 }),
        9 => filters.exclusivity_free = Some(OnDay { name: "FR".into(), day: 150 }),
        10 => filters.price = Some(PriceFilter { per_currency: vec![("EUR".into(), 100..=600)] }),
        11 => filters.clusters = vec!["none".into()],
        _ => {}
    }
    filters
}

/// All documents that a search finds, with their scores, page by page.
fn found(shelf: &Shelf, search: &Search) -> BTreeMap<String, f32> {
    let mut found = BTreeMap::new();
    let mut search = Search { limit: 100, ..search.clone() };
    loop {
        let answer = shelf.ask(&search);
        found.extend(answer.hits.into_iter().map(|hit| (hit.key, hit.score)));
        match answer.next {
            Some(next) => search.after = Some(next),
            None => return found,
        }
    }
}

#[test]
fn documents_answer_the_demands_whose_search_finds_them_with_the_same_score() {
    let mut chance = Chance(0x5eed_cafe);
    let trade = Trade::new(&mut chance);
    let mut documents: Vec<_> = (0..300).map(|number| trade.document(number, &mut chance)).collect();
    let demands: Vec<_> = (0..300).map(|_| trade.demand(&mut chance)).collect();

    let shelf = Shelf::of(documents.iter().cloned());
    // Some documents change, so that there are several segments and words of documents that are gone.
    let mut writer = shelf.writer();
    for document in documents.iter_mut().step_by(7) {
        document.texts[0].text = trade.words(Language::French, &mut chance);
        writer.put(document).expect("put");
    }
    writer.commit(2).expect("committed");

    let mut standing = Standing::new(Arc::clone(&trade.lexicon));
    for (id, demand) in demands.iter().enumerate() {
        standing.put(id, demand).expect("stored");
    }
    let mut backward = vec![BTreeMap::new(); demands.len()];
    for document in &documents {
        for (id, score) in standing.matches(document, &shelf.index).expect("matched") {
            backward[id].insert(document.key.clone(), score);
        }
    }

    let mut pairs = 0;
    let mut corrected = 0;
    for (demand, backward) in demands.iter().zip(&backward) {
        let forward = found(&shelf, demand);
        assert!(
            forward.keys().eq(backward.keys()),
            "{:?}\nforward {:?}\nbackward {:?}",
            demand,
            forward.keys(),
            backward.keys()
        );
        for (key, score) in &forward {
            assert!(
                (score - backward[key]).abs() <= 1e-3 * score.max(1.0),
                "{demand:?} {key}: {score} {}",
                backward[key]
            );
        }
        pairs += forward.len();
        corrected += usize::from(shelf.ask(demand).read_as.is_some() && !forward.is_empty());
    }
    assert!(pairs > 2_000, "only {pairs} pairs say little");
    assert!(corrected > 5, "only {corrected} demands were misspelt");
}

#[test]
fn a_document_answers_before_the_index_knows_it() {
    let shelf = Shelf::of([product("1", Language::English, "wool rug")]);
    let mut standing = Standing::new(shelf.index.lexicon());
    for (id, text) in [("fr", "carreaux de zellige"), ("ar", "زليج"), ("broad", "tiles"), ("rug", "rug")]
    {
        standing.put(id, &Search::of(text)).expect("stored");
    }
    let zellige = product("2", Language::English, "zellige tile");
    let mut answered: Vec<_> =
        standing.matches(&zellige, &shelf.index).expect("matched").into_iter().map(|(id, _)| id).collect();
    answered.sort();
    assert_eq!(answered, ["ar", "broad", "fr"]);
}

#[test]
fn a_demand_is_replaced_and_forgotten() {
    let shelf = Shelf::of([product("1", Language::English, "copper lantern")]);
    let lantern = product("1", Language::English, "copper lantern");
    let mut standing = Standing::new(shelf.index.lexicon());
    let matches = |standing: &Standing<String>| -> Vec<String> {
        let all = standing.matches(&lantern, &shelf.index).expect("matched");
        all.into_iter().map(|(id, _)| id).collect()
    };
    standing.put("a".to_owned(), &Search::of("lantern")).expect("stored");
    standing.put("b".to_owned(), &Search::of("")).expect("stored");
    assert_eq!(matches(&standing), ["a", "b"]);
    standing.put("a".to_owned(), &Search::of("wool rug")).expect("stored");
    assert_eq!(matches(&standing), ["b"]);
    standing.put("c".to_owned(), &Search::of("lanterne")).expect("stored");
    assert!(standing.remove(&"b".to_owned()) && !standing.remove(&"b".to_owned()));
    assert_eq!((matches(&standing), standing.len()), (vec!["c".to_owned()], 2));
    standing.remove(&"c".to_owned());
    standing.remove(&"a".to_owned());
    assert!(standing.is_empty() && matches(&standing).is_empty());
    assert!(format!("{standing:?}").contains("terms: 0"), "{standing:?}");
}

#[test]
fn the_best_answered_demand_comes_first() {
    let shelf = Shelf::of([product("1", Language::English, "blue ceramic bowl")]);
    let bowl = product("1", Language::English, "blue ceramic bowl");
    let mut standing = Standing::new(shelf.index.lexicon());
    for (id, text) in [(1_u64, "bowl"), (2, "blue ceramic bowl"), (3, "ceramic bowl")] {
        standing.put(id, &Search::of(text)).expect("stored");
    }
    let order: Vec<u64> =
        standing.matches(&bowl, &shelf.index).expect("matched").into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, [2, 3, 1]);
}
