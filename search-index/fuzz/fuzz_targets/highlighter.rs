//! Any query against any document: what is shown is a part of the document's own text, no letter is parted from its
//! mark, and each reason quotes the document.
//!
//! The first line is the query; each further line a text, whose language it may begin with (`fr:`).
#![no_main]

use libfuzzer_sys::fuzz_target;
use search_index::{Highlight, Language, Role, Text, fuzzing};
use unicode_normalization::char::is_combining_mark;

fuzz_target!(|data: &[u8]| {
    let input = String::from_utf8_lossy(data);
    let mut lines = input.split('\n');
    let (reader, query) = tagged(lines.next().unwrap_or_default());
    let roles = [Role::Title, Role::Body, Role::Keyword].into_iter().cycle();
    let texts: Vec<Text> = lines
        .zip(roles)
        .map(|(line, role)| {
            let (language, text) = tagged(line);
            Text::new(role, language, text)
        })
        .collect();
    for rare in [false, true] {
        let (highlights, reasons) = fuzzing::highlights(query, rare, reader, &texts);
        for highlight in &highlights {
            assert!(texts.iter().any(|text| shows(highlight, text)), "{highlight:?} is not of the document");
        }
        for reason in &reasons {
            let quoted = texts.iter().any(|text| text.text.contains(&reason.found));
            assert!(quoted, "{reason:?} quotes nothing");
        }
    }
    // Nor does a damaged document panic.
    fuzzing::stored_words(&input);
});

/// Whether a highlight stands in a text, with each piece cut where letters end.
fn shows(highlight: &Highlight, text: &Text) -> bool {
    let whole: String = highlight.pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(highlight.pieces.iter().all(|piece| !piece.text.is_empty()));
    assert!(highlight.pieces.iter().any(|piece| piece.marked), "nothing is marked");
    let starts = text.text.char_indices().map(|(start, _)| start);
    let mut places = starts
        .filter(|start| text.text[*start..].starts_with(&whole))
        .map(|start| (start, start + whole.len()));
    text.role == highlight.role
        && places.any(|(start, end)| {
            let mut cuts = Vec::from([start]);
            cuts.extend(highlight.pieces.iter().scan(start, |at, piece| {
                *at += piece.text.len();
                Some(*at)
            }));
            cuts.retain(|cut| *cut > 0);
            (start > 0) == highlight.more_before
                && (end < text.text.len()) == highlight.more_after
                && cuts.iter().all(|cut| !text.text[*cut..].starts_with(is_combining_mark))
        })
}

fn tagged(line: &str) -> (Option<Language>, &str) {
    let tag = line.split_once(':').filter(|(tag, _)| tag.len() == 2);
    match tag.and_then(|(tag, rest)| Some((Language::parse(tag)?, rest))) {
        Some((language, rest)) => (Some(language), rest),
        None => (None, line),
    }
}
