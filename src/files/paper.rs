//! A paper that somebody sends as proof: a scan, a photograph or a PDF. Its kind is read from its bytes, never believed
//! from its name.

use bytes::Bytes;

use crate::error::{Error, Result};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub bytes: Bytes,
    pub media_type: &'static str,
}

impl Paper {
    /// What kind of file it is, by its first bytes.
    pub fn read(bytes: Bytes) -> Result<Self> {
        let media_type = match &bytes[..] {
            [b'%', b'P', b'D', b'F', b'-', ..] => "application/pdf",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "image/png",
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
            _ => return Err(Error::invalid("file", "problem-paper-kind")),
        };
        Ok(Self { bytes, media_type })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_known_by_its_bytes() {
        let kind =
            |bytes: &'static [u8]| Paper::read(Bytes::from_static(bytes)).map(|paper| paper.media_type);
        assert_eq!(kind(b"%PDF-1.7\n").unwrap(), "application/pdf");
        assert_eq!(kind(b"\xff\xd8\xff\xe0rest").unwrap(), "image/jpeg");
        assert_eq!(kind(b"\x89PNG\r\n\x1a\nrest").unwrap(), "image/png");
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 ").unwrap(), "image/webp");
        for wrong in [&b"<html>"[..], b"MZ\x90", b"PK\x03\x04", b"%PD"] {
            assert!(matches!(kind(wrong), Err(Error::Invalid(_))), "{wrong:?}");
        }
    }
}
