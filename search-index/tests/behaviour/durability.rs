//! What was committed is there after a restart; what is damaged or foreign never serves.

use std::fs;
use std::path::{Path, PathBuf};

use search_index::{Error, Identity, Index, Language, Opened, Reason, Search, Writer};

use crate::shelf::{HEAP, Shelf, identity, product, reopen};

fn two_products() -> Shelf {
    Shelf::of([product("1", Language::English, "vase"), product("2", Language::English, "lamp")])
}

fn reason(opened: Opened) -> Reason {
    match opened {
        Opened::Rebuild(reason) => reason,
        Opened::Ready(index) | Opened::Outdated(index, _) => panic!("{index:?} should not serve"),
    }
}

fn ready(opened: Opened) -> Index {
    match opened {
        Opened::Ready(index) => index,
        Opened::Outdated(_, reason) | Opened::Rebuild(reason) => panic!("{reason}"),
    }
}

fn generations(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.is_dir()).collect()
}

#[test]
fn a_commit_survives_reopening_with_its_event() {
    let shelf = two_products();
    shelf.writer().commit(77).expect("committed");
    let Shelf { folder, index } = shelf;
    drop(index);
    let index = ready(reopen(folder.path()));
    assert_eq!((index.applied(), index.documents()), (77, 2));
    assert_eq!(index.search(&Search::of("lamps")).expect("an answer").hits[0].key, "2");
}

#[test]
fn what_was_not_committed_is_neither_seen_nor_kept() {
    let shelf = two_products();
    let mut writer = shelf.writer();
    writer.put(&product("3", Language::English, "tray")).expect("put");
    assert!(shelf.keys("tray").is_empty());
    writer.rollback().expect("rolled back");
    writer.commit(2).expect("committed");
    assert!(shelf.keys("tray").is_empty());
    assert_eq!(shelf.index.applied(), 2);
}

#[test]
fn another_database_or_epoch_is_not_served() {
    let shelf = two_products();
    let open = |database: &str, epoch| {
        let identity = Identity { database: database.into(), epoch };
        reason(Index::open(shelf.folder.path(), &identity).expect("readable"))
    };
    assert_eq!(open("other", 1), Reason::OtherDatabase);
    assert_eq!(open("workshop", 2), Reason::OtherEpoch);
}

#[test]
fn an_empty_or_missing_folder_asks_to_be_filled() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(reason(reopen(folder.path())), Reason::Absent);
    assert_eq!(reason(reopen(&folder.path().join("missing"))), Reason::Absent);
}

/// Every file of an index, cut short, emptied, overwritten or removed in turn.
#[test]
fn any_damage_is_noticed_without_panic() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 4] = [
        ("emptied", |path| fs::write(path, b"").expect("written")),
        ("cut", |path| {
            let bytes = fs::read(path).expect("read");
            fs::write(path, &bytes[..bytes.len() / 2]).expect("written");
        }),
        ("overwritten", |path| {
            let mut bytes = fs::read(path).expect("read");
            bytes.iter_mut().for_each(|byte| *byte ^= 0x5a);
            fs::write(path, bytes).expect("written");
        }),
        ("removed", |path| fs::remove_file(path).expect("removed")),
    ];
    for (how, damage) in damages {
        let shelf = two_products();
        let folder = shelf.folder.path().to_owned();
        let live = generations(&folder).remove(0);
        let files: Vec<_> =
            fs::read_dir(&live).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        for file in files.iter().filter(|file| file.extension().is_some_and(|end| end != "lock")) {
            let whole = fs::read(file).expect("read");
            damage(file);
            let is_segment = file.extension().is_some_and(|end| end != "json");
            let is_meta = file.ends_with("meta.json");
            match reopen(&folder) {
                Opened::Rebuild(reason) => {
                    assert!(matches!(reason, Reason::Damaged(_)), "{how} {file:?}: {reason}")
                }
                // tantivy's list of files to clean up holds no content.
                Opened::Ready(_) | Opened::Outdated(..) => {
                    assert!(!is_segment && !is_meta, "{how} {file:?} was not noticed")
                }
            }
            fs::write(file, whole).expect("written");
        }
        ready(reopen(&folder));
    }
}

#[test]
fn a_pointer_to_nowhere_is_damage() {
    let shelf = two_products();
    fs::write(shelf.folder.path().join("CURRENT"), "generation-000099").expect("written");
    assert!(matches!(reason(reopen(shelf.folder.path())), Reason::Damaged(_)));
}

#[test]
fn a_rebuild_serves_only_once_it_is_finished() {
    let shelf = two_products();
    let mut rebuild = Index::rebuild_beside(shelf.folder.path(), &identity(), HEAP).expect("begun");
    rebuild.put(&product("9", Language::English, "mirror")).expect("put");
    assert_eq!(shelf.keys("vase"), ["1"]);
    assert_eq!(ready(reopen(shelf.folder.path())).documents(), 2);
    let rebuilt = rebuild.finish(5).expect("finished");
    assert_eq!((rebuilt.documents(), rebuilt.applied()), (1, 5));
    assert_eq!(ready(reopen(shelf.folder.path())).documents(), 1);
    // The old one still answers whoever holds it, and its files are gone.
    assert_eq!(shelf.keys("vase"), ["1"]);
    assert_eq!(generations(shelf.folder.path()).len(), 1);
}

#[test]
fn the_writer_of_a_replaced_index_is_told() {
    let shelf = two_products();
    let mut writer = shelf.writer();
    Index::rebuild_beside(shelf.folder.path(), &identity(), HEAP)
        .expect("begun")
        .finish(5)
        .expect("finished");
    writer.put(&product("3", Language::English, "tray")).expect("put");
    assert!(matches!(writer.commit(6), Err(Error::Superseded)));
    assert!(!shelf.index.is_current().expect("readable"));
}

#[test]
fn an_abandoned_rebuild_leaves_nothing_behind() {
    let shelf = two_products();
    let mut rebuild = Index::rebuild_beside(shelf.folder.path(), &identity(), HEAP).expect("begun");
    rebuild.put(&product("9", Language::English, "mirror")).expect("put");
    let second = Index::rebuild_beside(shelf.folder.path(), &identity(), HEAP);
    assert!(matches!(second, Err(Error::Locked(_))), "one at a time");
    drop(rebuild);
    assert_eq!(generations(shelf.folder.path()).len(), 1);
    assert_eq!(ready(reopen(shelf.folder.path())).documents(), 2);
}

#[test]
fn what_a_killed_rebuild_left_is_swept_at_the_next_start() {
    let shelf = two_products();
    fs::create_dir(shelf.folder.path().join("generation-000042")).expect("made");
    ready(reopen(shelf.folder.path()));
    assert_eq!(generations(shelf.folder.path()).len(), 1);
}

#[test]
fn a_second_writer_is_refused_clearly() {
    let shelf = two_products();
    let first = shelf.writer();
    let second = Writer::open(&ready(reopen(shelf.folder.path())), HEAP);
    let error = second.expect_err("the lock is held");
    assert!(error.to_string().contains("another process is writing"), "{error}");
    drop(first);
    shelf.writer();
}
