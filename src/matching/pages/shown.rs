//! What the templates show of requests and matches, said in the reader's language.

use super::super::answers::{Mark, Progress};
use super::super::audience::{Audience, Visibility};
use super::super::found::Match;
use super::super::reading::Opportunity;
use super::super::reasons::{Fit, Verdict};
use super::super::recognising::recognise;
use super::super::request::{RequestStatus, SourcingRequest};
use crate::accounts::{Member, Organisation};
use crate::catalogue::{Product, scheme_label, schemes};
use crate::clusters;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::RequestId;
use crate::locale::{self, Language, Wording};
use crate::search::Finder;
use crate::vocabulary;
use crate::web::{Choice, Page};

/// A request, in full or in outline: the outline has no title, no text, no quantity, no price and no buyer.
pub struct RequestCard {
    pub id: RequestId,
    pub href: String,
    pub status: &'static str,
    pub title: String,
    pub wanted: String,
    pub language: Language,
    pub quantity: String,
    pub target_price: Option<String>,
    pub buyer: Option<String>,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub destination: String,
    pub channel: String,
    pub needed_by: String,
    pub answers_by: String,
    /// What it asks beyond that: a label and what is asked.
    pub demands: Vec<(String, String)>,
    pub since: String,
}

impl RequestCard {
    pub fn new(page: &Page, request: &SourcingRequest, buyer: Option<&Organisation>, full: bool) -> Self {
        let labels = |keys: &[String]| -> Vec<String> {
            keys.iter().map(|key| vocabulary::label(key, page.language())).collect()
        };
        let crafts = labels(&request.crafts);
        let outline = match crafts.is_empty() {
            true => page.say("request-any-craft").to_string(),
            false => crafts.join(" · "),
        };
        let if_full = |text: &str| if full { text.to_owned() } else { String::new() };
        let name = |buyer: &Organisation| {
            format!("{} · {}", buyer.name_in(page.language()), page.country(&buyer.country))
        };
        Self {
            id: request.id,
            href: format!("/sourcing-requests/{}", request.id),
            status: request.stage().word(),
            title: if full { request.title.clone() } else { outline },
            wanted: if_full(&request.wanted),
            language: request.language,
            quantity: if_full(&page.message(&request.pieces(page.language()))),
            target_price: request
                .target_price()
                .filter(|_| full)
                .map(|price| page.say("unit-per-piece").with("price", page.money(&price)).to_string()),
            buyer: buyer.filter(|_| full).map(name),
            crafts,
            materials: labels(&request.materials),
            destination: page.country(&request.destination),
            channel: page.term("request-channel", request.channel),
            needed_by: match request.needed_from {
                None => page.date(&request.needed_by),
                Some(first) => page
                    .say("request-window")
                    .with("first", page.date(&first))
                    .with("last", page.date(&request.needed_by))
                    .to_string(),
            },
            answers_by: page.date(&request.answers_by),
            demands: if full { demands(page, request) } else { Vec::new() },
            since: page.day(&request.opened_at.unwrap_or(request.created_at)),
        }
    }
}

fn demands(page: &Page, request: &SourcingRequest) -> Vec<(String, String)> {
    let certificates: Vec<String> =
        request.certificates.iter().map(|key| scheme_label(key, page.language())).collect();
    let incoterms: Vec<&str> = request.incoterms.iter().map(|one| one.word()).collect();
    let languages: Vec<&str> = request.languages.iter().map(|one| locale::native_name(*one)).collect();
    let sample =
        if request.sample_wanted { page.say("request-sample-asked").to_string() } else { String::new() };
    let rows = [
        ("request-certificates", certificates.join(" · ")),
        ("request-incoterms", incoterms.join(" · ")),
        ("request-languages-asked", languages.join(" · ")),
        ("request-sample", sample),
    ];
    let asked = rows.into_iter().filter(|(_, asked)| !asked.is_empty());
    asked.map(|(label, asked)| (page.say(label).to_string(), asked)).collect()
}

/// For whom a request is that is not for all.
pub enum AudienceNamed {
    Invited(usize),
    Cluster(Wording),
}

impl AudienceNamed {
    pub fn read(conn: &mut DbConnection, request: &SourcingRequest) -> Result<Option<Self>> {
        Ok(match (request.visibility, request.cluster_id) {
            (Visibility::Invited, _) => Some(Self::Invited(Audience::of(conn, request)?.invited.len())),
            (Visibility::Cluster, Some(cluster)) => {
                Some(Self::Cluster(clusters::cluster(conn, cluster)?.name.into_inner()))
            }
            _ => None,
        })
    }

    pub fn said(&self, page: &Page) -> String {
        match self {
            Self::Invited(makers) => page.say("request-audience-invited").with("makers", *makers).to_string(),
            Self::Cluster(name) => {
                page.say("request-audience-cluster").with("cluster", name.best(page.language())).to_string()
            }
        }
    }
}

/// What its words speak of, as boxes to tick.
pub struct RecognisedChoices {
    pub crafts: Vec<Choice>,
    pub materials: Vec<Choice>,
}

impl RecognisedChoices {
    /// Only for the buyer of a draft, and only while there is an index to ask.
    pub fn of(page: &Page, finder: &Finder, request: &SourcingRequest, by: &Member) -> Result<Option<Self>> {
        let Some(index) = finder.index() else { return Ok(None) };
        if request.stage() != RequestStatus::Draft || !request.is_of(by) {
            return Ok(None);
        }
        let found = recognise(&index, request)?;
        // One key may name a craft and a material, each with words of its own.
        let of = |all: Vec<Choice>, keys: &[String]| -> Vec<Choice> {
            all.into_iter().filter(|choice| keys.contains(&choice.value)).collect()
        };
        let shown = Self {
            crafts: of(crafts(page), &found.crafts),
            materials: of(materials(page), &found.materials),
        };
        Ok((!found.is_empty()).then_some(shown))
    }
}

/// One line of verdicts.
pub struct VerdictRow {
    pub verdict: &'static str,
    pub label: String,
    /// Why, and for a near miss what would have to change.
    pub detail: String,
}

/// One part of the score.
pub struct ReasonRow {
    pub label: String,
    pub share: f64,
    pub text: String,
}

/// A buyer's mark on a maker, and where it is changed.
pub struct Marking {
    pub href: String,
    pub anchor: String,
    /// How far it came, as a pill says it.
    pub standing: Option<&'static str>,
    mark: Mark,
}

impl Marking {
    /// The marks that can be given, each with its text.
    pub fn choices(&self) -> Vec<(&'static str, &'static str)> {
        match self.mark {
            Mark::None => vec![("shortlisted", "mark-shortlist"), ("passed-over", "mark-pass")],
            Mark::Shortlisted | Mark::PassedOver => vec![("none", "mark-back")],
        }
    }
}

pub struct MatchCard {
    pub fits: bool,
    pub title: String,
    pub href: String,
    pub maker: Option<String>,
    pub maker_href: String,
    /// Where its buyer writes to the maker about the request; only for a request that is open.
    pub write_href: Option<String>,
    /// What its buyer thinks of the maker; only for that buyer.
    pub marking: Option<Marking>,
    pub price: Option<String>,
    pub score: String,
    /// What would have to change, one sentence each; empty for a match.
    pub changes: Vec<String>,
    pub verdicts: Vec<VerdictRow>,
    pub reasons: Vec<ReasonRow>,
}

impl MatchCard {
    pub fn new(page: &Page, found: &Match, product: &Product, maker: Option<&Organisation>) -> Self {
        let language = page.language();
        let reasons = &found.reasons;
        let row = |constraint: &super::super::reasons::Constraint| VerdictRow {
            verdict: constraint.verdict.word(),
            label: page.term("match-rule", constraint.name),
            detail: page.message(&constraint.message(language)),
        };
        let part = |part: &super::super::reasons::Contribution| ReasonRow {
            label: page.term("match-part", part.name),
            share: part.share(),
            text: format!("{} / {}", points(language, part.value), points(language, part.of)),
        };
        let name =
            |maker: &Organisation| format!("{} · {}", maker.name_in(language), page.country(&maker.country));
        let unmet = reasons.constraints.iter().filter(|constraint| constraint.verdict != Verdict::Holds);
        Self {
            fits: found.verdict == Fit::Match,
            title: product.title.best(language).to_owned(),
            href: format!("/products/{}", product.slug),
            maker: maker.map(name),
            write_href: None,
            marking: None,
            maker_href: maker.map(|maker| format!("/makers/{}", maker.slug)).unwrap_or_default(),
            price: product
                .price()
                .map(|price| page.say("unit-per-piece").with("price", page.money(&price)).to_string()),
            score: points(language, found.score.round()),
            changes: unmet
                .filter_map(|constraint| constraint.change_message(language))
                .map(|message| page.message(&message))
                .collect(),
            verdicts: reasons.constraints.iter().map(row).collect(),
            reasons: reasons.contributions.iter().map(part).collect(),
        }
    }
}

/// Points with at most one decimal, in the reader's way of writing it.
fn points(language: Language, value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if language == Language::Fr { text.replace('.', ",") } else { text.to_owned() }
}

impl MatchCard {
    /// For the request's own buyer.
    pub fn writable_to(self, request: RequestId, maker: &Organisation) -> Self {
        let href = format!("/conversations/new?maker={}&request={request}", maker.slug);
        Self { write_href: Some(href), ..self }
    }

    /// For the same, to sort the makers.
    pub fn markable(self, request: RequestId, maker: &Organisation, progress: Progress) -> Self {
        let standing = match progress {
            Progress { won: true, .. } => Some("won"),
            Progress { quoted: true, .. } => Some("quoted"),
            Progress { mark: Mark::None, .. } => None,
            Progress { mark, .. } => Some(mark.word()),
        };
        let marking = Marking {
            href: format!("/sourcing-requests/{request}/makers/{}", maker.slug),
            anchor: maker.slug.clone(),
            standing,
            mark: progress.mark,
        };
        Self { marking: Some(marking), ..self }
    }
}

pub struct OpportunityCard {
    pub request: RequestCard,
    pub products: Vec<MatchCard>,
    /// Does any product fit as things are?
    pub fits: bool,
}

impl OpportunityCard {
    pub fn new(page: &Page, opportunity: &Opportunity) -> Self {
        let card = |(found, product): &(Match, Product)| MatchCard::new(page, found, product, None);
        let products: Vec<MatchCard> = opportunity.products.iter().map(card).collect();
        Self {
            request: RequestCard::new(page, &opportunity.request, Some(&opportunity.buyer), true),
            fits: products.iter().any(|card| card.fits),
            products,
        }
    }
}

fn vocabulary_choices(page: &Page, terms: &[vocabulary::Term]) -> Vec<Choice> {
    let mut choices: Vec<Choice> =
        terms.iter().map(|term| Choice::new(term.key.as_str(), term.label.best(page.language()))).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}

pub fn crafts(page: &Page) -> Vec<Choice> {
    vocabulary_choices(page, vocabulary::crafts())
}

pub fn certificates(page: &Page) -> Vec<Choice> {
    let choice = |key: &str| Choice::new(key, scheme_label(key, page.language()));
    schemes().iter().map(|scheme| choice(&scheme.key)).collect()
}

pub fn materials(page: &Page) -> Vec<Choice> {
    vocabulary_choices(page, vocabulary::materials())
}
