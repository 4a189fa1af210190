//! A letter as it travels: headers and two parts. The same letter always gets the same headers, however often it leaves.

use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::carrier::Failure;
use super::store::Posted;

/// Fails only for an address that no mail can ever reach.
pub(super) fn seal(letter: &Posted, from: &Mailbox) -> Result<lettre::Message, Failure> {
    let address = letter.to_address.parse().map_err(Failure::hopeless)?;
    let name = (!letter.to_name.is_empty()).then(|| letter.to_name.clone());
    let mut envelope = lettre::Message::builder()
        .message_id(Some(format!("<{}>", letter.message_id)))
        .date(SystemTime::UNIX_EPOCH + Duration::from_micros(letter.created_at.micros().unsigned_abs()))
        .from(from.clone())
        .to(Mailbox::new(name, address))
        .subject(letter.subject.as_str())
        // Tells holiday answers and ticket systems not to reply.
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", letter.language.code()));
    if let Some(address) = &letter.unsubscribe {
        // RFC 8058: mail programs show a button of their own, and post to this address when it is pressed.
        envelope = envelope
            .raw_header(header("List-Unsubscribe", &format!("<{address}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    envelope
        .multipart(MultiPart::alternative_plain_html(letter.text_body.clone(), letter.html_body.clone()))
        .map_err(Failure::hopeless)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
