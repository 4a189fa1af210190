//! At the end of the story an agent keeps the catalogue of two makers of the cluster: one has confirmed what was done, the
//! other has yet to answer.

use chrono::TimeDelta;

use super::stage::Stage;
use crate::accounts::{self, Member};
use crate::assistance::{self, Answer, ConsentForm, DigestAnswerForm};
use crate::catalogue::{self, PeriodForm, ProductForm};
use crate::clock::Time;
use crate::error::{Error, Result};
use crate::input::RawList;
use crate::locale::Language;
use crate::web::Act;

const AGENT: &str = "art-de-table-nabeul";
const CONFIRMS: &str = "poterie-ain-kmicha";
const YET_TO_ANSWER: &str = "souffle-dar-chaabane";

pub(super) async fn show(stage: &Stage) -> Result<()> {
    consent(stage, CONFIRMS, &[Act::Catalogue, Act::Quotes]).await?;
    consent(stage, YET_TO_ANSWER, &[Act::Catalogue]).await?;
    at(stage, 5);
    for maker in [CONFIRMS, YET_TO_ANSWER] {
        close_for_a_feast(stage, maker).await?;
        word_product(stage, maker).await?;
    }
    at(stage, 3);
    stage.act(assistance::tell_due).await?;
    let maker = stage.person(CONFIRMS)?;
    stage
        .act(move |tx, settings| {
            let id = assistance::latest_digest(tx, maker.organisation)?;
            let yes = DigestAnswerForm { answer: Answer::Confirmed.into(), ..DigestAnswerForm::default() };
            assistance::answer_digest(tx, settings, &maker, id, &yes).map(drop)
        })
        .await
}

/// So many hours before the end of the story.
fn at(stage: &Stage, hours: i64) {
    let time: Time = stage.today.minus(TimeDelta::hours(hours));
    stage.fondouk.house.clock().turn_to(time);
}

async fn consent(stage: &Stage, maker: &str, acts: &[Act]) -> Result<()> {
    at(stage, 6);
    let (by, agent) = (stage.person(maker)?, stage.person(AGENT)?);
    let form = ConsentForm {
        helper: agent.organisation.into(),
        acts: RawList(acts.iter().map(ToString::to_string).collect()),
        ..ConsentForm::default()
    };
    stage.act(move |tx, settings| assistance::give_consent(tx, settings, &by, &form).map(drop)).await
}

/// The agent in the maker's place.
async fn deputy(stage: &Stage, maker: &str) -> Result<Member> {
    let (agent, maker) = (stage.person(AGENT)?, stage.person(maker)?.organisation);
    let today = stage.fondouk.house.today();
    stage.db().read(move |conn| accounts::deputy(conn, agent, maker, Act::Catalogue, today)).await
}

async fn close_for_a_feast(stage: &Stage, maker: &str) -> Result<()> {
    let by = deputy(stage, maker).await?;
    let begins = stage.today.date() + TimeDelta::days(40);
    let form = PeriodForm {
        starts_on: begins.into(),
        ends_on: (begins + TimeDelta::days(6)).into(),
        weekly: 0.into(),
        note: "عيد".into(),
        ..PeriodForm::default()
    };
    stage.act(move |tx, _| catalogue::add_period(tx, &by, &form).map(drop)).await
}

/// Says in the description what the maker has told on the telephone.
async fn word_product(stage: &Stage, maker: &str) -> Result<()> {
    let by = deputy(stage, maker).await?;
    let known = stage.stock.get(maker).and_then(|stock| stock.first()).map(|product| product.id);
    let id = known.ok_or_else(|| Error::broken(format!("{maker} has nothing to show")))?;
    stage
        .act(move |tx, _| {
            let product = catalogue::product(tx, id)?;
            let mut form = ProductForm::from(&product);
            for (language, words) in [
                (Language::En, "Each piece is signed under its foot."),
                (Language::Fr, "Chaque pièce est signée sous le pied."),
                (Language::Ar, "كل قطعة موقّعة من أسفلها."),
            ] {
                let text = match language {
                    Language::En => &mut form.description.en,
                    Language::Fr => &mut form.description.fr,
                    Language::Ar => &mut form.description.ar,
                };
                *text = format!("{text} {words}");
            }
            catalogue::edit_product(tx, &by, id, &form).map(drop)
        })
        .await
}
