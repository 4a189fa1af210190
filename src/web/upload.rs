//! A form with files in it (`multipart/form-data`), read file by file so that only one is in memory at a time.

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use bytes::{Bytes, BytesMut};
use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;

use super::body::from_pairs;
use crate::error::{Error, Message, Result};

/// All text fields together.
const MOST_TEXT: usize = 64 << 10;
/// A file that is too large is still read to its end, so that a browser shows our answer instead of a broken
/// connection; one so many times too large is not.
const PATIENCE: usize = 4;

/// A file as it was sent. Its name is a stranger's text: for showing back, never for opening.
#[derive(Clone, Debug)]
pub struct SentFile {
    pub name: String,
    pub bytes: Bytes,
}

#[allow(missing_debug_implementations)]
pub struct Upload {
    parts: Multipart,
    texts: url::form_urlencoded::Serializer<'static, String>,
    text_bytes: usize,
}

impl Upload {
    /// The next file that was really chosen; text fields on the way to it are remembered.
    pub async fn next_file(&mut self, most_bytes: usize) -> Result<Option<SentFile>> {
        while let Some(mut field) = self.parts.try_next().await.map_err(unreadable)? {
            let disposition = field.content_disposition();
            match disposition.and_then(|disposition| disposition.get_filename()).map(str::to_owned) {
                None => self.remember(field).await?,
                Some(name) => {
                    let bytes = collect(&mut field, &name, most_bytes).await?;
                    // A browser sends an empty part for a file field that was left alone.
                    if !(name.is_empty() && bytes.is_empty()) {
                        return Ok(Some(SentFile { name: shown(&name), bytes }));
                    }
                }
            }
        }
        Ok(None)
    }

    async fn remember(&mut self, mut field: Field) -> Result<()> {
        let name = field.name().unwrap_or_default().to_owned();
        let mut text = BytesMut::new();
        while let Some(chunk) = field.try_next().await.map_err(unreadable)? {
            self.text_bytes += chunk.len();
            if self.text_bytes > MOST_TEXT {
                return Err(Error::TooLarge);
            }
            text.extend_from_slice(&chunk);
        }
        let text =
            std::str::from_utf8(&text).map_err(|_| Error::invalid("body", "problem-body-unreadable"))?;
        self.texts.append_pair(&name, text);
        Ok(())
    }

    /// The text fields, once every file was taken.
    pub fn form<T: DeserializeOwned>(mut self) -> Result<T> {
        from_pairs(&self.texts.finish())
    }
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let parts = Multipart::new(request.headers(), payload.take());
        let texts = url::form_urlencoded::Serializer::new(String::new());
        std::future::ready(Ok(Self { parts, texts, text_bytes: 0 }))
    }
}

async fn collect(field: &mut Field, name: &str, most_bytes: usize) -> Result<Bytes> {
    let (mut bytes, mut length) = (BytesMut::new(), 0_usize);
    while let Some(chunk) = field.try_next().await.map_err(unreadable)? {
        length += chunk.len();
        if length > most_bytes.saturating_mul(PATIENCE) {
            return Err(Error::TooLarge);
        }
        if length <= most_bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    if length > most_bytes {
        let message =
            Message::new("upload-too-large").with("name", shown(name)).with("most", most_bytes >> 20);
        return Err(Error::invalid("file", message));
    }
    Ok(bytes.freeze())
}

fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(80).collect()
}

fn unreadable(error: MultipartError) -> Error {
    match error {
        MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse
        | MultipartError::ContentTypeIncompatible
        | MultipartError::BoundaryMissing => Error::WrongMediaType,
        _ => Error::invalid("body", "problem-body-unreadable"),
    }
}
