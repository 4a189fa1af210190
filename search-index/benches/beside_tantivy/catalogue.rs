//! A catalogue drawn from chance, the same on every machine: three languages, words as unevenly common as in life.

use search_index::{Document, Kind, Language, Price, Role, Text};

/// Deterministic pseudo-random numbers (xorshift64*).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound
    }

    /// A rank with a probability that falls about as 1/rank.
    fn rank(&mut self, ranks: u64) -> u64 {
        let share = self.below(1_000_000) as f64 / 1_000_000.0;
        ((ranks as f64).powf(share) as u64).min(ranks - 1)
    }
}

const VOCABULARY: u64 = 20_000;
const LATIN: [&str; 16] =
    ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "cha", "tri"];
const ARABIC: [&str; 16] =
    ["با", "تي", "جو", "حا", "خي", "دا", "ري", "زو", "سا", "شي", "طا", "في", "قا", "كو", "لا", "مي"];

/// The word of a rank: common words are short.
fn word(language: Language, rank: u64) -> String {
    let syllables = if language == Language::Arabic { ARABIC } else { LATIN };
    let mut left = rank + 16;
    let mut word = String::new();
    while left > 0 {
        word.push_str(syllables[(left % 16) as usize]);
        left /= 16;
    }
    match language {
        Language::English => word.push('s'),
        Language::French => word.push_str("eau"),
        Language::Arabic => word.push('ة'),
    }
    word
}

pub fn words(chance: &mut Chance, language: Language, count: u64) -> String {
    let words: Vec<_> = (0..count).map(|_| word(language, chance.rank(VOCABULARY))).collect();
    words.join(" ")
}

pub fn language(chance: &mut Chance) -> Language {
    match chance.below(20) {
        0..10 => Language::English,
        10..17 => Language::French,
        _ => Language::Arabic,
    }
}

pub fn product(number: u64) -> Document {
    let mut chance = Chance::new(number + 1);
    let language = language(&mut chance);
    let mut product = Document::new(format!("product:{number}"), Kind::Product);
    product.texts.push(Text::new(Role::Title, Some(language), words(&mut chance, language, 6)));
    let length = 60 + chance.below(90);
    product.texts.push(Text::new(Role::Body, Some(language), words(&mut chance, language, length)));
    product.country = Some(["MA", "DZ", "TN", "EG", "PS", "LB", "JO"][chance.rank(7) as usize].into());
    product.clusters = vec![format!("cluster-{}", chance.rank(14))];
    product.crafts = vec![format!("craft-{}", chance.rank(30))];
    product.materials = (0..=chance.below(3)).map(|_| format!("material-{}", chance.rank(30))).collect();
    product.techniques = vec![format!("technique-{}", chance.rank(24))];
    product.price = Some(Price { minor: 300 + chance.below(500_000), currency: "EUR".into() });
    product.moq = Some(1 + chance.below(100));
    product.lead_time_days = Some(3 + chance.below(87));
    product.newest = number as i64;
    product.stored = "x".repeat(200);
    product
}

/// A query of one to four words.
pub fn query(number: u64) -> (Language, String) {
    let mut chance = Chance::new(0xfeed + number);
    let language = language(&mut chance);
    let count = 1 + chance.below(4);
    (language, words(&mut chance, language, count))
}
