//! Where words begin and end, in text of any script.
//!
//! A word keeps its vowel signs, its inner apostrophes and invisible joiners; it ends where the script changes
//! (`الـiPhone` is two words) and where a unit follows a number (`25cl` is two words, `ps4` is one).

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Arabic,
    /// Latin, and any other alphabet, which is left as it is.
    Latin,
    /// Digits only.
    Number,
}

/// Longer runs are no words of any language, and would only swell the index.
pub const LONGEST_WORD: usize = 96;

/// Units that makers write right after the number.
const UNITS: [&str; 20] = [
    "mm", "cm", "dm", "m", "km", "ml", "cl", "dl", "l", "mg", "g", "gr", "kg", "in", "ft", "oz", "lb", "lbs",
    "pcs", "kt",
];

/// The words of a text, as byte ranges into it.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn next_run(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.char_indices().find(|(_, letter)| starts_word(*letter))?.0;
        let mut end = start;
        let mut script = None;
        let mut letters = self.text[start..].char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            if is_alphanumeric(letter) {
                if is_common_letter(letter) || letter.is_alphabetic() && !is_combining_mark(letter) {
                    let this = is_arabic(letter);
                    if *script.get_or_insert(this) != this {
                        break;
                    }
                }
            } else if is_decimal_sign(letter) && script.is_none() {
                let rest = &self.text[start + offset + letter.len_utf8()..];
                if !is_fraction(&self.text[start..start + offset], rest) {
                    break;
                }
            } else if is_apostrophe(letter) {
                // What follows may become a word of its own.
                if !letters.peek().is_some_and(|(_, next)| starts_word(*next)) {
                    break;
                }
            } else if is_joiner(letter) {
                if !letters.peek().is_some_and(|(_, next)| next.is_alphanumeric() || is_combining_mark(*next))
                {
                    break;
                }
            } else if !is_combining_mark(letter) {
                break;
            }
            end = start + offset + letter.len_utf8();
        }
        Some(start..end)
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let mut run = self.next_run()?;
            if let Some(length) = leading_quantity(&self.text[run.clone()]) {
                run.end = run.start + length;
            }
            self.at = run.end;
            if run.len() <= LONGEST_WORD {
                return Some(run);
            }
        }
    }
}

/// The length of the number at the start of `25cl` or `200x300`.
fn leading_quantity(word: &str) -> Option<usize> {
    let first = word.as_bytes().first()?;
    // Almost every word starts with a letter: leave early.
    if first.is_ascii_alphabetic() {
        // The times sign typed as a letter, left over from the size before it: `x300`.
        let sized = |rest: &str| {
            let unit = rest.trim_start_matches(char::is_numeric);
            unit.len() < rest.len() && (unit.is_empty() || is_unit(unit))
        };
        return (matches!(first, b'x' | b'X') && sized(&word[1..])).then_some(1);
    }
    let length = word.find(|letter: char| !letter.is_numeric() && !is_decimal_sign(letter))?;
    let rest = &word[length..];
    if length == 0 {
        return None;
    }
    let is_size = rest.starts_with(['x', 'X'])
        && rest.len() > 1
        && rest[1..].starts_with(|letter: char| letter.is_numeric());
    let is_arabic = rest.starts_with(|letter: char| is_arabic(letter) && !is_combining_mark(letter));
    (is_size || is_unit(rest) || is_arabic).then_some(length)
}

fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word))
}

/// The script of a word, told by its first letter.
pub fn script_of(word: &str) -> Script {
    match word.chars().find(|letter| letter.is_alphabetic()) {
        Some(letter) if is_arabic(letter) => Script::Arabic,
        Some(_) => Script::Latin,
        None => Script::Number,
    }
}

pub fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{08a0}'..='\u{08ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// What parts whole from tenths, in any of the languages.
fn is_decimal_sign(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\u{066b}')
}

/// Whether what stands around a decimal sign is one number: `1,5` is, `1,500` is not, nor is `3.` or `v1.5`.
fn is_fraction(whole: &str, rest: &str) -> bool {
    let digits = rest.chars().take_while(|letter| letter.is_numeric()).count();
    matches!(digits, 1 | 2) && !whole.is_empty() && whole.chars().all(char::is_numeric)
}

/// The letters that nearly all text of our languages is made of, told without a look into Unicode's tables.
fn is_common_letter(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'A'..='Z' | '\u{00c0}'..='\u{00d6}' | '\u{00d8}'..='\u{00f6}' | '\u{00f8}'..='\u{024f}' | '\u{0620}'..='\u{064a}')
}

fn is_alphanumeric(letter: char) -> bool {
    match letter {
        ' '..='/' => false,
        _ => is_common_letter(letter) || letter.is_alphanumeric(),
    }
}

/// Vowel signs and the like, which never start a word.
fn is_arabic_mark(letter: char) -> bool {
    matches!(letter, '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}' | '\u{06df}'..='\u{06e4}' | '\u{06e7}' | '\u{06e8}' | '\u{06ea}'..='\u{06ed}')
}

/// A mark that is drawn on the letter before it, in any script.
pub fn is_combining_mark(letter: char) -> bool {
    // No mark comes earlier in Unicode: most letters need no look into its tables.
    letter >= '\u{0300}' && (is_arabic_mark(letter) || unicode_normalization::char::is_combining_mark(letter))
}

fn starts_word(letter: char) -> bool {
    is_alphanumeric(letter) && (is_common_letter(letter) || !is_combining_mark(letter))
}

/// Typewriter and typographic apostrophes, and the half rings that transliterate ع and ء.
pub fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '\u{2019}'
            | '\u{2018}'
            | '\u{201b}'
            | '\u{02bc}'
            | '\u{02bb}'
            | '\u{02bf}'
            | '\u{02be}'
            | '\u{02b9}'
            | '\u{ff07}'
            | '`'
            | '\u{00b4}'
    )
}

/// Characters without width that may stand inside a word.
pub fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{061c}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Words::new(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn punctuation_parts_words() {
        assert_eq!(words("Hand-painted, blue (bowl)."), ["Hand", "painted", "blue", "bowl"]);
        assert_eq!(words("صحون، أطباق؛ وأكواب؟"), ["صحون", "أطباق", "وأكواب"]);
        assert!(words(" — … 🫖 ").is_empty());
    }

    #[test]
    fn apostrophes_and_vowel_signs_stay_inside() {
        assert_eq!(words("l’olivier d'Alep' 'x"), ["l’olivier", "d'Alep", "x"]);
        assert_eq!(words("كِتَابٌ مُفيد"), ["كِتَابٌ", "مُفيد"]);
        assert_eq!(words("cafe\u{301} noir"), ["cafe\u{301}", "noir"]);
        assert_eq!(words("ka\u{02bf}ak"), ["ka\u{02bf}ak"]);
    }

    #[test]
    fn a_change_of_script_ends_a_word() {
        assert_eq!(words("الـiPhone"), ["الـ", "iPhone"]);
    }

    #[test]
    fn units_and_sizes_are_taken_off_numbers() {
        assert_eq!(
            words("25cl 200x300 cm ٢٢سم 200×300"),
            ["25", "cl", "200", "x", "300", "cm", "٢٢", "سم", "200", "300"]
        );
        assert_eq!(words("ps4 006R90321 3d x1carbon"), ["ps4", "006R90321", "3d", "x1carbon"]);
        assert_eq!(words("200x300cm"), ["200", "x", "300", "cm"]);
    }

    #[test]
    fn tenths_stay_with_their_number() {
        assert_eq!(words("1,5 kg 1.4m ١٫٥ 3. 1,500"), ["1,5", "kg", "1.4", "m", "١٫٥", "3", "1", "500"]);
        assert_eq!(words("1.2.3 v1.5 12, 13"), ["1.2", "3", "v1", "5", "12", "13"]);
    }

    #[test]
    fn no_letter_is_parted_from_its_mark_in_any_script() {
        assert_eq!(words("हिन्दी"), ["हिन्दी"]);
        assert_eq!(words("بِسְم"), ["بِسְم"]);
        assert_eq!(words("صيني\u{94d}نحاس"), ["صيني\u{94d}نحاس"]);
        assert_eq!(words("\u{64b}\u{93f}bowl"), ["bowl"]);
        assert_eq!(words("25\u{64b}سم"), ["25\u{64b}سم"]);
        assert_eq!(words("l'\u{64b}olivier"), ["l", "olivier"]);
        assert_eq!(words("a\u{200d}\u{301}"), ["a\u{200d}\u{301}"]);
    }

    #[test]
    fn endless_runs_are_left_out() {
        assert_eq!(words(&format!("{} bowl", "a".repeat(5000))), ["bowl"]);
    }
}
