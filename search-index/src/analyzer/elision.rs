//! French elision: the article or pronoun before the apostrophe is no part of the word (`l'olivier`, `qu’une`).
//!
//! Safe on English text too: no English word begins with one of these and an apostrophe.

const ELIDED: [&str; 13] =
    ["l", "d", "s", "c", "j", "m", "n", "t", "qu", "jusqu", "quoiqu", "lorsqu", "puisqu"];

/// Parts a lower-case word into what was elided and the rest.
pub fn split(word: &str) -> (Option<&str>, &str) {
    let Some((at, apostrophe)) = word.char_indices().find(|(_, letter)| super::words::is_apostrophe(*letter))
    else {
        return (None, word);
    };
    let rest = &word[at + apostrophe.len_utf8()..];
    if rest.chars().any(char::is_alphanumeric) && ELIDED.contains(&&word[..at]) {
        (Some(&word[..at]), rest)
    } else {
        (None, word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_apostrophes_elide() {
        assert_eq!(split("l'olivier"), (Some("l"), "olivier"));
        assert_eq!(split("d’alep"), (Some("d"), "alep"));
        assert_eq!(split("jusqu'ici"), (Some("jusqu"), "ici"));
    }

    #[test]
    fn other_words_stay_whole() {
        for word in ["aujourd'hui", "maker's", "olivier", "l'", "", "d'''"] {
            assert_eq!(split(word), (None, word));
        }
    }
}
