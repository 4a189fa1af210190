//! Arabic as it is typed and as it is printed become one: hamza on alef, alef maqsura, ta marbuta, vowel signs,
//! tatweel, presentation forms and Persian letters.

use unicode_normalization::UnicodeNormalization;

use super::digits;

/// Appends the normalised form of an Arabic word.
pub fn normalise(word: &str, into: &mut String) {
    if word.chars().any(needs_composition) {
        word.nfkc().filter_map(letter).for_each(|letter| into.push(letter));
    } else {
        word.chars().filter_map(letter).for_each(|letter| into.push(letter));
    }
}

/// Presentation forms (ﻻ), and a hamza or madda that stands beside its alef.
fn needs_composition(letter: char) -> bool {
    matches!(letter, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{0653}'..='\u{0655}')
}

fn letter(letter: char) -> Option<char> {
    Some(match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        // Vowel signs, superscript alef, Quranic marks, tatweel.
        '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0670}'
        | '\u{06d6}'..='\u{06ed}'
        | '\u{0640}' => return None,
        other if super::words::is_joiner(other) || super::words::is_apostrophe(other) => {
            return None;
        }
        // Some ligatures spell out a whole phrase (ﷺ), which stays one term.
        other if other.is_whitespace() => return None,
        other => digits::to_ascii(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(word: &str) -> String {
        let mut into = String::new();
        normalise(word, &mut into);
        into
    }

    #[test]
    fn typed_and_printed_forms_meet() {
        for (printed, typed) in [
            ("أطباق", "اطباق"),
            ("إبريق", "ابريق"),
            ("آنية", "انيه"),
            ("مصطفى", "مصطفي"),
            ("صينية", "صينيه"),
            ("فُخَّار", "فخار"),
            ("جـــلد", "جلد"),
        ] {
            assert_eq!(normal(printed), normal(typed), "{printed}");
        }
    }

    #[test]
    fn presentation_forms_and_persian_letters_become_plain() {
        assert_eq!(normal("ﻻ"), "لا");
        assert_eq!(normal("ﷺ"), "صلياللهعليهوسلم");
        assert_eq!(normal("کلیم"), "كليم");
        assert_eq!(normal("ا\u{0655}بريق"), "ابريق");
        assert_eq!(normal("ق٢"), "ق2");
    }
}
