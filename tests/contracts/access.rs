//! Every route × every role: who may not come in does not, whatever the handler says.

use fondouk::app::routes;
use fondouk::web::{Face, Route};
use reqwest::Method;

use crate::support::{Actor, People, Role};

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
        // Searching answers 503 until the index is there.
        let workers = app.start_workers().await;
        let people = People::of_every_kind(&app).await;
        let mut wrong = Vec::new();
        for route in routes() {
            for (role, actor) in people.each() {
                // Signing out ends the session that the next knock needs.
                if route.does == "sign out" && role != Role::Visitor {
                    continue;
                }
                let status = knock(actor, &route).await;
                let fits = match (role.may_take(&route), role) {
                    (true, _) => !matches!(status, 401 | 403) && status < 500,
                    // A page asks a stranger to sign in; an action and the API say so.
                    (false, Role::Visitor) => matches!(status, 303 | 401 | 404),
                    (false, _) => matches!(status, 403 | 404),
                };
                if !fits {
                    wrong.push(format!("{role:?} at {route:?}: {status}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        workers.stop().await;
    }
}

#[test]
fn every_role_is_let_in_somewhere_and_kept_out_somewhere() {
    for role in Role::ALL {
        assert!(routes().iter().any(|route| role.may_take(route)), "{role:?} can do nothing");
        assert!(
            role == Role::Officer || routes().iter().any(|route| !role.may_take(route)),
            "{role:?} can do everything"
        );
    }
}
