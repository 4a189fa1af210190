//! A page as its reader has it before them, line by line, so that a change of words can be seen at a glance.

use scraper::{ElementRef, Html, Selector};

use super::Answer;

/// What begins a line of its own.
const BLOCKS: [&str; 24] = [
    "article", "aside", "button", "details", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3",
    "header", "label", "li", "main", "nav", "ol", "p", "section", "summary", "tr", "ul",
];

impl Answer {
    /// Language, direction and title, then what stands in the main part: links with where they lead, fields by name.
    #[track_caller]
    pub fn reads(&self) -> String {
        let document = Html::parse_document(&self.expect(200).text());
        let one = |selector: &str| document.select(&Selector::parse(selector).unwrap()).next();
        let html = document.root_element();
        let says = |name: &str| html.attr(name).unwrap_or_default().to_owned();
        let title: String = one("title").unwrap().text().collect();
        let mut text = format!("({} {}) {title}\n", says("lang"), says("dir"));
        write(one("main").expect("a page has a main part"), &mut text);
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

fn write(element: ElementRef<'_>, text: &mut String) {
    let name = element.value().name();
    if element.attr("aria-hidden") == Some("true") || ["svg", "script", "select"].contains(&name) {
        return;
    }
    if BLOCKS.contains(&name) {
        text.push('\n');
    }
    match name {
        "h1" | "h2" | "h3" => text.push_str(&"#".repeat(usize::from(name.as_bytes()[1] - b'0'))),
        "li" => text.push('-'),
        "dd" => text.push(':'),
        "a" | "button" => text.push_str(" ["),
        "input" if element.attr("type") != Some("hidden") => {
            let field = |name: &str| element.attr(name).unwrap_or_default();
            text.push_str(&format!("\n<{} {}>", field("type"), field("name")));
        }
        _ => {}
    }
    if matches!(name, "h1" | "h2" | "h3" | "li" | "dd") {
        text.push(' ');
    }
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            text.push_str(&words.replace('\n', " "));
        } else if let Some(inner) = ElementRef::wrap(child) {
            write(inner, text);
        }
    }
    match name {
        "a" => text.push_str(&format!("]({}) ", element.attr("href").unwrap_or_default())),
        "button" => text.push_str(&format!("{}] ", element.attr("aria-label").unwrap_or_default())),
        _ => {}
    }
    // What a term means stands on its line.
    if BLOCKS.contains(&name) && name != "dt" {
        text.push('\n');
    }
}
