//! When nothing more can be written: what was committed is still there, and still answers.

use std::path::Path;
use std::process::Command;

use search_index::{Index, Language, Opened, Search, Writer};

use crate::shelf::{HEAP, Shelf, identity, product, reopen};

/// Says to the second process which index is its own.
const FOLDER: &str = "TEST_FULL_DISK_FOLDER";

/// A limit on the size of files fails a write as a full disk does, and needs no rights; but it holds for a whole
/// process. So the test calls itself.
#[test]
fn a_commit_that_finds_no_room_changes_nothing() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return write_without_room(Path::new(&folder));
    }
    let shelf = Shelf::of([product("1", Language::English, "vase")]);
    let Shelf { folder, index } = shelf;
    drop(index);
    let itself = std::env::current_exe().expect("this test");
    // Unless it is ignored, the signal that tells of the limit would end the process.
    let ended = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" --exact \"$1\" --nocapture"])
        .arg(itself)
        .arg("full_disk::a_commit_that_finds_no_room_changes_nothing")
        .env(FOLDER, folder.path())
        .output()
        .expect("a shell");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(String::from_utf8_lossy(&ended.stdout).contains("1 passed"));

    let Opened::Ready(index) = reopen(folder.path()) else { panic!("it is whole") };
    assert_eq!((index.applied(), index.documents()), (1, 1));
    // There is room again.
    let mut writer = Writer::open(&index, HEAP).expect("the lock is free");
    writer.put(&product("2", Language::English, "tray")).expect("put");
    writer.commit(3).expect("committed");
    assert_eq!((index.applied(), index.documents()), (3, 2));
}

fn write_without_room(folder: &Path) {
    let Opened::Ready(index) = reopen(folder) else { panic!("it is whole") };
    let mut writer = Writer::open(&index, HEAP).expect("the lock is free");
    let many =
        |number: u32| product(&format!("p{number}"), Language::English, &format!("tray number {number}"));
    let failed = (0..20_000).try_for_each(|number| writer.put(&many(number))).and_then(|()| writer.commit(2));
    failed.expect_err("there is no room for so much");
    drop(writer);
    let found = |text: &str| index.search(&Search::of(text)).expect("it still answers").total;
    assert_eq!((index.applied(), found("vase"), found("tray")), (1, 1, 0));

    // Nor is there room for a whole new one; the old one goes on.
    let rebuilt = Index::rebuild_beside(folder, &identity(), HEAP).and_then(|mut rebuild| {
        (0..20_000).try_for_each(|number| rebuild.put(&many(number)))?;
        rebuild.finish(2)
    });
    rebuilt.expect_err("there is no room for so much");
    assert!(index.is_current().expect("readable"));
    assert_eq!(found("vase"), 1);
    // A small change still fits.
    let mut writer = Writer::open(&index, HEAP).expect("the lock is free");
    writer.remove("nothing").expect("removed");
    writer.commit(1).expect("committed");
}
