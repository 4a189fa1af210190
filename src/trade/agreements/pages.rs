//! Agreements for people: the list, the form of a draft, and the page that is read, signed and printed.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::agreement::{Agreement, AgreementStatus, AgreementStep};
use super::api::{AgreementQuery, listed};
use super::draft::{draft, edit as change};
use super::form_page::{self, FormPage, NewQuery};
use super::signing::{self, EndForm, ProposeForm, SignForm, WithdrawForm};
use super::view::{AgreementSummary, AgreementView, SignatureView};
use super::{AgreementForm, agreed, store};
use crate::accounts::{Member, SignedIn, Standing};
use crate::db::Write;
use crate::error::Result;
use crate::ids::AgreementId;
use crate::settings::Settings;
use crate::trade::forms::{self, StepView, Trouble};
use crate::trade::{Partner, Party, Reader, Side, Trader};
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/agreements", SignedIn, "list agreements", list),
        Route::get("/agreements/new", Trader, "draft an agreement", new),
        Route::post("/agreements", Trader, "draft an agreement", create),
        Route::get("/agreements/{id}", PartyOrOfficer, "see an agreement", show),
        Route::get("/agreements/{id}/edit", Party, "change the draft of an agreement", edit),
        Route::post("/agreements/{id}/edit", Party, "change the draft of an agreement", save),
        Route::post("/agreements/{id}/propose", Party, "propose an agreement", propose),
        Route::post("/agreements/{id}/sign", Party, "sign an agreement", sign),
        Route::post("/agreements/{id}/end", Party, "end an agreement", end),
        Route::post("/agreements/{id}/withdraw", Party, "withdraw an agreement", withdraw),
    ]
}

#[derive(Template)]
#[template(path = "trade/agreements/list.html")]
struct ListPage<'a> {
    page: &'a Page,
    member: &'a Member,
    may_draft: bool,
    agreements: Vec<AgreementSummary>,
    next: Option<String>,
    form: FormView,
    statuses: Vec<Choice>,
}

impl ListPage<'_> {
    /// Whom an agreement is with; an officer reads both names.
    fn partners(&self, agreement: &AgreementSummary) -> String {
        let name = |partner: &Partner| partner.name_in(self.page.language()).to_owned();
        match self.member.organisation {
            own if own == agreement.maker.id => name(&agreement.buyer),
            own if own == agreement.buyer.id => name(&agreement.maker),
            _ => format!("{} · {}", name(&agreement.maker), name(&agreement.buyer)),
        }
    }

    fn territory(&self, agreement: &AgreementSummary) -> String {
        forms::territory(self.page, &agreement.territory)
    }
}

async fn list(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    Query(query): Query<AgreementQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let rows = listed(&house, query.check(&member)?, listing).await?;
    let address = |cursor| format!("/agreements?status={}&cursor={cursor}", query.status.trimmed());
    page.show(&ListPage {
        page: &page,
        member: &member,
        may_draft: Trader::try_from(Member::clone(&member)).is_ok(),
        agreements: rows.items,
        next: rows.next.map(address),
        form: FormView::new(page.language(), &serde_json::json!({ "status": query.status })),
        statuses: page.choices("status", AgreementStatus::WORDS),
    })
}

async fn new(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    Query(query): Query<NewQuery>,
) -> Result<HttpResponse> {
    form_page::begin(&house, &page, trader, query).await
}

async fn create(
    house: web::Data<House>,
    page: Page,
    trader: Trader,
    input: Input<AgreementForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (by, wanted) = (trader.clone(), form.clone());
    match house.db.write(move |tx| draft(tx, &by, &wanted)).await {
        Ok(id) => Ok(page.see_other(&format!("/agreements/{id}"), Some("notice-agreement-drafted"))),
        Err(error) => form_page::create_again(&house, &page, trader, form, Trouble::of(error)?).await,
    }
}

async fn edit(house: web::Data<House>, page: Page, party: Party<Agreement>) -> Result<HttpResponse> {
    party.of.check(AgreementStep::Edit, party.side, house.today()).map_err(crate::error::Error::Refused)?;
    let form = AgreementForm::of(&party.of);
    page.show(&FormPage::of_draft(&house, &page, &party, &form).await?)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    party: Party<Agreement>,
    input: Input<AgreementForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (by, wanted) = (party.clone(), form.clone());
    match house.db.write(move |tx| change(tx, &by, by.of.id, &wanted)).await {
        Ok(()) => {
            Ok(page.see_other(&format!("/agreements/{}", party.of.id), Some("notice-agreement-changed")))
        }
        Err(error) => {
            let trouble = Trouble::of(error)?;
            FormPage::of_draft(&house, &page, &party, &form).await?.again(trouble)
        }
    }
}

/// What the reader may do now.
#[derive(Default)]
struct May {
    edit: bool,
    propose: bool,
    sign: bool,
    withdraw: bool,
    end: bool,
    order: bool,
}

#[derive(Template)]
#[template(path = "trade/agreements/show.html")]
struct ShowPage<'a> {
    page: &'a Page,
    member: &'a Member,
    agreement: AgreementSummary,
    agreed: Vec<(String, String)>,
    view: AgreementView,
    territory: String,
    may: May,
    steps: Vec<StepView>,
    next: &'static str,
    partner: String,
    refusal: Option<String>,
}

impl ShowPage<'_> {
    fn signature(&self, partner: &Partner) -> Option<&SignatureView> {
        self.view.signature_of(&partner.id)
    }

    /// Paragraphs as their author set them.
    fn paragraphs(&self) -> Vec<&str> {
        self.view.terms.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }
}

async fn show_page<'a>(
    house: &House,
    page: &'a Page,
    member: &'a Member,
    side: Option<Side>,
    id: AgreementId,
) -> Result<ShowPage<'a>> {
    let viewer = member.clone();
    let (agreement, view) = house
        .db
        .read(move |conn| Ok((store::agreement(conn, id)?, AgreementView::load(conn, id, &viewer)?)))
        .await?;
    let today = house.today();
    let approved = member.standing == Standing::Approved;
    let can = |step| approved && side.is_some_and(|side| agreement.check(step, side, today).is_ok());
    let has_signed = view.signature_of(&member.organisation).is_some();
    let may = May {
        edit: can(AgreementStep::Edit),
        propose: can(AgreementStep::Propose) && view.obstacles.is_empty(),
        sign: can(AgreementStep::Sign) && !has_signed && view.obstacles.is_empty(),
        withdraw: can(AgreementStep::Withdraw),
        end: can(AgreementStep::End),
        order: approved && side.is_some() && agreement.status == AgreementStatus::Active,
    };
    let next = match agreement.status {
        _ if side.is_none() => "agreement-next-reader",
        AgreementStatus::Draft | AgreementStatus::Proposed if !view.obstacles.is_empty() => {
            "agreement-next-obstacle"
        }
        AgreementStatus::Draft => "agreement-next-draft",
        AgreementStatus::Proposed if has_signed => "agreement-next-wait",
        AgreementStatus::Proposed => "agreement-next-sign",
        AgreementStatus::Signed => "agreement-next-signed",
        AgreementStatus::Active => "agreement-next-active",
        AgreementStatus::Ended => "agreement-next-ended",
        AgreementStatus::Withdrawn => "agreement-next-withdrawn",
    };
    let summary = view.summary.clone();
    let partner = match side {
        Some(Side::Maker) => &summary.buyer,
        _ => &summary.maker,
    };
    Ok(ShowPage {
        page,
        member,
        territory: forms::territory(page, &summary.territory),
        steps: steps(page, &agreement),
        partner: partner.name_in(page.language()).to_owned(),
        agreement: summary,
        agreed: agreed::in_words(page, &view),
        view,
        may,
        next,
        refusal: None,
    })
}

/// The life of an agreement, with the days on which each part of it began.
fn steps(page: &Page, agreement: &Agreement) -> Vec<StepView> {
    use AgreementStatus::*;
    let day = |time: Option<crate::clock::Time>| time.map(|time| page.day(&time));
    let mut lived = vec![(Draft, Some(page.day(&agreement.created_at)))];
    if agreement.status == Withdrawn {
        if agreement.proposed_at.is_some() {
            lived.push((Proposed, day(agreement.proposed_at)));
        }
        lived.push((Withdrawn, day(agreement.ended_at)));
    } else {
        lived.push((Proposed, day(agreement.proposed_at)));
        lived.push((Signed, day(agreement.signed_at)));
        lived.push((Active, agreement.signed_at.map(|_| page.date(&agreement.starts_on))));
        lived.push((Ended, day(agreement.ended_at)));
    }
    let now = lived.iter().position(|(status, _)| *status == agreement.status).unwrap_or(0);
    let step = |(position, (status, on)): (usize, (AgreementStatus, Option<String>))| StepView {
        label: page.term("status", status),
        state: match position {
            _ if status == Withdrawn => "stopped",
            before if before < now => "done",
            same if same == now => "now",
            _ => "ahead",
        },
        on,
    };
    lived.into_iter().enumerate().map(step).collect()
}

async fn show(house: web::Data<House>, page: Page, reader: Reader<Agreement>) -> Result<HttpResponse> {
    page.show(&show_page(&house, &page, &reader.member, reader.side(), reader.of.id).await?)
}

type Step<F> = fn(&mut Write<'_>, &Settings, &Member, AgreementId, &F) -> Result<()>;

/// Takes one of the steps; if it cannot be taken, the page says why.
async fn take<F: Send + Sync + 'static>(
    house: &House,
    page: &Page,
    party: Party<Agreement>,
    form: F,
    step: Step<F>,
    notice: &'static str,
) -> Result<HttpResponse> {
    let (settings, by, id) = (house.settings.clone(), party.clone(), party.of.id);
    match house.db.write(move |tx| step(tx, &settings, &by, id, &form)).await {
        Ok(()) => Ok(page.see_other(&format!("/agreements/{id}"), Some(notice))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let mut again = show_page(house, page, &party, Some(party.side), id).await?;
            again.refusal = Some(trouble.sentence(page));
            page.show_with(trouble.status, &again)
        }
    }
}

async fn propose(
    house: web::Data<House>,
    page: Page,
    party: Party<Agreement>,
    input: Input<ProposeForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), signing::propose, "notice-agreement-proposed").await
}

async fn sign(
    house: web::Data<House>,
    page: Page,
    party: Party<Agreement>,
    input: Input<SignForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), signing::sign, "notice-agreement-signed").await
}

async fn end(
    house: web::Data<House>,
    page: Page,
    party: Party<Agreement>,
    input: Input<EndForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), signing::end, "notice-agreement-ended").await
}

async fn withdraw(
    house: web::Data<House>,
    page: Page,
    party: Party<Agreement>,
    input: Input<WithdrawForm>,
) -> Result<HttpResponse> {
    take(&house, &page, party, input.into_inner(), signing::withdraw, "notice-agreement-withdrawn").await
}
