//! Why a hit was found, shown in its own text. Whole words are marked, never parts: an Arabic word broken in two
//! would change its shape, and a letter parted from its vowel sign would lose it.

use std::collections::HashSet;
use std::ops::Range;

use crate::analyzer::words::is_combining_mark;
use crate::annotate::{Annotator, Languages};
use crate::document::Role;
use crate::language::Language;
use crate::lexicon::Lexicon;
use crate::query::Reading;
use crate::reasons::{How, Mark, Matcher, Reason};
use crate::stored::StoredText;

/// A stretch of one text with the words that matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    pub role: Role,
    /// As the caller gave it, or as it was recognised.
    pub language: Option<Language>,
    /// To be written one after the other.
    pub pieces: Vec<Piece>,
    /// Whether the text goes on before the first piece.
    pub more_before: bool,
    /// Whether the text goes on after the last piece.
    pub more_after: bool,
}

/// A piece of plain text, free of any markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// About how much of a long text is shown, in bytes (an Arabic letter has two).
const WINDOW: usize = 260;
/// Words are not cut: the window may grow by so much to reach the next blank.
const OVERHANG: usize = 40;

/// Writes highlights and reasons for the hits of one query.
pub(crate) struct Highlighter<'a> {
    matcher: Matcher<'a>,
    annotator: &'a mut Annotator,
    units: usize,
    /// The language of the reader's pages.
    reader: Option<Language>,
}

impl<'a> Highlighter<'a> {
    pub fn new(
        reading: &'a Reading,
        unknown: &[usize],
        lexicon: &'a Lexicon,
        annotator: &'a mut Annotator,
        reader: Option<Language>,
    ) -> Self {
        let matcher = Matcher::new(reading, lexicon, unknown);
        Self { matcher, annotator, units: reading.units.len(), reader }
    }

    /// The titles in which something matched, one body text, the reader's own where it can be, and such keywords as
    /// answer what these do not. A text is only read closely for what no text of its language answers by the word itself.
    pub fn highlights(&mut self, texts: &[StoredText<'_>]) -> (Vec<Highlight>, Vec<Reason>) {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        let foreign =
            |place: usize| self.reader.is_some_and(|reader| texts[place].languages != Languages::One(reader));
        order.sort_by_key(|place| (rank(texts[*place].role), foreign(*place)));
        let words: Vec<Vec<Mark>> = texts.iter().map(|text| self.matcher.words(text)).collect();
        let said = |unit: usize, languages: Languages| {
            let mut marks = texts.iter().zip(&words).filter(|(text, _)| text.languages == languages);
            marks.any(|(_, marks)| marks.iter().any(|mark| mark.units.contains(&unit)))
        };
        let mut found: Vec<(usize, Highlight)> = Vec::new();
        let mut best: Vec<Option<(How, Reason)>> = vec![None; self.units];
        let mut body = false;
        for place in order {
            let text = &texts[place];
            let complete = best.iter().all(Option::is_some);
            if text.role == Role::Body && body || text.role == Role::Keyword && complete {
                continue;
            }
            let open = |unit: usize| {
                best[unit].is_none() && self.matcher.has_other_ways(unit) && !said(unit, text.languages)
            };
            let marks = match (0..self.units).any(open) || !text.is_kept_whole() {
                true => self.matcher.marks(text.text, text.languages, self.annotator),
                false => words[place].clone(),
            };
            if marks.is_empty() {
                continue;
            }
            body |= text.role == Role::Body;
            for mark in &marks {
                for known in &mut best[mark.units.clone()] {
                    if known.as_ref().is_none_or(|(how, _)| mark.how < *how) {
                        *known = Some((mark.how, self.matcher.reason(mark, text.text)));
                    }
                }
            }
            found.push((place, highlight(text, &marks)));
        }
        found.sort_by_key(|(place, _)| *place);
        let mut reasons: Vec<Reason> = best.into_iter().flatten().map(|(_, reason)| reason).collect();
        reasons.dedup();
        (found.into_iter().map(|(_, highlight)| highlight).collect(), reasons)
    }
}

fn rank(role: Role) -> u8 {
    match role {
        Role::Title => 0,
        Role::Body => 1,
        Role::Keyword => 2,
    }
}

fn highlight(text: &StoredText<'_>, marks: &[Mark]) -> Highlight {
    let window = match text.text.len() <= WINDOW + OVERHANG {
        true => 0..text.text.len(),
        false => best_window(text.text, marks),
    };
    Highlight {
        role: text.role,
        language: match text.languages {
            Languages::One(language) => Some(language),
            Languages::Latin => None,
        },
        more_before: window.start > 0,
        more_after: window.end < text.text.len(),
        pieces: pieces(text.text, window, marks),
    }
}

/// The stretch that shows the most different words.
fn best_window(text: &str, marks: &[Mark]) -> Range<usize> {
    let seen_from = |first: usize| {
        let end = marks[first].range.start + WINDOW;
        let inside = marks[first..].iter().take_while(|mark| mark.range.end <= end);
        inside.map(|mark| mark.units.start).collect::<HashSet<_>>().len()
    };
    let mut best = (0, 0);
    for first in 0..marks.len() {
        let seen = seen_from(first);
        if seen > best.1 {
            best = (first, seen);
        }
    }
    let first = marks[best.0].range.start;
    let last =
        marks[best.0..].iter().map(|mark| mark.range.end).take_while(|end| *end <= first + WINDOW).last();
    let last = last.unwrap_or(marks[best.0].range.end);
    // What matched stands in the middle, so that there is something to read on both sides.
    let spare = WINDOW.saturating_sub(last - first) / 2;
    before_blank(text, first.saturating_sub(spare), first)
        ..after_blank(text, (last + spare).min(text.len()), last)
}

/// The start of the first word at or after `wanted`, no later than `latest`.
fn before_blank(text: &str, wanted: usize, latest: usize) -> usize {
    if wanted < OVERHANG {
        return 0;
    }
    let blanks = text[..latest].char_indices().filter(|(_, letter)| letter.is_whitespace());
    let mut starts = blanks.filter(|(at, _)| *at >= wanted).map(|(at, blank)| at + blank.len_utf8());
    // A blank may carry a mark.
    starts.find(|start| !text[*start..].starts_with(is_combining_mark)).unwrap_or(latest)
}

/// The end of the last word that ends at or before `wanted`, no earlier than `earliest`.
fn after_blank(text: &str, wanted: usize, earliest: usize) -> usize {
    if wanted + OVERHANG > text.len() {
        return text.len();
    }
    let blanks = text[earliest..].char_indices().filter(|(_, letter)| letter.is_whitespace());
    blanks.map(|(at, _)| earliest + at).take_while(|at| *at <= wanted).last().unwrap_or(earliest)
}

fn pieces(text: &str, window: Range<usize>, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, marked| {
        if !range.is_empty() {
            pieces.push(Piece { text: text[range].to_owned(), marked });
        }
    };
    let mut at = window.start;
    for mark in marks.iter().filter(|mark| mark.range.start >= window.start && mark.range.end <= window.end) {
        push(at..mark.range.start, false);
        push(mark.range.clone(), true);
        at = mark.range.end;
    }
    push(at..window.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use proptest::prelude::*;

    fn highlights(query: &str, texts: &[Text]) -> (Vec<Highlight>, Vec<Reason>) {
        let lexicon = Lexicon::shipped();
        let mut annotator = Annotator::new(&lexicon);
        let reading = Reading::of(query, None, &lexicon, annotator.analyzers());
        let kept = annotator.terms(texts).texts;
        let unknown: Vec<_> = (0..reading.units.len()).collect();
        let texts = crate::stored::read(&kept).expect("we wrote them");
        Highlighter::new(&reading, &unknown, &lexicon, &mut annotator, None).highlights(&texts)
    }

    fn shown(query: &str, language: Option<Language>, text: &str) -> String {
        let (highlights, _) = highlights(query, &[Text::new(Role::Body, language, text)]);
        let pieces = highlights.first().map(|highlight| highlight.pieces.as_slice()).unwrap_or_default();
        pieces
            .iter()
            .map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn words_that_share_a_stem_are_marked_whole() {
        assert_eq!(
            shown("plateau martelé", Some(Language::French), "Deux plateaux martelés"),
            "Deux [plateaux] [martelés]"
        );
        assert_eq!(
            shown("فخار", Some(Language::Arabic), "طاجين والفخارية الكبيرة"),
            "طاجين [والفخارية] الكبيرة"
        );
        assert_eq!(shown("كتاب", Some(Language::Arabic), "هذا كِتَابٌ جميل"), "هذا [كِتَابٌ] جميل");
        assert_eq!(shown("atelier", Some(Language::French), "dans l’atelier"), "dans l’[atelier]");
        assert_eq!(shown("olive wood", Some(Language::French), "du bois d’olivier"), "du [bois d’olivier]");
    }

    #[test]
    fn another_spelling_is_marked_by_its_concept_or_its_consonants() {
        assert_eq!(shown("zellij", Some(Language::Arabic), "قطع الزليج"), "قطع [الزليج]");
        assert_eq!(shown("Benyoussef", Some(Language::Arabic), "ورشة بنيوسف"), "ورشة [بنيوسف]");
    }

    fn because(query: &str, language: Language, text: &str) -> Vec<(String, String, How)> {
        let (_, reasons) = highlights(query, &[Text::new(Role::Title, Some(language), text)]);
        reasons.into_iter().map(|reason| (reason.asked, reason.found, reason.how)).collect()
    }

    #[test]
    fn each_answered_part_of_a_query_says_how() {
        let told = |asked: &str, found: &str, how| (asked.to_owned(), found.to_owned(), how);
        assert_eq!(
            because("زليج", Language::French, "Zellige blanc"),
            [told("زليج", "Zellige", How::Concept)]
        );
        assert_eq!(
            because("tiles", Language::French, "Zellige blanc"),
            [told("tiles", "Zellige", How::Narrower)]
        );
        assert_eq!(
            because("zellige", Language::English, "Glazed tiles"),
            [told("zellige", "tiles", How::Broader)]
        );
        assert_eq!(because("40 cm", Language::Arabic, "قطرها ٤٠ سم")[0], told("40", "٤٠", How::Word));
        assert_eq!(because("400 mm", Language::Arabic, "قطرها ٤٠ سم")[0], told("400", "٤٠", How::Size));
        assert_eq!(
            because("mother of pearl box", Language::French, "Boîte en nacre"),
            [told("mother pearl", "nacre", How::Concept), told("box", "Boîte", How::Concept)]
        );
    }

    #[test]
    fn nothing_is_shown_of_a_text_without_a_match() {
        assert_eq!(shown("vase", Some(Language::English), "a bowl"), "");
    }

    #[test]
    fn a_long_text_is_cut_at_blanks_around_its_matches() {
        let text = format!(
            "{}copper tray, engraved {}",
            "filler words here ".repeat(40),
            "and more words ".repeat(40)
        );
        let shown = shown("engraved copper", Some(Language::English), &text);
        assert!(shown.contains("[copper] tray, [engraved]"), "{shown}");
        assert!(shown.len() < WINDOW + OVERHANG + 10, "{shown}");
        assert!(shown.split(' ').all(|word| text.contains(word.trim_matches(['[', ']', ',']))), "{shown}");
    }

    #[test]
    fn a_mark_stays_on_what_carries_it() {
        assert_eq!(shown("صيني", Some(Language::Arabic), "صيني\u{94d}نحاس صيني"), "صيني\u{94d}نحاس [صيني]");
        let text = format!("{}tray {}", "filler \u{301}words here ".repeat(40), "and more ".repeat(40));
        let (highlights, _) = highlights("tray", &[Text::new(Role::Body, Some(Language::English), text)]);
        assert!(!highlights[0].pieces[0].text.starts_with('\u{301}'), "{highlights:?}");
    }

    proptest! {
        #[test]
        fn no_text_panics_and_nothing_is_lost(text in "(\\PC|['’\u{64b}\u{301}ا-ي a]){0,400}", query in "(\\PC|['’\u{64b}ا-ي a]){0,20}") {
            for highlight in highlights(&query, &[Text::new(Role::Title, None, text.clone())]).0 {
                let whole: String = highlight.pieces.iter().map(|piece| piece.text.as_str()).collect();
                assert!(text.contains(&whole));
            }
        }
    }
}
