//! Accents are typed or not: é is e, œ is oe.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::parts::Part;

/// Lower case, composed letters and plain apostrophes; invisible joiners go. What stemmers expect.
pub fn lower(word: &str, into: &mut String) {
    if word.is_ascii() {
        into.extend(word.chars().map(|letter| match letter {
            '`' => '\'',
            other => other.to_ascii_lowercase(),
        }));
        return;
    }
    // Blanks come out of letters that Unicode spells out (ͺ); a term holds none.
    let plain = |letter: &char| !super::words::is_joiner(*letter) && !letter.is_whitespace();
    for letter in word.nfkc().filter(plain).flat_map(char::to_lowercase) {
        into.push(if super::words::is_apostrophe(letter) { '\'' } else { super::digits::to_ascii(letter) });
    }
}

/// Takes the accents off a lower-case word in place.
pub fn fold(word: &mut String) {
    if word.is_ascii() || Part::Accents.is_left_out() {
        return;
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'þ' => folded.push_str("th"),
            other => folded.push(other),
        }
    }
    *word = folded;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        let mut lowered = String::new();
        lower(word, &mut lowered);
        fold(&mut lowered);
        lowered
    }

    #[test]
    fn accents_go_composed_or_not() {
        assert_eq!(folded("Émaillé"), "emaille");
        assert_eq!(folded("E\u{301}maille\u{301}"), "emaille");
        assert_eq!(folded("Œuvre"), "oeuvre");
        assert_eq!(folded("Ḥanbal"), "hanbal");
        assert_eq!(folded("BOWL"), "bowl");
    }

    #[test]
    fn wide_and_invisible_characters_become_plain() {
        assert_eq!(folded("ｂｏｗｌ"), "bowl");
        assert_eq!(folded("l\u{2019}eau"), "l'eau");
        assert_eq!(folded("so\u{ad}cle"), "socle");
        assert_eq!(folded("a\u{37a}"), "a");
    }
}
