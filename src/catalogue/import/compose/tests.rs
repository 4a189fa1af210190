use std::collections::BTreeMap;

use super::*;
use crate::catalogue::import::layout::Format;

/// A table in commas, and its rows as one product.
fn composed(table: &str, currency: Option<&str>) -> Composed {
    let mut rows =
        table.lines().map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    let layout = Layout::understand(&rows.next().unwrap(), Format::Auto, &BTreeMap::new());
    let rows: Vec<Row> = rows.zip(2..).map(|(cells, number)| Row { number, cells }).collect();
    compose(&Context { layout: &layout, currency, language: Language::En }, &rows)
}

fn problems(composed: &Composed) -> Vec<(&str, &'static str)> {
    composed.problems.iter().map(|(field, message)| (field.as_str(), message.key)).collect()
}

#[test]
fn rows_of_one_number_are_variants() {
    let found = composed(
        "SKU,Titre,Matériaux,Prix,Taille,Émail,Poids\n\
         B-1,Bol,argile; verre,12.500 TND,S,bleu,400\n\
         B-1,,,14.000 TND,L,bleu,0.7 kg",
        None,
    );
    assert_eq!(problems(&found), []);
    assert_eq!(found.line.materials.0, ["clay", "glass"]);
    let variants = &found.line.variants;
    assert_eq!((variants[0].sku.trimmed(), variants[1].sku.trimmed()), ("B-1-bleu-s", "B-1-bleu-l"));
    assert_eq!((variants[0].price.amount.is_blank(), variants[1].weight_grams.trimmed()), (true, "700"));
    assert_eq!(variants[1].price.amount.trimmed(), "14.000");
    let said = found.said.clone().unwrap();
    assert!(said.contains("title.fr") && !said.contains("title.en") && !said.contains("moq"));
}

#[test]
fn a_number_twice_without_an_option_is_a_mistake() {
    let found = composed("SKU,Title,Size\nB-1,Bowl,\nB-1,Plate,", None);
    assert_eq!(problems(&found), [("row 3", "problem-sku-repeated")]);
    let found = composed("SKU,Title,Size\nB-1,Bowl,S\nB-1,Plate,L", None);
    assert_eq!(problems(&found), [("row 3 title", "problem-row-differs")]);
    assert_eq!(found.place_of("row 3 title").unwrap().value, "Plate");
}

#[test]
fn places_lead_back_to_the_cell() {
    let found = composed("Item,السعر,Currency\nx,12,EUR", None);
    assert!(found.line.sku.is_blank(), "an item is a title");
    let place = found.place_of("price.amount").unwrap();
    assert_eq!((place.row, place.column.as_str(), place.value.as_str()), (2, "السعر", "12"));
    assert_eq!(found.line.price.as_ref().unwrap().currency.trimmed(), "EUR");
}

#[test]
fn failed_formulas_are_no_values() {
    assert_eq!(problems(&composed("SKU,Title\nB-1,#REF!", None)), [("title", "problem-cell-formula")]);
}
