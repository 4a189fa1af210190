//! A line sheet that was handed out, as everybody may know of it: nothing of prices, nothing of who took it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::issuing::has_changed;
use super::{Code, store};
use crate::accounts;
use crate::catalogue::store as catalogue;
use crate::catalogue::views::MakerRef;
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Message, Result};
use crate::input::{Fields, Raw};
use crate::locale::{Language, Wording};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LineSheetView {
    pub code: String,
    pub maker: MakerRef,
    /// The slug of the collection.
    pub collection: String,
    pub title: Wording,
    pub language: Language,
    pub issued_on: Date,
    /// Is the collection still on show?
    pub on_show: bool,
    /// Does it show other things by now: products, pictures, terms or certificates?
    pub changed_since: bool,
    /// Of the PDF, as 64 hexadecimal digits.
    pub sha256: String,
}

impl LineSheetView {
    pub fn read(conn: &mut DbConnection, code: &Code, today: Date) -> Result<Self> {
        let line_sheet = store::by_code(conn, code)?;
        let collection = catalogue::collection(conn, line_sheet.collection_id)?;
        let maker = accounts::organisation(conn, line_sheet.maker_id)?;
        Ok(Self {
            code: line_sheet.code.to_string(),
            maker: MakerRef::from(&maker),
            on_show: collection.is_public(&maker),
            changed_since: has_changed(conn, &line_sheet, &collection, today)?,
            collection: collection.slug,
            title: collection.title.into_inner(),
            language: line_sheet.language,
            issued_on: line_sheet.issued_at.date(),
            sha256: line_sheet.sha256,
        })
    }
}

/// What somebody holds in their hands: the file itself, or its hash.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CheckForm {
    /// The SHA-256 of the file, as 64 hexadecimal digits; left out where the file itself is sent as `file` in
    /// `multipart/form-data`.
    pub sha256: Raw,
}

impl CheckForm {
    /// The hash that was written, if one was.
    pub fn check(&self) -> Result<Option<String>> {
        if self.sha256.is_blank() {
            return Ok(None);
        }
        let mut fields = Fields::new();
        let hash: String = self.sha256.trimmed().split_whitespace().collect::<String>().to_ascii_lowercase();
        if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            fields.problem("sha256", Message::new("problem-line-sheet-hash"));
        }
        fields.done(Some(hash))
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckView {
    /// Is it the very document that was handed out under this code?
    pub genuine: bool,
    /// Of what was sent.
    pub sha256: String,
    pub line_sheet: LineSheetView,
}

/// The code in an address. What cannot be one leads nowhere.
pub fn code(text: &str) -> Result<Code> {
    text.parse().map_err(|_| Error::NotFound)
}
