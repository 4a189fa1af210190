//! What stands on a line sheet, as data for the template: texts that are said already, and the places of pictures.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Code;
use crate::clock::Date;
use crate::error::{Error, Result};
use crate::web::Page;

/// A text in its own language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spoken {
    pub text: String,
    pub lang: &'static str,
    pub dir: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contact {
    pub label: String,
    pub address: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SheetMaker {
    pub name: String,
    pub place: String,
    pub crafts: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SheetVariant {
    pub label: String,
    pub sku: String,
    pub price: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SheetTier {
    pub quantity: String,
    pub price: String,
    /// Where, how soon and when it holds, if not always.
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SheetProduct {
    pub title: Spoken,
    pub sku: String,
    /// Which of the sheet's pictures.
    pub picture: Option<usize>,
    /// `cover` where hardly anything of it is cut off, else `contain`.
    pub fit: &'static str,
    pub price: Option<String>,
    pub rows: Vec<Row>,
    pub variants: Vec<SheetVariant>,
    pub tiers: Vec<SheetTier>,
    /// Certificates about it in particular.
    pub seals: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SheetCertificate {
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub until: String,
    pub scope: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    pub lang: &'static str,
    pub dir: &'static str,
    pub house: String,
    /// What the template itself says.
    pub say: BTreeMap<&'static str, String>,
    pub title: Spoken,
    pub maker: SheetMaker,
    pub intro: Vec<Spoken>,
    pub facts: Vec<Row>,
    /// Which of its pictures stands at the head.
    pub hero: Option<usize>,
    pub products: Vec<SheetProduct>,
    pub more: Option<String>,
    pub certificates: Vec<SheetCertificate>,
    pub terms: Vec<String>,
    pub contact: Vec<Contact>,
}

impl Sheet {
    /// Takes pictures out that are not there: the others keep their places.
    pub fn leave_out(&mut self, is_missing: impl Fn(usize) -> bool) {
        self.hero = self.hero.filter(|at| !is_missing(*at));
        for product in &mut self.products {
            product.picture = product.picture.filter(|at| !is_missing(*at));
        }
    }
}

/// The part of a sheet that is known only when it is issued.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    pub code: String,
    pub date: String,
    pub year: i32,
    pub month: u32,
    pub day: u32,
    /// Where it is verified.
    pub address: String,
    /// The rows of the address's QR code, each as the places and lengths of its dark runs.
    pub qr: Vec<Vec<(usize, usize)>>,
}

impl Issue {
    pub fn new(page: &Page, code: &Code, address: String, on: Date) -> Result<Self> {
        use chrono::Datelike;
        Ok(Self {
            code: code.to_string(),
            date: page.date(&on),
            year: on.year(),
            month: on.month(),
            day: on.day(),
            qr: dark_runs(&address)?,
            address,
        })
    }
}

fn dark_runs(text: &str) -> Result<Vec<Vec<(usize, usize)>>> {
    let code = qrcode::QrCode::new(text).map_err(Error::wrap)?;
    let modules = code.to_colors();
    let runs = |row: &[qrcode::Color]| {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for at in (0..row.len()).filter(|at| row[*at] == qrcode::Color::Dark) {
            match runs.last_mut() {
                Some((start, length)) if *start + *length == at => *length += 1,
                _ => runs.push((at, 1)),
            }
        }
        runs
    };
    Ok(modules.chunks(code.width()).map(runs).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_for_the_camera_begins_with_its_corner() {
        let rows = dark_runs("https://fondouk.example/line-sheets/K7QM-2F9T-XW4A").unwrap();
        assert_eq!(rows[0][0], (0, 7));
        assert_eq!(rows[1][..2], [(0, 1), (6, 1)]);
        assert!(rows.iter().flatten().all(|(start, length)| start + length <= rows.len()));
    }
}
