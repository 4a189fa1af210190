//! Documents and demands drawn from chance, about few things, so that they meet.

use std::collections::BTreeMap;
use std::sync::Arc;

use search_index::lexicon::Class;
use search_index::{
    Document, Filters, Kind, Language, Lexicon, OnDay, Price, PriceFilter, Role, Search, Term, Text,
};

use crate::shelf::product;

/// Deterministic pseudo-random numbers (xorshift64*).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound as u64) as usize
    }

    pub fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub fn often(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// Few concepts of each class, so that things meet.
pub struct Trade {
    pub lexicon: Arc<Lexicon>,
    of: BTreeMap<Class, Vec<String>>,
}

impl Trade {
    pub fn new(chance: &mut Chance) -> Self {
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

    pub fn words(&self, language: Language, chance: &mut Chance) -> String {
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

    pub fn document(&self, number: usize, chance: &mut Chance) -> Document {
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
        if chance.often(10) {
            document.only_for = vec![(*chance.one(&["FR", "DE"])).to_owned()];
        }
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

    pub fn demand(&self, chance: &mut Chance) -> Search {
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
    if chance.often(50) {
        filters.asker = vec!["FR".into()];
    }
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
