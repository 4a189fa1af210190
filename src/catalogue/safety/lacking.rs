//! What a product lacks before it may be offered to consumers in the European Union.

use super::SafetySet;
use crate::locale::Language;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lack {
    /// The maker's postal and electronic address.
    #[default]
    Manufacturer,
    /// Nobody in the Union answers for it.
    Responsible,
    Picture,
    /// Neither an article number nor another identification.
    Identifier,
    /// Neither warnings nor that none are needed.
    Warnings,
    /// There are warnings, and not in the language that was asked for.
    Translation,
}

crate::text_enum!(Lack {
    Manufacturer => "manufacturer",
    Responsible => "responsible",
    Picture => "picture",
    Identifier => "identifier",
    Warnings => "warnings",
    Translation => "translation",
});

/// All of it at once; with a language, warnings must be told in that one.
pub fn lacks(set: &SafetySet, language: Option<Language>) -> Vec<Lack> {
    let answers_itself = set.manufacturer.as_ref().is_some_and(|one| one.answers_itself());
    let is_told = |language| set.warnings.get(language).is_some();
    let found = [
        (set.manufacturer.is_none(), Lack::Manufacturer),
        (set.responsible.is_none() && !answers_itself, Lack::Responsible),
        (set.picture.is_none(), Lack::Picture),
        (set.identifier().is_none(), Lack::Identifier),
        (set.warnings.is_empty() && !set.needs_no_warnings, Lack::Warnings),
        (!set.warnings.is_empty() && !language.is_none_or(is_told), Lack::Translation),
    ];
    found.into_iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, lack)| lack).collect()
}

#[cfg(test)]
mod tests {
    use super::super::set::tests::set;
    use super::*;
    use crate::locale::Wording;

    #[test]
    fn a_whole_set_lacks_nothing_and_each_part_is_missed() {
        let whole = set();
        assert!(lacks(&whole, Some(Language::Fr)).is_empty());
        assert_eq!(lacks(&SafetySet { manufacturer: None, ..set() }, None), [Lack::Manufacturer]);
        assert_eq!(lacks(&SafetySet { responsible: None, ..set() }, None), [Lack::Responsible]);
        assert_eq!(lacks(&SafetySet { picture: None, ..set() }, None), [Lack::Picture]);
        assert_eq!(lacks(&SafetySet { sku: None, ..set() }, None), [Lack::Identifier]);
        let named = SafetySet { sku: None, own_identifier: Some("Lot 7".into()), ..set() };
        assert!(lacks(&named, None).is_empty());
    }

    #[test]
    fn warnings_are_told_in_the_language_of_the_shop_or_said_to_be_none() {
        assert_eq!(lacks(&set(), Some(Language::Ar)), [Lack::Translation]);
        let silent = SafetySet { warnings: Wording::default(), ..set() };
        assert_eq!(lacks(&silent, Some(Language::Fr)), [Lack::Warnings]);
        assert!(lacks(&SafetySet { needs_no_warnings: true, ..silent }, Some(Language::Fr)).is_empty());
    }

    #[test]
    fn a_manufacturer_in_the_union_answers_itself() {
        let mut set = SafetySet { responsible: None, ..set() };
        set.manufacturer.as_mut().unwrap().country = "ES".into();
        assert!(lacks(&set, None).is_empty());
    }
}
