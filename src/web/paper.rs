//! A form with a paper in it, or JSON without one; and a paper on its way out.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::de::DeserializeOwned;

use super::sent::Sent;
use super::{Input, Once, Upload};
use crate::error::{Error, Problems, Result};
use crate::files::{Files, Paper, Remembered, StoredFile};

/// What was sent, and perhaps a paper with it.
#[derive(Debug)]
pub struct WithPaper<T> {
    pub form: T,
    paper: Option<Paper>,
    /// What is wrong with the paper: told together with all else, so that nothing has to be typed again.
    wrong: Problems,
    /// Only JSON can be repeated harmlessly: a form with a file has no key.
    pub once: Option<Once>,
}

impl<T: DeserializeOwned + 'static> FromRequest for WithPaper<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let sent = Sent::read(request, payload);
        Box::pin(async move {
            match sent.await? {
                Sent::WithFiles(upload, limit) => Self::of_upload(upload, limit).await,
                Sent::Plain(Input { value, once, .. }) => {
                    Ok(Self { form: value, paper: None, wrong: Problems::new(), once: Some(once) })
                }
            }
        })
    }
}

impl<T: DeserializeOwned> WithPaper<T> {
    async fn of_upload(mut upload: Upload, limit: usize) -> Result<Self> {
        let (mut paper, mut wrong) = (None, Problems::new());
        let mut files = 0;
        loop {
            let read = match upload.next_file(limit).await {
                Ok(None) => break,
                Ok(Some(file)) => Paper::read(file.bytes),
                Err(error) => Err(error),
            };
            files += 1;
            match read {
                Ok(read) if files == 1 => paper = Some(read),
                // Losing a second one in silence would be worse than a refusal.
                Ok(_) if files == 2 => wrong.add("file", "problem-paper-one-file"),
                Ok(_) => {}
                // What is of the wrong kind or too large was read to its end, so the rest can be.
                Err(Error::Invalid(problems)) if problems.of("file").is_some() => wrong = problems,
                Err(error) => return Err(error),
            }
        }
        Ok(Self { form: upload.form()?, paper, wrong, once: None })
    }
}

impl<T> WithPaper<T> {
    /// The paper, where nothing is wrong with it nor with the form. `checked` is what the form's own check says.
    pub fn take<C>(&mut self, checked: Result<C>) -> Result<(C, Option<Paper>)> {
        let value = std::mem::take(&mut self.wrong).told_with(checked)?;
        Ok((value, self.paper.take()))
    }

    /// Keeps the paper durably before the row that remembers it is written.
    pub async fn keep<C>(&mut self, files: &Files, checked: Result<C>) -> Result<Option<StoredFile>> {
        match self.take(checked)? {
            (_, None) => Ok(None),
            (_, Some(paper)) => files.put(paper.bytes, paper.media_type).await.map(Some),
        }
    }
}

/// A paper as a download, called so: nothing that somebody uploaded is run or shown as a page of ours.
pub async fn hand_out(files: &Files, file: Remembered, name: &str) -> Result<HttpResponse> {
    let bytes = files.get(&file.object_key).await?;
    let ending = match file.media_type.as_str() {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "webp",
    };
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    Ok(HttpResponse::Ok()
        .content_type(file.media_type)
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}
