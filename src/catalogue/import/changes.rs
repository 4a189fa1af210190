//! What an import would change about a product that is there, field by field.

use std::collections::BTreeSet;

use super::report::Change;
use super::tiers;
use crate::catalogue::{NewProduct, NewTerms, NewVariant, RawTier};
use crate::locale::{Language, Wording};

/// What the file says over what is there: the file's word counts only where it speaks.
pub(super) fn over(new: NewProduct, said: Option<&BTreeSet<String>>, before: &NewProduct) -> NewProduct {
    let Some(said) = said else { return new };
    let speaks = |field: &str| said.contains(field);
    let wording = |field: &str, new: Wording, old: &Wording| {
        let one =
            |language: Language, new: Option<String>| match speaks(&format!("{field}.{}", language.code())) {
                true => new,
                false => old.get(language).map(str::to_owned),
            };
        Wording {
            en: one(Language::En, new.en),
            fr: one(Language::Fr, new.fr),
            ar: one(Language::Ar, new.ar),
        }
    };
    let mut whole = before.clone();
    whole.title = wording("title", new.title, &before.title);
    whole.description = wording("description", new.description, &before.description);
    macro_rules! take {
        ($($field:ident),+) => { $(if speaks(stringify!($field)) { whole.$field = new.$field; })+ };
    }
    take!(
        craft,
        materials,
        techniques,
        price,
        moq,
        order_multiple,
        lead_time_days,
        weekly_capacity,
        hs_code,
        origin,
        weight_grams
    );
    whole.sku = new.sku;
    whole
}

/// Every field that would be another one.
pub(super) fn between(before: &NewProduct, after: &NewProduct) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut compare = |field: String, from: String, to: String| {
        if from != to {
            changes.push(Change { field, from, to });
        }
    };
    for language in Language::ALL {
        // A browser sends other line ends than a spreadsheet does.
        let of = |wording: &Wording| wording.get(language).unwrap_or_default().replace("\r\n", "\n");
        compare(format!("title.{}", language.code()), of(&before.title), of(&after.title));
        compare(format!("description.{}", language.code()), of(&before.description), of(&after.description));
    }
    let number = |value: Option<i64>| value.map(|number| number.to_string()).unwrap_or_default();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let money = |new: &NewProduct| new.price.map(|price| price.to_string()).unwrap_or_default();
    compare("sku".to_owned(), text(&before.sku), text(&after.sku));
    compare("craft".to_owned(), text(&before.craft), text(&after.craft));
    compare("materials".to_owned(), before.materials.join(", "), after.materials.join(", "));
    compare("techniques".to_owned(), before.techniques.join(", "), after.techniques.join(", "));
    compare("price".to_owned(), money(before), money(after));
    compare("moq".to_owned(), number(before.moq), number(after.moq));
    compare("order_multiple".to_owned(), number(before.order_multiple), number(after.order_multiple));
    compare("lead_time_days".to_owned(), number(before.lead_time_days), number(after.lead_time_days));
    compare("weekly_capacity".to_owned(), number(before.weekly_capacity), number(after.weekly_capacity));
    compare("hs_code".to_owned(), text(&before.hs_code), text(&after.hs_code));
    compare("origin".to_owned(), text(&before.origin), text(&after.origin));
    compare("weight_grams".to_owned(), number(before.weight_grams), number(after.weight_grams));
    changes
}

pub(super) fn between_terms(before: &NewTerms, after: &NewTerms) -> Vec<Change> {
    let variants =
        |terms: &NewTerms| terms.variants.iter().map(written_variant).collect::<Vec<_>>().join("; ");
    let listed =
        |terms: &NewTerms| tiers::written(&terms.tiers.iter().map(RawTier::from).collect::<Vec<_>>());
    let sample = |terms: &NewTerms| terms.sample.map(|price| price.to_string()).unwrap_or_default();
    let number = |value: Option<i64>| value.map(|number| number.to_string()).unwrap_or_default();
    let warnings = |terms: &NewTerms, language| {
        terms.packing.warnings.get(language).unwrap_or_default().replace("\r\n", "\n")
    };
    let mut changes = Vec::new();
    let mut compare = |field: String, one: &dyn Fn(&NewTerms) -> String| {
        let (from, to) = (one(before), one(after));
        if from != to {
            changes.push(Change { field, from, to });
        }
    };
    compare("variants".to_owned(), &variants);
    compare("tiers".to_owned(), &listed);
    compare("sample".to_owned(), &sample);
    compare("only_in".to_owned(), &|terms| terms.only_in.join(", "));
    compare("except_in".to_owned(), &|terms| terms.except_in.join(", "));
    compare("packing.gross_weight_grams".to_owned(), &|terms| number(terms.packing.gross_weight_grams));
    compare("packing.length_mm".to_owned(), &|terms| number(terms.packing.length_mm));
    compare("packing.width_mm".to_owned(), &|terms| number(terms.packing.width_mm));
    compare("packing.height_mm".to_owned(), &|terms| number(terms.packing.height_mm));
    for language in Language::ALL {
        compare(format!("packing.warnings.{}", language.code()), &|terms| warnings(terms, language));
    }
    changes
}

fn written_variant(variant: &NewVariant) -> String {
    let mut words = vec![format!("{}: {}", variant.sku, variant.options.label())];
    words.extend(variant.price.map(|price| price.to_string()));
    words.extend(variant.weight_grams.map(|grams| format!("{grams} g")));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_does_not_speak_of_stays() {
        let before = NewProduct {
            title: Wording::in_language(Language::En, "Bowl"),
            craft: Some("ceramics".to_owned()),
            moq: Some(6),
            ..NewProduct::default()
        };
        let new = NewProduct { title: Wording::in_language(Language::Fr, "Bol"), ..NewProduct::default() };
        let said = BTreeSet::from(["title.fr".to_owned(), "moq".to_owned()]);
        let after = over(new.clone(), Some(&said), &before);
        assert_eq!((after.title.get(Language::En), after.craft.as_deref()), (Some("Bowl"), Some("ceramics")));
        let fields: Vec<_> = between(&before, &after).into_iter().map(|change| change.field).collect();
        assert_eq!(fields, ["title.fr", "moq"]);
        assert_eq!(over(new.clone(), None, &before), new);
    }
}
