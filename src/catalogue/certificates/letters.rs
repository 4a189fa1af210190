//! Letters about certificates, to the people of their makers.

use super::certificate::{Certificate, Decision};
use super::reminders::Step;
use crate::accounts;
use crate::clock::Date;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale::{self, Language};
use crate::settings::Settings;

fn said(key: &'static str, certificate: &Certificate, language: Language) -> Message {
    Message::new(key).with("certificate", certificate.title(language))
}

fn address(settings: &Settings, certificate: &Certificate) -> String {
    settings.absolute(&format!("/workshop/certificates/{}", certificate.id))
}

/// It ends soon, or has ended.
pub(super) fn ends(
    tx: &mut Write<'_>,
    settings: &Settings,
    certificate: &Certificate,
    ends_on: Date,
    step: Step,
) -> Result<()> {
    let (subject, text, label) = match step {
        Step::Ended => ("letter-certificate-ended", "letter-certificate-ended-text", "certificate-ended-on"),
        _ => ("letter-certificate-ends", "letter-certificate-ends-text", "certificate-until"),
    };
    let cause = format!("certificate-{}-{ends_on}-{step}", certificate.id);
    accounts::to_everyone(tx, certificate.maker_id, &cause, |draft, language| {
        let day = locale::date(language, ends_on);
        draft
            .subject(said(subject, certificate, language).with("date", day.as_str()))
            .paragraph(said(text, certificate, language).with("date", day.as_str()))
            .fact("certificate-number", &certificate.number)
            .fact("certificate-issuer", &certificate.issuer)
            .fact(label, day)
            .button("letter-certificate-button", address(settings, certificate))
            .reason("letter-certificate-reason")
    })
}

/// An officer has looked at it. The cause names the decision, of which there may be several.
pub(super) fn decided(
    tx: &mut Write<'_>,
    settings: &Settings,
    certificate: &Certificate,
    decision: Decision,
    note: &str,
) -> Result<()> {
    let (subject, text) = match decision {
        Decision::Confirmed => ("letter-certificate-confirmed", "letter-certificate-confirmed-text"),
        Decision::Refused => ("letter-certificate-refused", "letter-certificate-refused-text"),
    };
    let cause = format!("certificate-{}-{decision}-{}", certificate.id, tx.now().micros());
    accounts::to_everyone(tx, certificate.maker_id, &cause, |draft, language| {
        draft
            .subject(said(subject, certificate, language))
            .paragraph(said(text, certificate, language))
            .quote(note)
            .button("letter-certificate-button", address(settings, certificate))
            .reason("letter-certificate-reason")
    })
}
