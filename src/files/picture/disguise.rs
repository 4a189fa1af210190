//! Files that are a picture and something else at once, and files of other kinds that are sent for pictures.

use crate::error::Message;

/// A reader of PDF accepts its mark within so many bytes; a careless browser looks for markup in as many.
const HEAD: usize = 1024;
/// A ZIP archive ends with a record of 22 bytes and a comment of at most 65,535.
const ZIP_END: usize = 22 + 65_535;

/// Photographs of iPhones, and other pictures in the same kind of box.
pub(super) fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 9] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// Does something else than this picture read it too? What cameras hang behind a picture (a film, a second exposure) is
/// none of these.
pub(super) fn is_two_things(bytes: &[u8], end: usize) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let tail = bytes.get(end..).unwrap_or_default();
    let plain_tail = match tail.iter().position(|byte| *byte != 0) {
        Some(start) => &tail[start..],
        None => &[],
    };
    let begins = |mark: &[u8]| plain_tail.starts_with(mark);
    is_markup(head)
        || holds(head, b"%PDF-")
        || is_markup(tail)
        || holds(tail, b"%PDF-")
        || [b"PK\x03\x04".as_slice(), b"GIF8", b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x7fELF"]
            .into_iter()
            .any(begins)
        || is_zip(bytes)
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark))
}

fn is_markup(bytes: &[u8]) -> bool {
    [b"<html".as_slice(), b"<script", b"<!doctype html", b"<?php", b"<svg"]
        .into_iter()
        .any(|mark| holds(bytes, mark))
}

/// The record that every unpacker looks for, with a comment that reaches just to the end.
fn is_zip(bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(ZIP_END);
    let end = &bytes[from..];
    end.windows(22).enumerate().any(|(at, record)| {
        let comment = usize::from(u16::from_le_bytes([record[20], record[21]]));
        record.starts_with(b"PK\x05\x06") && at + 22 + comment == end.len()
    })
}

/// A name that says that this is no picture. What a name does not say is read from the bytes.
pub(super) fn check_name(name: &str) -> Result<(), Message> {
    const OTHERS: [&str; 24] = [
        "bat", "cmd", "com", "css", "doc", "docx", "exe", "gif", "htm", "html", "jar", "js", "msi", "pdf",
        "php", "ps1", "sh", "svg", "tif", "tiff", "xhtml", "xls", "xlsx", "zip",
    ];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.trim().to_ascii_lowercase());
    match ending.filter(|ending| OTHERS.contains(&ending.as_str())) {
        Some(ending) => Err(Message::new("picture-wrong-name").with("ending", ending)),
        None => Ok(()),
    }
}

/// Where a PNG ends: behind its last chunk.
pub(super) fn end_of_png(bytes: &[u8]) -> usize {
    let mut at = 8;
    while let Some(&[a, b, c, d]) = bytes.get(at..at + 4) {
        let kind = bytes.get(at + 4..at + 8).unwrap_or_default();
        let is_last = kind == b"IEND";
        at = at.saturating_add(12).saturating_add(u32::from_be_bytes([a, b, c, d]) as usize);
        if is_last {
            break;
        }
    }
    at.min(bytes.len())
}

/// Where a WebP ends: its box says so.
pub(super) fn end_of_webp(bytes: &[u8]) -> usize {
    let length = bytes
        .get(4..8)
        .map_or(0, |length| u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize);
    length.saturating_add(8).min(bytes.len())
}
