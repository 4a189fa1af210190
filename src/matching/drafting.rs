//! Writing a sourcing request: draft, change, discard.

use chrono::{Days, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::attachments;
use super::audience::{Audience, Visibility};
use super::request::{NewRequest, RequestStatus, SourcingRequest};
use super::store;
use crate::accounts::{self, Member};
use crate::catalogue::is_scheme;
use crate::clock::Date;
use crate::clusters;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::RequestId;
use crate::incoterm::Incoterm;
use crate::input::{Fields, Raw, RawList, RawMoney};
use crate::locale::Language;
use crate::vocabulary;

/// Whoever wants everything is found by nobody.
const MOST_CRAFTS: usize = 6;
const MOST_MATERIALS: usize = 12;
const MOST_CERTIFICATES: usize = 6;
/// Nobody plans an order further ahead.
const DAYS_AHEAD: i64 = 3 * 365;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RequestForm {
    pub title: Raw,
    /// What is wanted, in the buyer's own words.
    pub wanted: Raw,
    /// The language of title and text: `en`, `fr` or `ar`; the person's own if left out.
    pub language: Raw,
    /// Keys of the crafts; none leaves it to materials and words.
    pub crafts: RawList,
    /// Keys of the materials.
    pub materials: RawList,
    /// Pieces.
    pub quantity: Raw,
    /// The largest number of pieces that will do; left out where it is just that quantity.
    pub quantity_most: Raw,
    /// For one piece; may be left out.
    pub target_price: RawMoney,
    /// Where the goods are to be sold: a country's two letters.
    pub destination: Raw,
    /// `shops`, `online`, `hospitality` or `wholesale`.
    pub channel: Raw,
    /// The first day on which the goods may come; may be left out.
    pub needed_from: Raw,
    /// The last day on which the goods are of use, as 2026-11-21.
    pub needed_by: Raw,
    /// The last day on which answers are taken; left out: the day on which the goods are needed.
    pub answers_by: Raw,
    /// Keys of the schemes that must be certified on the day of delivery.
    pub certificates: RawList,
    /// Incoterms 2020 that will do, such as `FCA`; none where any will.
    pub incoterms: RawList,
    /// Languages in which the buyer can write to a maker: `en`, `fr`, `ar`; none where any will do.
    pub languages: RawList,
    pub sample_wanted: Raw,
    /// Who may answer: `open` to all makers, `invited` for some, `cluster` for those of one cluster; left out: all.
    pub visibility: Raw,
    /// With `invited`: ids or slugs of makers.
    pub invited: RawList,
    /// With `cluster`: its slug.
    pub cluster: Raw,
    /// To change a request: the version that was read.
    pub version: Raw,
}

impl RequestForm {
    /// What an empty form begins with.
    pub fn blank(member: &Member) -> Self {
        let target_price = RawMoney { currency: "EUR".into(), ..RawMoney::default() };
        let (language, destination) = (member.language.into(), member.country.as_str().into());
        Self {
            language,
            destination,
            target_price,
            channel: "shops".into(),
            visibility: Visibility::Open.into(),
            ..Self::default()
        }
    }

    /// Does it say anything beyond what, how many, where and when?
    pub(super) fn asks_more(&self) -> bool {
        let lists = [&self.certificates, &self.incoterms, &self.languages];
        let words = [&self.needed_from, &self.answers_by, &self.sample_wanted];
        let to_some = !matches!(self.visibility.trimmed(), "" | "open");
        lists.iter().any(|list| !list.0.is_empty())
            || to_some
            || words.iter().any(|raw| !matches!(raw.trimmed(), "" | "false"))
    }

    pub(super) fn check(&self, today: Date, own: Language) -> Result<NewRequest> {
        let mut fields = Fields::new();
        let language = match self.language.is_blank() {
            true => own,
            false => fields.take("language", Language::parse(self.language.trimmed())),
        };
        let new = NewRequest {
            title: fields.text("title", &self.title, 160),
            wanted: fields.text("wanted", &self.wanted, 4000),
            language,
            crafts: fields.keys("crafts", &self.crafts, MOST_CRAFTS, vocabulary::is_craft),
            materials: fields.keys("materials", &self.materials, MOST_MATERIALS, vocabulary::is_material),
            quantity: fields.whole("quantity", &self.quantity, 1..=1_000_000),
            target_price: fields.optional_money("target_price", &self.target_price),
            destination: fields.country("destination", &self.destination),
            channel: fields.choice("channel", &self.channel),
            needed_by: fields.date("needed_by", &self.needed_by),
            quantity_most: fields.optional_whole("quantity_most", &self.quantity_most, 1..=1_000_000),
            needed_from: fields.optional_date("needed_from", &self.needed_from),
            answers_by: match self.answers_by.is_blank() {
                true => Date::default(),
                false => fields.date("answers_by", &self.answers_by),
            },
            certificates: fields.keys("certificates", &self.certificates, MOST_CERTIFICATES, is_scheme),
            incoterms: Incoterm::read_all(&mut fields, "incoterms", &self.incoterms),
            languages: fields
                .keys("languages", &self.languages, 3, |code| Language::parse(code).is_ok())
                .iter()
                .filter_map(|code| Language::parse(code).ok())
                .collect(),
            sample_wanted: fields.flag(&self.sample_wanted),
            audience: Audience::default(),
        };
        // A range of one quantity is none.
        let quantity_most = new.quantity_most.filter(|most| *most != new.quantity);
        let answers_by = if self.answers_by.is_blank() { new.needed_by } else { new.answers_by };
        let new = NewRequest { quantity_most, answers_by, ..new };
        if quantity_most.is_some_and(|most| most < new.quantity) && fields.is_sound("quantity") {
            let message = Message::new("problem-quantity-most").with("least", new.quantity);
            fields.problem("quantity_most", message);
        }
        let last = today + TimeDelta::days(DAYS_AHEAD);
        if fields.is_sound("needed_by") && !(today < new.needed_by && new.needed_by <= last) {
            let first = today.checked_add_days(Days::new(1)).unwrap_or(today);
            let message = Message::new("problem-needed-by")
                .with("first", first.to_string())
                .with("last", last.to_string());
            fields.problem("needed_by", message);
        }
        if !fields.is_sound("needed_by") {
            return fields.done(new);
        }
        let last = new.needed_by.to_string();
        if new.needed_from.is_some_and(|first| first > new.needed_by) {
            fields.problem("needed_from", Message::new("problem-needed-from").with("last", last.as_str()));
        }
        if !(today <= new.answers_by && new.answers_by <= new.needed_by) && fields.is_sound("answers_by") {
            let message =
                Message::new("problem-answers-by").with("first", today.to_string()).with("last", last);
            fields.problem("answers_by", message);
        }
        fields.done(new)
    }

    /// The same, with what only the database can tell: the makers and the cluster that are named.
    pub(super) fn read(&self, conn: &mut DbConnection, today: Date, own: Language) -> Result<NewRequest> {
        match (self.check(today, own), Audience::check(conn, self)) {
            (Err(Error::Invalid(mut problems)), Err(Error::Invalid(others))) => {
                problems.append(others);
                Err(Error::Invalid(problems))
            }
            (new, audience) => Ok(NewRequest { audience: audience?, ..new? }),
        }
    }

    fn version(&self) -> Result<i64> {
        let mut fields = Fields::new();
        let version = fields.whole("version", &self.version, 1..=i64::MAX);
        fields.done(version)
    }
}

impl RequestForm {
    /// The request as its form would send it unchanged.
    pub(super) fn of(conn: &mut DbConnection, request: &SourcingRequest) -> Result<Self> {
        let mut form = Self::from(request);
        form.visibility = request.visibility.into();
        for maker in store::invited(conn, request.id)? {
            form.invited.0.push(accounts::organisation(conn, maker)?.slug);
        }
        if let Some(cluster) = request.cluster_id {
            form.cluster = clusters::cluster(conn, cluster)?.slug.as_str().into();
        }
        Ok(form)
    }
}

/// All of it but for whom it is, which stands in other tables.
impl From<&SourcingRequest> for RequestForm {
    fn from(request: &SourcingRequest) -> Self {
        let unpriced = RawMoney { currency: "EUR".into(), ..RawMoney::default() };
        Self {
            title: request.title.as_str().into(),
            wanted: request.wanted.as_str().into(),
            language: request.language.into(),
            crafts: RawList(request.crafts.to_vec()),
            materials: RawList(request.materials.to_vec()),
            quantity: request.quantity.into(),
            target_price: request.target_price().map_or(unpriced, RawMoney::from),
            destination: request.destination.as_str().into(),
            channel: request.channel.into(),
            needed_by: request.needed_by.into(),
            quantity_most: request.quantity_most.map(Raw::from).unwrap_or_default(),
            needed_from: request.needed_from.map(Raw::from).unwrap_or_default(),
            answers_by: Some(request.answers_by)
                .filter(|day| *day != request.needed_by)
                .map(Raw::from)
                .unwrap_or_default(),
            certificates: RawList(request.certificates.to_vec()),
            incoterms: RawList(request.incoterms.iter().map(Incoterm::to_string).collect()),
            languages: RawList(request.languages.iter().map(Language::to_string).collect()),
            sample_wanted: request.sample_wanted.into(),
            version: request.version.into(),
            ..Self::default()
        }
    }
}

/// Keeps a draft, which nobody else sees: buyers who wait to be verified may prepare one.
pub fn draft_request(tx: &mut Write<'_>, by: &Member, form: &RequestForm) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let today = tx.today();
    let new = form.read(tx, today, by.language)?;
    let id = store::insert_request(tx, by.organisation, &new)?;
    store::invite(tx, id, &new.audience.invited)?;
    store::request(tx, id)
}

/// Adds the crafts and materials that its buyer confirms to be meant.
pub fn confirm_recognised(
    tx: &mut Write<'_>,
    by: &Member,
    id: RequestId,
    confirmed: &ConfirmedForm,
) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    let mut form = RequestForm::of(tx, &request)?;
    form.crafts.0.extend(confirmed.crafts.0.iter().cloned());
    form.materials.0.extend(confirmed.materials.0.iter().cloned());
    edit_request(tx, by, id, &form)
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConfirmedForm {
    /// Keys of crafts to be added.
    pub crafts: RawList,
    /// Keys of materials to be added.
    pub materials: RawList,
}

/// A request of the buyer's own; those of others are not found.
pub fn own_request(conn: &mut DbConnection, by: &Member, id: RequestId) -> Result<SourcingRequest> {
    let request = store::request(conn, id)?;
    if request.is_of(by) { Ok(request) } else { Err(Error::NotFound) }
}

/// A draft and an open request can be changed; one that an officer reads stays as it is until that is done.
pub(super) fn check_changeable(request: &SourcingRequest) -> Result<()> {
    match request.stage() {
        RequestStatus::Draft | RequestStatus::Open => Ok(()),
        RequestStatus::Submitted => Err(Error::refused("refusal-request-submitted")),
        RequestStatus::Closed => Err(Error::refused("refusal-request-closed")),
    }
}

/// Changes a draft or an open request; the products that answer are looked for again.
pub fn edit_request(
    tx: &mut Write<'_>,
    by: &Member,
    id: RequestId,
    form: &RequestForm,
) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    let today = tx.today();
    let (new, version) = (form.read(tx, today, by.language)?, form.version()?);
    check_changeable(&request)?;
    store::update_request(tx, id, version, &new)?;
    store::invite(tx, id, &new.audience.invited)?;
    tx.record(by.actor(), Event::RequestChanged { request: id });
    store::request(tx, id)
}

/// Throws a draft away, with what came along. What was once open stays, for others have read it. Says which files nobody
/// needs any more: to be deleted once that is written.
pub fn discard_request(tx: &mut Write<'_>, by: &Member, id: RequestId) -> Result<Vec<String>> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    if request.stage() != RequestStatus::Draft || request.opened_at.is_some() {
        return Err(Error::refused("refusal-request-not-draft"));
    }
    let unused = attachments::remove_all(tx, id)?;
    store::delete_request(tx, id)?;
    Ok(unused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RequestForm {
        RequestForm {
            title: "Bowls".into(),
            wanted: "Blue bowls for our shops".into(),
            quantity: "120".into(),
            destination: "fr".into(),
            channel: "shops".into(),
            needed_by: "2026-05-01".into(),
            crafts: RawList(vec!["ceramics".to_owned()]),
            ..RequestForm::default()
        }
    }

    fn wrong(form: &RequestForm) -> Vec<String> {
        let today = "2026-03-02".parse().unwrap();
        match form.check(today, Language::Fr) {
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            other => panic!("problems expected, not {other:?}"),
        }
    }

    #[test]
    fn a_request_needs_no_price_and_takes_the_language_of_its_writer() {
        let new = form().check("2026-03-02".parse().unwrap(), Language::Fr).unwrap();
        assert_eq!((new.target_price, new.language), (None, Language::Fr));
        assert_eq!(new.destination, "FR");
    }

    #[test]
    fn it_is_needed_on_a_day_to_come_within_three_years() {
        for day in ["2026-03-02", "2025-12-31", "2029-04-01"] {
            assert_eq!(wrong(&RequestForm { needed_by: day.into(), ..form() }), ["needed_by"], "{day}");
        }
    }

    #[test]
    fn crafts_and_materials_are_words_of_the_vocabulary() {
        let list = |keys: &[&str]| RawList(keys.iter().map(|key| (*key).to_owned()).collect());
        let unknown = RequestForm { crafts: list(&["alchemy"]), materials: list(&["air"]), ..form() };
        assert_eq!(wrong(&unknown), ["crafts", "materials"]);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(
            wrong(&RequestForm::default()),
            ["title", "wanted", "quantity", "destination", "channel", "needed_by"]
        );
    }
}
