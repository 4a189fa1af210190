//! The form of an order under an agreement.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::draft::{DealForm, agreed};
use crate::accounts::{self, Kind, Organisation, Standing};
use crate::catalogue;
use crate::clock::Date;
use crate::clusters;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::AgreementId;
use crate::input::{Fields, Raw};
use crate::trade::agreements::{self, Agreement, AgreementStatus};
use crate::trade::forms::{self, LineRow, Trouble};
use crate::trade::quotes::{self, QuoteLine};
use crate::trade::wares::{Market, Ware, wares};
use crate::trade::{Between, Partner, Party, Trader};
use crate::web::{Choice, FormView, House, Listing, Page};

/// More names than this help nobody to choose.
const MOST_EXPORTERS: i64 = 500;

/// Under which agreement, and perhaps from which quote.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewQuery {
    pub agreement: Raw,
    quote: Raw,
}

#[derive(Template)]
#[template(path = "trade/deals/form.html")]
struct FormPage<'a> {
    page: &'a Page,
    form: FormView,
    refusal: Option<String>,
    agreement: Agreement,
    partner: Partner,
    maker: Partner,
    exports_itself: bool,
    rows: Vec<LineRow>,
    currencies: Vec<Choice>,
    incoterms: Vec<Choice>,
    destinations: Vec<Choice>,
    exporters: Vec<Choice>,
}

/// What the form shows besides its fields.
struct Subject {
    agreement: Agreement,
    partner: Partner,
    maker: Partner,
    exports_itself: bool,
    exporters: Vec<Organisation>,
    wares: Vec<Ware>,
    market: Market,
}

impl Subject {
    fn load(conn: &mut DbConnection, trader: &Trader, agreement: &Raw, today: Date) -> Result<Self> {
        let id = agreement.trimmed().parse::<AgreementId>().map_err(|_| Error::NotFound)?;
        let party = Party::new((**trader).clone(), agreements::agreement(conn, id)?)?;
        let (agreement, side) = (party.of.clone(), party.side);
        if agreement.status != AgreementStatus::Active {
            return Err(Error::refused("refusal-deal-agreement-inactive"));
        }
        let maker = accounts::organisation(conn, agreement.maker_id)?;
        let mut products = catalogue::published_products_of_maker(conn, maker.id)?;
        products.retain(|product| agreement.covers(product));
        let profile = clusters::profile(conn, maker.id)?;
        Ok(Self {
            partner: accounts::organisation(conn, agreement.organisation(side.other()))?.into(),
            exports_itself: profile.is_some_and(|profile| profile.exports_itself),
            exporters: exporters_for(conn, &maker)?,
            maker: maker.into(),
            market: Market { country: accounts::organisation(conn, agreement.buyer_id)?.country, today },
            wares: wares(conn, products, &agreement.conditions())?,
            agreement,
        })
    }

    /// Products that the form's lines name already, though they are no longer published, or a cluster has quoted them for its
    /// workshops.
    fn add_named(&mut self, conn: &mut DbConnection, form: &DealForm) -> Result<()> {
        let quoted = match form.quote.is_blank() {
            true => None,
            false => agreed(conn, &mut Fields::new(), &form.quote, &self.agreement)?,
        };
        let is_quoted =
            |id| quoted.iter().flat_map(|(_, lines)| lines).any(|line: &QuoteLine| line.product_id == id);
        for id in form.lines.iter().filter_map(|line| line.product.trimmed().parse().ok()) {
            if self.wares.iter().any(|ware| ware.product.id == id) {
                continue;
            }
            match catalogue::product(conn, id) {
                Ok(product) if product.maker_id == self.maker.id || is_quoted(id) => {
                    self.wares.extend(wares(conn, vec![product], &self.agreement.conditions())?)
                }
                Ok(_) | Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// Who could stand in the papers for a maker: those of its country who may export.
fn exporters_for(conn: &mut DbConnection, maker: &Organisation) -> Result<Vec<Organisation>> {
    let all = Listing { before: i64::MAX, limit: MOST_EXPORTERS };
    let mut found = Vec::new();
    for kind in [Kind::Institution, Kind::Cluster, Kind::Maker] {
        for one in accounts::organisations_of_kind(conn, Some(kind), Some(Standing::Approved), all)? {
            let exports = kind != Kind::Maker
                || clusters::profile(conn, one.id)?.is_some_and(|profile| profile.exports_itself);
            // A cluster that sells exports itself.
            let other = one.id != maker.id || kind == Kind::Cluster;
            if one.country == maker.country && other && exports {
                found.push(one);
            }
        }
    }
    Ok(found)
}

fn form_page<'a>(page: &'a Page, subject: Subject, form: &mut DealForm) -> FormPage<'a> {
    let language = page.language();
    let rows = forms::line_rows(page, &mut form.lines, &subject.wares, &subject.market);
    let exporter = |one: &Organisation| Choice::new(one.id.to_string(), one.name_in(language));
    let destination = |code: &String| Choice::new(&**code, page.country(code));
    FormPage {
        page,
        form: FormView::new(language, form),
        refusal: None,
        destinations: subject.agreement.territory.iter().map(destination).collect(),
        agreement: subject.agreement,
        partner: subject.partner,
        maker: subject.maker,
        exports_itself: subject.exports_itself,
        rows,
        currencies: forms::currencies(page),
        incoterms: forms::incoterms(page),
        exporters: subject.exporters.iter().map(exporter).collect(),
    }
}

pub(super) async fn begin(
    house: &House,
    page: &Page,
    trader: Trader,
    query: NewQuery,
) -> Result<HttpResponse> {
    let today = house.today();
    let (subject, mut form) = house
        .db
        .read(move |conn| {
            let mut subject = Subject::load(conn, &trader, &query.agreement, today)?;
            let form = first_form(conn, &subject, query)?;
            subject.add_named(conn, &form)?;
            Ok((subject, form))
        })
        .await?;
    page.show(&form_page(page, subject, &mut form))
}

/// The first state of the form: what was agreed, as far as it says.
fn first_form(conn: &mut DbConnection, subject: &Subject, query: NewQuery) -> Result<DealForm> {
    let agreement = &subject.agreement;
    let usual = match agreement.quote_id {
        Some(quote) => Some(quote),
        None => quotes::accepted_between(conn, agreement.maker_id, agreement.buyer_id)?
            .first()
            .map(|quote| quote.id),
    };
    let quote = match query.quote.is_blank() {
        true => usual.map(Raw::from).unwrap_or_default(),
        false => query.quote,
    };
    let agreed = match quote.is_blank() {
        true => None,
        false => agreed(conn, &mut Fields::new(), &quote, agreement)?,
    };
    let single = match agreement.territory.as_slice() {
        [country] => country.as_str().into(),
        _ => Raw::default(),
    };
    let form = DealForm {
        agreement: query.agreement,
        quote: if agreed.is_some() { quote } else { Raw::default() },
        destination: single,
        ..DealForm::default()
    };
    Ok(form.filled(agreed.as_ref()))
}

/// The form that was not taken.
pub(super) async fn again(
    house: &House,
    page: &Page,
    trader: Trader,
    mut form: DealForm,
    trouble: Trouble,
) -> Result<HttpResponse> {
    let (wanted, today) = (form.clone(), house.today());
    let subject = house
        .db
        .read(move |conn| {
            let mut subject = Subject::load(conn, &trader, &wanted.agreement, today)?;
            subject.add_named(conn, &wanted)?;
            Ok(subject)
        })
        .await?;
    let mut again = form_page(page, subject, &mut form);
    again.refusal = trouble.refusal.as_ref().map(|message| page.message(message));
    again.form = again.form.with_problems(trouble.problems);
    page.show_with(trouble.status, &again)
}
