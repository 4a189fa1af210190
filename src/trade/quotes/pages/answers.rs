//! How a quote ends: accepted, declined or withdrawn.

use actix_web::{HttpResponse, web};

use super::super::offer::AnswerForm;
use super::super::{Quote, accepting, negotiation};
use super::show::show_page;
use crate::accounts::Member;
use crate::db::Write;
use crate::error::Result;
use crate::ids::QuoteId;
use crate::settings::Settings;
use crate::trade::Party;
use crate::trade::forms::Trouble;
use crate::web::{House, Input, Page};

type Answer = fn(&mut Write<'_>, &Settings, &Member, QuoteId, &AnswerForm) -> Result<()>;

/// Takes one of the answers; if it cannot be taken, the page says why.
async fn answer(
    house: &House,
    page: &Page,
    party: Party<Quote>,
    form: AnswerForm,
    answer: Answer,
    notice: &'static str,
) -> Result<HttpResponse> {
    let (settings, by, id) = (house.settings.clone(), party.clone(), party.of.id);
    match house.db.write(move |tx| answer(tx, &settings, &by, id, &form)).await {
        Ok(()) => Ok(page.see_other(&format!("/quotes/{id}"), Some(notice))),
        Err(error) => {
            let trouble = Trouble::of(error)?;
            let mut again = show_page(house, page, &party, party.side, id).await?;
            again.refusal = Some(trouble.sentence(page));
            page.show_with(trouble.status, &again)
        }
    }
}

pub async fn accept(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    answer(&house, &page, party, input.into_inner(), accepting::accept, "notice-quote-accepted").await
}

pub async fn decline(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    answer(&house, &page, party, input.into_inner(), negotiation::decline, "notice-quote-declined").await
}

pub async fn withdraw(
    house: web::Data<House>,
    page: Page,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    answer(&house, &page, party, input.into_inner(), negotiation::withdraw, "notice-quote-withdrawn").await
}
