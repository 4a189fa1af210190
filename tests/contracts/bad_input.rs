//! Wrong input to every route: a clear answer, never a failure of ours, and what is refused has written nothing.
//!
//! Generic over the route table and the description of the API, so that a new route is held to it by being there.

mod shape;
mod wrong;

use fondouk::app::routes;
use fondouk::web::{Access, Face, Route};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};
use shape::Shapes;

use crate::support::{Actor, Role, TestApp, World};

/// Bytes of the body that is too large for everything.
const TOO_LARGE: usize = 10 << 20;

struct Trial<'a> {
    app: &'a TestApp,
    world: &'a World,
    shapes: &'a Shapes,
    wrong: Vec<String>,
    tried: usize,
    refused: usize,
}

/// Somebody whom the door lets in, so that the input is what decides.
fn sender(world: &World, access: Access) -> &Actor {
    let role = match access {
        Access::Party | Access::PartyOrOfficer | Access::SignedIn => Role::Maker,
        Access::Agent => Role::Agent,
        other => *[Role::Maker, Role::Buyer, Role::Officer, Role::Visitor]
            .iter()
            .find(|role| role.may(other))
            .expect("somebody may"),
    };
    world.people.one(role)
}

fn method(route: &Route) -> Method {
    Method::from_bytes(route.method.as_str().as_bytes()).unwrap()
}

impl<'a> Trial<'a> {
    fn new(app: &'a TestApp, world: &'a World, shapes: &'a Shapes) -> Self {
        Self { app, world, shapes, wrong: Vec::new(), tried: 0, refused: 0 }
    }

    /// How much was ever written: facts and letters.
    async fn written(&self) -> (i64, i64) {
        self.app
            .read(|conn| {
                use diesel::prelude::*;
                use fondouk::db::schema::{events, letters};
                Ok((events::table.count().get_result(conn)?, letters::table.count().get_result(conn)?))
            })
            .await
    }

    async fn send(&mut self, route: &Route, what: &str, request: reqwest::RequestBuilder) -> u16 {
        let before = self.written().await;
        self.tried += 1;
        let answer = match request.send().await {
            Ok(answer) => answer,
            Err(error) => {
                self.wrong.push(format!("{route:?}, {what}: no answer: {error:?}"));
                return 0;
            }
        };
        let status = answer.status().as_u16();
        let kind =
            answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("").to_owned();
        let body = answer.text().await.unwrap_or_default();
        if !(200..500).contains(&status) {
            self.wrong.push(format!("{route:?}, {what}: {status}"));
        }
        if (400..500).contains(&status) {
            self.refused += 1;
            if self.written().await != before {
                self.wrong.push(format!("{route:?}, {what}: {status}, but something was written"));
            }
            // Clear: a problem document for programs, a page for people.
            let clear = match route.face() {
                Face::Api => kind == "application/problem+json" && body.contains("\"detail\""),
                Face::Page => kind.starts_with("text/html") && body.contains("</html>"),
                Face::Plain => true,
            };
            if !clear {
                self.wrong.push(format!("{route:?}, {what}: {status} is not explained ({kind})"));
            }
        }
        status
    }

    fn request(&self, route: &Route, path: &str) -> reqwest::RequestBuilder {
        sender(self.world, route.access).request(method(route), path)
    }

    /// What is there changes as right input is taken; an editor sends the version that it has seen.
    async fn right(&self, route: &Route) -> Option<Value> {
        let schema = self.shapes.body(route)?;
        let mut right = self.shapes.right(schema, self.world);
        if right.get("version").is_some() {
            let twin = self.shapes.api_twin(route).expect("a body has one");
            let end = twin.path.find('}').map_or(twin.path.len(), |end| end + 1);
            let path = self.world.path(&twin.path[..end]);
            let seen = sender(self.world, route.access).get(&path).await;
            if seen.status == 200 {
                right["version"] = seen.json()["version"].clone();
            }
        }
        Some(right)
    }

    async fn json(&mut self, route: &Route) {
        let path = self.world.path(route.path);
        for (what, body) in wrong::bodies() {
            let request = self.request(route, &path).header(CONTENT_TYPE, "application/json").body(body);
            self.send(route, what, request).await;
        }
        for kind in
            ["text/plain", "application/xml", "application/x-www-form-urlencoded", "\"", "a/b; c=\u{ff}"]
        {
            let request = self.request(route, &path).header(CONTENT_TYPE, kind.as_bytes()).body("{}");
            self.send(route, "a wrong content type", request).await;
        }
        let large = [b"{\"title\":\"".to_vec(), vec![b'x'; TOO_LARGE], b"\"}".to_vec()].concat();
        let request = self.request(route, &path).header(CONTENT_TYPE, "application/json").body(large);
        let status = self.send(route, "10 MB", request).await;
        if status != 413 {
            self.wrong.push(format!("{route:?}, 10 MB: {status}"));
        }
        let Some(right) = self.right(route).await else { return };
        for key in ["", "k".repeat(300).as_str(), "schlüssel"] {
            let request = self.request(route, &path).header("Idempotency-Key", key.as_bytes()).json(&right);
            self.send(route, "a wrong key", request).await;
        }
        for place in places(&right, "") {
            let mut lacking = self.right(route).await.unwrap_or_default();
            take(&mut lacking, &place);
            self.send(route, &format!("{place} left out"), self.request(route, &path).json(&lacking)).await;
            for (what, value) in wrong::values() {
                let mut body = self.right(route).await.unwrap_or_default();
                *body.pointer_mut(&place).unwrap() = value;
                self.send(route, &format!("{place}: {what}"), self.request(route, &path).json(&body)).await;
            }
        }
    }

    async fn form(&mut self, route: &Route) {
        const FORM: &str = "application/x-www-form-urlencoded";
        let path = self.world.path(route.path);
        for (what, body) in wrong::forms() {
            let request = self.request(route, &path).header(CONTENT_TYPE, FORM).body(body);
            self.send(route, what, request).await;
        }
        let large = [b"title=".to_vec(), vec![b'x'; TOO_LARGE]].concat();
        let takes_input = self.shapes.body(route).is_some_and(|body| body["properties"].is_object());
        let status = self
            .send(route, "10 MB", self.request(route, &path).header(CONTENT_TYPE, FORM).body(large))
            .await;
        if takes_input && status != 413 {
            self.wrong.push(format!("{route:?}, 10 MB: {status}"));
        }
        let Some(right) = self.right(route).await else { return };
        for place in
            places(&right, "").iter().filter(|place| right.pointer(place).unwrap().as_object().is_none())
        {
            for (what, text) in wrong::texts() {
                let mut body = self.right(route).await.unwrap_or_default();
                *body.pointer_mut(place).unwrap() = json!(text);
                let request = self.request(route, &path).form(&pairs(&body));
                self.send(route, &format!("{place}: {what}"), request).await;
            }
            // What stands in one box, as if there were more of them.
            let mut twice = pairs(&right);
            let again = twice.clone();
            twice.extend(again);
            twice.push((format!("{}[a][b]", name(place)), "1".to_owned()));
            self.send(route, &format!("{place}, twice"), self.request(route, &path).form(&twice)).await;
        }
    }

    async fn upload(&mut self, route: &Route) {
        const MARK: &str = "multipart/form-data; boundary=mark";
        let path = self.world.path(route.path);
        let part = |name: &str, file: &str, bytes: &[u8]| {
            let head = format!(
                "--mark\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n"
            );
            [head.as_bytes(), bytes, b"\r\n--mark--\r\n"].concat()
        };
        let png = crate::support::samples::picture();
        let bodies = [
            ("no parts", MARK, b"--mark--\r\n".to_vec()),
            ("nothing", MARK, Vec::new()),
            ("an empty file", MARK, part("file", "a.png", b"")),
            ("a text called a picture", MARK, part("file", "a.png", b"not a picture at all")),
            ("half a picture", MARK, part("file", "a.png", &png[..png.len() / 2])),
            ("a name with signs", MARK, part("file", "../../\u{202e}a\0.png", b"GIF89a")),
            ("an unknown field", MARK, part("no_such_field", "a.png", b"\xff\xfe")),
            ("another mark", "multipart/form-data; boundary=other", part("file", "a.png", &png)),
            ("no mark", "multipart/form-data", part("file", "a.png", &png)),
            ("a form", "application/x-www-form-urlencoded", b"file=1".to_vec()),
            ("JSON", "application/json", b"{}".to_vec()),
            (
                "no end",
                MARK,
                b"--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"
                    .to_vec(),
            ),
            ("noise of 20 MB", MARK, part("file", "a.png", &vec![0x5a; 20 << 20])),
        ];
        for (what, kind, body) in bodies {
            let request = self.request(route, &path).header(CONTENT_TYPE, kind).body(body);
            let status = self.send(route, what, request).await;
            if (200..400).contains(&status) {
                self.wrong.push(format!("{route:?}, {what}: {status}"));
            }
        }
    }

    async fn query(&mut self, route: &Route) {
        let path = self.world.path(route.path);
        for query in wrong::QUERIES {
            self.send(route, query, self.request(route, &format!("{path}?{query}"))).await;
        }
        for field in self.shapes.query(route) {
            for (what, text) in wrong::texts() {
                let request = self.request(route, &path).query(&[(&field, text)]);
                self.send(route, &format!("?{field}: {what}"), request).await;
            }
        }
    }

    async fn gaps(&mut self, route: &Route) {
        let gaps = route.path.split('/').filter(|part| part.starts_with('{')).count();
        for gap in 0..gaps {
            for odd in wrong::GAPS {
                let mut count = 0;
                let part = |part: &str| match part.starts_with('{') {
                    true => {
                        count += 1;
                        if count == gap + 1 { odd.to_owned() } else { part.to_owned() }
                    }
                    false => part.to_owned(),
                };
                let path = self.world.path(&route.path.split('/').map(part).collect::<Vec<_>>().join("/"));
                let mut request = self.request(route, &path);
                if method(route) != Method::GET && route.face() == Face::Api && !route.upload {
                    request = request.json(&json!({}));
                }
                self.send(route, &path, request).await;
            }
        }
    }

    fn done(&self, least: usize) {
        assert!(self.wrong.is_empty(), "{} of {}:\n{}", self.wrong.len(), self.tried, self.wrong.join("\n"));
        assert!(self.tried > least, "only {} tried", self.tried);
        assert!(self.refused * 2 > self.tried, "only {} of {} refused", self.refused, self.tried);
    }
}

/// Every place in a body, as JSON pointers.
fn places(value: &Value, at: &str) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (format!("{at}/{name}"), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(n, value)| (format!("{at}/{n}"), value)).collect()
        }
        _ => Vec::new(),
    };
    inner.into_iter().flat_map(|(at, value)| [vec![at.clone()], places(value, &at)].concat()).collect()
}

fn take(value: &mut Value, place: &str) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) => drop(fields.remove(name)),
        Some(Value::Array(items)) => items.clear(),
        _ => {}
    }
}

/// `/lines/0/product` is `lines[0][product]`.
fn name(place: &str) -> String {
    let mut parts = place.trim_start_matches('/').split('/');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| format!("{name}[{part}]"))
}

fn pairs(body: &Value) -> Vec<(String, String)> {
    let leaf = |place: String| {
        let text = match body.pointer(&place)? {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            Value::Object(_) | Value::Array(_) => return None,
            other => other.to_string(),
        };
        Some((name(&place), text))
    };
    places(body, "").into_iter().filter_map(leaf).collect()
}

async fn shapes(app: &TestApp) -> Shapes {
    Shapes::new(app.get("/api/v1/openapi.json").await.expect(200).json(), routes())
}

/// Signing out ends the session that the next attempt needs.
fn is_tried(route: &Route) -> bool {
    route.does != "sign out"
}

stories! {
    async fn wrong_json_is_refused_and_writes_nothing(app: TestApp) {
        let (world, shapes) = (World::full(&app).await, shapes(&app).await);
        let mut trial = Trial::new(&app, &world, &shapes);
        let takes_json = |route: &&Route| route.face() == Face::Api && route.input.is_some() && !route.upload && !route.lines;
        for route in routes().iter().filter(takes_json).filter(|route| is_tried(route)) {
            trial.json(route).await;
        }
        trial.done(3_000);
    }

    async fn wrong_forms_are_refused_and_write_nothing(app: TestApp) {
        let (world, shapes) = (World::full(&app).await, shapes(&app).await);
        let mut trial = Trial::new(&app, &world, &shapes);
        let is_form = |route: &&Route| route.face() == Face::Page && method(route) == Method::POST && !route.upload;
        for route in routes().iter().filter(is_form).filter(|route| is_tried(route)) {
            trial.form(route).await;
        }
        trial.done(2_000);
    }

    async fn wrong_uploads_are_refused_and_write_nothing(app: TestApp) {
        let (world, shapes) = (World::full(&app).await, shapes(&app).await);
        let mut trial = Trial::new(&app, &world, &shapes);
        for route in routes().iter().filter(|route| route.upload) {
            trial.upload(route).await;
        }
        trial.done(30);
    }

    async fn odd_addresses_break_nothing(app: TestApp) {
        let workers = app.start_workers().await;
        let (world, shapes) = (World::full(&app).await, shapes(&app).await);
        // What the world itself causes must not be taken for what a wrong request wrote.
        app.settled().await;
        let mut trial = Trial::new(&app, &world, &shapes);
        for route in routes().iter().filter(|route| is_tried(route)) {
            trial.gaps(route).await;
            if method(route) == Method::GET {
                trial.query(route).await;
            }
        }
        // Many a page overlooks what it does not know, so less than half is refused here.
        assert!(trial.wrong.is_empty(), "{}", trial.wrong.join("\n"));
        assert!(trial.tried > 1_500, "only {} tried", trial.tried);
        workers.stop().await;
    }
}
