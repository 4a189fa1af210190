//! The trade of two years: requests, quotes, agreements, orders, and the officers' verdicts on them.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::agenda::{Act, Agenda};
use super::cast;
use super::data::DealData;
use super::stage::Stage;
use super::stock;
use crate::accounts::Member;
use crate::catalogue::{self, Product};
use crate::clock::Time;
use crate::commitments::{self, Holder};
use crate::error::{Error, Result};
use crate::ids::{DealId, ProductId, QuoteId};
use crate::input::{Raw, RawList, RawMoney};
use crate::matching::{self, RequestForm};
use crate::money::Money;
use crate::programme::verifications::{self, VerifyForm};
use crate::tidings;
use crate::trade::LineForm;
use crate::trade::agreements::{self, AgreementForm, ProposeForm, SignForm};
use crate::trade::deals::{self, CancelForm, DealForm, DealStatus, ShipForm, StepForm};
use crate::trade::quotes::{self, AnswerForm, OfferForm, QuoteForm};
use crate::web::KeptAttachment;

const USUAL_LEAD_TIME_DAYS: i64 = 45;

/// Meanwhile others are promised hands too.
const UNTIL_IT_IS_ACCEPTED_DAYS: i64 = 14;

/// What becomes true by the day alone: agreements begin and end, requests run out.
pub(super) async fn dates(stage: &Stage) -> Result<()> {
    stage
        .act(|tx, settings| {
            agreements::activate_due(tx, settings)?;
            agreements::end_due(tx, settings)?;
            catalogue::remind_due(tx, settings)?;
            quotes::lapse_due(tx, settings)?;
            matching::close_overdue(tx)?;
            quotes::release_over(tx, settings).map(drop)
        })
        .await
}

pub(super) async fn play(stage: &mut Stage, act: Act, at: Time, agenda: &mut Agenda) -> Result<()> {
    match act {
        // Stock and talk are another's part.
        Act::List(_) | Act::Talk(_) => Ok(()),
        Act::OpenRequest(number) => open_request(stage, number).await,
        Act::Offer(number) => {
            let quote = offer(stage, number).await?;
            agenda.put(at.plus(TimeDelta::hours(50)), Act::Accept(number, quote));
            Ok(())
        }
        Act::Accept(number, quote) => accept(stage, number, quote).await,
        Act::Haggle(number) => haggle(stage, number).await,
        Act::Agree(number) => {
            agree(stage, number).await?;
            agenda.put(at.plus(TimeDelta::days(20)), Act::VerifyAgreement(number));
            Ok(())
        }
        Act::VerifyAgreement(number) => verify_agreement(stage, number).await,
        Act::VerifyCollection(collection) => {
            let note = "All its pieces are on the site, with pictures, prices and lead times.";
            verify(stage, "collection", collection.0, note).await
        }
        Act::Order(number) => order(stage, number, at, agenda).await,
        Act::Ship(number, deal) => ship(stage, number, deal).await,
        Act::Deliver(number, deal) => deliver(stage, number, deal).await,
        Act::Pay(number, deal) => pay(stage, number, deal).await,
        Act::Cancel(deal, number) => cancel(stage, number, deal).await,
        Act::Verify(deal) => {
            let note = "Invoice, packing list and EUR.1 certificate seen; quantities and amount agree with the order.";
            verify(stage, "deal", deal.0, note).await
        }
    }
}

async fn open_request(stage: &mut Stage, number: usize) -> Result<()> {
    let data = stage.script.requests[number].clone();
    let by = stage.person(&data.buyer)?;
    let needed = stage.fondouk.house.today() + TimeDelta::days(data.needed_in_days);
    let form = RequestForm {
        title: data.title.as_str().into(),
        wanted: data.text.as_str().into(),
        language: data.language.as_str().into(),
        crafts: RawList(data.crafts.clone()),
        materials: RawList(data.materials.clone()),
        quantity: data.quantity.into(),
        target_price: RawMoney {
            amount: data.target_price.clone().unwrap_or_default().into(),
            currency: data.currency.clone().unwrap_or_default().into(),
        },
        destination: data.destination.as_str().into(),
        channel: data.channel.as_str().into(),
        needed_by: needed.into(),
        quantity_most: data.quantity_most.map(Raw::from).unwrap_or_default(),
        certificates: RawList(data.certificates.clone()),
        incoterms: RawList(data.incoterms.clone()),
        languages: RawList(data.languages.clone()),
        sample_wanted: data.sample_wanted.into(),
        ..RequestForm::default()
    };
    let mut along = Vec::new();
    if let Some((name, craft)) = data.sketch.clone().zip(data.crafts.first()) {
        let kept = stock::drawn(stage, number as u64, craft).await?;
        along.push(KeptAttachment { name, file: kept.large, small: Some(kept.small) });
    }
    let id = stage
        .act(move |tx, settings| {
            let request = matching::draft_request(tx, &by, &form)?;
            if !along.is_empty() {
                matching::add_attachments(tx, &by, request.id, &along)?;
            }
            let request = matching::open_request(tx, settings, &by, request.id)?;
            let changes = matching::rematch_request(tx, &request, None)?;
            tidings::note_matches(tx, settings, &request, &changes)?;
            Ok(request.id)
        })
        .await?;
    stage.requests.insert(data.key.clone(), id);
    Ok(())
}

/// The quantity that can be ordered: at least the minimum, in whole packs.
fn orderable(product: &Product, wished: i64) -> i64 {
    let (moq, multiple) = (product.moq.unwrap_or(1), product.order_multiple.unwrap_or(1).max(1));
    (wished.max(moq) + multiple - 1) / multiple * multiple
}

/// One line per quantity, each of another product of the maker, at its price with a factor.
fn lines(stage: &Stage, maker: &str, quantities: &[i64], percent: f64) -> Result<Vec<LineForm>> {
    let stock = stage.stock.get(maker).filter(|stock| !stock.is_empty());
    let stock = stock.ok_or_else(|| Error::broken(format!("{maker} has nothing to sell")))?;
    let line = |(number, wished): (usize, &i64)| {
        let product = &stock[number % stock.len()];
        let price = product.price().ok_or_else(|| Error::broken("a published product has a price"))?;
        let minor = (price.minor as f64 * (1.0 + percent / 100.0)).round() as i64;
        Ok(LineForm {
            product: product.id.into(),
            variant: Raw::default(),
            quantity: orderable(product, *wished).into(),
            unit_price: RawMoney::from(Money::new(minor.max(1), price.currency)),
        })
    };
    quantities.iter().take(stock.len()).enumerate().map(line).collect()
}

fn first_deal(stage: &Stage, agreement: &str) -> Option<DealData> {
    stage.script.deals.iter().find(|deal| deal.agreement == agreement).cloned()
}

async fn offer(stage: &mut Stage, number: usize) -> Result<QuoteId> {
    let data = stage.script.agreements[number].clone();
    let by = stage.person(&data.maker)?;
    let request = data.request.as_ref().and_then(|key| stage.requests.get(key)).copied();
    let request = request.ok_or_else(|| Error::refused("demo-no-request"))?;
    let deal = first_deal(stage, &data.key);
    let quantities = deal.as_ref().map_or_else(|| vec![100, 60], |deal| deal.quantities.clone());
    let form = QuoteForm {
        request: request.into(),
        lines: lines(stage, &data.maker, &quantities, 0.0)?,
        incoterm: deal.as_ref().map_or("EXW", |deal| deal.incoterm.as_str()).into(),
        by_sea: deal.as_ref().is_some_and(|deal| deal.port).into(),
        named_place: deal.as_ref().map_or("", |deal| deal.place.as_str()).into(),
        valid_until: (stage.fondouk.house.today() + TimeDelta::days(30)).into(),
        ..QuoteForm::default()
    };
    stage
        .act(move |tx, settings| {
            // The maker looks at its own calendar before it names a day.
            let today = tx.today();
            let usual = today + TimeDelta::days(USUAL_LEAD_TIME_DAYS);
            let pieces = pieces(&form.lines);
            let possible_on = commitments::lack(tx, by.organisation, &pieces, (today, usual))?
                .and_then(|lack| lack.possible_on);
            let days = possible_on
                .map_or(USUAL_LEAD_TIME_DAYS, |day| (day - today).num_days() + UNTIL_IT_IS_ACCEPTED_DAYS);
            quotes::offer(tx, settings, &by, &QuoteForm { lead_time_days: days.into(), ..form.clone() })
        })
        .await
}

/// How many pieces of each product the lines name.
fn pieces(lines: &[LineForm]) -> BTreeMap<ProductId, i64> {
    let piece =
        |line: &LineForm| Some((line.product.trimmed().parse().ok()?, line.quantity.trimmed().parse().ok()?));
    lines.iter().filter_map(piece).collect()
}

async fn accept(stage: &mut Stage, number: usize, quote: QuoteId) -> Result<()> {
    let data = stage.script.agreements[number].clone();
    let by = stage.person(&data.buyer)?;
    let form = AnswerForm { number: 1.into(), note: Raw::default() };
    stage.act(move |tx, settings| quotes::accept(tx, settings, &by, quote, &form)).await?;
    stage.accepted.insert(data.key, quote);
    Ok(())
}

/// A quote that was declined, ran out, was countered, or still waits.
async fn haggle(stage: &mut Stage, number: usize) -> Result<()> {
    let data = stage.script.quotes[number].clone();
    let maker = stage.person(&data.maker)?;
    let request =
        stage.requests.get(&data.request).copied().ok_or_else(|| Error::refused("demo-no-request"))?;
    let asked = stage.script.requests.iter().find(|asked| asked.key == data.request).cloned();
    let asked = asked.ok_or_else(|| Error::broken("a quote names a request of the script"))?;
    let buyer = stage.person(&asked.buyer)?;
    let place = stage.maker(&data.maker)?.place.best(crate::locale::Language::Fr).to_owned();
    let quantities = data.quantities.clone().unwrap_or(vec![asked.quantity / 2, asked.quantity / 3]);
    let offered = lines(stage, &data.maker, &quantities, 0.0)?;
    let countered = lines(stage, &data.maker, &quantities, data.counter_percent.unwrap_or(-8.0))?;
    let valid_until: Raw = (stage.fondouk.house.today() + TimeDelta::days(data.valid_days)).into();
    stage
        .act(move |tx, settings| {
            let form = QuoteForm {
                request: request.into(),
                lines: offered.clone(),
                incoterm: "FCA".into(),
                named_place: place.as_str().into(),
                lead_time_days: 40.into(),
                valid_until: valid_until.clone(),
                note: data.message.as_str().into(),
                ..QuoteForm::default()
            };
            let quote = quotes::offer(tx, settings, &maker, &form)?;
            let reply: Raw = data.reply.clone().unwrap_or_default().into();
            match data.status.as_str() {
                "declined" => {
                    let answer = AnswerForm { number: 1.into(), note: reply };
                    quotes::decline(tx, settings, &buyer, quote, &answer)
                }
                "countered" => {
                    let counter = OfferForm {
                        number: 1.into(),
                        lines: countered.clone(),
                        incoterm: "FCA".into(),
                        named_place: place.as_str().into(),
                        lead_time_days: 40.into(),
                        valid_until: valid_until.clone(),
                        note: reply,
                        ..OfferForm::default()
                    };
                    quotes::counter(tx, settings, &buyer, quote, &counter).map(drop)
                }
                // The rest run out, or wait for their buyer.
                _ => Ok(()),
            }
        })
        .await
}

async fn agree(stage: &mut Stage, number: usize) -> Result<()> {
    let data = stage.script.agreements[number].clone();
    let (maker, buyer) = (stage.person(&data.maker)?, stage.person(&data.buyer)?);
    let starts_on = stage.fondouk.house.today();
    let form = AgreementForm {
        quote: stage.accepted.get(&data.key).map(Raw::from).unwrap_or_default(),
        counterparty: match stage.accepted.contains_key(&data.key) {
            true => Raw::default(),
            false => buyer.slug.as_str().into(),
        },
        title: format!("{} · {}", maker.organisation_name, buyer.organisation_name).into(),
        territory: RawList(data.territory.clone()),
        channel: data.channel.as_str().into(),
        exclusive: data.exclusive.into(),
        starts_on: starts_on.into(),
        ends_on: (starts_on + TimeDelta::days(data.months * 30)).into(),
        terms: data.terms.as_str().into(),
        terms_language: data.language.as_str().into(),
        ..AgreementForm::default()
    };
    let id = stage
        .act(move |tx, settings| {
            let id = agreements::draft(tx, &maker, &form)?;
            agreements::propose(tx, settings, &maker, id, &ProposeForm::default())?;
            let terms_hash: Raw = agreements::agreement(tx, id)?.terms_hash.unwrap_or_default().into();
            for by in [&maker, &buyer] {
                let signature = SignForm { name: by.name.as_str().into(), terms_hash: terms_hash.clone() };
                agreements::sign(tx, settings, by, id, &signature)?;
            }
            agreements::activate_due(tx, settings)?;
            Ok(id)
        })
        .await?;
    stage.agreements.insert(data.key, id);
    Ok(())
}

async fn order(stage: &mut Stage, number: usize, at: Time, agenda: &mut Agenda) -> Result<()> {
    let data = stage.script.deals[number].clone();
    let (maker, buyer) = sides(stage, number)?;
    let agreement = stage.agreements.get(&data.agreement).copied();
    let agreement = agreement.ok_or_else(|| Error::refused("demo-no-agreement"))?;
    let key = parties(stage, number)?.0;
    let exporter = stage.maker(&key)?.exports_through.as_ref().map(|key| stage.person(key)).transpose()?;
    // The first order of an agreement is what was quoted for it.
    let first = stage.script.deals.iter().position(|deal| deal.agreement == data.agreement);
    let quote = match stage.accepted.get(&data.agreement).filter(|_| first == Some(number)).copied() {
        Some(quote) => {
            let held =
                stage.act(move |tx, _| commitments::reservations_held(tx, Holder::Quote(quote))).await?;
            Some(quote).filter(|_| !held.is_empty())
        }
        None => None,
    };
    let form = DealForm {
        agreement: agreement.into(),
        quote: quote.map(Raw::from).unwrap_or_default(),
        lines: lines(stage, &key, &data.quantities, 0.0)?,
        incoterm: data.incoterm.as_str().into(),
        by_sea: data.port.into(),
        named_place: data.place.as_str().into(),
        destination: data.destination.as_str().into(),
        exporter: exporter.map(|member| member.slug.as_str().into()).unwrap_or_default(),
        ..DealForm::default()
    };
    let deal = stage
        .act(move |tx, settings| {
            let deal = deals::draft(tx, settings, &buyer, &form)?;
            deals::confirm(tx, settings, &maker, deal, &StepForm::default())?;
            Ok(deal)
        })
        .await?;
    follow_up(&data, number, deal, at, agenda);
    Ok(())
}

/// What comes after the confirmation, as far as the script lets it come.
fn follow_up(data: &DealData, number: usize, deal: DealId, at: Time, agenda: &mut Agenda) {
    let later = |days: i64| at.plus(TimeDelta::days(days));
    let status: DealStatus = data.status.parse().unwrap_or_default();
    match status {
        DealStatus::Cancelled => agenda.put(later(9), Act::Cancel(deal, number)),
        DealStatus::Draft | DealStatus::Confirmed => {}
        _ => agenda.put(later(18), Act::Ship(number, deal)),
    }
    if matches!(status, DealStatus::Delivered | DealStatus::Paid) {
        agenda.put(later(23), Act::Deliver(number, deal));
    }
    if status == DealStatus::Paid {
        agenda.put(later(27), Act::Pay(number, deal));
    }
    if data.verified {
        agenda.put(later(28), Act::Verify(deal));
    }
}

fn parties(stage: &Stage, deal: usize) -> Result<(String, String)> {
    let key = &stage.script.deals[deal].agreement;
    let found = stage.script.agreements.iter().find(|agreement| &agreement.key == key);
    let found = found.ok_or_else(|| Error::broken(format!("no agreement {key} in the script")))?;
    Ok((found.maker.clone(), found.buyer.clone()))
}

fn sides(stage: &Stage, deal: usize) -> Result<(Member, Member)> {
    let (maker, buyer) = parties(stage, deal)?;
    Ok((stage.person(&maker)?, stage.person(&buyer)?))
}

async fn ship(stage: &mut Stage, number: usize, deal: DealId) -> Result<()> {
    let (maker, _) = sides(stage, number)?;
    stage.act(move |tx, settings| deals::ship(tx, settings, &maker, deal, &ShipForm::default())).await
}

async fn deliver(stage: &mut Stage, number: usize, deal: DealId) -> Result<()> {
    let (_, buyer) = sides(stage, number)?;
    stage.act(move |tx, settings| deals::deliver(tx, settings, &buyer, deal, &StepForm::default())).await
}

async fn pay(stage: &mut Stage, number: usize, deal: DealId) -> Result<()> {
    let (maker, _) = sides(stage, number)?;
    stage.act(move |tx, settings| deals::pay(tx, settings, &maker, deal, &StepForm::default())).await
}

async fn cancel(stage: &mut Stage, number: usize, deal: DealId) -> Result<()> {
    let (_, buyer) = sides(stage, number)?;
    let form = CancelForm { note: "The project for which it was ordered was put off.".into() };
    stage.act(move |tx, settings| deals::cancel(tx, settings, &buyer, deal, &form)).await
}

async fn verify_agreement(stage: &mut Stage, number: usize) -> Result<()> {
    let key = stage.script.agreements[number].key.clone();
    let id = stage.agreements.get(&key).copied().ok_or_else(|| Error::refused("demo-no-agreement"))?;
    verify(stage, "agreement", id.0, "Both signatures compared with the copy that the parties sent in.").await
}

async fn verify(stage: &Stage, subject: &'static str, id: i64, note: &'static str) -> Result<()> {
    let officer = cast::verifier(stage)?;
    let form = VerifyForm {
        subject: subject.into(),
        subject_id: id.into(),
        note: note.into(),
        ..VerifyForm::default()
    };
    stage.act(move |tx, _| verifications::verify(tx, &officer, &form, None).map(drop)).await
}
