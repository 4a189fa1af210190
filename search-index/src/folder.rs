//! The folder of an index: generations side by side, and a pointer to the one that serves.
//!
//! ```text
//! CURRENT             the name of the live generation, replaced by rename
//! REBUILD             locked while a generation is being built
//! generation-000007/  tantivy's files
//! ```

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

const CURRENT: &str = "CURRENT";
const REBUILD: &str = "REBUILD";
const GENERATION: &str = "generation-";

/// The name of the live generation, if there is one.
pub(crate) fn current(root: &Path) -> Result<Option<String>> {
    match fs::read(root.join(CURRENT)) {
        Ok(bytes) => {
            // A name that we did not write must not lead out of the folder.
            let name = String::from_utf8(bytes).unwrap_or_default().trim().to_owned();
            Ok(number_of(&name).map(|_| name))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Makes a generation the live one. Either the old or the new name is read, even after a power cut.
pub(crate) fn publish(root: &Path, name: &str) -> Result<()> {
    let beside = root.join("CURRENT.new");
    let mut file = File::create(&beside)?;
    file.write_all(name.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, root.join(CURRENT))?;
    File::open(root)?.sync_all()?;
    Ok(())
}

/// Makes an empty folder for a new generation.
pub(crate) fn new_generation(root: &Path) -> Result<(String, PathBuf)> {
    let last = generations(root)?.iter().filter_map(|name| number_of(name)).max().unwrap_or(0);
    let name = format!("{GENERATION}{:06}", last + 1);
    let path = root.join(&name);
    fs::create_dir(&path)?;
    Ok((name, path))
}

/// The lock that whoever builds a generation holds.
pub(crate) fn lock_rebuild(root: &Path) -> Result<File> {
    fs::create_dir_all(root)?;
    let file = File::options().create(true).truncate(false).write(true).open(root.join(REBUILD))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(Error::Locked(root.to_owned())),
        Err(fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Removes every generation but the live one. Whoever still reads an old one keeps its open files.
pub(crate) fn sweep(root: &Path, live: &str) -> Result<()> {
    for name in generations(root)?.iter().filter(|name| *name != live) {
        if let Err(error) = fs::remove_dir_all(root.join(name)) {
            tracing::warn!(%error, generation = %name, "an old generation of the search index stays on disk");
        }
    }
    Ok(())
}

fn generations(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if number_of(&name).is_some() {
            names.push(name);
        }
    }
    Ok(names)
}

fn number_of(name: &str) -> Option<u64> {
    let digits = name.strip_prefix(GENERATION)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pointer_follows_what_was_published() {
        let root = tempfile::tempdir().expect("a folder");
        assert_eq!(current(root.path()).expect("readable"), None);
        let (first, _) = new_generation(root.path()).expect("a generation");
        let (second, path) = new_generation(root.path()).expect("another");
        assert_ne!(first, second);
        publish(root.path(), &second).expect("published");
        assert_eq!(current(root.path()).expect("readable"), Some(second.clone()));
        sweep(root.path(), &second).expect("swept");
        assert!(path.exists() && !root.path().join(first).exists());
    }

    #[test]
    fn a_pointer_out_of_the_folder_is_no_pointer() {
        let root = tempfile::tempdir().expect("a folder");
        for name in ["../elsewhere", "generation-../..", "generation-", "\u{0}", ""] {
            fs::write(root.path().join(CURRENT), name).expect("written");
            assert_eq!(current(root.path()).expect("readable"), None, "{name:?}");
        }
    }

    #[test]
    fn only_one_rebuilds_at_a_time() {
        let root = tempfile::tempdir().expect("a folder");
        let held = lock_rebuild(root.path()).expect("free");
        assert!(matches!(lock_rebuild(root.path()), Err(Error::Locked(_))));
        drop(held);
        lock_rebuild(root.path()).expect("free again");
    }
}
