//! How many spellings of one thing meet, and how many words that only look or sound alike stay apart: counted over
//! the lists in `tests/pairs`, one small index per list.

use std::collections::BTreeMap;

use search_index::{Document, Kind, Role, Search, Text};

use crate::shelf::{Shelf, keys};

const SPELLINGS: &str = include_str!("../pairs/spellings.tsv");
const STRANGERS: &str = include_str!("../pairs/strangers.tsv");

/// What somebody types, what a document says, and of what sort the pair is.
struct Pair {
    typed: &'static str,
    written: &'static str,
    sort: &'static str,
}

fn pairs(list: &'static str) -> Vec<Pair> {
    let rows = list.lines().filter(|line| !line.starts_with('#'));
    let pairs = rows.map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [typed, written, sort] => Pair { typed, written, sort },
        _ => panic!("{line:?} is no pair"),
    });
    pairs.collect()
}

/// A title in the language that it shows, as from a maker who did not say.
fn titled(key: String, title: &str) -> Document {
    let mut product = Document::new(key, Kind::Product);
    product.texts.push(Text::new(Role::Title, None, title));
    product
}

/// Whether a pair meets, and what was read instead of what was typed.
struct Meeting {
    met: bool,
    read_as: Option<String>,
}

/// Which pairs meet: what is typed finds the document of its row.
fn meetings(pairs: &[Pair], shelf: &Shelf) -> Vec<Meeting> {
    let meet = |(row, pair): (usize, &Pair)| {
        let answer = shelf.ask(&Search { limit: search_index::MAX_LIMIT, ..Search::of(pair.typed) });
        Meeting { met: keys(&answer).contains(&row.to_string()), read_as: answer.read_as }
    };
    pairs.iter().enumerate().map(meet).collect()
}

/// The share of pairs that are as they should be; those that are not are told, with the shares of each sort.
fn share(what: &str, pairs: &[Pair], should_meet: bool, meetings: &[Meeting]) -> f64 {
    let mut sorts = BTreeMap::<&str, (usize, usize)>::new();
    let mut well = 0;
    for (pair, meeting) in pairs.iter().zip(meetings) {
        let good = meeting.met == should_meet;
        let (of_sort, all) = sorts.entry(pair.sort).or_default();
        (*of_sort, *all) = (*of_sort + usize::from(good), *all + 1);
        well += usize::from(good);
        if !good {
            let read_as =
                meeting.read_as.as_ref().map(|text| format!(", read as {text}")).unwrap_or_default();
            println!("not {what}: {} | {} ({}){read_as}", pair.typed, pair.written, pair.sort);
        }
    }
    println!("{what}: {well} of {} good, by sort {sorts:?}", pairs.len());
    well as f64 / pairs.len() as f64
}

#[test]
fn spellings_of_one_thing_meet() {
    let pairs = pairs(SPELLINGS);
    assert!(pairs.len() >= 150);
    let documents = pairs.iter().enumerate().map(|(row, pair)| titled(row.to_string(), pair.written));
    let meetings = meetings(&pairs, &Shelf::of(documents));
    let all = share("spellings that meet", &pairs, true, &meetings);
    assert!(all >= 0.86, "only {all:.3} of the spellings meet");

    // Names of people stand in no lexicon: only their consonants can meet.
    let (known, meetings): (Vec<Pair>, Vec<Meeting>) =
        pairs.into_iter().zip(meetings).filter(|(pair, _)| pair.sort != "name").unzip();
    let known = share("spellings of crafts, things and places that meet", &known, true, &meetings);
    assert!(known >= 0.93, "only {known:.3} of the spellings of crafts, things and places meet");
}

#[test]
fn words_that_only_look_alike_stay_apart() {
    let pairs = pairs(STRANGERS);
    assert!(pairs.len() >= 150);
    let written = || pairs.iter().enumerate().map(|(row, pair)| titled(row.to_string(), pair.written));

    // A word that nothing holds could be taken for a misspelt one...
    let alone = meetings(&pairs, &Shelf::of(written()));
    let alone = share("strangers apart", &pairs, false, &alone);
    assert!(alone >= 0.86, "only {alone:.3} of the strangers stay apart");

    // ...and one that something holds could bring the others along.
    let typed = pairs.iter().enumerate().map(|(row, pair)| titled(format!("typed {row}"), pair.typed));
    let beside = meetings(&pairs, &Shelf::of(written().chain(typed)));
    let beside = share("strangers apart beside the word itself", &pairs, false, &beside);
    assert!(beside >= 0.86, "only {beside:.3} of the strangers stay apart beside the word itself");
}
