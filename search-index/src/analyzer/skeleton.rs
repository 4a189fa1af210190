//! The consonants of a word in one alphabet for both scripts, so that zellige, zellij, zilij and زليج meet.
//!
//! Loose on purpose: it joins words that only look alike, so it counts for little in ranking.

use super::light10;
use super::words::{Script, script_of};

/// Shorter skeletons join too many words.
const SHORTEST: usize = 3;

/// Appends the skeleton of a normalised (Arabic) or folded lower-case (Latin) word, if it is long enough.
pub fn skeleton(word: &str, into: &mut String) -> bool {
    let start = into.len();
    match script_of(word) {
        Script::Arabic => arabic(light10::without_prefix(word), into),
        Script::Latin if word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_digit()) => {
            latin(word.as_bytes(), into)
        }
        Script::Latin | Script::Number => return false,
    }
    if into.len() - start < SHORTEST {
        into.truncate(start);
        return false;
    }
    true
}

/// A second skeleton, where the word has a letter that the dialects part on: ق is g in the Maghreb's and the Bedouins'
/// mouths (قفطان is Gaftan too, گ is written for it), and Egyptians say ج as g.
pub fn second(word: &str) -> Option<String> {
    if script_of(word) != Script::Arabic || !word.contains(['ق', 'ج']) {
        return None;
    }
    let mut other = String::new();
    skeleton(&word.replace(['ق', 'ج'], "غ"), &mut other).then_some(other)
}

fn push(letter: char, into: &mut String) {
    if !into.ends_with(letter) {
        into.push(letter);
    }
}

fn arabic(word: &str, into: &mut String) {
    for (place, letter) in word.chars().enumerate() {
        let plain = match letter {
            'ا' | 'ع' | 'ء' if place == 0 => 'a',
            'ب' | 'پ' => 'b',
            'ت' | 'ط' => 't',
            'ث' | 'س' | 'ش' | 'ص' => 's',
            'ج' | 'چ' => 'j',
            'خ' | 'ق' | 'ك' => 'k',
            'د' | 'ذ' | 'ض' | 'ظ' => 'd',
            'ر' => 'r',
            'ز' => 'z',
            'غ' | 'گ' | 'ڨ' | 'ڭ' => 'g',
            'ف' | 'ڤ' => 'f',
            'ل' => 'l',
            'م' => 'm',
            'ن' => 'n',
            // Long vowels, throat sounds and hamza have no letter of their own in Latin spellings.
            _ => continue,
        };
        push(plain, into);
    }
}

fn latin(word: &[u8], into: &mut String) {
    let mut at = 0;
    while let Some(&letter) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(0);
        let soft = matches!(next, b'e' | b'i' | b'y');
        let (plain, read) = match (letter, next) {
            (b'a' | b'e' | b'i' | b'o' | b'u' | b'y', _) if at == 0 => ('a', 1),
            (b's' | b'c', b'h') => ('s', 2),
            (b'k' | b'q', b'h') => ('k', 2),
            (b'g', b'h') => ('g', 2),
            (b'p', b'h') => ('f', 2),
            (b'd', b'j') => ('j', 2),
            (b'd' | b't', b'h') => (char::from(letter), 2),
            (b'c', _) => (if soft { 's' } else { 'k' }, 1),
            (b'g', _) => (if soft { 'j' } else { 'g' }, 1),
            (b'k' | b'q', _) => ('k', 1),
            (b'p' | b'b', _) => ('b', 1),
            (b'f' | b'v', _) => ('f', 1),
            (b't' | b'd' | b's' | b'z' | b'j' | b'l' | b'm' | b'n' | b'r', _) => (char::from(letter), 1),
            (b'x', _) => {
                push('k', into);
                ('s', 1)
            }
            _ => {
                at += 1;
                continue;
            }
        };
        push(plain, into);
        at += read;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> String {
        let mut into = String::new();
        skeleton(word, &mut into);
        into
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for family in [
            &["zellige", "zellij", "zilij", "زليج"][..],
            &["nabeul", "نابل"],
            &["naplouse", "nablus", "نابلس"],
            &["khamsa", "خمسه"],
            &["belgha", "بلغه"],
            &["burnus", "burnous", "برنس"],
        ] {
            for word in family {
                assert_eq!(key(word), key(family[0]), "{word}");
            }
        }
    }

    #[test]
    fn near_words_stay_apart() {
        assert_ne!(key("nabeul"), key("nablus"));
        assert_ne!(key("billets"), key("بلاط"));
    }

    #[test]
    fn short_words_and_numbers_have_none() {
        for word in ["fez", "a", "", "22", "ps4", "في"] {
            assert_eq!(key(word), "", "{word}");
        }
    }
}
