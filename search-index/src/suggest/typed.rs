//! What was typed, as titles and labels keep it: whole words, and the beginning of the last one.

use crate::analyzer::words::{Script, is_apostrophe, script_of};
use crate::analyzer::{elision, light10, stop_words};
use crate::annotate::Annotator;
use crate::corpus::Corpus;
use crate::error::Result;
use crate::language::Language;
use crate::schema::Fields;
use crate::search::first_letters;
use crate::snapshot::Snapshot;
use crate::tolerance::Near;

/// Nobody needs suggestions beyond.
const MOST_LETTERS: usize = 80;
const MOST_WORDS: usize = 8;
/// Shorter beginnings are near to too much.
const LEAST_LETTERS_OF_A_MISTAKE: usize = 4;
/// Longer ones would take long to build an automaton of.
const MOST_LETTERS_OF_A_MISTAKE: usize = 32;
/// At most so many words of the index are looked at for each mistake, in each segment...
const MOST_NEAR: usize = 256;
/// ...and so many tried.
const MOST_TRIED: usize = 4;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// The words that are whole.
    pub whole: Vec<Word>,
    /// The beginning of the last one; empty after a blank.
    pub last: String,
    /// The last one may be whole, and then it says nothing: the `of` of *star of*.
    pub last_is_small: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub folded: String,
    pub stop: bool,
}

impl Typed {
    /// None where there is no word in it.
    pub fn read(text: &str, annotator: &mut Annotator) -> Option<Self> {
        let text = first_letters(text, MOST_LETTERS);
        let mut whole = Vec::new();
        let mut end = 0;
        for (token, word) in annotator.read(text, Language::English).tokens().take(MOST_WORDS) {
            let folded = light10::without_article(&word.folded).to_owned();
            let stop = Language::ALL.iter().any(|language| stop_words::is_stop_word(&word.plain, *language));
            whole.push(Word { folded, stop });
            end = token.range.end;
        }
        let after = &text[end..];
        let (mut last, mut last_is_small) = (String::new(), false);
        if after.is_empty() {
            let word = whole.pop()?;
            (last, last_is_small) = (word.folded, word.stop);
        } else if after.starts_with(is_apostrophe)
            && whole.last().is_some_and(|word| elision::split(&format!("{}'a", word.folded)).0.is_some())
        {
            whole.pop();
        }
        (!whole.is_empty() || !last.is_empty()).then_some(Self { whole, last, last_is_small })
    }

    /// As labels begin.
    pub fn label(&self) -> String {
        let mut label = String::new();
        for word in &self.whole {
            label.push_str(&word.folded);
            label.push(' ');
        }
        label.push_str(&self.last);
        label
    }

    /// Without the last word, if it may be a small one and others stand before it.
    pub fn without_small_end(&self) -> Option<Self> {
        let small = self.last_is_small && !self.whole.is_empty();
        small.then(|| Self { last: String::new(), last_is_small: false, ..self.clone() })
    }

    /// Whether it is one word of so few letters that very much begins like it.
    pub fn is_short(&self) -> bool {
        self.whole.is_empty() && is_short(&self.last)
    }

    /// The whole words that say something; if none does and none is begun, all of them.
    pub fn telling(&self) -> impl Iterator<Item = &str> {
        let all = self.last.is_empty() && self.whole.iter().all(|word| word.stop);
        self.whole.iter().filter(move |word| all || !word.stop).map(|word| word.folded.as_str())
    }

    /// What labels nearly begin like.
    pub fn near_label(&self) -> Option<Near> {
        let label = self.label();
        may_be_a_mistake(label.trim_end()).then(|| Near::to_beginning(label.trim_end(), 1))
    }

    /// What may be meant, by words of the index that are one edit away.
    pub fn corrected(&self, snapshot: &Snapshot, fields: &Fields) -> Result<Vec<Self>> {
        let mut right = self.clone();
        for word in right.whole.iter_mut().filter(|word| !word.stop) {
            if snapshot.look_up(fields.plain, &word.folded)?.0 == 0 && may_be_a_mistake(&word.folded) {
                let near = Near::to(&word.folded, 1);
                match near_words(&near, &word.folded, snapshot, fields)?.into_iter().next() {
                    Some(found) => word.folded = found,
                    None => return Ok(Vec::new()),
                }
            }
        }
        let mut all = Vec::new();
        if right != *self {
            all.push(right.clone());
        }
        if may_be_a_mistake(&self.last) {
            let near = Near::to_beginning(&self.last, 1);
            for last in near_words(&near, &self.last, snapshot, fields)? {
                all.push(Self { last, ..right.clone() });
            }
        }
        Ok(all)
    }
}

pub(super) fn is_short(beginning: &str) -> bool {
    beginning.chars().nth(2).is_none()
}

fn may_be_a_mistake(word: &str) -> bool {
    let letters = word.chars().count();
    (LEAST_LETTERS_OF_A_MISTAKE..=MOST_LETTERS_OF_A_MISTAKE).contains(&letters)
        && script_of(word) != Script::Number
        && !word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The likeliest words of the index: the same first letter first, then the more frequent.
fn near_words(near: &Near, typed: &str, snapshot: &Snapshot, fields: &Fields) -> Result<Vec<String>> {
    let mut found: Vec<(bool, u32, String)> = Vec::new();
    for segment in &snapshot.segments {
        let Some(postings) = segment.postings(fields.plain) else { continue };
        let mut stream = postings.terms().search(near).into_stream()?;
        let mut seen = 0;
        while seen < MOST_NEAR && stream.advance() {
            seen += 1;
            let Ok(word) = std::str::from_utf8(stream.key()) else { continue };
            let documents = stream.value().doc_freq;
            match found.iter_mut().find(|(_, _, known)| known == word) {
                Some((_, known, _)) => *known += documents,
                None => found.push((word.chars().next() == typed.chars().next(), documents, word.to_owned())),
            }
        }
    }
    found.sort_by(|one, other| other.cmp(one));
    Ok(found.into_iter().map(|(_, _, word)| word).take(MOST_TRIED).collect())
}
