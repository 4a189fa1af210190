//! The working copy of an agreement: written and changed by one side until it is proposed to the other.

use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, AgreementStep};
use super::store;
use crate::accounts::{Member, Organisation};
use crate::catalogue::{self, AgreedTerms, Product, RawAgreedTerms, Status};
use crate::clock::Date;
use crate::commitments::Channel;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{AgreementId, CollectionId, OrganisationId, QuoteId};
use crate::input::{Fields, Raw, RawList};
use crate::locale::{self, Language};
use crate::trade::parties::{self, as_party};
use crate::trade::quotes::{self, Quote, QuoteStatus};
use crate::trade::{Between, Side, Trader};

/// Every country of the world is a territory too.
const MOST_COUNTRIES: usize = 250;
const MOST_COLLECTIONS: usize = 100;
const LONGEST_TERMS: usize = 20_000;
const LONGEST_YEARS: i64 = 10;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AgreementForm {
    /// The accepted quote that it rests on, if there is one: it names both sides.
    pub quote: Raw,
    /// The other side, by id or slug, where there is no quote.
    pub counterparty: Raw,
    pub title: Raw,
    /// ISO 3166-1 alpha-2 codes of the countries where the buyer may sell.
    pub territory: RawList,
    /// `shops`, `online`, `hospitality` or `wholesale`.
    pub channel: Raw,
    /// `true`: in the territory and channel the maker sells to nobody else.
    pub exclusive: Raw,
    /// Ids of the maker's collections; none means everything the maker offers.
    pub collections: RawList,
    pub starts_on: Raw,
    /// The last day.
    pub ends_on: Raw,
    /// What both sides sign, in their own words.
    pub terms: Raw,
    /// `en`, `fr` or `ar`: the language of the terms.
    pub terms_language: Raw,
    /// Where something else holds than the maker's catalogue says; what is left out is as the catalogue has it.
    pub agreed: RawAgreedTerms,
    /// When an existing draft is changed: the version that was read.
    pub version: Raw,
}

/// What an agreement says, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    pub title: String,
    pub territory: Vec<String>,
    pub channel: Channel,
    pub exclusive: bool,
    pub collections: Vec<CollectionId>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub terms: String,
    pub terms_language: Language,
    pub agreed: AgreedTerms,
}

impl AgreementForm {
    /// What would change nothing: where the editing of a draft begins.
    pub(super) fn of(agreement: &Agreement) -> Self {
        Self {
            quote: agreement.quote_id.map(Raw::from).unwrap_or_default(),
            counterparty: Raw::default(),
            title: agreement.title.as_str().into(),
            territory: RawList(agreement.territory.to_vec()),
            channel: agreement.channel.into(),
            exclusive: agreement.exclusive.into(),
            collections: RawList(agreement.collections.iter().map(ToString::to_string).collect()),
            starts_on: agreement.starts_on.into(),
            ends_on: agreement.ends_on.into(),
            terms: agreement.terms.as_str().into(),
            terms_language: agreement.terms_language.into(),
            agreed: RawAgreedTerms::from(&*agreement.agreed),
            version: agreement.version.into(),
        }
    }

    fn check(
        &self,
        mut fields: Fields,
        conn: &mut DbConnection,
        maker: OrganisationId,
        today: Date,
    ) -> Result<Content> {
        let title = fields.text("title", &self.title, 120);
        let upper = RawList(self.territory.0.iter().map(|code| code.trim().to_ascii_uppercase()).collect());
        let territory = fields.keys("territory", &upper, MOST_COUNTRIES, locale::is_country);
        if territory.is_empty() {
            fields.problem("territory", "problem-agreement-territory");
        }
        let channel = fields.choice("channel", &self.channel);
        let collections = self.check_collections(&mut fields, conn, maker)?;
        let starts_on = fields.date("starts_on", &self.starts_on);
        let ends_on = fields.date("ends_on", &self.ends_on);
        if fields.is_sound("starts_on") && fields.is_sound("ends_on") {
            if ends_on < starts_on {
                fields.problem("ends_on", "problem-agreement-ends");
            } else if ends_on < today {
                fields.problem("ends_on", "problem-trade-date-past");
            } else if ends_on > starts_on + TimeDelta::days(LONGEST_YEARS * 366) {
                fields.problem(
                    "ends_on",
                    Message::new("problem-agreement-period").with("years", LONGEST_YEARS),
                );
            }
        }
        // Browsers send CRLF where programs send LF; the hash must not depend on who typed.
        let terms = fields.text("terms", &self.terms, LONGEST_TERMS).replace("\r\n", "\n");
        let terms_language = fields.choice("terms_language", &self.terms_language);
        let exclusive = fields.flag(&self.exclusive);
        let products = coverable(conn, maker, &collections)?;
        let agreed = self.agreed.read(&mut fields, |id| products.iter().any(|product| product.id == id));
        fields.done(Content {
            title,
            territory,
            channel,
            exclusive,
            collections,
            starts_on,
            ends_on,
            terms,
            terms_language,
            agreed,
        })
    }

    fn check_collections(
        &self,
        fields: &mut Fields,
        conn: &mut DbConnection,
        maker: OrganisationId,
    ) -> Result<Vec<CollectionId>> {
        let own = store::collections_of(conn, maker)?;
        let offered = |key: &str| {
            own.iter().any(|known| known.id.to_string() == key && known.status != Status::Withdrawn)
        };
        let keys = fields.keys("collections", &self.collections, MOST_COLLECTIONS, offered);
        Ok(keys.iter().filter_map(|key| key.parse().ok()).collect())
    }
}

/// The products that an agreement about these collections, or about everything, can say something of.
pub(super) fn coverable(
    conn: &mut DbConnection,
    maker: OrganisationId,
    collections: &[CollectionId],
) -> Result<Vec<Product>> {
    let mut products = catalogue::published_products_of_maker(conn, maker)?;
    products.retain(|product| product.is_in_any(collections));
    Ok(products)
}

/// Writes a draft, from an accepted quote or directly between a maker and a verified buyer.
pub fn draft(tx: &mut Write<'_>, by: &Member, form: &AgreementForm) -> Result<AgreementId> {
    by.confirm(tx)?;
    let trader = Trader::try_from(by.clone())?;
    let mut fields = Fields::new();
    let (quote, partner) = match form.quote.is_blank() {
        false => {
            let quote = agreed_quote(tx, &mut fields, &form.quote, by)?;
            let partner = quote.as_ref().map(|quote| quote.organisation(trader.side.other()));
            (quote.map(|quote| quote.id), partner)
        }
        true => (None, counterparty(tx, &mut fields, form, trader.side)?),
    };
    let partner = partner.unwrap_or(OrganisationId(0));
    let (maker, buyer) = match trader.side {
        Side::Maker => (by.organisation, partner),
        Side::Buyer => (partner, by.organisation),
    };
    let today = tx.today();
    let content = form.check(fields, tx, maker, today)?;
    let id = store::insert(tx, quote, maker, buyer, by.organisation, &content)?;
    tx.record(by.actor(), Event::AgreementDrafted { agreement: id });
    Ok(id)
}

fn agreed_quote(
    conn: &mut DbConnection,
    fields: &mut Fields,
    raw: &Raw,
    by: &Member,
) -> Result<Option<Quote>> {
    let found = match raw.trimmed().parse::<QuoteId>() {
        Ok(id) => quotes::quote(conn, id),
        Err(_) => Err(Error::NotFound),
    };
    match found {
        Ok(quote) if quote.is_readable_by(by) => {
            if quote.status != QuoteStatus::Accepted {
                fields.problem("quote", "problem-quote-not-accepted");
            }
            Ok(Some(quote))
        }
        Ok(_) | Err(Error::NotFound) => {
            fields.problem("quote", "problem-quote-unknown");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn counterparty(
    conn: &mut DbConnection,
    fields: &mut Fields,
    form: &AgreementForm,
    side: Side,
) -> Result<Option<OrganisationId>> {
    if form.counterparty.is_blank() {
        fields.problem("counterparty", "problem-missing");
        return Ok(None);
    }
    let kind = side.other().kind();
    let suits = |partner: &Organisation| partner.kind == kind && partner.is_approved();
    let found = parties::named(conn, &form.counterparty)?.filter(suits);
    if found.is_none() {
        let key = match side {
            Side::Maker => "problem-agreement-counterparty-buyer",
            Side::Buyer => "problem-agreement-counterparty-maker",
        };
        fields.problem("counterparty", key);
    }
    Ok(found.map(|partner| partner.id))
}

/// Changes a draft; its two sides stay.
pub fn edit(tx: &mut Write<'_>, by: &Member, id: AgreementId, form: &AgreementForm) -> Result<()> {
    let (agreement, side) = as_party::<Agreement>(tx, by, id)?;
    let today = tx.today();
    agreement.check(AgreementStep::Edit, side, today).map_err(Error::Refused)?;
    let mut fields = Fields::new();
    let version = fields.whole("version", &form.version, 1..=i64::MAX);
    if fields.is_sound("version") && version != agreement.version {
        return Err(Error::Conflict);
    }
    if !form.counterparty.is_blank() {
        let named = parties::named(tx, &form.counterparty)?;
        if named.is_none_or(|named| named.id != agreement.organisation(side.other())) {
            fields.problem("counterparty", "problem-agreement-parties");
        }
    }
    let same_quote =
        form.quote.trimmed() == agreement.quote_id.map(|quote| quote.to_string()).unwrap_or_default();
    if !form.quote.is_blank() && !same_quote {
        fields.problem("quote", "problem-agreement-parties");
    }
    let content = form.check(fields, tx, agreement.maker_id, today)?;
    store::set_content(tx, &agreement, &content)?;
    tx.record(by.actor(), Event::AgreementDrafted { agreement: id });
    Ok(())
}
