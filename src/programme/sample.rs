//! A small house for this slice's tests: an officer, makers, a buyer, and records put straight into the tables, because
//! what is tested here is what happens to them afterwards.

use diesel::prelude::*;
use tempfile::TempDir;

use super::verifications::{RevokeForm, Verification, VerifyForm, revoke, verify};
use crate::accounts::{self, Kind, Member, NewOrganisation, NewPerson, Officer, Role, Scope, Standing};
use crate::clock::{Clock, Date, Time};
use crate::clusters::MembershipStanding;
use crate::columns::Json;
use crate::db::Db;
use crate::db::schema::{
    agreements, cluster_memberships, clusters, collections, deal_lines, deals, products,
};
use crate::error::Result;
use crate::ids::{AgreementId, ClusterId, CollectionId, DealId, OrganisationId, ProductId};
use crate::input::Raw;
use crate::locale::{Language, Wording};
use crate::money::Currency;
use crate::rates;
use crate::settings::Settings;

pub struct House {
    pub db: Db,
    _folder: TempDir,
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn wording(text: &str) -> Json<Wording> {
    Wording::in_language(Language::En, text).into()
}

/// A deal to be put into the house.
#[derive(Clone, Copy)]
pub struct Sample {
    pub maker: OrganisationId,
    pub buyer: OrganisationId,
    pub currency: &'static str,
    pub minor: i64,
    pub shipped_on: &'static str,
    pub destination: &'static str,
}

impl House {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start: chrono::DateTime<chrono::Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        let clock = Clock::set_to(start.into());
        let settings = Settings::defaults().database;
        let db = Db::open(&settings, folder.path().join("test.db"), clock).unwrap();
        Self { db, _folder: folder }
    }

    /// With the exchange rates and the programme's own data.
    pub fn seeded() -> Self {
        let house = Self::new();
        house.write(|tx| rates::seed(tx).map(|_| ()));
        house.write(super::seed);
        house
    }

    #[track_caller]
    pub fn write<T>(&self, work: impl Fn(&mut crate::db::Write<'_>) -> Result<T>) -> T {
        self.db.write_now(work).unwrap()
    }

    pub fn member(&self, kind: Kind, name: &str, country: &str) -> Member {
        let person = NewPerson {
            email: format!("{}@example.org", accounts::slug_for(name)),
            name: name.to_owned(),
            language: Language::En,
            password_hash: String::new(),
        };
        let organisation = NewOrganisation {
            kind,
            name: name.to_owned(),
            name_ar: None,
            country: country.to_owned(),
            website: None,
        };
        let id = self.write(|tx| accounts::add_person(tx, &person, &organisation, Standing::Approved, true));
        let slug = accounts::slug_for(name);
        let own = self.write(|tx| accounts::organisation_by_slug(tx, &slug));
        Member {
            person: id,
            name: person.name,
            email: person.email,
            language: Language::En,
            role: Role::Owner,
            organisation: own.id,
            organisation_name: own.name,
            kind,
            slug: own.slug,
            country: own.country,
            standing: own.standing,
            scope: Scope::Write,
            acting: None,
        }
    }

    pub fn officer(&self) -> Officer {
        Officer::try_from(self.member(Kind::Programme, "Programme", "TN")).unwrap()
    }

    pub fn maker(&self, name: &str, country: &str) -> OrganisationId {
        self.member(Kind::Maker, name, country).organisation
    }

    pub fn buyer(&self) -> OrganisationId {
        self.member(Kind::Buyer, "Galerie", "FR").organisation
    }

    pub fn cluster(&self, slug: &str, country: &str) -> ClusterId {
        let agent = self.member(Kind::Cluster, slug, country);
        self.write(|tx| {
            let now = tx.now();
            Ok(diesel::insert_into(clusters::table)
                .values((
                    clusters::organisation_id.eq(agent.organisation),
                    clusters::slug.eq(slug),
                    clusters::name.eq(wording(slug)),
                    clusters::country.eq(country),
                    clusters::place.eq(wording("somewhere")),
                    clusters::sector.eq("habitat"),
                    clusters::crafts.eq("[]"),
                    clusters::summary.eq(wording("")),
                    clusters::created_at.eq(now),
                ))
                .returning(clusters::id)
                .get_result(&mut **tx)?)
        })
    }

    pub fn join(&self, cluster: ClusterId, maker: OrganisationId, standing: MembershipStanding) {
        self.write(|tx| {
            let now = tx.now();
            diesel::insert_into(cluster_memberships::table)
                .values((
                    cluster_memberships::cluster_id.eq(cluster),
                    cluster_memberships::maker_id.eq(maker),
                    cluster_memberships::standing.eq(standing),
                    cluster_memberships::requested_at.eq(now),
                ))
                .execute(&mut **tx)?;
            Ok(())
        });
    }

    pub fn agreement(&self, maker: OrganisationId, buyer: OrganisationId) -> AgreementId {
        self.write(|tx| {
            let now = tx.now();
            Ok(diesel::insert_into(agreements::table)
                .values((
                    (
                        agreements::maker_id.eq(maker),
                        agreements::buyer_id.eq(buyer),
                        agreements::title.eq("Plates for France"),
                        agreements::territory.eq("[\"FR\"]"),
                        agreements::channel.eq("shops"),
                        agreements::exclusive.eq(false),
                        agreements::collections.eq("[]"),
                        agreements::starts_on.eq(day("2026-01-01")),
                        agreements::ends_on.eq(day("2027-12-31")),
                    ),
                    (
                        agreements::terms.eq("As agreed."),
                        agreements::terms_language.eq("en"),
                        agreements::terms_hash.eq("abc"),
                        agreements::status.eq("active"),
                        agreements::signed_at.eq(now),
                        agreements::created_by.eq(maker),
                        agreements::created_at.eq(now),
                        agreements::updated_at.eq(now),
                    ),
                ))
                .returning(agreements::id)
                .get_result(&mut **tx)?)
        })
    }

    pub fn collection(&self, maker: OrganisationId, slug: &str, published: &str) -> CollectionId {
        let at: chrono::DateTime<chrono::Utc> = format!("{published}T12:00:00Z").parse().unwrap();
        self.write(|tx| {
            let now = tx.now();
            Ok(diesel::insert_into(collections::table)
                .values((
                    collections::maker_id.eq(maker),
                    collections::slug.eq(slug),
                    collections::title.eq(wording("Sea and sand")),
                    collections::story.eq(wording("Plates in two blues.")),
                    collections::status.eq("published"),
                    collections::created_at.eq(now),
                    collections::updated_at.eq(now),
                    collections::published_at.eq(Time::from(at)),
                ))
                .returning(collections::id)
                .get_result(&mut **tx)?)
        })
    }

    /// A shipped deal of one line.
    pub fn deal(&self, sample: Sample) -> DealId {
        let agreement = self.agreement(sample.maker, sample.buyer);
        self.write(|tx| {
            let now = tx.now();
            let maker = accounts::organisation(tx, sample.maker)?;
            let product: ProductId = diesel::insert_into(products::table)
                .values((
                    products::maker_id.eq(sample.maker),
                    products::slug.eq(format!("plate-{agreement}")),
                    products::title.eq(wording("Plate")),
                    products::description.eq(wording("")),
                    products::materials.eq("[]"),
                    products::techniques.eq("[]"),
                    products::status.eq("draft"),
                    products::created_at.eq(now),
                    products::updated_at.eq(now),
                ))
                .returning(products::id)
                .get_result(&mut **tx)?;
            let deal: DealId = diesel::insert_into(deals::table)
                .values((
                    (
                        deals::agreement_id.eq(agreement),
                        deals::maker_id.eq(sample.maker),
                        deals::buyer_id.eq(sample.buyer),
                        deals::exporter_id.eq(sample.maker),
                        deals::status.eq("shipped"),
                        deals::currency.eq(Currency::parse(sample.currency).unwrap()),
                        deals::total_minor.eq(sample.minor),
                        deals::incoterm.eq("FCA"),
                        deals::named_place.eq("Tunis"),
                    ),
                    (
                        deals::origin.eq(maker.country),
                        deals::destination.eq(sample.destination),
                        deals::shipped_on.eq(day(sample.shipped_on)),
                        deals::created_by.eq(sample.maker),
                        deals::created_at.eq(now),
                        deals::updated_at.eq(now),
                    ),
                ))
                .returning(deals::id)
                .get_result(&mut **tx)?;
            diesel::insert_into(deal_lines::table)
                .values((
                    deal_lines::deal_id.eq(deal),
                    deal_lines::product_id.eq(product),
                    deal_lines::title.eq("Plate"),
                    deal_lines::hs_code.eq("691200"),
                    deal_lines::origin.eq("TN"),
                    deal_lines::quantity.eq(1_i64),
                    deal_lines::unit_price_minor.eq(sample.minor),
                ))
                .execute(&mut **tx)?;
            Ok(deal)
        })
    }

    /// Moves a deal on, as its parties would.
    pub fn set_deal_status(&self, deal: DealId, status: &str) {
        self.write(|tx| {
            diesel::update(deals::table.find(deal)).set(deals::status.eq(status)).execute(&mut **tx)?;
            Ok(())
        });
    }

    pub fn verify(&self, by: &Officer, subject: &str, id: i64) -> Result<Verification> {
        let form = VerifyForm {
            subject: subject.into(),
            subject_id: id.into(),
            note: "Bill of lading 4711".into(),
            record_hash: Raw::default(),
        };
        self.db.write_now(|tx| verify(tx, by, &form, None))
    }

    pub fn revoke(&self, by: &Officer, verification: &Verification) -> Result<Verification> {
        let form = RevokeForm { reason: "It was another shipment".into() };
        self.db.write_now(|tx| revoke(tx, by, verification.id, &form))
    }
}
