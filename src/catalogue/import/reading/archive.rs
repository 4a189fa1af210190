//! A workbook is an archive, and an archive may lie: it is unpacked into nothing first, and measured on the way.

use std::fs::File;
use std::io::{BufReader, Read};

use zip::ZipArchive;

use super::{refused, start};
use crate::error::Result;

/// Of all parts together, unpacked.
const MOST_BYTES: u64 = 400 << 20;
/// Of the table of shared texts, which is held in memory.
const MOST_TEXTS: u64 = 64 << 20;
/// Small archives may be as dense as they like; beyond this size, density is what gives a bomb away.
const HARMLESS: u64 = 16 << 20;
const DENSEST: u64 = 150;
const MOST_PARTS: usize = 4096;
/// Of anything between two tags: one cell that would fill the memory.
const LONGEST_TEXT: u64 = 1 << 20;

/// Refuses bombs and archives that are no workbook.
pub(super) fn check(file: &File) -> Result<()> {
    let packed = file.metadata()?.len().max(1);
    let mut archive =
        ZipArchive::new(BufReader::new(start(file)?)).map_err(|_| refused("problem-file-archive"))?;
    if archive.len() > MOST_PARTS {
        return Err(refused("problem-file-bomb"));
    }
    if !archive.file_names_raw().any(|name| name.starts_with(b"xl/workbook")) {
        return Err(refused("problem-file-no-workbook"));
    }
    let (mut total, mut buffer) = (0_u64, vec![0; 1 << 16]);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| refused("problem-file-archive"))?;
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        let (holds_texts, is_xml) = (name.ends_with("sharedStrings.xml"), name.ends_with(".xml"));
        let (mut own, mut run) = (0_u64, 0_u64);
        loop {
            let length = part.read(&mut buffer).map_err(|_| refused("problem-file-archive"))?;
            if length == 0 {
                break;
            }
            own += length as u64;
            total += length as u64;
            let is_bomb = total > MOST_BYTES
                || (holds_texts && own > MOST_TEXTS)
                || (total > HARMLESS && total / packed > DENSEST)
                || (is_xml && longest_run(&buffer[..length], &mut run) > LONGEST_TEXT);
            if is_bomb {
                return Err(refused("problem-file-bomb"));
            }
        }
    }
    Ok(())
}

/// The longest stretch without a tag, over the borders of pieces too.
fn longest_run(piece: &[u8], run: &mut u64) -> u64 {
    let mut longest = *run;
    for part in piece.split_inclusive(|byte| *byte == b'<') {
        *run += part.len() as u64;
        longest = longest.max(*run);
        if part.ends_with(b"<") {
            *run = 0;
        }
    }
    longest
}
