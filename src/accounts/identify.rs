//! Who asks: found once per request, then taken as a type. A handler that takes a [`Maker`] can only be reached by a
//! member of an approved maker, because nobody else can have that type.

use std::ops::Deref;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use super::sessions::{self, Asker};
use super::{Deputy, Kind, Member, Scope, Standing};
use crate::error::{Error, Result};
use crate::web::{Access, Act, ActsFor, FOR_MAKER, House, MenuLink, Visitor};

/// The cookie of a session. Over TLS its name binds it to this host and path.
pub(super) fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-session" } else { "session" }
}

/// The secret that a request carries, in the `Authorization` header or in the cookie.
pub fn secret_of(request: &HttpRequest, secure: bool) -> Option<String> {
    if let Some(header) = request.headers().get(header::AUTHORIZATION) {
        return header.to_str().ok()?.strip_prefix("Bearer ").map(|token| token.trim().to_owned());
    }
    request.cookie(cookie_name(secure)).map(|cookie| cookie.value().to_owned())
}

/// Looks up who asks. A secret that is no longer good makes a stranger of its holder, not an error: pages stay readable.
pub async fn identify(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, actix_web::Error> {
    match find(&request).await {
        Ok(()) => Ok(next.call(request).await?.map_into_left_body()),
        Err(error) => Ok(request.error_response(error).map_into_right_body()),
    }
}

async fn find(request: &ServiceRequest) -> Result<()> {
    let house = request.app_data::<web::Data<House>>().cloned().ok_or_else(|| Error::broken("no house"))?;
    let secret = secret_of(request.request(), house.settings.is_secure());
    if let Some(secret) = secret.filter(|secret| !secret.is_empty()) {
        match sessions::asker_by_secret(&house.db, &secret, named_maker(request)?).await? {
            Some(asker) => {
                let own = match &asker {
                    Asker::Own(own) => own,
                    Asker::Deputy(deputy) => &deputy.own,
                };
                let reads = matches!(*request.method(), Method::GET | Method::HEAD);
                if own.scope == Scope::Read && !reads {
                    return Err(Error::forbidden("refusal-token-reads-only"));
                }
                match asker {
                    Asker::Own(member) => {
                        request.extensions_mut().insert(visitor(&member, None));
                        request.extensions_mut().insert(member);
                    }
                    // Whom they are here, the route says: see `take_place`.
                    Asker::Deputy(deputy) => {
                        request.extensions_mut().insert(visitor(&deputy.own, Some(&deputy)));
                        request.extensions_mut().insert(*deputy);
                    }
                }
            }
            // A program is told at once; a person's old cookie is as good as none.
            None if request.headers().contains_key(header::AUTHORIZATION) => {
                return Err(Error::SignInNeeded);
            }
            None => {}
        }
    }
    Ok(())
}

/// The maker whom a request names.
fn named_maker(request: &ServiceRequest) -> Result<Option<String>> {
    let named = request.headers().get(FOR_MAKER).map(|value| value.to_str().map(str::to_owned));
    named.transpose().map_err(|_| Error::NotFound)
}

/// Settles for one route whom an agent who acts for a maker is there: the maker's deputy, or themselves.
pub async fn take_place(
    access: Access,
    act: Option<Act>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, actix_web::Error> {
    let deputy = request.extensions_mut().remove::<Deputy>();
    if let Some(deputy) = deputy {
        match deputy.at(access, act) {
            Ok(member) => drop(request.extensions_mut().insert(member)),
            Err(error) => return Ok(request.error_response(error).map_into_right_body()),
        }
    }
    Ok(next.call(request).await?.map_into_left_body())
}

fn visitor(member: &Member, deputy: Option<&Deputy>) -> Visitor {
    let link = |href: &str, key| MenuLink { href: href.to_owned(), key, count: 0 };
    let mut links = Vec::new();
    let acts = |act| deputy.is_some_and(|deputy| deputy.may(act));
    if acts(Act::Catalogue) {
        links.push(link("/workshop", "nav-workshop"));
    }
    if acts(Act::Certificates) {
        links.push(link("/workshop/certificates", "nav-certificates"));
    }
    if acts(Act::Quotes) {
        links.extend([
            link("/matches", "nav-matches"),
            link("/conversations", "nav-conversations"),
            link("/quotes", "nav-quotes"),
        ]);
    }
    if acts(Act::Agreements) {
        links.extend([link("/agreements", "nav-agreements"), link("/deals", "nav-deals")]);
    }
    links.push(link("/desk", "nav-desk"));
    match member.kind {
        Kind::Maker => links.extend([link("/workshop", "nav-workshop"), link("/matches", "nav-matches")]),
        Kind::Buyer => links.push(link("/sourcing-requests/new", "nav-new-request")),
        Kind::Programme => links.extend([
            link("/dashboard", "nav-dashboard"),
            link("/verifications", "nav-verifications"),
            link("/organisations", "nav-organisations"),
            link("/programme/lexicon", "nav-lexicon"),
        ]),
        Kind::Cluster => links.push(link("/assistance", "nav-assistance")),
        Kind::Institution => {}
    }
    if matches!(member.kind, Kind::Maker | Kind::Buyer) {
        links.extend([link("/conversations", "nav-conversations"), link("/quotes", "nav-quotes")]);
    }
    let talks_of = match deputy {
        Some(deputy) => Some(deputy.maker.id).filter(|_| deputy.may(Act::Quotes)),
        None => Some(member.organisation).filter(|_| matches!(member.kind, Kind::Maker | Kind::Buyer)),
    };
    if matches!(member.kind, Kind::Maker | Kind::Buyer | Kind::Programme) {
        links.extend([link("/agreements", "nav-agreements"), link("/deals", "nav-deals")]);
    }
    links.push(link("/account", "nav-account"));
    Visitor {
        name: member.name.clone(),
        organisation: Some(member.organisation_name.clone()),
        links,
        language: member.language,
        scope: match deputy {
            None => format!("person {}", member.person),
            Some(deputy) => format!("person {} for {}", member.person, deputy.maker.id),
        },
        reads_for: talks_of.map(|organisation| (member.person, organisation)),
        acts_for: deputy.map(|deputy| ActsFor {
            maker: deputy.maker.name_in(member.language).to_owned(),
            stopped: deputy.is_stopped(),
        }),
    }
}

/// Anyone; a member if they are signed in.
#[derive(Clone, Debug)]
pub struct Viewer(pub Option<Member>);

impl Viewer {
    pub fn member(&self) -> Option<&Member> {
        self.0.as_ref()
    }

    pub fn sees_prices(&self) -> bool {
        self.member().is_some_and(Member::sees_prices)
    }

    pub fn is_officer(&self) -> bool {
        self.member().is_some_and(Member::is_officer)
    }
}

impl FromRequest for Viewer {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Self(request.extensions().get::<Member>().cloned())))
    }
}

/// Makes a permission: a type that can only be had by members for whom the rule holds.
macro_rules! permission {
    ($(#[$meta:meta])* $name:ident, $refusal:literal, |$member:ident| $rule:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name(Member);

        impl Deref for $name {
            type Target = Member;

            fn deref(&self) -> &Member {
                &self.0
            }
        }

        impl TryFrom<Member> for $name {
            type Error = Error;

            fn try_from($member: Member) -> Result<Self> {
                if $rule { Ok(Self($member)) } else { Err(Error::forbidden($refusal)) }
            }
        }

        impl FromRequest for $name {
            type Error = Error;
            type Future = std::future::Ready<Result<Self>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let member = request.extensions().get::<Member>().cloned().ok_or(Error::SignInNeeded);
                std::future::ready(member.and_then(Self::try_from))
            }
        }
    };
}

permission!(
    /// Any person with an account.
    SignedIn, "refusal-sign-in", |member| !member.name.is_empty()
);
permission!(
    /// A member of a maker, approved or still waiting: who may prepare, and not yet publish.
    AnyMaker, "refusal-not-any-maker", |member| member.kind == Kind::Maker && matches!(member.standing, Standing::Pending | Standing::Approved)
);
permission!(
    /// A member of a maker whom an officer has approved.
    Maker, "refusal-not-maker", |member| member.is_approved(Kind::Maker)
);
permission!(
    /// A member of a buyer, verified or still waiting.
    Buyer, "refusal-not-buyer", |member| member.kind == Kind::Buyer && matches!(member.standing, Standing::Pending | Standing::Approved)
);
permission!(
    /// A member of a buyer whom an officer has verified.
    VerifiedBuyer, "refusal-not-verified-buyer", |member| member.is_approved(Kind::Buyer)
);
permission!(
    /// An agent of an approved cluster.
    Agent, "refusal-not-agent", |member| member.is_approved(Kind::Cluster)
);
permission!(
    /// An agent of an approved cluster, or a programme officer, who may do the same for any cluster.
    AgentOrOfficer, "refusal-not-agent", |member| member.is_approved(Kind::Cluster) || member.is_officer()
);
permission!(
    /// A programme officer.
    Officer, "refusal-not-officer", |member| member.is_officer()
);
