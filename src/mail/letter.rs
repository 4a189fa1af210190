//! A letter and how it is written: said piece by piece in the reader's language, once as plain text and once as HTML.

use super::body::{Body, Piece, WaysOut};
use crate::error::Message;
use crate::locale::{Language, say};

/// A letter ready to be posted.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub(super) to_address: String,
    pub(super) to_name: String,
    pub(super) language: Language,
    pub(super) cause: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
    /// Where one click ends letters of this sort; none for letters of the business itself.
    pub(super) unsubscribe: Option<String>,
}

/// A letter being written.
#[derive(Clone, Debug)]
pub struct Draft {
    address: String,
    name: String,
    language: Language,
    cause: Option<String>,
    subject: Message,
    reason: Message,
    pieces: Vec<Piece>,
    ways_out: Option<WaysOut>,
}

impl Letter {
    /// Begins a letter to an address; the name may be empty.
    #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
    pub fn to(address: impl Into<String>, name: impl AsRef<str>, language: Language) -> Draft {
        Draft {
            address: address.into(),
            name: one_line(name.as_ref()),
            language,
            cause: None,
            subject: Message::new("mail-subject"),
            reason: Message::new("mail-reason-account"),
            pieces: Vec::new(),
            ways_out: None,
        }
    }

    pub fn subject(&self) -> &str {
        &self.subject
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn html(&self) -> &str {
        &self.html
    }
}

impl Draft {
    /// What this letter is about, such as `agreement-12-proposed-to-7`: one letter is sent per cause, however often
    /// it is posted. Without a cause, no letter is ever the repetition of another.
    pub fn cause(mut self, cause: impl Into<String>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    pub fn subject(mut self, subject: impl Into<Message>) -> Self {
        self.subject = subject.into();
        self
    }

    pub fn paragraph(mut self, text: impl Into<Message>) -> Self {
        let said = self.say(text);
        self.pieces.push(Piece::Paragraph(said));
        self
    }

    /// A line of the letter's table: what, and how much.
    pub fn fact(mut self, label: impl Into<Message>, value: impl AsRef<str>) -> Self {
        let fact = (self.say(label), one_line(value.as_ref()));
        match self.pieces.last_mut() {
            Some(Piece::Facts(facts)) => facts.push(fact),
            _ => self.pieces.push(Piece::Facts(vec![fact])),
        }
        self
    }

    /// Somebody else's words, set apart from the house's own; blank ones are left out.
    pub fn quote(mut self, words: impl AsRef<str>) -> Self {
        let words = words.as_ref().trim();
        if !words.is_empty() {
            self.pieces.push(Piece::Quote(words.to_owned()));
        }
        self
    }

    /// Where to go from here. The address is absolute; showing it must change nothing, since mail scanners follow links.
    pub fn button(mut self, label: impl Into<Message>, url: impl Into<String>) -> Self {
        let label = self.say(label);
        self.pieces.push(Piece::Button { label, url: url.into() });
        self
    }

    /// Begins a part of a letter that has several.
    pub fn heading(mut self, text: impl Into<Message>) -> Self {
        let said = self.say(text);
        self.pieces.push(Piece::Heading(said));
        self
    }

    /// One thing of several, by its own name, and where it is.
    pub fn thing(mut self, title: impl AsRef<str>, url: impl Into<String>) -> Self {
        self.pieces.push(Piece::Thing { title: one_line(title.as_ref()), url: url.into() });
        self
    }

    /// A smaller way on than a button; those that follow each other stand together.
    pub fn link(mut self, label: impl Into<Message>, url: impl Into<String>) -> Self {
        let link = (one_line(&self.say(label)), url.into());
        match self.pieces.last_mut() {
            Some(Piece::Links(links)) => links.push(link),
            _ => self.pieces.push(Piece::Links(vec![link])),
        }
        self
    }

    /// For letters that nobody need get: where one click ends them (RFC 8058), and where their reader says how often
    /// they come. Both absolute; the first is a secret of this reader's.
    pub fn unsubscribable(mut self, end: impl Into<String>, choose: impl Into<String>) -> Self {
        self.ways_out = Some(WaysOut { end: end.into(), choose: choose.into() });
        self
    }

    /// Why one gets this letter, where the usual reason (one has an account) is not the right one.
    pub fn reason(mut self, reason: impl Into<Message>) -> Self {
        self.reason = reason.into();
        self
    }

    pub fn build(self) -> Letter {
        let subject = one_line(&self.say(self.subject.clone()));
        let greeting = match self.name.is_empty() {
            true => Message::new("mail-greeting-nameless"),
            false => Message::new("mail-greeting").with("name", self.name.as_str()),
        };
        let body = Body {
            language: self.language,
            subject: &subject,
            greeting: self.say(greeting),
            pieces: &self.pieces,
            reason: self.say(self.reason.clone()),
            ways_out: self.ways_out.as_ref(),
        };
        let (text, html) = (body.text(), body.html());
        let cause = self.cause.unwrap_or_else(|| format!("once-{:032x}", rand::random::<u128>()));
        Letter {
            to_address: self.address,
            to_name: self.name,
            language: self.language,
            cause,
            subject,
            text,
            html,
            unsubscribe: self.ways_out.map(|ways| ways.end),
        }
    }

    fn say(&self, message: impl Into<Message>) -> String {
        say(self.language, &message.into())
    }
}

/// Names and titles are written by strangers: a line break in one must never begin a header or a line of its own.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, cut between words.
pub fn excerpt(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(name: &str) -> Draft {
        Letter::to("amal@example.org", name, Language::En).subject("nav-brand").paragraph("nav-promise")
    }

    #[test]
    fn a_name_with_line_breaks_stays_on_one_line() {
        let letter = letter("Amal\r\nBcc: all@example.org\u{2028}x\0").build();
        assert_eq!(letter.to_name, "Amal Bcc: all@example.org x");
    }

    #[test]
    fn strangers_cannot_write_html_into_a_letter() {
        let letter = letter("<b>Amal</b>").fact("nav-makers", "<script>").quote("<i>").build();
        for tag in ["<b>Amal", "<script>", "<i>"] {
            assert!(!letter.html().contains(tag), "{tag}");
            assert!(letter.text().contains(tag), "plain text shows {tag} as it was written");
        }
    }

    #[test]
    fn facts_that_follow_each_other_share_a_table() {
        let letter = letter("Amal").fact("nav-makers", "Dar Amal").fact("nav-clusters", "Nabeul").build();
        assert!(letter.text().contains("Makers: Dar Amal\nClusters: Nabeul\n"));
        assert_eq!(letter.html().matches("<th").count(), 2);
    }

    #[test]
    fn an_arabic_letter_reads_from_right_to_left() {
        let letter = Letter::to("amal@example.org", "أمل", Language::Ar).subject("nav-brand").build();
        assert!(letter.html().contains(r#"<html lang="ar" dir="rtl">"#));
        assert!(letter.text().contains("أمل"));
    }

    #[test]
    fn letters_without_a_cause_are_never_taken_for_each_other() {
        assert_ne!(letter("Amal").build().cause, letter("Amal").build().cause);
    }

    #[test]
    fn things_and_links_keep_to_their_lines() {
        let letter = letter("Amal")
            .heading("nav-makers")
            .thing("Blue\r\nbowl", "https://fondouk.example/products/bowl")
            .link("nav-search", "https://fondouk.example/search")
            .link("nav-sign-in", "https://fondouk.example/sign-in")
            .build();
        assert!(
            letter.text().contains("Makers\n------\n\nBlue bowl\nhttps://fondouk.example/products/bowl\n\n")
        );
        assert_eq!(letter.html().matches("<h2").count(), 1);
        assert_eq!(letter.html().matches("<a href").count(), 3);
    }

    #[test]
    fn a_letter_that_can_be_ended_says_where() {
        let plain = letter("Amal").build();
        assert!(plain.unsubscribe.is_none() && !plain.text().contains("/unsubscribe/"));
        let end = "https://fondouk.example/unsubscribe/secret";
        let letter = letter("Amal").unsubscribable(end, "https://fondouk.example/account/letters").build();
        assert_eq!(letter.unsubscribe.as_deref(), Some(end));
        for body in [letter.text(), letter.html()] {
            assert!(body.contains(end) && body.contains("/account/letters"), "{body}");
        }
    }

    #[test]
    fn blank_words_are_not_quoted() {
        assert_eq!(letter("Amal").quote(" \n ").build().text(), letter("Amal").build().text());
    }
}
