//! A new order under an active agreement: from the lines of an accepted quote, or from products at agreed prices.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::letters::{self, News};
use super::store;
use crate::accounts::{Kind, Member};
use crate::catalogue::Product;
use crate::clock::Date;
use crate::clusters;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{AgreementId, DealId, OrganisationId, QuoteId};
use crate::input::{Fields, Raw};
use crate::money::Money;
use crate::settings::Settings;
use crate::trade::agreements::{self, Agreement, AgreementStatus};
use crate::trade::exclusivity::{self, Sale};
use crate::trade::making;
use crate::trade::parties;
use crate::trade::quotes::{self, Quote, QuoteLine, QuoteStatus, QuoteVersion};
use crate::trade::{Delivery, Line, LineForm, Party, Side, lines};

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DealForm {
    /// The active agreement under which it comes.
    pub agreement: Raw,
    /// An accepted quote of the same two sides: fields left out are taken from it.
    pub quote: Raw,
    /// Left out: the lines of the quote.
    pub lines: Vec<LineForm>,
    /// ISO 4217 code of all prices; left out: the one that the lines or the quote name.
    pub currency: Raw,
    /// A rule of Incoterms 2020.
    pub incoterm: Raw,
    /// `true` if the goods go by sea: FAS, FOB, CFR and CIF are for the sea alone.
    pub by_sea: Raw,
    /// The place that the rule needs.
    pub named_place: Raw,
    /// ISO 3166-1 alpha-2; left out: the origin of the products.
    pub origin: Raw,
    /// ISO 3166-1 alpha-2, within the agreement's territory.
    pub destination: Raw,
    /// The exporter of record, by id or slug; left out: the maker, if it exports itself.
    pub exporter: Raw,
}

/// An order whose fields are sound.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDeal {
    pub quote: Option<QuoteId>,
    pub exporter: OrganisationId,
    pub lines: Vec<Line>,
    pub total: Money,
    pub delivery: Delivery,
    pub origin: String,
    pub destination: String,
}

impl DealForm {
    /// The form with what an accepted quote says where the form says nothing.
    pub(super) fn filled(&self, agreed: Option<&(QuoteVersion, Vec<QuoteLine>)>) -> Self {
        let mut form = self.clone();
        let Some((version, lines)) = agreed else { return form };
        let fill = |field: &mut Raw, value: Raw| {
            if field.is_blank() {
                *field = value;
            }
        };
        if form.lines.iter().all(|line| line.unit_price.currency.is_blank()) {
            fill(&mut form.currency, version.currency.into());
        }
        fill(&mut form.named_place, version.named_place.as_str().into());
        if form.incoterm.is_blank() {
            form.incoterm = version.incoterm.into();
            // Who agreed on a rule of the sea has said that the goods go by sea.
            fill(&mut form.by_sea, version.incoterm.is_for_the_sea().into());
        }
        if form.lines.is_empty() {
            let line = |line: &QuoteLine| LineForm {
                product: line.product_id.into(),
                variant: line.variant_id.map(Raw::from).unwrap_or_default(),
                quantity: line.quantity.into(),
                unit_price: line.unit_price(version.currency).into(),
            };
            form.lines = lines.iter().map(line).collect();
        }
        fill(&mut form.exporter, version.exporter_id.map(Raw::from).unwrap_or_default());
        form
    }

    fn check(
        &self,
        mut fields: Fields,
        conn: &mut DbConnection,
        agreement: &Agreement,
        agreed: Option<&(QuoteVersion, Vec<QuoteLine>)>,
    ) -> Result<NewDeal> {
        let maker = agreement.maker_id;
        let before = agreed.map(|(_, lines)| lines.as_slice()).unwrap_or_default();
        let currency = lines::currency(&mut fields, &self.currency, &self.lines);
        let lines =
            lines::check(&mut fields, conn, maker, &self.lines, currency, before, &agreement.conditions())?;
        let total = lines::total(&mut fields, &lines, currency);
        self.check_products(&mut fields, agreement, &lines);
        if let Some(agreed) = agreed {
            self.check_agreed_prices(&mut fields, &lines, agreed);
        }
        let delivery = Delivery::check(&mut fields, &self.incoterm, &self.named_place, &self.by_sea);
        let origin = self.check_origin(&mut fields, &lines);
        let destination = fields.country("destination", &self.destination);
        if fields.is_sound("destination") && !agreement.territory.contains(&destination) {
            let message =
                Message::new("problem-deal-destination").with("territory", agreement.territory.join(", "));
            fields.problem("destination", message);
        }
        let exporter = self.check_exporter(&mut fields, conn, maker)?;
        let quoted = agreed.and_then(|(version, _)| version.exporter_id);
        if quoted.is_some_and(|quoted| quoted != exporter) && fields.is_sound("exporter") {
            fields.problem("exporter", "problem-deal-exporter-quoted");
        }
        let quote = agreed.map(|(version, _)| version.quote_id);
        fields.done(NewDeal { quote, exporter, lines, total, delivery, origin, destination })
    }

    /// The agreement must cover each product, and customs must be able to.
    fn check_products(&self, fields: &mut Fields, agreement: &Agreement, lines: &[Line]) {
        for line in lines {
            let product = &line.product;
            let id = product.id.to_string();
            let position = self.lines.iter().position(|raw| raw.product.trimmed() == id).unwrap_or_default();
            let field = format!("lines.{position}.product");
            if !agreement.covers(product) {
                fields.problem(&field, "problem-line-not-covered");
            }
            if product.hs_code.is_none() || product.origin.is_none() {
                fields.problem(&field, "problem-line-customs");
            }
        }
    }

    /// A price once agreed on is never another: what was quoted is ordered at the price of the quote.
    fn check_agreed_prices(
        &self,
        fields: &mut Fields,
        lines: &[Line],
        (version, quoted): &(QuoteVersion, Vec<QuoteLine>),
    ) {
        for line in lines {
            let variant = line.variant.as_ref().map(|variant| variant.id);
            let (id, own) =
                (line.product.id.to_string(), variant.map(|id| id.to_string()).unwrap_or_default());
            let is_raw = |raw: &LineForm| raw.product.trimmed() == id && raw.variant.trimmed() == own;
            let position = self.lines.iter().position(is_raw).unwrap_or_default();
            let of_product = |known: &&QuoteLine| known.product_id == line.product.id;
            let exactly = quoted.iter().filter(of_product).find(|known| known.variant_id == variant);
            // What was offered as an assortment may be ordered as variants.
            let any = || quoted.iter().filter(of_product).find(|known| known.variant_id.is_none());
            let price = exactly.or_else(any).map(|known| known.unit_price(version.currency));
            if let Some(price) = price.filter(|price| *price != line.unit_price) {
                let message = Message::new("problem-line-agreed-price").with("price", price.to_string());
                fields.problem(&format!("lines.{position}.unit_price.amount"), message);
            }
        }
    }

    fn check_origin(&self, fields: &mut Fields, lines: &[Line]) -> String {
        let mut origins: Vec<&str> = lines.iter().filter_map(|line| line.product.origin.as_deref()).collect();
        origins.sort_unstable();
        origins.dedup();
        let wanted = fields.optional_country("origin", &self.origin);
        match (wanted, origins.as_slice()) {
            (Some(wanted), known) if !known.is_empty() && !known.contains(&wanted.as_str()) => {
                if fields.is_sound("origin") {
                    let message = Message::new("problem-deal-origin-other").with("origins", known.join(", "));
                    fields.problem("origin", message);
                }
                wanted
            }
            (Some(wanted), _) => wanted,
            (None, [single]) => (*single).to_owned(),
            (None, []) => String::new(),
            (None, several) => {
                let message = Message::new("problem-deal-origin-several").with("origins", several.join(", "));
                fields.problem("origin", message);
                String::new()
            }
        }
    }

    /// Many workshops may not export themselves: then somebody who may stands in the papers.
    fn check_exporter(
        &self,
        fields: &mut Fields,
        conn: &mut DbConnection,
        maker: OrganisationId,
    ) -> Result<OrganisationId> {
        let exports = |conn: &mut DbConnection, maker| {
            Ok::<_, Error>(clusters::profile(conn, maker)?.is_some_and(|profile| profile.exports_itself))
        };
        if self.exporter.is_blank() {
            if !exports(conn, maker)? {
                fields.problem("exporter", "problem-deal-exporter-missing");
            }
            return Ok(maker);
        }
        let found = parties::named(conn, &self.exporter)?.filter(|exporter| exporter.is_approved());
        let suits = match &found {
            Some(exporter) if exporter.kind == Kind::Maker => exports(conn, exporter.id)?,
            Some(exporter) => matches!(exporter.kind, Kind::Institution | Kind::Cluster),
            None => false,
        };
        if !suits {
            fields.problem("exporter", "problem-deal-exporter-unfit");
        }
        Ok(found.map_or(maker, |exporter| exporter.id))
    }
}

/// The products of each workshop: of one, unless a cluster sells for several.
pub(super) fn by_maker<'a>(products: &[&'a Product]) -> BTreeMap<OrganisationId, Vec<&'a Product>> {
    let mut made: BTreeMap<OrganisationId, Vec<&Product>> = BTreeMap::new();
    for product in products {
        made.entry(product.maker_id).or_default().push(*product);
    }
    made
}

/// Refuses what another buyer has been promised: until the goods are made, and on the day itself.
pub(super) fn check_promises(
    conn: &mut DbConnection,
    agreement: &Agreement,
    destination: &str,
    products: &[&Product],
    (from, until): (Date, Date),
    side: Side,
) -> Result<()> {
    for (maker, products) in by_maker(products) {
        let sale = Sale {
            maker,
            buyer: agreement.buyer_id,
            country: destination,
            channel: agreement.channel,
            from,
            until,
        };
        let grants = exclusivity::against_sale(conn, &sale, &products)?;
        // What a workshop has promised to whom is not for its cluster.
        let side = if maker == agreement.maker_id { side } else { Side::Buyer };
        exclusivity::refuse(conn, &grants, side)?;
    }
    Ok(())
}

/// Drafts an order; the other side confirms it.
pub fn draft(tx: &mut Write<'_>, settings: &Settings, by: &Member, form: &DealForm) -> Result<DealId> {
    by.confirm(tx)?;
    let (agreement, side) = under(tx, by, &form.agreement)?;
    let mut fields = Fields::new();
    let agreed = match form.quote.is_blank() {
        true => None,
        false => agreed(tx, &mut fields, &form.quote, &agreement)?,
    };
    let lead_time = agreed.as_ref().map(|(version, _)| version.lead_time_days);
    let deal = form.filled(agreed.as_ref()).check(fields, tx, &agreement, agreed.as_ref())?;
    let products: Vec<_> = deal.lines.iter().map(|line| &line.product).collect();
    let today = tx.today();
    let ready = making::ready_on(today, lead_time, &products);
    check_promises(tx, &agreement, &deal.destination, &products, (today, ready), side)?;
    let id = store::insert(tx, &agreement, by, &deal)?;
    tx.record(by.actor(), Event::DealDrafted { deal: id });
    let written = store::deal(tx, id)?;
    letters::tell(tx, settings, &written, side.other(), News::Drafted, None)?;
    Ok(id)
}

/// The active agreement that a field names, for a member of one of its sides.
fn under(conn: &mut DbConnection, by: &Member, raw: &Raw) -> Result<(Agreement, Side)> {
    if raw.is_blank() {
        return Err(Error::invalid("agreement", "problem-missing"));
    }
    let found = match raw.trimmed().parse::<AgreementId>() {
        Ok(id) => agreements::agreement(conn, id).and_then(|found| Party::new(by.clone(), found)),
        Err(_) => Err(Error::NotFound),
    };
    match found {
        Ok(party) if party.of.status == AgreementStatus::Active => Ok((party.of, party.side)),
        Ok(_) => Err(Error::refused("refusal-deal-agreement-inactive")),
        Err(Error::NotFound) => Err(Error::invalid("agreement", "problem-agreement-unknown")),
        Err(error) => Err(error),
    }
}

/// The accepted version of a quote between the same two sides.
pub(super) fn agreed(
    conn: &mut DbConnection,
    fields: &mut Fields,
    raw: &Raw,
    agreement: &Agreement,
) -> Result<Option<(QuoteVersion, Vec<QuoteLine>)>> {
    let same = |quote: &Quote| quote.maker_id == agreement.maker_id && quote.buyer_id == agreement.buyer_id;
    let found = match raw.trimmed().parse::<QuoteId>() {
        Ok(id) => quotes::quote(conn, id),
        Err(_) => Err(Error::NotFound),
    };
    match found {
        Ok(quote) if same(&quote) && quote.status == QuoteStatus::Accepted => {
            quotes::latest(conn, &quote).map(Some)
        }
        Ok(quote) if same(&quote) => {
            fields.problem("quote", "problem-quote-not-accepted");
            Ok(None)
        }
        Ok(_) | Err(Error::NotFound) => {
            fields.problem("quote", "problem-quote-unknown");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::Time;
    use crate::ids::{PersonId, ProductId, QuoteVersionId};
    use crate::incoterm::Incoterm;
    use crate::money::Currency;

    fn version(currency: Currency) -> QuoteVersion {
        QuoteVersion {
            id: QuoteVersionId(1),
            quote_id: QuoteId(1),
            number: 1,
            offered_by: OrganisationId(1),
            person_id: PersonId(1),
            currency,
            incoterm: Incoterm::Fca,
            named_place: "Nabeul".into(),
            lead_time_days: 30,
            valid_until: Date::from_ymd_opt(2026, 5, 1).unwrap(),
            note: None,
            total_minor: 0,
            created_at: Time::from_micros(0),
            split_id: None,
            exporter_id: None,
        }
    }

    fn line(number: usize, quantity: i64, price: i64) -> QuoteLine {
        QuoteLine {
            id: number as i64,
            quote_version_id: QuoteVersionId(1),
            product_id: ProductId(number as i64),
            title: String::new(),
            quantity,
            unit_price_minor: price,
            variant_id: None,
        }
    }

    proptest! {
        /// An order that says nothing of its own is the quote to the last decimal, in any currency.
        #[test]
        fn an_order_from_a_quote_has_its_prices(
            code in prop::sample::select(vec!["EUR", "TND", "JOD", "JPY", "USD"]),
            quoted in prop::collection::vec((1..100_000_i64, 1..1_000_000_000_i64), 1..20),
        ) {
            let currency = Currency::parse(code).unwrap();
            let lines: Vec<_> = quoted.iter().enumerate().map(|(at, (own, price))| line(at + 1, *own, *price)).collect();
            let form = DealForm::default().filled(Some(&(version(currency), lines.clone())));
            prop_assert_eq!(form.currency.trimmed(), code);
            prop_assert_eq!(form.lines.len(), lines.len());
            for (ordered, quoted) in form.lines.iter().zip(&lines) {
                let price = Money::parse(ordered.unit_price.amount.trimmed(), currency).unwrap();
                prop_assert_eq!(price, quoted.unit_price(currency));
                prop_assert_eq!(ordered.quantity.trimmed(), quoted.quantity.to_string());
            }
        }
    }
}
