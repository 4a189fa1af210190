//! Light stemming of Arabic: the article and the prepositions written onto a word, and the commonest endings.
//!
//! The rules are those published as "light10" (Larkey, Ballesteros and Connell). Broken plurals are beyond it.

const PREFIXES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
const SUFFIXES: [&str; 10] = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"];
/// A stem keeps at least so many letters.
const SHORTEST_STEM: usize = 2;
/// What may be looked up inside a word has at least so many letters.
const SHORTEST_INSIDE: usize = 3;
/// A leading و is only taken off words of this length or more: it may be a letter of the root.
const SHORTEST_WITH_AND: usize = 4;

/// The stem of a normalised Arabic word.
pub fn stem(word: &str) -> &str {
    SUFFIXES.iter().fold(without_prefix(word), |word, suffix| match word.strip_suffix(suffix) {
        Some(rest) if letters(rest) >= SHORTEST_STEM => rest,
        _ => word,
    })
}

/// The word without its article and what is written before it.
pub fn without_article(word: &str) -> &str {
    let rest = PREFIXES
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix).filter(|rest| letters(rest) >= SHORTEST_STEM));
    rest.unwrap_or(word)
}

/// The word without its article or conjunction, endings untouched.
pub fn without_prefix(word: &str) -> &str {
    let rest = without_article(word);
    if rest.len() < word.len() {
        return rest;
    }
    match word.strip_prefix('و') {
        Some(rest) if letters(word) >= SHORTEST_WITH_AND => rest,
        _ => word,
    }
}

/// The stems that a word may have inside, under one-letter conjunctions and prepositions: و, ف, ب, ل, ك. Any of these
/// may be a letter of the root, so this is only for looking a word up in a list of known ones.
pub fn inside(word: &str) -> impl Iterator<Item = &str> {
    let under = |word: &'_ str| {
        let rest = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?;
        (letters(rest) >= SHORTEST_INSIDE).then_some(rest.len())
    };
    std::iter::successors(Some(word), move |word| under(word).map(|length| &word[word.len() - length..]))
        .skip(1)
        .take(2)
        .map(stem)
}

/// The stems of all words in which [`inside`] would find this stem, and the stem itself.
pub fn around(stem: &str) -> impl Iterator<Item = String> {
    const ONE: [&str; 6] = ["", "و", "ف", "ب", "ل", "ك"];
    let before = ONE.iter().flat_map(|first| ONE.iter().map(move |second| (first, second)));
    // Two letters in front are also one in front of another, so each is made once only.
    let before = before.filter(|(first, second)| !first.is_empty() || second.is_empty());
    before.flat_map(move |(first, second)| {
        ["", "ال", "لل"].map(|article| format!("{first}{second}{article}{stem}"))
    })
}

/// Whether a preposition is seen to be written onto the word, before its article: `بالصدف`, `للفنادق`.
pub fn has_preposition(word: &str) -> bool {
    ["بال", "كال", "لل"].iter().any(|prefix| word.starts_with(prefix)) && without_prefix(word) != word
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_and_its_companions_go() {
        for word in ["الفخار", "والفخار", "بالفخار", "كالفخار", "فالفخار", "للفخار", "وفخار"]
        {
            assert_eq!(stem(word), "فخار", "{word}");
        }
    }

    #[test]
    fn what_is_found_inside_a_word_is_found_again_around_its_stem() {
        let found: Vec<String> = around("سنيو").collect();
        for word in ["سنيوة", "السنيوة", "بسنيوة", "وبسنيوة", "ولسنيوة", "وبالسنيوة", "وللسنيوة", "فكسنيوة"]
        {
            let known = stem(word) == "سنيو" || inside(word).any(|inner| inner == "سنيو");
            assert!(known && found.iter().any(|form| form == stem(word)), "{word}: {}", stem(word));
        }
    }

    #[test]
    fn the_first_letter_of_a_root_stays() {
        assert_eq!(stem("فخار"), "فخار");
        assert_eq!(stem("ورد"), "ورد");
        assert_eq!(stem("الي"), "ال");
    }

    #[test]
    fn endings_go_while_two_letters_stay() {
        for (word, stemmed) in [
            ("سجادات", "سجاد"),
            ("سجاده", "سجاد"),
            ("حرفيون", "حرف"),
            ("حرفيين", "حرف"),
            ("يدويه", "يدو"),
            ("له", "له"),
            ("", ""),
        ] {
            assert_eq!(stem(word), stemmed, "{word}");
        }
    }
}
