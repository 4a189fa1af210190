//! At the end of the story makers show their certificates, and an officer has looked at most of them.

use chrono::TimeDelta;

use super::cast;
use super::data::CertificateData;
use super::stage::Stage;
use crate::catalogue::{self, CertificateForm, Covers, Decision, DecisionForm};
use crate::error::Result;
use crate::input::Raw;

pub(super) async fn show(stage: &Stage) -> Result<()> {
    let script = stage.script.clone();
    for certificate in &script.certificates {
        add(stage, certificate).await?;
    }
    Ok(())
}

async fn add(stage: &Stage, data: &CertificateData) -> Result<()> {
    let (by, officer) = (stage.person(&data.maker)?, cast::verifier(stage)?);
    let began = stage.today.date() - TimeDelta::days(data.began);
    let form = CertificateForm {
        scheme: data.scheme.as_str().into(),
        number: data.number.as_str().into(),
        issuer: data.issuer.as_str().into(),
        covers: Covers::All.into(),
        valid_from: began.into(),
        valid_until: data.lasts.map(|days| Raw::from(began + TimeDelta::days(days))).unwrap_or_default(),
        ..CertificateForm::default()
    };
    let checked = data.checked;
    stage
        .act(move |tx, settings| {
            let certificate = catalogue::add_certificate(tx, &by, &form, None)?;
            if checked {
                let decision = DecisionForm {
                    decision: Decision::Confirmed.into(),
                    note: "The paper was seen at the workshop, and agrees with the issuer's register.".into(),
                    version: certificate.version.into(),
                };
                catalogue::decide_certificate(tx, &officer, settings, certificate.id, &decision)?;
            }
            Ok(())
        })
        .await
}
