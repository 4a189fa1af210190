//! A form with files in it (`multipart/form-data`), read file by file so that only one is in memory at a time, or none:
//! large files are spooled to the disk.

use std::io::Write as _;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::error::PayloadError;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, TryStreamExt};
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

/// The same on the disk; it is gone when it is let go of.
#[derive(Debug)]
pub struct SpooledFile {
    pub name: String,
    pub file: std::fs::File,
}

/// A raw body, spooled to the disk. Nothing is held of one that is too large.
pub async fn spool_body(mut body: web::Payload, most_bytes: usize) -> Result<std::fs::File> {
    let mut file = tempfile::tempfile()?;
    let mut length = 0;
    while let Some(chunk) =
        body.try_next().await.map_err(|_| Error::invalid("body", "problem-body-unreadable"))?
    {
        length += chunk.len();
        if length > most_bytes {
            return Err(Error::TooLarge);
        }
        file.write_all(&chunk)?;
    }
    Ok(file)
}

#[allow(missing_debug_implementations)]
pub struct Upload {
    parts: Multipart,
    texts: url::form_urlencoded::Serializer<'static, String>,
    text_bytes: usize,
}

impl Upload {
    /// For a route that takes raw bodies too.
    pub fn of(
        request: &HttpRequest,
        body: impl Stream<Item = std::result::Result<Bytes, PayloadError>> + 'static,
    ) -> Self {
        let parts = Multipart::new(request.headers(), body);
        Self { parts, texts: url::form_urlencoded::Serializer::new(String::new()), text_bytes: 0 }
    }

    /// The next file that was really chosen, on the disk.
    pub async fn next_spooled(&mut self, most_bytes: usize) -> Result<Option<SpooledFile>> {
        while let Some(mut field) = self.parts.try_next().await.map_err(unreadable)? {
            let disposition = field.content_disposition();
            let Some(name) = disposition.and_then(|own| own.get_filename()).map(str::to_owned) else {
                self.remember(field).await?;
                continue;
            };
            let (mut file, mut length) = (tempfile::tempfile()?, 0_usize);
            while let Some(chunk) = field.try_next().await.map_err(unreadable)? {
                length += chunk.len();
                check_patience(length, most_bytes)?;
                if length <= most_bytes {
                    file.write_all(&chunk)?;
                }
            }
            check_size(length, &name, most_bytes)?;
            if !(name.is_empty() && length == 0) {
                return Ok(Some(SpooledFile { name: shown(&name), file }));
            }
        }
        Ok(None)
    }

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
        std::future::ready(Ok(Self::of(request, payload.take())))
    }
}

async fn collect(field: &mut Field, name: &str, most_bytes: usize) -> Result<Bytes> {
    let (mut bytes, mut length) = (BytesMut::new(), 0_usize);
    while let Some(chunk) = field.try_next().await.map_err(unreadable)? {
        length += chunk.len();
        check_patience(length, most_bytes)?;
        if length <= most_bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    check_size(length, name, most_bytes)?;
    Ok(bytes.freeze())
}

fn check_patience(length: usize, most_bytes: usize) -> Result<()> {
    if length > most_bytes.saturating_mul(PATIENCE) { Err(Error::TooLarge) } else { Ok(()) }
}

fn check_size(length: usize, name: &str, most_bytes: usize) -> Result<()> {
    if length <= most_bytes {
        return Ok(());
    }
    let message = Message::new("upload-too-large").with("name", shown(name)).with("most", most_bytes >> 20);
    Err(Error::invalid("file", message))
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
