//! A real Chromium, driven the way a person uses it: by what can be seen and pressed.

use std::io::{BufRead, BufReader};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::cookies::Cookie;
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use fondouk::error::Message;
use fondouk::locale::{self, Language};
use futures_util::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::TestApp;

const PATIENCE: Duration = Duration::from_secs(60);
const SESSION: &str = "session";

#[derive(Debug)]
pub struct Browser {
    client: Client,
    driver: Child,
    base: String,
    pub language: Language,
    folder: tempfile::TempDir,
}

/// A signed-in person: what their browser remembers.
#[derive(Clone, Debug)]
pub struct Person(Cookie<'static>);

/// Starts chromedriver on a port of its own choice, and answers it with its address.
fn start_driver() -> (Child, String) {
    // Whoever takes it ends it.
    #[allow(clippy::zombie_processes)]
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is installed: Debian's package is chromium-driver");
    let said = BufReader::new(driver.stdout.take().unwrap());
    for line in said.lines() {
        let line = line.unwrap();
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return (driver, format!("http://127.0.0.1:{}", port.trim_end_matches('.')));
        }
    }
    panic!("chromedriver did not start");
}

/// Nothing but what the journey asks for: no updates, no sync, no profile of anybody's.
fn capabilities(profile: &str) -> Value {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-proxy-server".to_owned(),
    ];
    arguments.push(format!("--user-data-dir={profile}"));
    json!({ "goog:chromeOptions": { "args": arguments }, "unhandledPromptBehavior": "ignore" })
}

impl Browser {
    pub async fn start(base: &str, language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (driver, address) = start_driver();
        let profile = folder.path().join("profile");
        let wish = capabilities(profile.to_str().unwrap());
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(wish.as_object().unwrap().clone()).connect(&address).await.unwrap();
        let browser = Self { client, driver, base: base.to_owned(), language, folder };
        browser.open(&format!("/?lang={}", language.code())).await;
        browser
    }

    /// The windows close; without this they would stay until the driver is killed.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }

    /// A file to be uploaded.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub async fn phone(&self) {
        self.client.set_window_rect(0, 0, 390, 844).await.unwrap();
    }

    pub async fn desk(&self) {
        self.client.set_window_rect(0, 0, 1280, 900).await.unwrap();
    }

    pub async fn open(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.unwrap();
    }

    pub async fn path(&self) -> String {
        self.client.current_url().await.unwrap().path().to_owned()
    }

    pub fn say(&self, message: impl Into<Message>) -> String {
        locale::say(self.language, &message.into())
    }

    async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Signs in on the page, as everybody does.
    pub async fn sign_in(&self, email: &str, password: &str) -> Person {
        self.leave().await;
        self.open("/sign-in").await;
        self.fill("email", email).await;
        self.fill("password", password).await;
        self.press("nav-sign-in").await;
        assert_eq!(self.path().await, "/desk", "{}", self.words().await);
        Person(self.client.get_named_cookie(SESSION).await.unwrap())
    }

    async fn leave(&self) {
        let _ = self.client.delete_cookie(SESSION).await;
    }

    /// The next page is read by somebody else, whose sign-in this browser has seen before.
    pub async fn is_used_by(&self, person: &Person) {
        self.leave().await;
        self.client.add_cookie(person.0.clone()).await.unwrap();
    }

    pub async fn is_used_by_nobody(&self) {
        self.leave().await;
    }

    /// Everything that can be read.
    pub async fn words(&self) -> String {
        self.run("return document.body.innerText", vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    pub async fn sees(&self, text: &str) {
        let words = self.words().await;
        assert!(plain(&words).contains(&plain(text)), "{text:?} is not in: {words}");
    }

    pub async fn sees_message(&self, key: &'static str) {
        self.sees(&self.say(key)).await;
    }

    pub async fn does_not_see(&self, text: &str) {
        let words = self.words().await;
        assert!(!plain(&words).contains(&plain(text)), "{text:?} is in: {words}");
    }

    /// Loads the page again until the text is there: what happens behind the pages takes a moment.
    pub async fn waits_for(&self, text: &str) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if plain(&self.words().await).contains(&plain(text)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            self.client.refresh().await.unwrap();
        }
        self.sees(text).await;
    }

    async fn find(&self, css: &str) -> Element {
        match self.client.find(Locator::Css(css)).await {
            Ok(element) => element,
            Err(_) => panic!("no {css} on {}: {}", self.path().await, self.words().await),
        }
    }

    /// Types into a field, in place of what stands there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.find(&format!("main [name=\"{name}\"]")).await;
        if field.attr("type").await.unwrap().as_deref() == Some("date") {
            // How a date is typed depends on the machine's region, so it is picked instead.
            let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))";
            self.run(script, vec![serde_json::to_value(&field).unwrap(), json!(text)]).await;
            return;
        }
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub async fn choose(&self, name: &str, value: &str) {
        let css = format!("main select[name=\"{name}\"] option[value=\"{value}\"]");
        let option = self.find(&css).await;
        // Where several can be chosen, a second click would take the first one back.
        if !option.is_selected().await.unwrap() {
            option.click().await.unwrap();
        }
    }

    /// Ticks a box or a radio button, by its label as a finger would.
    pub async fn tick(&self, name: &str, value: &str) {
        let input = format!("input[name=\"{name}\"][value=\"{value}\"]");
        let script = "const box = document.querySelector(arguments[0]).closest('details');
            return box && !box.open ? (box.querySelector('summary').click(), true) : false";
        self.run(script, vec![json!(input)]).await;
        if !self.find(&input).await.is_selected().await.unwrap() {
            self.find(&format!("main label:has({input})")).await.click().await.unwrap();
        }
    }

    pub async fn attach(&self, name: &str, file: &std::path::Path) {
        let field = self.find(&format!("main input[type=file][name=\"{name}\"]")).await;
        field.send_keys(file.to_str().unwrap()).await.unwrap();
    }

    /// Several files in one field.
    pub async fn attach_all(&self, name: &str, files: &[PathBuf]) {
        let paths: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
        let field = self.find(&format!("main input[type=file][name=\"{name}\"]")).await;
        field.send_keys(&paths.join("\n")).await.unwrap();
    }

    /// Opens what is folded away under this text.
    pub async fn unfold(&self, key: &'static str) {
        self.point_at("main summary", &self.say(key)).await.click().await.unwrap();
    }

    /// Presses the button or follows the link with this text, answers yes if asked, and waits for the next page.
    pub async fn press(&self, key: &'static str) {
        self.press_text(&self.say(key)).await;
    }

    pub async fn press_text(&self, text: &str) {
        let target = self.point_at("main button, main a", text).await;
        self.leaves_by(async { target.click().await.unwrap() }).await;
    }

    /// Searches in the head of the page.
    pub async fn search(&self, text: &str) {
        let field = self.find("header input[type=search]").await;
        field.send_keys(text).await.unwrap();
        self.leaves_by(async { field.send_keys("\u{e007}").await.unwrap() }).await;
    }

    /// Types into a field, after what stands there; keys without a letter too.
    pub async fn types(&self, css: &str, keys: &str) {
        self.find(css).await.send_keys(keys).await.unwrap();
    }

    /// A key that leads to another page.
    pub async fn takes_by_key(&self, css: &str, key: &str) {
        let field = self.find(css).await;
        self.leaves_by(async { field.send_keys(key).await.unwrap() }).await;
    }

    /// Presses what leads to another page.
    pub async fn takes_by_hand(&self, css: &str) {
        let target = self.find(css).await;
        self.leaves_by(async { target.click().await.unwrap() }).await;
    }

    pub async fn takes_focus_elsewhere(&self) {
        self.run("document.activeElement.blur()", vec![]).await;
    }

    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.find(css).await.attr(name).await.unwrap()
    }

    pub async fn waits_until_there_is(&self, css: &str) {
        self.waits_until(css, true).await;
    }

    pub async fn waits_until_there_is_no(&self, css: &str) {
        self.waits_until(css, false).await;
    }

    async fn waits_until(&self, css: &str, there: bool) {
        let begun = Instant::now();
        let script = "return document.querySelector(arguments[0]) !== null";
        while self.run(script, vec![json!(css)]).await != json!(there) {
            assert!(begun.elapsed() < PATIENCE, "{css} is there: {}", !there);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn leaves_by(&self, act: impl Future<Output = ()>) {
        self.run("document.documentElement.dataset.before = 'yes'", vec![]).await;
        act.await;
        let begun = Instant::now();
        loop {
            // The question before something that cannot be undone.
            let _ = self.client.accept_alert().await;
            let script = "return document.documentElement.dataset.before === undefined && document.readyState === 'complete'";
            if self.client.execute(script, vec![]).await.is_ok_and(|arrived| arrived == json!(true)) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "still on the same page: {}", self.words().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The visible element with exactly this text; of several, the first.
    async fn point_at(&self, css: &str, text: &str) -> Element {
        let script = "
            const plain = (text) => text.replace(/[\\u2066-\\u2069\\u200e\\u200f]/g, '').replace(/\\s+/g, ' ').trim();
            document.querySelectorAll('[data-pointed]').forEach((old) => delete old.dataset.pointed);
            const fits = [...document.querySelectorAll(arguments[0])].filter(
                (one) => plain(one.textContent) === plain(arguments[1]) && one.checkVisibility());
            if (fits.length) fits[0].dataset.pointed = 'yes';
            return fits.length";
        let found = self.run(script, vec![json!(css), json!(text)]).await;
        assert!(
            found.as_i64() > Some(0),
            "nothing to press called {text:?} on {}: {}",
            self.path().await,
            self.words().await
        );
        self.find("[data-pointed]").await
    }

    /// A phone shows the whole page without moving it sideways, and nobody has to aim at something tiny.
    pub async fn fits_its_window(&self) {
        let script = "const page = document.documentElement;
            const wide = [...document.querySelectorAll('body *')].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && one.checkVisibility();
            }).map((one) => one.tagName + '.' + one.className);
            return { inner: innerWidth, page: page.scrollWidth, wide: wide.slice(0, 8) }";
        let seen = self.run(script, vec![]).await;
        assert!(seen["page"].as_i64() <= seen["inner"].as_i64(), "{} is too wide: {seen}", self.path().await);
    }

    pub async fn reads(&self, css: &str, what: &str) -> Value {
        let script =
            "const one = document.querySelector(arguments[0]); return one ? one[arguments[1]] : null";
        self.run(script, vec![json!(css), json!(what)]).await
    }

    pub async fn value(&self, name: &str) -> String {
        let value = self.reads(&format!("main [name=\"{name}\"]"), "value").await;
        value.as_str().unwrap_or_default().to_owned()
    }

    pub async fn has_value(&self, name: &str, text: &str) {
        assert_eq!(self.value(name).await, text, "in {name} on {}", self.path().await);
    }

    pub async fn does_not_see_value(&self, name: &str, text: &str) {
        assert_ne!(self.value(name).await, text, "in {name} on {}", self.path().await);
    }

    /// What a script says takes a moment.
    pub async fn waits_until_reads(&self, css: &str, text: &str) {
        let begun = Instant::now();
        while plain(self.reads(css, "textContent").await.as_str().unwrap_or_default()) != plain(text) {
            assert!(begun.elapsed() < PATIENCE, "{css} does not say {text:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Walks through the pages of an app that is at work. What was seen last is kept if that fails.
    pub async fn walks(app: &TestApp, language: Language, way: impl AsyncFnOnce(&Self)) {
        let workers = app.start_workers().await;
        let browser = Self::start(&app.url(""), language).await;
        let outcome = AssertUnwindSafe(way(&browser)).catch_unwind().await;
        if outcome.is_err() {
            browser.keep_what_is_seen().await;
        }
        browser.close().await;
        workers.stop().await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }

    /// For whoever looks into why a journey failed.
    async fn keep_what_is_seen(&self) {
        let folder = tempfile::Builder::new().prefix("fondouk-journey-").tempdir().unwrap().keep();
        // A question that still stands there would hide the page.
        let _ = self.client.accept_alert().await;
        if let (Ok(picture), Ok(source)) = (self.client.screenshot().await, self.client.source().await) {
            std::fs::write(folder.join("page.png"), picture).unwrap();
            std::fs::write(folder.join("page.html"), source).unwrap();
            eprintln!("what the browser showed last lies in {}", folder.display());
        }
    }
}

/// Without the marks that keep Latin words in place within Arabic, and with single blanks.
fn plain(text: &str) -> String {
    let visible = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'));
    visible.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It takes its Chromium with it.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
