//! What each fact causes, besides what its own write did: one exhaustive match over all events.
//!
//! The results and the position commit together, one node at a time by a lease, and each effect is idempotent; so a
//! crash at any point repeats at most a fact whose effects were not committed.

use chrono::TimeDelta;

use crate::db::{Db, DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::{self, Event, Recorded};
use crate::ids::{AgreementId, DealId, OrganisationId, ProductId, RequestId};
use crate::matching;
use crate::search::Finder;
use crate::settings::Settings;
use crate::trade::{agreements, deals};

const NAME: &str = "effects";
const LEASE: TimeDelta = TimeDelta::seconds(60);
const BATCH: i64 = 50;

/// Works off the facts that wait. Says how many there were; 0 also while another node holds the lease.
pub(super) async fn work_off(db: &Db, settings: &Settings, finder: &Finder, holder: &str) -> Result<usize> {
    let waiting = db.read(|conn| Ok(events::newest(conn)? > events::position(conn, NAME)?)).await?;
    if !waiting {
        return Ok(0);
    }
    let me = holder.to_owned();
    let Some(position) = db.write(move |tx| events::claim(tx, NAME, &me, LEASE)).await? else { return Ok(0) };
    let facts = db.read(move |conn| events::after(conn, position, BATCH)).await?;
    let mut from = position;
    for fact in &facts {
        let (fact, me, settings) = (fact.clone(), holder.to_owned(), settings.clone());
        let found = found_by_search(db, finder, &fact).await?;
        let (before, to) = (from, fact.id.0);
        db.write(move |tx| {
            effect(tx, &settings, fact.event, &found)?;
            events::advance(tx, NAME, &me, before, to)
        })
        .await?;
        from = to;
    }
    Ok(facts.len())
}

/// Products whose words answer a request; looked up before the write, which holds nothing but SQL.
async fn found_by_search(db: &Db, finder: &Finder, fact: &Recorded) -> Result<Vec<ProductId>> {
    let (Event::RequestOpened { request } | Event::RequestChanged { request }) = fact.event else {
        return Ok(Vec::new());
    };
    let request = match db.read(move |conn| matching::request(conn, request)).await {
        Ok(request) => request,
        Err(Error::NotFound) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let text = format!("{} {}", request.title, request.wanted);
    match finder.products_for(&text, request.language) {
        // Without an index the request is matched by its crafts, and again when it changes.
        Err(Error::Busy) => Ok(Vec::new()),
        other => other,
    }
}

fn effect(tx: &mut Write<'_>, settings: &Settings, event: Event, found: &[ProductId]) -> Result<()> {
    match event {
        Event::RequestOpened { request } | Event::RequestChanged { request } => {
            rematch_request(tx, settings, request, found)
        }
        Event::ProductChanged { product }
        | Event::ProductPublished { product }
        | Event::ProductWithdrawn { product } => rematch_product(tx, settings, product),
        Event::MakerProfileChanged { maker } | Event::MembershipDecided { maker, .. } => {
            rematch_maker(tx, settings, maker)
        }
        Event::StandingDecided { organisation } | Event::OrganisationChanged { organisation } => {
            rematch_maker(tx, settings, organisation)
        }
        // Exclusivity was granted or released.
        Event::AgreementSigned { agreement, .. } | Event::AgreementEnded { agreement } => {
            let maker = maker_of_agreement(tx, agreement)?;
            rematch_maker(tx, settings, maker)
        }
        // Capacity was taken up or given back.
        Event::DealConfirmed { deal } | Event::DealShipped { deal } | Event::DealCancelled { deal } => {
            let maker = maker_of_deal(tx, deal)?;
            rematch_maker(tx, settings, maker)
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
        | Event::QuoteOffered { .. }
        | Event::QuoteAccepted { .. }
        | Event::QuoteDeclined { .. }
        | Event::QuoteWithdrawn { .. }
        | Event::AgreementDrafted { .. }
        | Event::AgreementProposed { .. }
        | Event::AgreementActivated { .. }
        | Event::AgreementWithdrawn { .. }
        | Event::DealDrafted { .. }
        | Event::DealDelivered { .. }
        | Event::DealPaid { .. }
        | Event::RecordVerified { .. }
        | Event::VerificationRevoked { .. }
        | Event::ClaimRecorded { .. }
        | Event::ClaimAdopted { .. }
        | Event::TargetSet { .. }
        | Event::LexiconChanged { .. } => Ok(()),
    }
}

fn maker_of_agreement(conn: &mut DbConnection, id: AgreementId) -> Result<OrganisationId> {
    Ok(agreements::agreement(conn, id)?.maker_id)
}

fn maker_of_deal(conn: &mut DbConnection, id: DealId) -> Result<OrganisationId> {
    Ok(deals::deal(conn, id)?.maker_id)
}

fn rematch_request(
    tx: &mut Write<'_>,
    settings: &Settings,
    id: RequestId,
    found: &[ProductId],
) -> Result<()> {
    let request = match matching::request(tx, id) {
        Ok(request) => request,
        // A draft may have been thrown away since.
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    let changes = matching::rematch_request(tx, &request, found)?;
    matching::letters::tell(tx, settings, &request, &changes)
}

fn rematch_product(tx: &mut Write<'_>, settings: &Settings, product: ProductId) -> Result<()> {
    for (request, changes) in matching::rematch_product(tx, product)? {
        let request = matching::request(tx, request)?;
        matching::letters::tell(tx, settings, &request, &changes)?;
    }
    Ok(())
}

fn rematch_maker(tx: &mut Write<'_>, settings: &Settings, maker: OrganisationId) -> Result<()> {
    for (request, changes) in matching::rematch_maker(tx, maker)? {
        let request = matching::request(tx, request)?;
        matching::letters::tell(tx, settings, &request, &changes)?;
    }
    Ok(())
}
