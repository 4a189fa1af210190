//! From the texts of a document to the terms that it is found by.

use std::cell::RefCell;
use std::fmt::Write;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analyzer::{Analyzer, Token, Word, light10, quantities};
use crate::document::{Role, Text};
use crate::language::{self, Language};
use crate::lexicon::{Class, ConceptId, Lexicon, Longest};
use crate::parts::Part;
use crate::ranking::{self, Strength};
use crate::stored::TextWriter;

/// The terms of a document, one row a field, parted by blanks.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    pub words: [String; 3],
    pub present: [bool; 3],
    /// Titles and names as they are typed, for completion.
    pub plain: String,
    pub skeletons: String,
    pub concepts: String,
    /// The texts and their words, to be kept.
    pub texts: String,
    /// The words of the titles, with and without their article.
    pub titles: String,
}

/// A concept found in a row of words.
#[derive(Clone, Debug)]
pub(crate) struct Spotted {
    /// Which of the words that were read.
    pub words: std::ops::Range<usize>,
    pub concepts: Vec<ConceptId>,
}

/// Reads documents; remembers words between them.
#[derive(Debug)]
pub(crate) struct Annotator {
    analyzers: [Analyzer; 3],
    lexicon: Arc<Lexicon>,
}

impl Annotator {
    pub fn new(lexicon: &Arc<Lexicon>) -> Self {
        Self {
            analyzers: Language::ALL.map(|language| Analyzer::with_lexicon(language, lexicon)),
            lexicon: Arc::clone(lexicon),
        }
    }

    pub fn reads_with(&self, lexicon: &Arc<Lexicon>) -> bool {
        Arc::ptr_eq(&self.lexicon, lexicon)
    }

    pub fn analyzers(&mut self) -> &mut [Analyzer; 3] {
        &mut self.analyzers
    }

    /// The words of a text.
    pub fn read(&mut self, text: &str, language: Language) -> &Analyzer {
        let analyzer = &mut self.analyzers[language.position()];
        analyzer.read(text);
        analyzer
    }

    pub fn terms(&mut self, texts: &[Text]) -> Terms {
        let mut terms = Terms::default();
        let mut strengths = FxHashMap::default();
        let mut kept = TextWriter::default();
        for (text, languages) in texts.iter().zip(languages_of(texts)) {
            kept.begin(text.role, languages, &text.text);
            let occurrences = match text.role {
                Role::Title if Part::Titles.is_left_out() => 1,
                Role::Title => ranking::TITLE_OCCURRENCES,
                Role::Keyword => ranking::KEYWORD_OCCURRENCES,
                Role::Body => 1,
            };
            for (place, language) in languages.iter().enumerate() {
                let Self { analyzers, lexicon } = self;
                let analyzer = &mut analyzers[language.position()];
                analyzer.read(&text.text);
                kept.words(analyzer);
                terms.present[language.position()] = true;
                let row = &mut terms.words[language.position()];
                let start = row.len();
                for (_, word) in analyzer.tokens() {
                    row.push_str(&word.stem);
                    row.push(' ');
                }
                let end = row.len();
                for _ in 1..occurrences {
                    row.extend_from_within(start..end);
                }
                if place == 0 && text.role != Role::Body {
                    for (_, word) in analyzer.tokens() {
                        push(&mut terms.plain, &word.folded);
                        push(&mut terms.skeletons, &word.skeleton);
                        push(&mut terms.skeletons, &word.second_skeleton);
                    }
                }
                if place == 0 && text.role == Role::Title {
                    push_title(analyzer, &mut terms.titles);
                }
                weigh(analyzer, lexicon, language, text, &mut strengths);
                if place == 0 && text.text.contains(char::is_numeric) {
                    for (_, quantity) in
                        quantities::quantities(analyzer.tokens().map(|(_, word)| &*word.folded))
                    {
                        push(&mut terms.concepts, &quantity.term());
                    }
                }
            }
        }
        self.write_concepts(strengths, &mut terms.concepts);
        terms.texts = kept.row;
        terms
    }

    /// Each concept as often as it is strong; then the broader ones, a step weaker than the narrower one that is there.
    fn write_concepts(&self, strengths: FxHashMap<ConceptId, Strength>, row: &mut String) {
        let mut all = strengths.clone();
        for (id, strength) in strengths.iter().filter(|_| !Part::Narrower.is_left_out()) {
            for broader in &self.lexicon.concept(*id).ancestors {
                let known = all.entry(*broader).or_default();
                *known = (*known).max(strength.of_broader());
            }
        }
        let binding = all
            .iter()
            .any(|(id, strength)| strength.binds() && self.lexicon.concept(*id).class == Class::Object);
        if !binding {
            push(row, NO_OBJECT);
        }
        for (id, strength) in all {
            let start = row.len();
            let _ = write!(row, "{CONCEPT}{} ", self.lexicon.concept(id).key);
            let end = row.len();
            for _ in 1..strength.occurrences() {
                row.extend_from_within(start..end);
            }
        }
    }
}

thread_local! {
    /// Texts share most of their words, across queries too: what one query has reduced is there for the next one.
    static SPARE: RefCell<Option<Annotator>> = const { RefCell::new(None) };
}

/// Lends this thread's annotator for a lexicon.
pub(crate) fn with_spare<T>(lexicon: &Arc<Lexicon>, work: impl FnOnce(&mut Annotator) -> T) -> T {
    let spare = SPARE.take().filter(|spare| spare.reads_with(lexicon));
    let mut annotator = spare.unwrap_or_else(|| Annotator::new(lexicon));
    let done = work(&mut annotator);
    SPARE.set(Some(annotator));
    done
}

/// What the term of a concept begins with.
pub(crate) const CONCEPT: &str = "c:";
/// Stands in documents in which no object is known: their words alone must tell.
pub(crate) const NO_OBJECT: &str = "c:?";

/// The term that documents about a concept, or a narrower one, hold.
pub(crate) fn concept_term(key: &str) -> String {
    format!("{CONCEPT}{key}")
}

/// Words that say nothing only where there are no others.
fn push_title(analyzer: &Analyzer, row: &mut String) {
    let all_stop = analyzer.tokens().all(|(_, word)| word.stop);
    for (_, word) in analyzer.tokens().filter(|(_, word)| all_stop || !word.stop) {
        push(row, &word.folded);
        let bare = light10::without_article(&word.folded);
        if bare.len() < word.folded.len() {
            push(row, bare);
        }
    }
}

fn push(row: &mut String, term: &str) {
    if !term.is_empty() {
        row.push_str(term);
        row.push(' ');
    }
}

/// The labels in the text that an analyzer has just read: the longest at each place, none within another...
pub(crate) fn spot(analyzer: &Analyzer, lexicon: &Lexicon, language: Language) -> Vec<Spotted> {
    spot_all(analyzer, lexicon, language).0
}

/// ...and those within them: the box, and the mother of pearl, in a mother of pearl box.
pub(crate) fn spot_all(
    analyzer: &Analyzer,
    lexicon: &Lexicon,
    language: Language,
) -> (Vec<Spotted>, Vec<Spotted>) {
    let (mut longest, mut nested): (Vec<Spotted>, Vec<Spotted>) = Default::default();
    if analyzer.tokens().all(|(_, word)| word.symbol.is_none()) {
        return (longest, nested);
    }
    let table = lexicon.table(language);
    let said: Vec<(usize, &Word)> =
        analyzer.tokens().map(|(_, word)| word).enumerate().filter(|(_, word)| !word.stop).collect();
    // Where the label that stands around a place ends, in places of `said`.
    let mut end = 0;
    for at in 0..said.len() {
        let found =
            |words: usize, concepts| Spotted { words: said[at].0..said[at + words - 1].0 + 1, concepts };
        let words = || said[at..].iter().map(|(_, word)| *word);
        let Some(Longest { words: length, concepts }) = table.longest(words()) else { continue };
        if at >= end {
            longest.push(found(length, concepts));
            end = at + length;
            // A phrase may begin with the word that it is about: the spoon in `cuillère d'olivier`.
            if let Some(Longest { words: shorter, concepts }) = table.longest(words().take(length - 1)) {
                nested.push(found(shorter, concepts));
            }
        } else if at + length <= end {
            nested.push(found(length, concepts));
        }
    }
    (longest, nested)
}

/// What a document says besides, within the labels of things and techniques: of what they are and where they come from. Within the label
/// of a material there is nothing to find: mother of pearl holds no pearl.
pub(crate) fn attributes(longest: &[Spotted], nested: Vec<Spotted>, lexicon: &Lexicon) -> Vec<Spotted> {
    let class = |id: &ConceptId| lexicon.concept(*id).class;
    let inside_a_thing = |inner: &Spotted| {
        let outer = longest
            .iter()
            .find(|outer| outer.words.start <= inner.words.start && inner.words.end <= outer.words.end);
        outer.is_some_and(|outer| {
            outer.concepts.iter().any(|id| matches!(class(id), Class::Object | Class::Technique))
        })
    };
    let attribute = |mut inner: Spotted| {
        inner.concepts.retain(|id| class(id) != Class::Object);
        (!inner.concepts.is_empty() && inside_a_thing(&inner)).then_some(inner)
    };
    nested.into_iter().filter_map(attribute).collect()
}

/// How strongly the text says each of its concepts.
fn weigh(
    analyzer: &Analyzer,
    lexicon: &Lexicon,
    language: Language,
    text: &Text,
    strengths: &mut FxHashMap<ConceptId, Strength>,
) {
    let (spotted, nested) = spot_all(analyzer, lexicon, language);
    let is_object = |id: &ConceptId| lexicon.concept(*id).class == Class::Object;
    let head = match text.role {
        Role::Title => Head::of(&spotted, analyzer, &text.text, language, |spotted| {
            spotted.concepts.iter().any(is_object)
        }),
        _ => Head::default(),
    };
    for (place, spotted) in spotted.iter().enumerate() {
        for id in &spotted.concepts {
            let strength = match text.role {
                Role::Body => Strength::Mention,
                Role::Keyword => Strength::Keyword,
                Role::Title if !is_object(id) => Strength::Title,
                Role::Title if head.place == Some(place) => Strength::Head,
                // What stands after a preposition is not the thing: `spices for tagine`.
                Role::Title if spotted.words.start >= head.main_part => Strength::Mention,
                Role::Title => Strength::Title,
            };
            // An ingredient is only the thing itself where it is the head: olive oil soap is no olive oil.
            let ingredient = strength != Strength::Head && is_object(id) && lexicon.is_ingredient(*id);
            let strength = if ingredient { Strength::Mention } else { strength };
            let known = strengths.entry(*id).or_default();
            *known = (*known).max(strength);
        }
    }
    let strength = match text.role {
        Role::Title => Strength::Title,
        Role::Keyword => Strength::Keyword,
        Role::Body => Strength::Mention,
    };
    for id in attributes(&spotted, nested, lexicon).iter().flat_map(|spotted| &spotted.concepts) {
        let known = strengths.entry(*id).or_default();
        *known = (*known).max(strength);
    }
}

/// The thing that a title names: in French and Arabic it comes first, in English last, before any preposition or comma.
#[derive(Default)]
struct Head {
    /// Which of the spotted labels.
    place: Option<usize>,
    /// How many words the main part has.
    main_part: usize,
}

impl Head {
    fn of(
        spotted: &[Spotted],
        analyzer: &Analyzer,
        text: &str,
        language: Language,
        is_object: impl Fn(&Spotted) -> bool,
    ) -> Self {
        let tokens: Vec<(&Token, &Word)> = analyzer.tokens().collect();
        let inside_a_label = |place: usize| {
            spotted.iter().any(|spotted| (spotted.words.start + 1..spotted.words.end).contains(&place))
        };
        let ends = |place: &usize| {
            let place = *place;
            let (token, word) = tokens[place];
            let parted = place > 0
                && text[tokens[place - 1].0.range.end..token.range.start]
                    .contains([',', ';', ':', '،', '؛', '–', '—', '(', '|', '/']);
            place > 0 && !inside_a_label(place) && (word.stop || word.proclitic || parted)
        };
        let main_part = (0..tokens.len()).find(ends).unwrap_or(tokens.len());
        let objects = || {
            spotted
                .iter()
                .enumerate()
                .filter(|(_, spotted)| is_object(spotted) && spotted.words.start < main_part)
                .map(|(place, _)| place)
        };
        let place = match language {
            Language::English => objects().last(),
            Language::French | Language::Arabic => objects().next(),
        };
        match place {
            Some(place) => Self { place: Some(place), main_part },
            // Nothing known before the preposition: then the first thing after it will do (`set of bowls`).
            None => Self { place: spotted.iter().position(is_object), main_part: tokens.len() },
        }
    }
}

/// The languages that a text is indexed in: one where it is known, both Latin ones where it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Languages {
    One(Language),
    Latin,
}

impl Languages {
    pub fn iter(self) -> impl Iterator<Item = Language> {
        let (one, latin) = match self {
            Self::One(language) => (Some(language), [].as_slice()),
            Self::Latin => (None, Language::LATIN.as_slice()),
        };
        one.into_iter().chain(latin.iter().copied())
    }
}

/// The languages of each text of a document. A text too short to tell goes with the others of the document.
pub(crate) fn languages_of(texts: &[Text]) -> Vec<Languages> {
    let told: Vec<_> =
        texts.iter().map(|text| text.language.or_else(|| language::recognise(&text.text))).collect();
    let around = if told.contains(&None) { surrounding(texts, &told) } else { None };
    told.into_iter().map(|language| language.or(around).map_or(Languages::Latin, Languages::One)).collect()
}

/// The one Latin language that the rest of the document is in.
fn surrounding(texts: &[Text], told: &[Option<Language>]) -> Option<Language> {
    let mut latin = told.iter().flatten().filter(|language| Language::LATIN.contains(language));
    match (latin.next(), latin.next()) {
        (Some(first), second) if second.is_none() || latin.chain(second).all(|other| other == first) => {
            Some(*first)
        }
        (Some(_), _) => None,
        (None, _) => {
            let together: Vec<_> = texts.iter().map(|text| text.text.as_str()).collect();
            language::recognise(&together.join("\n")).filter(|language| Language::LATIN.contains(language))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: Option<Language>, text: &str) -> Text {
        Text::new(Role::Keyword, language, text)
    }

    #[test]
    fn a_short_text_goes_with_the_rest_of_its_document() {
        let texts = [text(None, "kilim"), text(Some(Language::French), "tapis"), text(None, "كليم")];
        let expected = [Language::French, Language::French, Language::Arabic].map(Languages::One);
        assert_eq!(languages_of(&texts), expected);
    }

    #[test]
    fn a_short_text_alone_goes_into_both_latin_languages() {
        assert_eq!(languages_of(&[text(None, "kilim")]), [Languages::Latin]);
        let both =
            [text(None, "kilim"), text(Some(Language::French), "a"), text(Some(Language::English), "b")];
        assert_eq!(languages_of(&both)[0], Languages::Latin);
        assert_eq!(Languages::Latin.iter().collect::<Vec<_>>(), Language::LATIN);
    }
}
