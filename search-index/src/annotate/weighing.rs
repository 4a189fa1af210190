//! How strongly a text means the concepts that it names: the thing of its title, or a mention.

use rustc_hash::FxHashMap;

use super::spotting::{Spotted, attributes, spot_all};
use crate::analyzer::{Analyzer, Token, Word};
use crate::document::{Role, Text};
use crate::language::Language;
use crate::lexicon::{Class, ConceptId, Lexicon};
use crate::ranking::Strength;

pub(super) type Strengths = FxHashMap<ConceptId, Strength>;

/// The strongest of what a document says about a concept counts.
pub(super) fn raise(strengths: &mut Strengths, id: ConceptId, strength: Strength) {
    let known = strengths.entry(id).or_default();
    *known = (*known).max(strength);
}

/// How strongly the text says each of its concepts.
pub(super) fn weigh(
    analyzer: &Analyzer,
    lexicon: &Lexicon,
    language: Language,
    text: &Text,
    strengths: &mut Strengths,
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
            raise(strengths, *id, strength);
        }
    }
    let strength = match text.role {
        Role::Title => Strength::Title,
        Role::Keyword => Strength::Keyword,
        Role::Body => Strength::Mention,
    };
    for id in attributes(&spotted, nested, lexicon).iter().flat_map(|spotted| &spotted.concepts) {
        raise(strengths, *id, strength);
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
