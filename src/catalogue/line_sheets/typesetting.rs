//! The press: template, letters and pictures in, PDF out.
//!
//! The template sees what it is given here and nothing else: no file, no package, no clock. The same input gives the same
//! bytes.

use std::sync::LazyLock;

use tokio::sync::Semaphore;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, Smart, Str, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use super::sheet::{Issue, Sheet};
use crate::error::{Error, Result};

pub const TEMPLATE: &str = include_str!("sheet.typ");

/// Setting a sheet of sixty products takes one processor and some 150 megabytes: so many at once, and so many that wait.
const AT_ONCE: usize = 2;
const WAITING: usize = 32;
static PRESSES: Semaphore = Semaphore::const_new(AT_ONCE);
static QUEUE: Semaphore = Semaphore::const_new(AT_ONCE + WAITING);

const FONTS: [&[u8]; 4] = [
    include_bytes!("fonts/IBMPlexSansArabic-Regular.ttf"),
    include_bytes!("fonts/IBMPlexSansArabic-SemiBold.ttf"),
    include_bytes!("fonts/Marcellus-Regular.ttf"),
    include_bytes!("fonts/ElMessiri-Medium.ttf"),
];

struct Letters {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
    Letters { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

static MAIN: LazyLock<Source> = LazyLock::new(|| Source::detached(TEMPLATE));

/// All that the template can reach.
struct Desk {
    library: LazyHash<Library>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &LETTERS.book
    }

    fn main(&self) -> FileId {
        MAIN.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == MAIN.id() { Ok(MAIN.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        LETTERS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[derive(serde::Serialize)]
struct Issued<'a> {
    #[serde(flatten)]
    sheet: &'a Sheet,
    issue: &'a Issue,
}

/// Waits for a free press and sets the sheet on a thread that may wait. A picture that is none costs the sheet its
/// pictures, not the reader their sheet.
pub async fn typeset(mut sheet: Sheet, issue: Issue, pictures: Vec<Option<bytes::Bytes>>) -> Result<Vec<u8>> {
    let _place = QUEUE.try_acquire().map_err(|_| Error::Busy)?;
    let _press = PRESSES.acquire().await.map_err(Error::wrap)?;
    let work = move || {
        sheet.leave_out(|at| pictures.get(at).is_none_or(Option::is_none));
        let set = press(&sheet, &issue, &pictures);
        let set = set.or_else(|error| {
            tracing::warn!(%error, code = issue.code, "a line sheet is set without its pictures");
            sheet.leave_out(|_| true);
            press(&sheet, &issue, &[])
        });
        // What was worked out for this sheet is of no use to the next one.
        typst::comemo::evict(0);
        set
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::wrap)?
}

fn press(sheet: &Sheet, issue: &Issue, pictures: &[Option<bytes::Bytes>]) -> Result<Vec<u8>> {
    let said = serde_json::to_string(&Issued { sheet, issue })?;
    let picture = |picture: &Option<bytes::Bytes>| match picture {
        Some(bytes) => Value::Bytes(Bytes::new(bytes.clone())),
        None => Value::None,
    };
    let pictures: Array = pictures.iter().map(picture).collect();
    let inputs: Dict =
        [(Str::from("sheet"), Value::Str(said.into())), (Str::from("pictures"), Value::Array(pictures))]
            .into_iter()
            .collect();
    let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
    let document =
        typst::compile::<PagedDocument>(&Desk { library }).output.map_err(|errors| broken(&errors))?;
    let options = PdfOptions {
        ident: Smart::Custom(issue.code.clone()),
        creator: Smart::Custom(Some("Fondouk".to_owned())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| broken(&errors))
}

fn broken(errors: &[SourceDiagnostic]) -> Error {
    let said: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    Error::broken(format!("the line sheet cannot be set: {}", said.join("; ")))
}
