//! The talk at the end of the story: buyers and makers write to each other, clusters split a request among their workshops
//! and offer what these have confirmed.

use chrono::TimeDelta;

use super::agenda::{Act, Agenda};
use super::data::{SplitData, TalkSide};
use super::stage::Stage;
use crate::clock::Time;
use crate::error::{Error, Result};
use crate::ids::{RequestId, ShareId, SplitId};
use crate::input::Raw;
use crate::splits::{self, Aim, ChooseForm, SplitForm};
use crate::trade::conversations::{self, BeginForm};
use crate::trade::quotes::{self, SplitQuoteForm};

/// Workshops answer one after the other.
const HOURS_TO_ANSWER: i64 = 26;

const MICROS_OF_A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// A line of a talk, by their places in the script.
    Say(usize, usize),
    /// An agent splits a request and asks the workshops.
    Split(usize),
    Confirm(usize, ShareId),
    /// The agent offers the buyer what was confirmed.
    Offer(usize, SplitId),
}

/// Everything whose day is known from the beginning.
pub(super) fn put(stage: &Stage, agenda: &mut Agenda) {
    let morning = stage.today.minus(TimeDelta::microseconds(stage.today.micros() % MICROS_OF_A_DAY));
    let at = |days: i64| morning.minus(TimeDelta::days(days)).plus(TimeDelta::minutes(470 + days * 13));
    for (talk, data) in stage.script.talks.iter().enumerate() {
        for (line, said) in data.lines.iter().enumerate() {
            agenda.put(at(said.days_ago), Act::Talk(Step::Say(talk, line)));
        }
    }
    for (number, split) in stage.script.splits.iter().enumerate() {
        agenda.put(at(split.days_ago), Act::Talk(Step::Split(number)));
    }
}

pub(super) async fn play(stage: &Stage, step: Step, at: Time, agenda: &mut Agenda) -> Result<()> {
    match step {
        Step::Say(talk, line) => say(stage, talk, line).await,
        Step::Split(number) => split(stage, number, at, agenda).await,
        Step::Confirm(number, share) => confirm(stage, number, share).await,
        Step::Offer(number, split) => offer(stage, number, split).await,
    }
}

fn request(stage: &Stage, key: &str) -> Result<RequestId> {
    stage.requests.get(key).copied().ok_or_else(|| Error::refused("demo-no-request"))
}

async fn say(stage: &Stage, talk: usize, line: usize) -> Result<()> {
    let data = &stage.script.talks[talk];
    let (line, about) = (&data.lines[line], request(stage, &data.request)?);
    let asked = stage.script.requests.iter().find(|asked| asked.key == data.request);
    let asked = asked.ok_or_else(|| Error::broken("a talk is about a request of the script"))?;
    let (by, maker) = match line.by {
        TalkSide::Buyer => (stage.person(&asked.buyer)?, Raw::from(stage.person(&data.maker)?.slug.as_str())),
        TalkSide::Maker => (stage.person(&data.maker)?, Raw::default()),
    };
    let form = BeginForm {
        maker,
        request: about.into(),
        text: line.text.as_str().into(),
        language: line.language.as_str().into(),
        ..BeginForm::default()
    };
    // Where the two talk already, it is a word more.
    stage.act(move |tx, settings| conversations::begin(tx, settings, &by, &form, &[]).map(drop)).await
}

async fn split(stage: &Stage, number: usize, at: Time, agenda: &mut Agenda) -> Result<()> {
    let data: SplitData = stage.script.splits[number].clone();
    let (agent, about) = (stage.person(&data.cluster)?, request(stage, &data.request)?);
    let aim: Aim = data.aim.parse().map_err(|_| Error::broken("a split of the script has an aim"))?;
    let exporter = data.exporter.as_ref().map(|key| stage.person(key)).transpose()?;
    let form = SplitForm { tolerance: data.tolerance.into(), ..SplitForm::default() };
    let (today, by) = (stage.fondouk.house.today(), agent.clone());
    let reckoning = stage.db().read(move |conn| splits::reckon(conn, &by, about, &form, today)).await?;
    let choice =
        ChooseForm { exporter: exporter.map(|member| member.slug.as_str().into()).unwrap_or_default() };
    let (split, shares) = stage
        .act(move |tx, settings| {
            splits::keep(tx, &agent, &reckoning)?;
            let found = splits::board(tx, &agent, about)?.proposed.into_iter();
            let found = found.map(|whole| whole.split).find(|split| split.aims.contains(&aim));
            let split = found.ok_or_else(|| Error::refused("demo-no-split"))?;
            let split = splits::choose_split(tx, settings, &agent, split.id, &choice)?;
            Ok((split.id, splits::shares(tx, split.id)?))
        })
        .await?;
    let waits_for = data.waits_for.iter().map(|key| stage.person(key)).collect::<Result<Vec<_>>>()?;
    let asked =
        shares.iter().filter(|share| !waits_for.iter().any(|waiting| waiting.organisation == share.maker_id));
    for (place, share) in (1..).zip(asked) {
        let later = at.plus(TimeDelta::hours(place * HOURS_TO_ANSWER));
        agenda.put(later, Act::Talk(Step::Confirm(number, share.id)));
    }
    if let Some(quote) = &data.quote {
        let later = at.plus(TimeDelta::days(data.days_ago - quote.days_ago));
        agenda.put(later, Act::Talk(Step::Offer(number, split)));
    }
    Ok(())
}

async fn confirm(stage: &Stage, number: usize, share: ShareId) -> Result<()> {
    let workshops: Vec<_> =
        stage.script.makers.iter().filter_map(|maker| stage.people.get(&maker.key)).collect();
    let maker = stage.db().read(move |conn| splits::share(conn, share)).await?.maker_id;
    let by = workshops.into_iter().find(|member| member.organisation == maker).cloned();
    let by = by.ok_or_else(|| Error::broken(format!("split {number} asks a workshop of the script")))?;
    stage.act(move |tx, settings| splits::confirm_share(tx, settings, &by, share).map(drop)).await
}

async fn offer(stage: &Stage, number: usize, split: SplitId) -> Result<()> {
    let data = &stage.script.splits[number];
    let Some(quote) = data.quote.clone() else { return Ok(()) };
    let by = stage.person(&data.cluster)?;
    let form = SplitQuoteForm {
        incoterm: quote.incoterm.as_str().into(),
        named_place: quote.place.as_str().into(),
        valid_until: (stage.fondouk.house.today() + TimeDelta::days(quote.valid_days)).into(),
        note: quote.note.as_str().into(),
        ..SplitQuoteForm::default()
    };
    stage.act(move |tx, settings| quotes::offer_split(tx, settings, &by, split, &form).map(drop)).await
}
