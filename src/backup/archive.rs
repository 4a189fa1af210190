//! The archive itself: tar within zstd, and what its entries are called.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::manifest::Entry;
use crate::error::{Error, Result};

pub(super) fn table_path(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

pub(super) fn table_name(path: &str) -> Option<&str> {
    path.strip_prefix("tables/")?.strip_suffix(".jsonl")
}

pub(super) fn file_path(key: &str) -> String {
    format!("files/{key}")
}

pub(super) fn file_key(path: &str) -> Option<&str> {
    path.strip_prefix("files/")
}

pub(super) fn hexadecimal(hash: Sha256) -> String {
    data_encoding::HEXLOWER.encode(&hash.finalize())
}

/// An archive being written, which remembers what it took in.
pub(super) struct Writer<W: Write> {
    tar: tar::Builder<zstd::Encoder<'static, W>>,
    pub entries: Vec<Entry>,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(sink: W) -> Result<Self> {
        let mut encoder = zstd::Encoder::new(sink, zstd::DEFAULT_COMPRESSION_LEVEL)?;
        encoder.include_checksum(true)?;
        Ok(Self { tar: tar::Builder::new(encoder), entries: Vec::new() })
    }

    pub(super) fn add(&mut self, path: String, sha256: String, bytes: u64, content: impl Read) -> Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes);
        header.set_mode(0o600);
        self.tar.append_data(&mut header, &path, content)?;
        self.entries.push(Entry { path, bytes, sha256 });
        Ok(())
    }

    pub(super) fn finish(self) -> Result<W> {
        Ok(self.tar.into_inner()?.finish()?)
    }
}

/// An archive opened for reading from its beginning.
pub(super) type Reader = tar::Archive<zstd::Decoder<'static, BufReader<Counted>>>;

pub(super) fn open(path: &Path, read: impl Fn(u64) + 'static) -> Result<Reader> {
    let file = File::open(path)
        .map_err(|error| Error::broken(format!("cannot open the backup {}: {error}", path.display())))?;
    let counted = Counted { file, done: 0, tell: Box::new(read) };
    Ok(tar::Archive::new(zstd::Decoder::new(counted)?))
}

/// Damage shows as odd errors of tar and zstd.
pub(super) fn damaged(error: io::Error) -> Error {
    Error::broken(format!(
        "the backup is cut off or damaged, or no backup at all ({error}); nothing was changed"
    ))
}

/// A file that tells how much of it was read.
pub(super) struct Counted {
    file: File,
    done: u64,
    tell: Box<dyn Fn(u64)>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.done += count as u64;
        (self.tell)(self.done);
        Ok(count)
    }
}
