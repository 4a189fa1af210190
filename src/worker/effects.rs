//! What each fact causes, besides what its own write did: one exhaustive match over all events.
//!
//! The results and the position commit together, one node at a time by a lease, and each effect is idempotent; so a
//! crash at any point repeats at most a fact whose effects were not committed.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::heard::{self, Listening};
use crate::catalogue;
use crate::db::{Db, DbConnection, Write};
use crate::error::{Result, if_found};
use crate::events::{self, Event};
use crate::ids::{OrganisationId, ProductId, RequestId, SplitId};
use crate::matching::{self, Answers, Field, Look};
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
        let effect = effect(db, finder, listening, touched, to).await?;
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

/// What is to be looked at again, or follows otherwise.
#[derive(Clone, Debug)]
enum Touched {
    Request(RequestId),
    Products(BTreeSet<ProductId>),
    /// It was withdrawn, and with it goes what was offered.
    Split(SplitId),
    Nothing,
}

/// All that a maker offers: its standing, its cluster, its promises have changed.
fn products_of(conn: &mut DbConnection, makers: impl IntoIterator<Item = OrganisationId>) -> Result<Touched> {
    let mut products = BTreeSet::new();
    for maker in makers {
        products.extend(catalogue::product_ids_of(conn, maker)?);
    }
    Ok(Touched::Products(products))
}

fn touched(conn: &mut DbConnection, event: Event) -> Result<Touched> {
    Ok(match event {
        Event::RequestOpened { request } | Event::RequestChanged { request } => Touched::Request(request),
        Event::ProductChanged { product }
        | Event::ProductPublished { product }
        | Event::ProductWithdrawn { product } => Touched::Products([product].into()),
        Event::MakerProfileChanged { maker }
        | Event::MembershipDecided { maker, .. }
        | Event::CapacityChanged { maker }
        | Event::RequestDeclined { maker, .. }
        | Event::RequestReconsidered { maker, .. }
        | Event::MakerLimitsChanged { maker } => products_of(conn, [maker])?,
        Event::StandingDecided { organisation } | Event::OrganisationChanged { organisation } => {
            products_of(conn, [organisation])?
        }
        Event::CertificateChanged { certificate } | Event::CertificateDecided { certificate } => {
            match catalogue::certificate_reach(conn, certificate)? {
                catalogue::Reach::All(maker) => products_of(conn, [maker])?,
                catalogue::Reach::Some(products) => Touched::Products(products),
            }
        }
        // Exclusivity was granted or released.
        Event::AgreementSigned { agreement, .. }
        | Event::AgreementActivated { agreement }
        | Event::AgreementEnded { agreement } => {
            let maker = agreements::agreement(conn, agreement)?.maker_id;
            products_of(conn, [maker])?
        }
        // Capacity was taken up or given back.
        Event::DealConfirmed { deal } | Event::DealShipped { deal } | Event::DealCancelled { deal } => {
            let makers = deals::makers(conn, deal)?;
            products_of(conn, makers)?
        }
        Event::QuoteAccepted { quote } | Event::ReservationLapsed { quote } => {
            let makers = quotes::makers(conn, quote)?;
            products_of(conn, makers)?
        }
        Event::SplitWithdrawn { split } => Touched::Split(split),
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

/// What was found and is to be kept.
#[derive(Clone, Debug)]
enum Effect {
    /// None where the request looks for no answers.
    Request(RequestId, Option<Answers>),
    Products(Vec<Look>, Option<tidings::Found>),
    Split(SplitId),
    Nothing,
}

/// Looks, with all that search has to say, before the write.
async fn effect(
    db: &Db,
    finder: &Finder,
    listening: &mut Listening,
    touched: Touched,
    fact: i64,
) -> Result<Effect> {
    let (memory, today) = (listening.memory(), db.clock().today());
    Ok(match touched {
        Touched::Request(id) => {
            let called = heard::products_for(db, finder, id).await?;
            let answers = db.read(move |conn| {
                // A draft may have been thrown away since.
                let Some(request) = if_found(matching::request(conn, id))? else { return Ok(None) };
                let mut memory = heard::held(&memory);
                let field = Field::of_request(conn, &mut memory, &request, called.as_ref(), today)?;
                drop(memory);
                Ok(field.map(|field| field.judge()))
            });
            Effect::Request(id, answers.await?)
        }
        Touched::Products(products) => {
            let heard = heard::answered_by(db, finder, listening, &products, fact).await?;
            let (requests, searches) = heard.map(|heard| (heard.requests, heard.searches)).unzip();
            let looks = db.read(move |conn| {
                let mut memory = heard::held(&memory);
                matching::look_at(conn, &mut memory, &products, requests.as_ref(), today)
            });
            Effect::Products(looks.await?, searches)
        }
        Touched::Split(split) => Effect::Split(split),
        Touched::Nothing => Effect::Nothing,
    })
}

impl Effect {
    /// May be done again, when the write is repeated.
    fn happen(&self, tx: &mut Write<'_>, settings: &Settings) -> Result<()> {
        match self {
            Self::Request(request, answers) => keep_answers(tx, settings, *request, answers.as_ref()),
            Self::Products(looks, found) => {
                for (request, changes) in matching::keep_looks(tx, looks)? {
                    let request = matching::request(tx, request)?;
                    tidings::note_matches(tx, settings, &request, &changes)?;
                }
                found.as_ref().map_or(Ok(()), |found| tidings::note_found(tx, found))
            }
            Self::Split(split) => quotes::withdraw_offers_of(tx, settings, *split),
            Self::Nothing => Ok(()),
        }
    }
}

fn keep_answers(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: RequestId,
    answers: Option<&Answers>,
) -> Result<()> {
    let Some(request) = if_found(matching::request(tx, request))? else { return Ok(()) };
    matching::letters::invite(tx, settings, &request)?;
    let Some(answers) = answers else { return Ok(()) };
    let changes = matching::keep_answers(tx, request.id, answers)?;
    tidings::note_matches(tx, settings, &request, &changes)
}
