//! A form that may carry files: as a browser sends it with them, or plainly without.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;

use super::{House, Input, Upload};
use crate::error::{Error, Result};

pub(super) enum Sent<T> {
    /// With how many bytes each file may have.
    WithFiles(Upload, usize),
    Plain(Input<T>),
}

impl<T: DeserializeOwned + 'static> Sent<T> {
    pub fn read(request: &HttpRequest, payload: &mut Payload) -> Pin<Box<dyn Future<Output = Result<Self>>>> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data")) {
            let limit =
                request.app_data::<web::Data<House>>().map(|house| house.settings.limits.picture_bytes);
            let upload = Upload::from_request(request, payload);
            return Box::pin(async move {
                let limit = limit.ok_or_else(|| Error::broken("no house"))?;
                Ok(Self::WithFiles(upload.await?, limit))
            });
        }
        let input = Input::<T>::from_request(request, payload);
        Box::pin(async move { Ok(Self::Plain(input.await?)) })
    }
}
