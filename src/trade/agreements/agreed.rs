//! What is agreed instead of the catalogue, as the form asks for it and the page shows it.

use super::draft::AgreementForm;
use super::view::AgreementView;
use crate::catalogue::{Product, agreed_in_words};
use crate::web::Page;

/// Blank rows below those that are filled in.
const BLANK_ROWS: usize = 2;

/// One row of the form, with the name of its inputs.
pub(super) struct AgreedRow {
    pub name: String,
    pub title: String,
    pub is_open: bool,
}

pub(super) fn form_rows(page: &Page, form: &AgreementForm, products: &[Product]) -> Vec<AgreedRow> {
    let rows = &form.agreed.rows;
    let row = |position: usize| {
        let about = rows.get(position).map(|row| &row.product);
        let known = about.and_then(|raw| raw.trimmed().parse().ok());
        let product = products.iter().find(|product| Some(product.id) == known);
        AgreedRow {
            name: format!("agreed[rows][{position}]"),
            title: match (product, about) {
                (Some(product), _) => product.title.best(page.language()).to_owned(),
                (None, Some(_)) => page.say("agreement-agreed-all").to_string(),
                (None, None) => page.say("agreement-agreed-more").to_string(),
            },
            is_open: about.is_some(),
        }
    };
    (0..rows.len() + BLANK_ROWS).map(row).collect()
}

/// Is there anything in it to be seen at once?
pub(super) fn is_open(form: &AgreementForm) -> bool {
    !form.agreed.rows.is_empty() || !form.agreed.order_minimum.amount.is_blank()
}

/// About what, and what: a row each.
pub(super) fn in_words(page: &Page, view: &AgreementView) -> Vec<(String, String)> {
    let rows = view.agreed_about.iter().map(|(title, agreed)| {
        let about = match title {
            Some(title) => title.best(page.language()).to_owned(),
            None => page.say("agreement-agreed-all").to_string(),
        };
        (about, agreed_in_words(page, agreed))
    });
    let minimum = view
        .agreed_minimum
        .map(|least| (page.say("agreement-agreed-minimum").to_string(), page.money(&least)));
    rows.chain(minimum).collect()
}
