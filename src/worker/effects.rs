//! What each fact causes, besides what its own write did: one exhaustive match over all events.
//!
//! The results and the position commit together, one node at a time by a lease, and each effect is idempotent; so a
//! crash at any point repeats at most a fact whose effects were not committed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::heard::{self, Heard, Listening};
use crate::catalogue;
use crate::db::{Db, DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::{self, Event};
use crate::ids::{OrganisationId, ProductId, RequestId};
use crate::matching;
use crate::search::Finder;
use crate::settings::Settings;
use crate::tidings;
use crate::trade::{agreements, deals, quotes};

const NAME: &str = "effects";
const LEASE: TimeDelta = TimeDelta::seconds(60);
const BATCH: i64 = 50;

/// Works off the facts that wait. Says how many there were; 0 also while another node holds the lease.
pub(super) async fn work_off(
    db: &Db,
    settings: &Settings,
    finder: &Finder,
    listening: &mut Listening,
    holder: &str,
) -> Result<usize> {
    let news = db.read(|conn| Ok(events::newest(conn)? > events::position(conn, NAME)?)).await?;
    if !news {
        return Ok(0);
    }
    let me = holder.to_owned();
    let Some(position) = db.write(move |tx| events::claim(tx, NAME, &me, LEASE)).await? else { return Ok(0) };
    let facts = db.read(move |conn| events::after(conn, position, BATCH)).await?;
    listening.hear_others();
    heard::index_shows(finder, facts.last().map_or(position, |fact| fact.id.0)).await;
    let mut from = position;
    for fact in &facts {
        let (event, to) = (fact.event, fact.id.0);
        let touched = db.read(move |conn| touched(conn, event)).await?;
        let effect = effect(db, finder, listening, touched).await?;
        let (before, me, settings) = (from, holder.to_owned(), settings.clone());
        db.write(move |tx| {
            effect.happen(tx, &settings)?;
            events::advance(tx, NAME, &me, before, to)
        })
        .await?;
        from = to;
    }
    Ok(facts.len())
}

/// Whose matches are to be looked at again.
#[derive(Clone, Debug)]
enum Touched {
    Request(RequestId),
    Product(ProductId),
    Products(BTreeSet<ProductId>),
    Makers(BTreeSet<OrganisationId>),
    Nothing,
}

fn touched(conn: &mut DbConnection, event: Event) -> Result<Touched> {
    Ok(match event {
        Event::RequestOpened { request } | Event::RequestChanged { request } => Touched::Request(request),
        Event::ProductChanged { product }
        | Event::ProductPublished { product }
        | Event::ProductWithdrawn { product } => Touched::Product(product),
        Event::MakerProfileChanged { maker }
        | Event::MembershipDecided { maker, .. }
        | Event::CapacityChanged { maker }
        | Event::RequestDeclined { maker, .. }
        | Event::RequestReconsidered { maker, .. }
        | Event::MakerLimitsChanged { maker } => Touched::Makers([maker].into()),
        Event::StandingDecided { organisation } | Event::OrganisationChanged { organisation } => {
            Touched::Makers([organisation].into())
        }
        Event::CertificateChanged { certificate } | Event::CertificateDecided { certificate } => {
            match catalogue::certificate_reach(conn, certificate)? {
                catalogue::Reach::All(maker) => Touched::Makers([maker].into()),
                catalogue::Reach::Some(products) => Touched::Products(products),
            }
        }
        // Exclusivity was granted or released.
        Event::AgreementSigned { agreement, .. }
        | Event::AgreementActivated { agreement }
        | Event::AgreementEnded { agreement } => {
            Touched::Makers([agreements::agreement(conn, agreement)?.maker_id].into())
        }
        // Capacity was taken up or given back.
        Event::DealConfirmed { deal } | Event::DealShipped { deal } | Event::DealCancelled { deal } => {
            Touched::Makers(deals::makers(conn, deal)?)
        }
        Event::QuoteAccepted { quote } | Event::ReservationLapsed { quote } => {
            Touched::Makers(quotes::makers(conn, quote)?)
        }
        // Letters about these were posted by the write itself; nothing else follows from them.
        Event::PersonSignedUp { .. }
        | Event::EmailVerified { .. }
        | Event::ClusterChanged { .. }
        | Event::MembershipRequested { .. }
        | Event::CollectionChanged { .. }
        | Event::CollectionPublished { .. }
        | Event::CollectionWithdrawn { .. }
        | Event::RequestClosed { .. }
        | Event::RequestSubmitted { .. }
        | Event::RequestSentBack { .. }
        | Event::RequestReported { .. }
        | Event::ReportsDecided { .. }
        | Event::SplitChosen { .. }
        | Event::SplitMended { .. }
        | Event::ShareConfirmed { .. }
        | Event::ShareDeclined { .. }
        | Event::SplitConfirmed { .. }
        | Event::SplitWithdrawn { .. }
        | Event::QuoteOffered { .. }
        | Event::QuoteDeclined { .. }
        | Event::QuoteWithdrawn { .. }
        | Event::QuoteNotChosen { .. }
        | Event::ConversationBegun { .. }
        | Event::MessageWritten { .. }
        | Event::AgreementDrafted { .. }
        | Event::AgreementProposed { .. }
        | Event::AgreementWithdrawn { .. }
        | Event::DealDrafted { .. }
        | Event::DealDelivered { .. }
        | Event::DealPaid { .. }
        | Event::RecordVerified { .. }
        | Event::VerificationRevoked { .. }
        | Event::ClaimRecorded { .. }
        | Event::ClaimAdopted { .. }
        | Event::TargetSet { .. }
        | Event::ArtisansChanged { .. }
        | Event::SafetyChanged { .. }
        | Event::AdmissionRowChanged { .. }
        | Event::AdmissionAttested { .. }
        | Event::AdmissionProofSent { .. }
        | Event::AdmissionDecided { .. }
        | Event::WaiverGranted { .. }
        | Event::WaiverRevoked { .. }
        | Event::LexiconChanged { .. }
        | Event::ConsentGiven { .. }
        | Event::ConsentDecided { .. }
        | Event::ConsentWithdrawn { .. }
        | Event::DigestAnswered { .. }
        | Event::ObjectionSettled { .. } => Touched::Nothing,
    })
}

/// What is to be done, with all that search has to say about it.
#[derive(Clone, Debug)]
enum Effect {
    Request(RequestId, Option<BTreeSet<ProductId>>),
    Product(ProductId, Option<Heard>),
    Products(BTreeSet<ProductId>, Option<Heard>),
    Makers(BTreeSet<OrganisationId>, Option<Heard>),
    Nothing,
}

async fn effect(db: &Db, finder: &Finder, listening: &mut Listening, touched: Touched) -> Result<Effect> {
    Ok(match touched {
        Touched::Request(request) => {
            Effect::Request(request, heard::products_for(db, finder, request).await?)
        }
        Touched::Product(product) => {
            Effect::Product(product, heard::answered_by(db, finder, listening, vec![product]).await?)
        }
        Touched::Products(products) => {
            let asked = products.iter().copied().collect();
            Effect::Products(products, heard::answered_by(db, finder, listening, asked).await?)
        }
        Touched::Makers(makers) => {
            let asked = makers.clone();
            let products = db.read(move |conn| {
                let of = asked.iter().map(|maker| catalogue::product_ids_of(conn, *maker));
                Ok(of.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
            });
            let products = products.await?;
            Effect::Makers(makers, heard::answered_by(db, finder, listening, products).await?)
        }
        Touched::Nothing => Effect::Nothing,
    })
}

impl Effect {
    /// May be done again, when the write is repeated.
    fn happen(&self, tx: &mut Write<'_>, settings: &Settings) -> Result<()> {
        let (all, heard) = match self {
            Self::Request(request, called) => {
                return rematch_request(tx, settings, *request, called.as_ref());
            }
            Self::Product(product, heard) => {
                let answered = heard.as_ref().map(|heard| heard.requests_of(*product));
                (matching::rematch_product(tx, *product, answered.as_ref())?, heard)
            }
            Self::Products(products, heard) => {
                let answered = heard.as_ref().map(|heard| &heard.requests);
                (matching::rematch_products(tx, products, answered)?, heard)
            }
            Self::Makers(makers, heard) => {
                let answered = heard.as_ref().map(|heard| &heard.requests);
                let mut all = BTreeMap::new();
                for maker in makers {
                    for (request, changes) in matching::rematch_maker(tx, *maker, answered)? {
                        let sum: &mut matching::Changes = all.entry(request).or_default();
                        sum.take_in(changes);
                    }
                }
                (all, heard)
            }
            Self::Nothing => return Ok(()),
        };
        for (request, changes) in all {
            let request = matching::request(tx, request)?;
            tidings::note_matches(tx, settings, &request, &changes)?;
        }
        match heard {
            Some(heard) => tidings::note_found(tx, &heard.searches),
            None => Ok(()),
        }
    }
}

fn rematch_request(
    tx: &mut Write<'_>,
    settings: &Settings,
    id: RequestId,
    called: Option<&BTreeSet<ProductId>>,
) -> Result<()> {
    let request = match matching::request(tx, id) {
        Ok(request) => request,
        // A draft may have been thrown away since.
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    matching::letters::invite(tx, settings, &request)?;
    let changes = matching::rematch_request(tx, &request, called)?;
    tidings::note_matches(tx, settings, &request, &changes)
}
