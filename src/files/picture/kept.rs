//! A picture in its two sizes, as files.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{Prepared, prepare_sent};
use crate::error::Result;
use crate::files::{Files, StoredFile};
use crate::settings::Limits;

/// A picture whose two files are durable, and which no row remembers yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptPicture {
    pub large: StoredFile,
    pub small: StoredFile,
    pub width: i64,
    pub height: i64,
}

/// Prepares and keeps a picture, outside any write.
pub async fn keep(files: &Files, limits: &Limits, name: &str, bytes: Bytes) -> Result<KeptPicture> {
    let prepared = prepare_sent(name, bytes, limits).await?;
    Ok(KeptPicture {
        large: files.put(prepared.large.into(), Prepared::MEDIA_TYPE).await?,
        small: files.put(prepared.small.into(), Prepared::MEDIA_TYPE).await?,
        width: prepared.width.into(),
        height: prepared.height.into(),
    })
}
