//! The two bodies of a letter, made from the same pieces.

use askama::Template;

use crate::error::Message;
use crate::locale::{Language, say};

#[derive(Clone, Debug)]
pub(super) enum Piece {
    Paragraph(String),
    Facts(Vec<(String, String)>),
    Quote(String),
    Button {
        label: String,
        url: String,
    },
    /// Begins a part of the letter.
    Heading(String),
    /// One thing of several, with where it is.
    Thing {
        title: String,
        url: String,
    },
    /// Smaller than buttons, next to each other.
    Links(Vec<(String, String)>),
}

/// How its reader comes out of letters like this one.
#[derive(Clone, Debug)]
pub(super) struct WaysOut {
    pub end: String,
    pub choose: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
pub(super) struct Body<'a> {
    pub language: Language,
    pub subject: &'a str,
    pub greeting: String,
    pub pieces: &'a [Piece],
    pub reason: String,
    pub ways_out: Option<&'a WaysOut>,
}

impl Body<'_> {
    pub(super) fn html(&self) -> String {
        self.render().expect("writing into a string does not fail")
    }

    pub(super) fn text(&self) -> String {
        let mut blocks = vec![self.greeting.clone()];
        blocks.extend(self.pieces.iter().map(plain));
        // Two hyphens and a blank: what mail programs know as the beginning of a signature.
        let mut foot = format!("-- \n{}\n{}\n{}", self.signature(), self.reason, self.automatic());
        if let Some(ways) = self.ways_out {
            for (label, url) in [(self.choose(), &ways.choose), (self.end(), &ways.end)] {
                foot.push_str(&format!("\n{label}: {url}"));
            }
        }
        blocks.push(foot);
        blocks.join("\n\n") + "\n"
    }

    fn signature(&self) -> String {
        say(self.language, &Message::new("mail-signature"))
    }

    fn automatic(&self) -> String {
        say(self.language, &Message::new("mail-automatic"))
    }

    fn choose(&self) -> String {
        say(self.language, &Message::new("mail-choose-rhythm"))
    }

    fn end(&self) -> String {
        say(self.language, &Message::new("mail-end"))
    }

    fn button_hint(&self) -> String {
        say(self.language, &Message::new("mail-button-hint"))
    }

    /// Mail programs know `left` and `right` only.
    fn start(&self) -> &'static str {
        if self.language == Language::Ar { "right" } else { "left" }
    }
}

fn plain(piece: &Piece) -> String {
    match piece {
        Piece::Paragraph(text) => text.clone(),
        Piece::Facts(facts) => {
            let lines: Vec<_> = facts.iter().map(|(label, value)| format!("{label}: {value}")).collect();
            lines.join("\n")
        }
        Piece::Quote(words) => words.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        Piece::Button { label, url } => format!("{label}:\n{url}"),
        Piece::Heading(text) => format!("{text}\n{}", "-".repeat(text.chars().count())),
        Piece::Thing { title, url } => format!("{title}\n{url}"),
        Piece::Links(links) => {
            let lines: Vec<_> = links.iter().map(|(label, url)| format!("{label}: {url}")).collect();
            lines.join("\n")
        }
    }
}
