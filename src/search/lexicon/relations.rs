//! Which concept is a kind of which: every key must lead somewhere, and never back.

use std::collections::BTreeSet;

use super::Concepts;

/// The first key that nothing stands under. The concept's own is another mistake.
pub(super) fn unknown<'a>(concepts: &Concepts, own: &str, keys: &'a [String]) -> Option<&'a String> {
    keys.iter().find(|key| *key != own && concepts.standing(key).is_none())
}

/// The broader concept through which one would be broader than itself.
pub(super) fn circle(concepts: &Concepts, own: &str, broader: &[String]) -> Option<String> {
    broader.iter().find(|first| leads_to(concepts, first, own)).cloned()
}

fn leads_to(concepts: &Concepts, from: &str, own: &str) -> bool {
    let mut seen = BTreeSet::from([from.to_owned()]);
    let mut next = vec![from.to_owned()];
    while let Some(key) = next.pop() {
        if key == own {
            return true;
        }
        let broader = concepts.standing(&key).map(|concept| concept.entry.broader).unwrap_or_default();
        next.extend(broader.into_iter().filter(|key| seen.insert(key.clone())));
    }
    false
}
