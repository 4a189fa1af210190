//! Every route × every role: who may not come in does not, whatever the handler says.

use fondouk::accounts::{Kind, Standing};
use fondouk::app::routes;
use fondouk::web::{Access, Face, Route};
use reqwest::Method;

use crate::support::{Actor, TestApp};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    Visitor,
    PendingMaker,
    Maker,
    PendingBuyer,
    Buyer,
    Agent,
    Institution,
    Officer,
}

use Role::*;

const ROLES: [Role; 8] = [Visitor, PendingMaker, Maker, PendingBuyer, Buyer, Agent, Institution, Officer];

/// Whom a route's word lets past the door. Behind it a thing may still be somebody else's, which answers 404.
fn may(access: Access, role: Role) -> bool {
    match access {
        Access::Anyone | Access::LinkHolder | Access::Operator => true,
        Access::SignedIn => role != Visitor,
        Access::AnyMaker => matches!(role, PendingMaker | Maker),
        Access::Maker => role == Maker,
        Access::Buyer => matches!(role, PendingBuyer | Buyer),
        Access::VerifiedBuyer => role == Buyer,
        Access::Agent => role == Agent,
        Access::AgentOrOfficer => matches!(role, Agent | Officer),
        Access::Officer => role == Officer,
        Access::Trader => matches!(role, Maker | Buyer),
        // Nobody in this test is a side of anything.
        Access::Party | Access::PartyOrOfficer => false,
    }
}

async fn actors(app: &TestApp) -> Vec<(Role, Actor)> {
    let person = |kind, name, standing| app.person(kind, name, standing);
    vec![
        (Visitor, app.visitor()),
        (PendingMaker, person(Kind::Maker, "Pending maker", Standing::Pending).await),
        (Maker, person(Kind::Maker, "Maker", Standing::Approved).await),
        (PendingBuyer, person(Kind::Buyer, "Pending buyer", Standing::Pending).await),
        (Buyer, person(Kind::Buyer, "Buyer", Standing::Approved).await),
        (Agent, person(Kind::Cluster, "Cluster", Standing::Approved).await),
        (Institution, person(Kind::Institution, "Institution", Standing::Approved).await),
        (Officer, person(Kind::Programme, "Programme", Standing::Approved).await),
    ]
}

/// The path with gaps filled by things that do not exist.
fn path(route: &Route) -> String {
    let part = |part: &str| match part.strip_prefix('{') {
        None => part.to_owned(),
        Some(name) if name.ends_with("id}") || name == "number}" => "999999".to_owned(),
        Some(_) => "no-such-thing".to_owned(),
    };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

async fn knock(actor: &Actor, route: &Route) -> u16 {
    let method = Method::from_bytes(route.method.as_str().as_bytes()).unwrap();
    let mut request = actor.request(method.clone(), &path(route));
    if method != Method::GET && route.face() == Face::Api {
        request = request.json(&serde_json::json!({}));
    }
    actor.send(request).await.status
}

stories! {
    async fn nobody_comes_in_where_the_table_does_not_let_them(app: TestApp) {
        let actors = actors(&app).await;
        let mut wrong = Vec::new();
        for route in routes() {
            for (role, actor) in &actors {
                // Signing out ends the session that the next knock needs.
                if route.does == "sign out" && *role != Visitor {
                    continue;
                }
                let status = knock(actor, &route).await;
                let fits = match (may(route.access, *role), role) {
                    (true, _) => !matches!(status, 401 | 403) && status < 500,
                    // A page asks a stranger to sign in; an action and the API say so.
                    (false, Visitor) => matches!(status, 303 | 401 | 404),
                    (false, _) => matches!(status, 403 | 404),
                };
                if !fits {
                    wrong.push(format!("{role:?} at {route:?}: {status}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn every_role_is_let_in_somewhere_and_kept_out_somewhere() {
    for role in ROLES {
        assert!(routes().iter().any(|route| may(route.access, role)), "{role:?} can do nothing");
        assert!(
            role == Officer || routes().iter().any(|route| !may(route.access, role)),
            "{role:?} can do everything"
        );
    }
}
