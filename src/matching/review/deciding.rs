//! An officer publishes a request, or sends it back with a word of advice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::accounts::{self, Member};
use crate::db::Write;
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::RequestId;
use crate::input::{Fields, Raw};
use crate::matching::opening;
use crate::matching::request::{RequestStatus, SourcingRequest};
use crate::matching::store;
use crate::settings::Settings;

const LONGEST_NOTE: usize = 1000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reviewed {
    Publish,
    #[default]
    SendBack,
}

crate::text_enum!(Reviewed { Publish => "publish", SendBack => "send-back" });

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewForm {
    /// `publish` or `send-back`.
    pub verdict: Raw,
    /// What is to be changed; needed to send it back.
    pub note: Raw,
}

impl ReviewForm {
    fn check(&self) -> Result<(Reviewed, Option<String>)> {
        let mut fields = Fields::new();
        let verdict = fields.choice("verdict", &self.verdict);
        let note = fields.optional_text("note", &self.note, LONGEST_NOTE);
        if fields.is_sound("verdict")
            && verdict == Reviewed::SendBack
            && note.is_none()
            && fields.is_sound("note")
        {
            fields.problem("note", "problem-missing");
        }
        fields.done((verdict, note))
    }
}

pub fn review_request(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: RequestId,
    form: &ReviewForm,
) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = store::request(tx, id)?;
    if request.stage() == RequestStatus::Draft {
        return Err(Error::NotFound);
    }
    let (verdict, note) = form.check()?;
    if request.stage() != RequestStatus::Submitted {
        return Err(Error::refused("refusal-request-reviewed"));
    }
    match verdict {
        Reviewed::Publish => opening::publish(tx, by.actor(), &request)?,
        Reviewed::SendBack => {
            store::send_back(tx, id, note.as_deref())?;
            tx.record(by.actor(), Event::RequestSentBack { request: id });
            told(tx, settings, &request, note.as_deref().unwrap_or_default())?;
        }
    }
    store::request(tx, id)
}

fn told(tx: &mut Write<'_>, settings: &Settings, request: &SourcingRequest, note: &str) -> Result<()> {
    let cause = format!("request-{}-sent-back-{}", request.id, tx.now().micros());
    accounts::to_everyone(tx, request.buyer_id, &cause, |draft, _| {
        draft
            .subject(Message::new("letter-sent-back-subject").with("request", request.title.as_str()))
            .paragraph("letter-sent-back-text")
            .quote(note)
            .button(
                "letter-sent-back-button",
                settings.absolute(&format!("/sourcing-requests/{}/edit", request.id)),
            )
            .reason(Message::new("letter-first-reason").with("request", request.title.as_str()))
    })
}
