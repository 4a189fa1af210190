//! The two bodies of a letter, made from the same pieces.

use askama::Template;

use crate::error::Message;
use crate::locale::{Language, say};

#[derive(Clone, Debug)]
pub(super) enum Piece {
    Paragraph(String),
    Facts(Vec<(String, String)>),
    Quote(String),
    Button { label: String, url: String },
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
pub(super) struct Body<'a> {
    pub language: Language,
    pub subject: &'a str,
    pub greeting: String,
    pub pieces: &'a [Piece],
    pub reason: String,
}

impl Body<'_> {
    pub(super) fn html(&self) -> String {
        self.render().expect("writing into a string does not fail")
    }

    pub(super) fn text(&self) -> String {
        let mut blocks = vec![self.greeting.clone()];
        blocks.extend(self.pieces.iter().map(plain));
        // Two hyphens and a blank: what mail programs know as the beginning of a signature.
        blocks.push(format!("-- \n{}\n{}\n{}", self.signature(), self.reason, self.automatic()));
        blocks.join("\n\n") + "\n"
    }

    fn signature(&self) -> String {
        say(self.language, &Message::new("mail-signature"))
    }

    fn automatic(&self) -> String {
        say(self.language, &Message::new("mail-automatic"))
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
    }
}
