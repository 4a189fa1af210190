//! What is kept as files: pictures and documents, in a local folder or a bucket. A file is named by its content, so
//! storing it twice is harmless, and it is durable before the row that remembers it is written.

mod letting_go;
mod paper;
pub mod picture;
mod store;
#[cfg(test)]
mod tests;

pub use letting_go::let_go;
pub use paper::Paper;
pub use store::{Remembered, all, find, find_by_id, remember};

use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::settings::{Settings, StorageKind, make_private};

#[derive(Clone, Debug)]
pub struct Files {
    objects: Arc<dyn ObjectStore>,
}

/// A file that is durably kept, and not yet remembered by a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    pub object_key: String,
    pub media_type: String,
    pub bytes: i64,
    pub sha256: String,
}

/// A file as the store lists it, whether or not a row remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub object_key: String,
    pub bytes: u64,
    /// By the store's clock. A young file may belong to a write that is still under way.
    pub modified: DateTime<Utc>,
}

impl Files {
    pub fn open(settings: &Settings) -> Result<Self> {
        let objects: Arc<dyn ObjectStore> = match settings.storage.kind {
            StorageKind::Folder => {
                let folder = settings.files_folder();
                make_private(&folder)?;
                Arc::new(LocalFileSystem::new_with_prefix(folder).map_err(Error::wrap)?.with_fsync(true))
            }
            StorageKind::S3 => bucket(&settings.storage)?,
        };
        Ok(Self { objects })
    }

    /// Keeps the bytes durably. They are written even if they seem to be there: what a crash left behind is not trusted.
    pub async fn put(&self, bytes: Bytes, media_type: &str) -> Result<StoredFile> {
        let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes));
        let object_key = format!("{}/{sha256}{}", &sha256[..2], extension(media_type));
        let length = i64::try_from(bytes.len()).map_err(Error::wrap)?;
        self.objects.put(&path(&object_key)?, bytes.into()).await.map_err(Error::wrap)?;
        Ok(StoredFile { object_key, media_type: media_type.to_owned(), bytes: length, sha256 })
    }

    /// Puts a file back under the key that it was kept by before; its content must be the one that the key names.
    pub async fn put_back(&self, key: &str, bytes: Bytes) -> Result<()> {
        let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes));
        if !key.starts_with(&format!("{}/{sha256}", &sha256[..2])) {
            return Err(Error::broken(format!("the file {key} does not hold what its name says")));
        }
        self.objects.put(&path(key)?, bytes.into()).await.map_err(Error::wrap)?;
        Ok(())
    }

    pub async fn get(&self, key: &str) -> Result<Bytes> {
        let found = self.objects.get(&path(key)?).await.map_err(missing)?;
        found.bytes().await.map_err(missing)
    }

    /// Everything that is kept.
    pub async fn list(&self) -> Result<Vec<Listed>> {
        let listed = self.objects.list(None).map_ok(|object| Listed {
            object_key: object.location.to_string(),
            bytes: object.size,
            modified: object.last_modified,
        });
        listed.try_collect().await.map_err(Error::wrap)
    }

    /// Removes a file that no row remembers; one that is not there is removed already.
    pub async fn delete(&self, key: &str) -> Result<()> {
        match self.objects.delete(&path(key)?).await.map_err(missing) {
            Err(Error::NotFound) => Ok(()),
            outcome => outcome,
        }
    }

    /// Removes what a write has let go of.
    pub async fn delete_all(&self, keys: Vec<String>) -> Result<()> {
        for key in keys {
            self.delete(&key).await?;
        }
        Ok(())
    }

    /// Can files be written, read and removed?
    pub async fn check(&self) -> Result<()> {
        let written = format!("probe {:032x}", rand::random::<u128>());
        let probe = self.put(Bytes::from(written.clone()), "text/plain").await?;
        let read = self.get(&probe.object_key).await?;
        self.delete(&probe.object_key).await?;
        if read == written {
            Ok(())
        } else {
            Err(Error::broken("the store gave back other bytes than it was given"))
        }
    }
}

/// A key that could not have been given out by us names nothing.
fn path(key: &str) -> Result<Path> {
    Path::parse(key).map_err(|_| Error::NotFound)
}

fn missing(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        other => Error::wrap(other),
    }
}

/// So that whoever looks into the folder or the bucket can open what lies there.
fn extension(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "application/pdf" => ".pdf",
        "text/plain" => ".txt",
        "text/csv" => ".csv",
        _ => "",
    }
}

#[cfg(feature = "s3")]
fn bucket(storage: &crate::settings::Storage) -> Result<Arc<dyn ObjectStore>> {
    let mut builder = object_store::aws::AmazonS3Builder::new()
        .with_bucket_name(&storage.s3_bucket)
        .with_access_key_id(&storage.s3_access_key)
        .with_secret_access_key(&storage.s3_secret_key);
    if !storage.s3_region.is_empty() {
        builder = builder.with_region(&storage.s3_region);
    }
    if !storage.s3_endpoint.is_empty() {
        builder = builder
            .with_endpoint(&storage.s3_endpoint)
            .with_allow_http(storage.s3_endpoint.starts_with("http:"));
    }
    Ok(Arc::new(builder.build().map_err(Error::wrap)?))
}

#[cfg(not(feature = "s3"))]
fn bucket(_: &crate::settings::Storage) -> Result<Arc<dyn ObjectStore>> {
    Err(Error::broken("setting storage.kind: this binary was built without the s3 feature"))
}
