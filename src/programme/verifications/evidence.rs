//! Evidence as it comes in and goes out: a form with a paper in it, or JSON without one. The paper's kind is read from its
//! bytes, never believed from its name, and only officers get it back.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use bytes::Bytes;

use super::{VerifyForm, store};
use crate::error::{Error, Problems, Result};
use crate::files::{self, StoredFile};
use crate::ids::VerificationId;
use crate::web::{House, Input, Once, Upload};

/// What an officer sends with a verdict.
#[derive(Debug)]
pub(super) struct Evidence {
    pub form: VerifyForm,
    pub paper: Option<Paper>,
    /// Only JSON can be repeated harmlessly: a form with a file has no key.
    pub once: Option<Once>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paper {
    pub bytes: Bytes,
    pub media_type: &'static str,
}

impl FromRequest for Evidence {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data")) {
            let limit =
                request.app_data::<web::Data<House>>().map(|house| house.settings.limits.picture_bytes);
            let upload = Upload::from_request(request, payload);
            return Box::pin(async move {
                let limit = limit.ok_or_else(|| Error::broken("no house"))?;
                Self::of_upload(upload.await?, limit).await
            });
        }
        let input = Input::<VerifyForm>::from_request(request, payload);
        Box::pin(async move {
            let input = input.await?;
            Ok(Self { form: input.value, paper: None, once: Some(input.once) })
        })
    }
}

impl Evidence {
    async fn of_upload(mut upload: Upload, limit: usize) -> Result<Self> {
        let paper = upload.next_file(limit).await?.map(|file| Paper::read(file.bytes)).transpose()?;
        // One paper is what a verdict has room for; losing a second one in silence would be worse than a refusal.
        if paper.is_some() && upload.next_file(limit).await?.is_some() {
            return Err(Error::invalid("file", "problem-evidence-one-file"));
        }
        Ok(Self { form: upload.form()?, paper, once: None })
    }
}

impl Paper {
    /// What kind of file it is, by its first bytes: a scan or a photograph of a paper, or a PDF.
    pub fn read(bytes: Bytes) -> Result<Self> {
        let media_type = match &bytes[..] {
            [b'%', b'P', b'D', b'F', b'-', ..] => "application/pdf",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "image/png",
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
            _ => return Err(Error::Invalid(Problems::one("file", "problem-evidence-kind"))),
        };
        Ok(Self { bytes, media_type })
    }
}

/// Keeps the paper durably before the row that remembers it is written.
pub(super) async fn keep(house: &House, paper: Option<Paper>) -> Result<Option<StoredFile>> {
    match paper {
        None => Ok(None),
        Some(paper) => house.files.put(paper.bytes, paper.media_type).await.map(Some),
    }
}

/// The paper of a verdict, as a download: nothing that somebody uploaded is shown inside our pages.
pub(super) async fn hand_out(house: &House, id: VerificationId) -> Result<HttpResponse> {
    let file = house
        .db
        .read(move |conn| {
            let verification = store::verification(conn, id)?;
            files::find_by_id(conn, verification.evidence_file_id.ok_or(Error::NotFound)?)
        })
        .await?;
    let bytes = house.files.get(&file.object_key).await?;
    let ending = match file.media_type.as_str() {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "webp",
    };
    Ok(HttpResponse::Ok()
        .content_type(file.media_type)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"evidence-{id}.{ending}\""),
        ))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_known_by_its_bytes() {
        let kind =
            |bytes: &'static [u8]| Paper::read(Bytes::from_static(bytes)).map(|paper| paper.media_type);
        assert_eq!(kind(b"%PDF-1.7\n").unwrap(), "application/pdf");
        assert_eq!(kind(b"\xff\xd8\xff\xe0rest").unwrap(), "image/jpeg");
        assert_eq!(kind(b"\x89PNG\r\n\x1a\nrest").unwrap(), "image/png");
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 ").unwrap(), "image/webp");
        for wrong in [&b"<html>"[..], b"MZ\x90", b"PK\x03\x04", b"%PD"] {
            assert!(matches!(kind(wrong), Err(Error::Invalid(_))), "{wrong:?}");
        }
    }
}
