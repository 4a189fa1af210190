//! At the end of the story some workshops show their people, say where they are reached, and are on their way with the
//! checklist.

use chrono::TimeDelta;

use super::cast;
use super::data::{ArtisanData, ManufacturerData};
use super::stage::Stage;
use crate::catalogue::{
    self, ArtisanForm, AttestForm, CreditsForm, ManufacturerForm, ProductSafetyForm, ProofForm, RawCredit,
    RawPacking, ResponsibleForm, TermsForm, VerdictForm, WaiverForm,
};
use crate::error::{Error, Result};
use crate::ids::{AdmissionRowId, ArtisanId, OrganisationId};
use crate::input::RawList;
use crate::locale::RawWording;

pub(super) async fn build(stage: &Stage) -> Result<()> {
    let script = stage.script.clone();
    let mut credits: Vec<(String, ArtisanId, String)> = Vec::new();
    for artisan in &script.artisans {
        credits.push((artisan.maker.clone(), introduce(stage, artisan).await?, artisan.did.clone()));
    }
    for maker in script.manufacturers.iter() {
        name_hands(stage, &maker.maker, &credits).await?;
        answer_for(stage, maker).await?;
    }
    admit(stage).await
}

async fn introduce(stage: &Stage, data: &ArtisanData) -> Result<ArtisanId> {
    let by = stage.person(&data.maker)?;
    let form = ArtisanForm {
        name: data.name.as_str().into(),
        role: RawWording::from(&data.role),
        techniques: RawList(data.techniques.clone()),
        since: data.since.map(Into::into).unwrap_or_default(),
        words: RawWording::from(&data.words),
        consents: data.consents.into(),
        consent: if data.consents { "Signed in the workshop.".into() } else { "".into() },
        ..ArtisanForm::default()
    };
    stage.act(move |tx, _| Ok(catalogue::add_artisan(tx, &by, &form)?.id)).await
}

/// Each product of a workshop names those of its people who have a part in it.
async fn name_hands(stage: &Stage, maker: &str, credits: &[(String, ArtisanId, String)]) -> Result<()> {
    let by = stage.person(maker)?;
    let of_maker = credits.iter().filter(|(own, _, _)| own == maker);
    let credits = of_maker.map(|(_, id, did)| RawCredit { artisan: (*id).into(), did: did.as_str().into() });
    let form = CreditsForm { credits: credits.collect() };
    let products: Vec<_> = stage.stock.get(maker).into_iter().flatten().map(|product| product.id).collect();
    stage
        .act(move |tx, _| {
            for id in &products {
                catalogue::set_credits(tx, &by, *id, &form)?;
            }
            Ok(())
        })
        .await
}

/// The workshop says where it is reached; where somebody answers for it in the Union, its pieces have all they need.
async fn answer_for(stage: &Stage, data: &ManufacturerData) -> Result<()> {
    let by = stage.person(&data.maker)?;
    let manufacturer = ManufacturerForm {
        street: data.street.as_str().into(),
        postcode: data.postcode.as_str().into(),
        town: data.town.as_str().into(),
        country: by.country.as_str().into(),
        electronic: data.electronic.as_str().into(),
        ..ManufacturerForm::default()
    };
    let responsible: Option<ResponsibleForm> = data.responsible.clone();
    let warnings = RawWording::from(&data.warnings);
    let products: Vec<_> =
        stage.stock.get(&data.maker).into_iter().flatten().map(|product| product.id).collect();
    stage
        .act(move |tx, _| {
            catalogue::set_manufacturer(tx, &by, &manufacturer)?;
            let Some(responsible) = &responsible else { return Ok(()) };
            catalogue::add_responsible(tx, &by, responsible)?;
            for (place, id) in products.iter().enumerate() {
                // The last one waits for its warnings, as happens.
                if place + 1 == products.len() {
                    break;
                }
                let product = catalogue::product(tx, *id)?;
                let variants = catalogue::variants_of_products(tx, &[*id])?.remove(id).unwrap_or_default();
                let terms = TermsForm::of(&product, &variants);
                let packing = RawPacking { warnings: warnings.clone(), ..terms.packing };
                catalogue::set_terms(tx, &by, *id, &TermsForm { packing, ..terms })?;
                let noted = ProductSafetyForm::default();
                catalogue::set_product_safety(tx, &by, *id, &noted)?;
            }
            Ok(())
        })
        .await
}

/// The rows of one kind, or of one check, as they stand for a maker.
fn rows_of(
    tx: &mut crate::db::Write<'_>,
    maker: OrganisationId,
    is_meant: impl Fn(&str, Option<&str>) -> bool,
) -> Result<Vec<(AdmissionRowId, i64)>> {
    let today = tx.today();
    let lines = catalogue::checklist(tx, maker, today)?;
    let meant = lines
        .iter()
        .filter(|line| is_meant(line.row.mode.word(), line.row.subject.map(|check| check.word())));
    Ok(meant.map(|line| (line.row.id, line.row.wording_version)).collect())
}

async fn admit(stage: &Stage) -> Result<()> {
    let (script, officer) = (stage.script.clone(), cast::verifier(stage)?);
    for signed in &script.signed {
        let (by, name) = (stage.person(&signed.maker)?, signed.name.clone());
        let sign = move |tx: &mut crate::db::Write<'_>, _: &crate::settings::Settings| {
            for (row, version) in rows_of(tx, by.organisation, |mode, _| mode == "attested")? {
                let form = AttestForm {
                    agrees: true.into(),
                    name: name.as_str().into(),
                    wording_version: version.into(),
                };
                catalogue::attest(tx, &by, row, &form)?;
            }
            Ok(())
        };
        stage.act(sign).await?;
    }
    for sent in &script.sent {
        let (by, form) = (stage.person(&sent.maker)?, ProofForm { note: sent.note.as_str().into() });
        stage
            .act(move |tx, _| {
                let rows = rows_of(tx, by.organisation, |mode, _| mode == "verified")?;
                let (row, _) = rows.first().ok_or(Error::NotFound)?;
                catalogue::send_proof(tx, &by, *row, &form, None)
            })
            .await?;
    }
    for verified in &script.verified {
        let (of, by, note) = (stage.person(&verified.maker)?, officer.clone(), verified.note.clone());
        stage
            .act(move |tx, settings| {
                let rows = rows_of(tx, of.organisation, |mode, _| mode == "verified")?;
                let (row, version) = *rows.first().ok_or(Error::NotFound)?;
                let form = VerdictForm {
                    decision: "confirmed".into(),
                    note: note.as_str().into(),
                    wording_version: version.into(),
                };
                catalogue::decide(tx, &by, settings, (of.organisation, row), &form, None)
            })
            .await?;
    }
    for waiver in &script.waivers {
        let (of, by, waiver) = (stage.person(&waiver.maker)?, officer.clone(), waiver.clone());
        stage
            .act(move |tx, settings| {
                let rows = rows_of(tx, of.organisation, |_, check| check == Some(waiver.check.as_str()))?;
                let (row, _) = *rows.first().ok_or(Error::NotFound)?;
                let until = tx.today() + TimeDelta::days(waiver.days);
                let form = WaiverForm { reason: waiver.reason.as_str().into(), until: until.into() };
                catalogue::grant_waiver(tx, &by, settings, (of.organisation, row), &form).map(drop)
            })
            .await?;
    }
    Ok(())
}
