//! Files are kept durably, found again, and the same bytes are the same file.

use tempfile::TempDir;

use super::*;
use crate::clock::{Clock, Time};
use crate::db::Db;

fn house() -> (TempDir, Settings, Files) {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = Settings::defaults();
    settings.data.folder = folder.path().to_owned();
    let files = Files::open(&settings).unwrap();
    (folder, settings, files)
}

#[tokio::test]
async fn what_is_put_can_be_got_listed_and_removed() {
    let (_folder, settings, files) = house();
    let stored = files.put(Bytes::from_static(b"zellige"), "image/png").await.unwrap();
    assert_eq!(stored.bytes, 7);
    assert!(stored.object_key.ends_with(&format!("{}.png", stored.sha256)));
    assert!(settings.files_folder().join(&stored.object_key).is_file());
    assert_eq!(files.get(&stored.object_key).await.unwrap(), "zellige");
    let listed = files.list().await.unwrap();
    assert_eq!((listed[0].object_key.as_str(), listed[0].bytes), (stored.object_key.as_str(), 7));
    files.delete(&stored.object_key).await.unwrap();
    files.delete(&stored.object_key).await.unwrap();
    assert!(matches!(files.get(&stored.object_key).await, Err(Error::NotFound)));
    assert!(files.list().await.unwrap().is_empty());
    files.check().await.unwrap();
    assert!(files.list().await.unwrap().is_empty(), "the check leaves nothing behind");
}

#[tokio::test]
async fn the_same_bytes_are_the_same_file_and_mend_a_broken_one() {
    let (_folder, settings, files) = house();
    let first = files.put(Bytes::from_static(b"zellige"), "image/png").await.unwrap();
    std::fs::write(settings.files_folder().join(&first.object_key), "").unwrap();
    let again = files.put(Bytes::from_static(b"zellige"), "image/png").await.unwrap();
    assert_eq!(first, again);
    assert_eq!(files.get(&first.object_key).await.unwrap(), "zellige");
    assert_eq!(files.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn no_key_leads_out_of_the_folder() {
    let (folder, _, files) = house();
    std::fs::write(folder.path().join("secret"), "key").unwrap();
    for key in ["../secret", "a/../../secret", "/../secret", "..", "", "a//b", "a\0b", "%2e%2e/secret"] {
        assert!(files.get(key).await.is_err(), "{key:?}");
        let _ = files.delete(key).await;
    }
    assert!(folder.path().join("secret").is_file());
}

#[tokio::test]
async fn a_file_is_remembered_once() {
    let (_folder, settings, files) = house();
    let clock = Clock::set_to(Time::from_micros(1_780_000_000_000_000));
    let db = Db::open(&settings.database, settings.sqlite_file(), clock).unwrap();
    let stored = files.put(Bytes::from_static(b"zellige"), "image/png").await.unwrap();
    let key = stored.object_key.clone();
    let again = stored.clone();
    let id = db.write(move |tx| remember(tx, &stored)).await.unwrap();
    assert_eq!(db.write(move |tx| remember(tx, &again)).await.unwrap(), id);
    let by_key = key.clone();
    let found = db.read(move |conn| find(conn, &by_key)).await.unwrap();
    assert_eq!((found.id, found.bytes, found.media_type.as_str()), (id, 7, "image/png"));
    assert_eq!(db.read(move |conn| find_by_id(conn, id)).await.unwrap(), found);
    assert_eq!(db.read(all).await.unwrap(), [found]);
    assert!(db.write(move |tx| let_go(tx, &key)).await.unwrap());
    assert!(matches!(db.read(move |conn| find_by_id(conn, id)).await, Err(Error::NotFound)));
}
