//! The API describes itself truly, and does what pages do.

use std::collections::BTreeSet;

use fondouk::app::routes;
use fondouk::web::{Face, Route};

stories! {
    async fn the_description_is_served_and_every_reference_resolves(app: TestApp) {
        let document = app.get("/api/v1/openapi.json").await.expect(200).json();
        assert_eq!(document["openapi"], "3.1.0");
        let text = document.to_string();
        for reference in text.split("\"$ref\":\"#").skip(1) {
            let pointer = reference.split('"').next().unwrap();
            assert!(document.pointer(pointer).is_some(), "{pointer} leads nowhere");
        }
        let paths = document["paths"].as_object().unwrap();
        for route in routes().iter().filter(|route| route.face() == Face::Api && !route.does.is_empty()) {
            let method = route.method.as_str().to_lowercase();
            assert!(paths[route.path].get(&method).is_some(), "{route:?}");
        }
        app.get("/api-docs").await.expect(200).shows("/api/v1/session");
    }
}

fn does(face: Face) -> BTreeSet<&'static str> {
    let of_face = |route: &Route| route.face() == face && !route.does.is_empty();
    routes().iter().filter(|route| of_face(route)).map(|route| route.does).collect()
}

/// What only programs do: people reach the same through a page that holds more.
const API_ALONE: &[&str] = &[];
/// What only people need.
const PAGES_ALONE: &[&str] = &[];

#[test]
fn every_use_case_has_two_faces() {
    let (pages, api) = (does(Face::Page), does(Face::Api));
    let only_api: Vec<_> = api.difference(&pages).filter(|name| !API_ALONE.contains(name)).collect();
    let only_pages: Vec<_> = pages.difference(&api).filter(|name| !PAGES_ALONE.contains(name)).collect();
    assert!(
        only_api.is_empty() && only_pages.is_empty(),
        "API alone: {only_api:?}, pages alone: {only_pages:?}"
    );
}

#[test]
fn no_route_is_listed_twice() {
    let mut seen = BTreeSet::new();
    for route in routes() {
        assert!(seen.insert((route.method.to_string(), route.path)), "{route:?}");
    }
}
