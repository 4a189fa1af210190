//! One request as it is read: by its buyer, by officers, and by those for whom it was opened.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::shown::{AudienceNamed, MatchCard, RecognisedChoices, RequestCard};
use crate::accounts::{Kind, Member, SignedIn};
use crate::error::{Problems, Result};
use crate::ids::RequestId;
use crate::matching::answers::{self, Decline};
use crate::matching::request::RequestStatus;
use crate::matching::{attachments, drafting, readable_request, store};
use crate::search::Finder;
use crate::web::{AttachmentView, FormView, House, MOST_FILES, Nothing, Page};

#[derive(Template)]
#[template(path = "matching/pages/request.html")]
pub struct RequestPage<'a> {
    page: &'a Page,
    request: RequestCard,
    status: RequestStatus,
    own: bool,
    officer: bool,
    verified: bool,
    /// A maker who may answer.
    maker: bool,
    /// An agent, who may split it over workshops.
    agent: bool,
    /// When the maker declined it, and why.
    declined: Option<String>,
    /// An officer found that no buyer can mean it.
    fake: bool,
    /// Why an officer sent it back.
    sent_back: Option<String>,
    /// For whom it is, where it is not for all.
    audience: Option<String>,
    /// What comes along with it.
    attachments: Vec<AttachmentView>,
    /// How many more files have room; None where the reader may not change them.
    room: Option<i64>,
    most: i64,
    form: FormView,
    /// What its words speak of, for its buyer to confirm.
    recognised: Option<RecognisedChoices>,
    /// The maker's own products that fit.
    fitting: Vec<MatchCard>,
    matches: i64,
    near: i64,
}

impl<'a> RequestPage<'a> {
    pub async fn read(
        house: &House,
        finder: &Finder,
        page: &'a Page,
        member: &Member,
        id: RequestId,
    ) -> Result<Self> {
        let asking = member.clone();
        let (request, buyer, tally, fitting, declined, audience, attachments) = house
            .db
            .read(move |conn| {
                let (request, buyer) = readable_request(conn, &asking, id)?;
                let (fitting, declined) = match asking.kind {
                    Kind::Maker => (
                        store::found_for_maker(conn, asking.organisation, &[id])?,
                        answers::decline_of(conn, id, asking.organisation)?,
                    ),
                    _ => (Vec::new(), None),
                };
                let audience = AudienceNamed::read(conn, &request)?;
                let attachments = attachments::shown(conn, id)?;
                Ok((request, buyer, store::tally(conn, id)?, fitting, declined, audience, attachments))
            })
            .await?;
        let changes = request.is_of(member) && drafting::check_changeable(&request).is_ok();
        let said = |decline: Decline| {
            let reason = page.term("decline-reason", decline.reason);
            page.say("declined-on")
                .with("date", page.day(&decline.declined_at))
                .with("reason", reason)
                .to_string()
        };
        Ok(Self {
            page,
            request: RequestCard::new(page, &request, Some(&buyer), true),
            status: request.stage(),
            own: request.is_of(member),
            officer: member.is_officer(),
            verified: member.is_approved(Kind::Buyer),
            maker: member.is_approved(Kind::Maker) && request.is_open_on(house.today()),
            agent: member.is_approved(Kind::Cluster) && request.is_open_on(house.today()),
            declined: declined.map(said),
            sent_back: request
                .review_note
                .as_deref()
                .filter(|_| request.stage() == RequestStatus::Draft)
                .map(|note| page.say("request-sent-back").with("note", note).to_string()),
            audience: audience.map(|audience| audience.said(page)),
            recognised: RecognisedChoices::of(page, finder, &request, member)?,
            fake: request.fake_at.is_some(),
            fitting: fitting
                .iter()
                .map(|(found, product)| MatchCard::new(page, found, product, None))
                .collect(),
            room: changes.then(|| MOST_FILES.saturating_sub(attachments.len()) as i64),
            attachments,
            most: MOST_FILES as i64,
            form: FormView::new(page.language(), &Nothing {}),
            matches: tally.0,
            near: tally.1,
        })
    }

    pub fn with_problems(mut self, problems: Problems) -> Self {
        self.form = self.form.with_problems(problems);
        self
    }

    fn is(&self, status: &str) -> bool {
        self.status.word() == status
    }

    fn draft_hint(&self) -> &'static str {
        if self.is("submitted") {
            "request-submitted-hint"
        } else if self.verified {
            "request-draft-hint"
        } else {
            "request-draft-waiting"
        }
    }

    fn was_open(&self) -> bool {
        self.is("open") || self.is("closed")
    }
}

pub(super) async fn show(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    member: SignedIn,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    page.show(&RequestPage::read(&house, &finder, &page, &member, *id).await?)
}
