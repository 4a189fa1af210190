//! What an act was about, as the maker calls it, and where it can be seen.

use crate::accounts;
use crate::catalogue::{self, Subject};
use crate::clusters::cluster;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{AgreementId, CertificateId, CollectionId, DealId, OrganisationId, ProductId, QuoteId};
use crate::locale::{Language, Wording};
use crate::matching;
use crate::trade::{agreements, conversations, deals, quotes};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub title: Wording,
    pub address: String,
}

fn plain(text: &str, address: String) -> Named {
    Named { title: Wording::in_language(Language::En, text), address }
}

fn nameless(address: &str) -> Named {
    Named { title: Wording::default(), address: address.to_owned() }
}

/// What is gone by now has no name any more.
pub(super) fn name(conn: &mut DbConnection, event: Event) -> Result<Named> {
    match find(conn, event) {
        Err(Error::NotFound) => Ok(nameless("")),
        found => found,
    }
}

fn find(conn: &mut DbConnection, event: Event) -> Result<Named> {
    match event {
        Event::ProductChanged { product }
        | Event::ProductPublished { product }
        | Event::ProductWithdrawn { product } => product_named(conn, product),
        Event::CollectionChanged { collection }
        | Event::CollectionPublished { collection }
        | Event::CollectionWithdrawn { collection } => collection_named(conn, collection),
        Event::CertificateChanged { certificate } | Event::CertificateDecided { certificate } => {
            certificate_named(conn, certificate)
        }
        // There is one of each, which needs no name.
        Event::CapacityChanged { .. } => Ok(nameless("/workshop/calendar")),
        Event::ArtisansChanged { .. } => Ok(nameless("/workshop/people")),
        Event::SafetyChanged { .. } => Ok(nameless("/workshop/safety")),
        Event::MakerLimitsChanged { .. } => Ok(nameless("/workshop/limits")),
        Event::RequestReported { report } => {
            let request = matching::reported(conn, report)?;
            Ok(plain(&request.title, format!("/sourcing-requests/{}", request.id)))
        }
        Event::MakerProfileChanged { .. } => Ok(nameless("/workshop/profile")),
        Event::OrganisationChanged { organisation }
        | Event::StandingDecided { organisation }
        | Event::PersonSignedUp { organisation, .. } => organisation_named(conn, organisation, "/account"),
        Event::QuoteOffered { quote, .. }
        | Event::QuoteAccepted { quote }
        | Event::QuoteDeclined { quote }
        | Event::QuoteWithdrawn { quote }
        | Event::QuoteNotChosen { quote }
        | Event::ReservationLapsed { quote } => quote_named(conn, quote),
        Event::ConversationBegun { conversation } | Event::MessageWritten { conversation } => {
            let found = conversations::conversation(conn, conversation)?;
            organisation_named(conn, found.buyer_id, &format!("/conversations/{conversation}"))
        }
        Event::AgreementDrafted { agreement }
        | Event::AgreementProposed { agreement }
        | Event::AgreementSigned { agreement, .. }
        | Event::AgreementActivated { agreement }
        | Event::AgreementEnded { agreement }
        | Event::AgreementWithdrawn { agreement } => agreement_named(conn, agreement),
        Event::DealDrafted { deal }
        | Event::DealConfirmed { deal }
        | Event::DealShipped { deal }
        | Event::DealDelivered { deal }
        | Event::DealPaid { deal }
        | Event::DealCancelled { deal } => deal_named(conn, deal),
        Event::RequestOpened { request }
        | Event::RequestChanged { request }
        | Event::RequestClosed { request }
        | Event::RequestDeclined { request, .. }
        | Event::RequestReconsidered { request, .. }
        | Event::RequestSubmitted { request }
        | Event::RequestSentBack { request }
        | Event::ReportsDecided { request } => {
            let found = matching::request(conn, request)?;
            Ok(plain(&found.title, format!("/sourcing-requests/{request}")))
        }
        Event::ClusterChanged { cluster: id }
        | Event::MembershipRequested { cluster: id, .. }
        | Event::MembershipDecided { cluster: id, .. } => {
            let found = cluster(conn, id)?;
            Ok(Named { address: format!("/clusters/{}", found.slug), title: found.name.into_inner() })
        }
        // Nobody does these for a maker.
        Event::SplitChosen { .. }
        | Event::SplitMended { .. }
        | Event::ShareConfirmed { .. }
        | Event::ShareDeclined { .. }
        | Event::SplitConfirmed { .. }
        | Event::SplitWithdrawn { .. }
        | Event::EmailVerified { .. }
        | Event::LexiconChanged { .. }
        | Event::AdmissionRowChanged { .. }
        | Event::AdmissionAttested { .. }
        | Event::AdmissionProofSent { .. }
        | Event::AdmissionDecided { .. }
        | Event::WaiverGranted { .. }
        | Event::WaiverRevoked { .. }
        | Event::RecordVerified { .. }
        | Event::VerificationRevoked { .. }
        | Event::ClaimRecorded { .. }
        | Event::ClaimAdopted { .. }
        | Event::TargetSet { .. }
        | Event::ConsentGiven { .. }
        | Event::ConsentDecided { .. }
        | Event::ConsentWithdrawn { .. }
        | Event::DigestAnswered { .. }
        | Event::ObjectionSettled { .. } => Err(Error::NotFound),
    }
}

fn product_named(conn: &mut DbConnection, id: ProductId) -> Result<Named> {
    let found = catalogue::product(conn, id)?;
    Ok(Named { title: found.title.into_inner(), address: Subject::Product(id).bench() })
}

fn collection_named(conn: &mut DbConnection, id: CollectionId) -> Result<Named> {
    let found = catalogue::collection(conn, id)?;
    Ok(Named { title: found.title.into_inner(), address: Subject::Collection(id).bench() })
}

fn certificate_named(conn: &mut DbConnection, id: CertificateId) -> Result<Named> {
    let found = catalogue::certificate(conn, id)?;
    let title = |language| Some(found.title(language)).filter(|title| !title.is_empty());
    let title = Wording { en: title(Language::En), fr: title(Language::Fr), ar: title(Language::Ar) };
    Ok(Named { title, address: format!("/workshop/certificates/{id}") })
}

fn organisation_named(conn: &mut DbConnection, id: OrganisationId, address: &str) -> Result<Named> {
    let found = accounts::organisation(conn, id)?;
    let title = Wording { en: Some(found.name.clone()), fr: None, ar: found.name_ar };
    Ok(Named { title, address: address.to_owned() })
}

fn quote_named(conn: &mut DbConnection, id: QuoteId) -> Result<Named> {
    let found = quotes::quote(conn, id)?;
    organisation_named(conn, found.buyer_id, &format!("/quotes/{id}"))
}

fn agreement_named(conn: &mut DbConnection, id: AgreementId) -> Result<Named> {
    let found = agreements::agreement(conn, id)?;
    Ok(plain(&found.title, format!("/agreements/{id}")))
}

fn deal_named(conn: &mut DbConnection, id: DealId) -> Result<Named> {
    let found = deals::deal(conn, id)?;
    organisation_named(conn, found.buyer_id, &format!("/deals/{id}"))
}
