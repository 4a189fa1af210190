//! Requests and matches as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::answers::{Mark, Progress};
use super::attachments;
use super::audience::Visibility;
use super::found::Match;
use super::reading::Opportunity;
use super::reasons::{Change, Constraint, Contribution, Fit, Rule, Verdict, Why};
use super::request::{Channel, RequestStatus, SourcingRequest};
use super::store::Found;
use crate::accounts::{self, Organisation};
use crate::catalogue::Product;
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{ClusterId, MatchId, OrganisationId, ProductId, RequestId};
use crate::incoterm::Incoterm;
use crate::input::RawMoney;
use crate::locale::{self, Language, Wording};
use crate::web::AttachmentView;

/// A sourcing request. Those for whom it was not opened read only what kind of thing is looked for, where and until when.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RequestView {
    pub id: RequestId,
    pub status: RequestStatus,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub destination: String,
    pub channel: Channel,
    pub needed_by: Date,
    /// The last day on which answers are taken.
    pub answers_by: Date,
    pub opened_at: Option<Time>,
    #[serde(flatten)]
    pub full: Option<FullRequest>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FullRequest {
    pub title: String,
    pub wanted: String,
    pub language: Language,
    pub quantity: i64,
    /// The largest quantity that will do, where there is a range.
    pub quantity_most: Option<i64>,
    /// For one piece.
    pub target_price: Option<RawMoney>,
    /// The first day on which the goods may come.
    pub needed_from: Option<Date>,
    /// Schemes that must be certified on the day of delivery.
    pub certificates: Vec<String>,
    /// Incoterms 2020 that will do; empty where any will.
    pub incoterms: Vec<Incoterm>,
    /// Languages in which the buyer can write to a maker; empty where any will do.
    pub languages: Vec<Language>,
    pub sample_wanted: bool,
    /// Who may answer: all makers, those who are invited, or those of one cluster.
    pub visibility: Visibility,
    /// Of a request that is for one cluster.
    pub cluster: Option<ClusterId>,
    /// Drawings, specifications and the like that come along.
    pub attachments: Vec<AttachmentView>,
    pub buyer: BuyerView,
    pub created_at: Time,
    pub updated_at: Time,
    pub closed_at: Option<Time>,
    pub version: i64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct BuyerView {
    pub id: OrganisationId,
    pub name: String,
    pub country: String,
}

impl RequestView {
    /// In full, with its buyer.
    pub fn read(conn: &mut DbConnection, request: &SourcingRequest) -> Result<Self> {
        let buyer = accounts::organisation(conn, request.buyer_id)?;
        Ok(Self::full(request, &buyer, attachments::shown(conn, request.id)?))
    }

    pub fn full(request: &SourcingRequest, buyer: &Organisation, attachments: Vec<AttachmentView>) -> Self {
        let full = FullRequest {
            title: request.title.clone(),
            wanted: request.wanted.clone(),
            language: request.language,
            quantity: request.quantity,
            quantity_most: request.quantity_most,
            target_price: request.target_price().map(RawMoney::from),
            needed_from: request.needed_from,
            certificates: request.certificates.to_vec(),
            incoterms: request.incoterms.to_vec(),
            languages: request.languages.to_vec(),
            sample_wanted: request.sample_wanted,
            visibility: request.visibility,
            cluster: request.cluster_id,
            attachments,
            buyer: BuyerView { id: buyer.id, name: buyer.name.clone(), country: buyer.country.clone() },
            created_at: request.created_at,
            updated_at: request.updated_at,
            closed_at: request.closed_at,
            version: request.version,
        };
        Self { full: Some(full), ..Self::outline(request) }
    }

    pub fn outline(request: &SourcingRequest) -> Self {
        Self {
            id: request.id,
            status: request.stage(),
            crafts: request.crafts.to_vec(),
            materials: request.materials.to_vec(),
            destination: request.destination.clone(),
            channel: request.channel,
            needed_by: request.needed_by,
            answers_by: request.answers_by,
            opened_at: request.opened_at,
            full: None,
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MatchView {
    pub id: MatchId,
    pub request: RequestId,
    pub product: ProductId,
    pub product_slug: String,
    pub product_title: Wording,
    pub maker: OrganisationId,
    /// `match`, or `near` for a near miss.
    pub verdict: Fit,
    /// From 0 to 100, the sum of the contributions.
    pub score: f64,
    pub contributions: Vec<Contribution>,
    pub constraints: Vec<ConstraintView>,
    pub found_at: Time,
    pub updated_at: Time,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ConstraintView {
    pub name: Rule,
    pub verdict: Verdict,
    pub why: Why,
    /// The same in words, in the language of the request's `Accept-Language`.
    pub text: String,
    pub change: Option<ChangeView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    #[serde(flatten)]
    pub change: Change,
    pub text: String,
}

impl ConstraintView {
    fn new(constraint: &Constraint, language: Language) -> Self {
        let say = |message| locale::say(language, &message);
        let change = constraint.change.clone().map(|change| {
            let text = say(change.message(language));
            ChangeView { change, text }
        });
        Self {
            name: constraint.name,
            verdict: constraint.verdict,
            why: constraint.why.clone(),
            text: say(constraint.message(language)),
            change,
        }
    }
}

impl MatchView {
    pub fn new(found: &Match, product: &Product, language: Language) -> Self {
        Self {
            id: found.id,
            request: found.request_id,
            product: product.id,
            product_slug: product.slug.clone(),
            product_title: (*product.title).clone(),
            maker: found.maker_id,
            verdict: found.verdict,
            score: found.score,
            contributions: found.reasons.contributions.clone(),
            constraints: found
                .reasons
                .constraints
                .iter()
                .map(|constraint| ConstraintView::new(constraint, language))
                .collect(),
            found_at: found.found_at,
            updated_at: found.updated_at,
        }
    }
}

/// A match as its buyer sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OfferedMatch {
    #[serde(flatten)]
    pub found: MatchView,
    pub maker_slug: String,
    pub maker_name: String,
    pub maker_country: String,
    pub price: Option<RawMoney>,
    /// What its buyer thinks of the maker.
    pub mark: Mark,
    /// Has the maker made an offer, or been asked for one?
    pub quoted: bool,
}

impl OfferedMatch {
    pub fn new((found, product, maker): &Found, progress: Progress, language: Language) -> Self {
        Self {
            mark: progress.mark,
            quoted: progress.quoted,
            found: MatchView::new(found, product, language),
            maker_slug: maker.slug.clone(),
            maker_name: maker.name.clone(),
            maker_country: maker.country.clone(),
            price: product.price().map(RawMoney::from),
        }
    }
}

/// An open request that a maker's products answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OpportunityView {
    pub request: RequestView,
    pub matches: Vec<MatchView>,
}

impl OpportunityView {
    pub fn new(opportunity: &Opportunity, attachments: Vec<AttachmentView>, language: Language) -> Self {
        let matches =
            opportunity.products.iter().map(|(found, product)| MatchView::new(found, product, language));
        Self {
            request: RequestView::full(&opportunity.request, &opportunity.buyer, attachments),
            matches: matches.collect(),
        }
    }
}
