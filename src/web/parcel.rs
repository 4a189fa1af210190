//! A form with what comes along: pictures, made anew and freed of everything but what one sees, and PDF files. All of it
//! is durable before the rows that remember it are written.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use super::sent::Sent;
use super::{House, Input, KeptAttachment, Once, SentFile, Upload};
use crate::error::{Error, Message, Problems, Result};
use crate::files::picture;
use crate::files::{Paper, StoredFile};

/// More than this nobody looks at in one go.
pub const MOST_FILES: usize = 5;
const LONGEST_NAME: usize = 80;

/// What was sent: a form, and files that have not been looked at yet; or JSON without files.
#[derive(Debug)]
pub struct Parcel<T> {
    pub form: T,
    files: Vec<SentFile>,
    wrong: Problems,
    /// Only JSON can be repeated harmlessly: a form with files has no key.
    pub once: Option<Once>,
}

impl<T: DeserializeOwned + 'static> FromRequest for Parcel<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let sent = Sent::read(request, payload);
        Box::pin(async move {
            match sent.await? {
                Sent::WithFiles(upload, limit) => Self::of_upload(upload, limit).await,
                Sent::Plain(Input { value, once, .. }) => {
                    Ok(Self { form: value, files: Vec::new(), wrong: Problems::new(), once: Some(once) })
                }
            }
        })
    }
}

impl<T: DeserializeOwned> Parcel<T> {
    async fn of_upload(mut upload: Upload, limit: usize) -> Result<Self> {
        let (mut files, mut wrong, mut count) = (Vec::new(), Problems::new(), 0);
        loop {
            let read = upload.next_file(limit).await;
            count += usize::from(!matches!(read, Ok(None)));
            match read {
                Ok(None) => break,
                Ok(Some(file)) if count <= MOST_FILES => files.push(file),
                // What is too many is read to its end, so that a browser shows our answer, and let go of.
                Ok(Some(_)) => {}
                Err(Error::Invalid(problems)) if problems.of("file").is_some() => wrong.append(problems),
                Err(error) => return Err(error),
            }
        }
        if count > MOST_FILES {
            wrong.add("file", Message::new("problem-attachments-many").with("most", MOST_FILES));
        }
        Ok(Self { form: upload.form()?, files, wrong, once: None })
    }
}

impl<T> Parcel<T> {
    /// How many files came along that may be looked at.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    pub fn has_attachments(&self) -> bool {
        !self.files.is_empty() || self.wrong.of("file").is_some()
    }

    /// Keeps the files. `checked` is what the form's own check says, told together with what is wrong with them.
    pub async fn keep<C>(&mut self, house: &House, checked: Result<C>) -> Result<Vec<KeptAttachment>> {
        let mut wrong = std::mem::take(&mut self.wrong);
        let mut kept = Vec::new();
        for file in std::mem::take(&mut self.files) {
            let name: String = file.name.chars().take(LONGEST_NAME).collect();
            match keep(house, file).await {
                Ok((file, small)) => kept.push(KeptAttachment { name, file, small }),
                Err(Error::Invalid(problems)) => {
                    let why = problems.iter().next().map(|problem| problem.message.clone());
                    let why = why.unwrap_or(Message::new("problem-attachment-kind"));
                    let which = Message::new("problem-attachment").with("name", name).with("why", why);
                    wrong.add("file", which);
                }
                Err(error) => return Err(error),
            }
        }
        wrong.told_with(checked).map(|_| kept)
    }
}

async fn keep(house: &House, sent: SentFile) -> Result<(StoredFile, Option<StoredFile>)> {
    let is_pdf = Paper::read(sent.bytes.clone()).is_ok_and(|paper| paper.media_type == "application/pdf");
    if is_pdf {
        return Ok((house.files.put(sent.bytes, "application/pdf").await?, None));
    }
    // Somebody who calls it a PDF is told about PDFs, and not about pictures.
    if sent.name.to_ascii_lowercase().ends_with(".pdf") || sent.bytes.is_empty() {
        return Err(Error::invalid("file", "problem-attachment-kind"));
    }
    let picture = picture::keep(&house.files, &house.settings.limits, &sent.name, sent.bytes).await;
    let picture = picture.map_err(|error| match error {
        // Whoever sends something else altogether may send a PDF instead.
        Error::Invalid(problems) if problems.iter().any(|one| one.message.key == "picture-wrong-kind") => {
            Error::invalid("file", "problem-attachment-kind")
        }
        other => other,
    })?;
    Ok((picture.large, Some(picture.small)))
}
