//! Texts that somebody could send to make a search dear: as long as one may be, of the commonest words and the broadest
//! concepts, and of words that are nearly right.

use std::collections::HashMap;
use std::error::Error;

use search_index::{Lexicon, MAX_TEXT};

use crate::catalogue::lines;

/// As much of the catalogue as tells its commonest words.
const SAMPLE: usize = 5_000;
/// A text of more words is a sentence, and none of them is binding.
const WORDS_OF_A_DEMAND: usize = 8;

pub fn texts(catalogue: &str) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let common = commonest(catalogue)?;
    let broad = broadest();
    let first = |words: &[String], count: usize| words.iter().take(count).cloned().collect::<Vec<_>>();
    let long =
        |words: &[String]| words.iter().filter(|word| word.chars().count() > 7).cloned().collect::<Vec<_>>();
    let misspelt: Vec<_> = long(&common).iter().map(|word| misspell(word)).collect();
    let all: Vec<_> = broad.iter().chain(&common).cloned().collect();
    Ok(vec![
        ("eight of the commonest words", first(&common, WORDS_OF_A_DEMAND).join(" ")),
        ("as many of the commonest words as fit", filled(&common)),
        ("eight of the broadest concepts", first(&broad, WORDS_OF_A_DEMAND).join(" ")),
        ("as many of the broadest concepts as fit", filled(&broad)),
        ("both together", filled(&all)),
        ("eight long words, misspelt", first(&misspelt, WORDS_OF_A_DEMAND).join(" ")),
        ("as many misspelt words as fit", filled(&misspelt)),
        ("sizes", "40 cm ".repeat(MAX_TEXT / 6)),
        ("one word without an end", "zelligetapis".repeat(MAX_TEXT / 12)),
        ("letters apart", "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(MAX_TEXT / 52)),
        ("Arabic letters with all their signs", "زَلِيج".repeat(MAX_TEXT / 7)),
        ("apostrophes", "l’d’".repeat(MAX_TEXT / 4)),
    ])
}

fn filled(words: &[String]) -> String {
    words.join(" ").chars().take(MAX_TEXT).collect()
}

/// The commonest words first.
fn commonest(catalogue: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in lines(catalogue)?.take(SAMPLE) {
        let line = line?;
        for text in [&line["title"], &line["description"]] {
            for word in text.as_str().unwrap_or_default().split_whitespace() {
                *counts.entry(word.to_lowercase()).or_default() += 1;
            }
        }
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    Ok(words.into_iter().map(|(word, _)| word).collect())
}

/// The names of the concepts that are broader than most others.
fn broadest() -> Vec<String> {
    let lexicon = Lexicon::shipped();
    let mut narrower: HashMap<_, usize> = HashMap::new();
    for (_, concept) in lexicon.concepts() {
        for broader in &concept.ancestors {
            *narrower.entry(*broader).or_default() += 1;
        }
    }
    let mut concepts: Vec<_> = narrower.into_iter().collect();
    concepts.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    let names = concepts
        .into_iter()
        .map(|(id, _)| lexicon.concept(id).name(search_index::Language::English).to_owned());
    names.collect()
}

/// Two letters other than they should be.
fn misspell(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let last = letters.len() - 1;
    let wrong = |(place, letter): (usize, &char)| if place == 2 || place == last { 'q' } else { *letter };
    letters.iter().enumerate().map(wrong).collect()
}
