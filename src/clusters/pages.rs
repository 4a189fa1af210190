//! Clusters, memberships and makers for people: the forms. The lists and the pages of one cluster and one maker, which
//! show what the makers sell, stand in `desks`.

mod clusters;
mod makers;
mod memberships;

use super::sector;
use crate::locale::{country_name, sort_key};
use crate::vocabulary;
use crate::web::{Choice, Page, Route};

pub fn routes() -> Vec<Route> {
    [clusters::routes(), makers::routes(), memberships::routes()].concat()
}

pub fn craft_choices(page: &Page) -> Vec<Choice> {
    let choice = |term: &vocabulary::Term| Choice::new(&term.key, term.label.best(page.language()));
    let mut choices: Vec<_> = vocabulary::crafts().iter().map(choice).collect();
    choices.sort_by_cached_key(|choice| sort_key(&choice.label));
    choices
}

/// The tree, read by its indentation.
pub fn sector_choices(page: &Page) -> Vec<Choice> {
    let choice = |sector: &sector::Sector| {
        let indented = "\u{2003}".repeat(sector.depth());
        Choice::new(&sector.key, format!("{indented}{}", sector.label.best(page.language())))
    };
    sector::sectors().iter().map(choice).collect()
}

pub fn country_choices(page: &Page, mut codes: Vec<String>) -> Vec<Choice> {
    codes.sort_unstable();
    codes.dedup();
    let mut choices: Vec<_> =
        codes.iter().map(|code| Choice::new(code, country_name(code, page.language()))).collect();
    choices.sort_by_cached_key(|choice| sort_key(&choice.label));
    choices
}
