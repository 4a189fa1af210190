//! How a text file is encoded, by evidence from the whole of it, and its text as UTF-8 without one letter lost: what does
//! not fit the encoding is refused with its place, never replaced by a question mark.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    DecoderResult, Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254, WINDOWS_1256,
};

use super::refused;
use crate::error::{Message, Result};

const CHUNK: usize = 1 << 16;
/// As much as is looked at to tell separators and JSON.
const SAMPLE: u64 = 1 << 18;
/// So many letters beyond ASCII before statistics may name a rarer encoding.
const ENOUGH: u64 = 400;

/// An encoding and the bytes of its mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Text {
    pub encoding: &'static Encoding,
    mark: usize,
}

/// What the whole file says about its bytes.
#[derive(Debug, Default)]
struct Evidence {
    /// The end of a piece that may be the beginning of a letter.
    tail: Vec<u8>,
    is_utf8: bool,
    /// NUL bytes at even and at odd places.
    nul: [u64; 2],
    /// Line ends as UTF-16 has them, little and big end first.
    line_ends: [u64; 2],
    bytes: u64,
    high: u64,
    /// Neighbours that windows-1256 would take for Arabic letters: accented Latin letters rarely are neighbours.
    arabic_pairs: u64,
    previous: u8,
    /// Has bytes that ISO-8859-6 does not know.
    beyond_8859_6: bool,
}

/// The encoding that was asked for, or the one that the evidence names.
pub(super) fn recognise(mut source: impl Read, asked: Option<&str>) -> Result<Text> {
    let mut buffer = vec![0; CHUNK];
    let mut evidence = Evidence { is_utf8: true, ..Evidence::default() };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut marked = None;
    loop {
        let length = source.read(&mut buffer)?;
        let piece = &buffer[..length];
        if evidence.bytes == 0 {
            marked = Encoding::for_bom(piece);
        }
        detector.feed(piece, length == 0);
        if length == 0 {
            break;
        }
        evidence.take(piece);
    }
    let text = choose(asked, marked, &evidence, &detector)?;
    // A database keeps no NUL, and no text has one: it is padding in UTF-16, and a sign of something else in all others.
    let is_wide = text.encoding == UTF_16LE || text.encoding == UTF_16BE;
    if evidence.nul != [0, 0] && !is_wide { Err(refused("problem-file-no-table")) } else { Ok(text) }
}

fn choose(
    asked: Option<&str>,
    marked: Option<(&'static Encoding, usize)>,
    evidence: &Evidence,
    detector: &EncodingDetector,
) -> Result<Text> {
    if let Some(label) = asked {
        let encoding =
            Encoding::for_label(label.as_bytes()).ok_or_else(|| refused("problem-encoding-unknown"))?;
        let mark = marked.filter(|(own, _)| *own == encoding).map_or(0, |(_, mark)| mark);
        return Ok(Text { encoding, mark });
    }
    if let Some((encoding, mark)) = marked {
        return Ok(Text { encoding, mark });
    }
    let encoding = evidence.conclude(detector).ok_or_else(|| refused("problem-file-no-table"))?;
    Ok(Text { encoding, mark: 0 })
}

impl Evidence {
    fn take(&mut self, piece: &[u8]) {
        for byte in piece {
            let place = (self.bytes % 2) as usize;
            self.bytes += 1;
            if *byte == 0 {
                self.nul[place] += 1;
            }
            if place == 1 {
                self.line_ends[0] += u64::from((self.previous, *byte) == (b'\n', 0));
                self.line_ends[1] += u64::from((self.previous, *byte) == (0, b'\n'));
            }
            if *byte >= 0x80 {
                self.high += 1;
                self.arabic_pairs += u64::from(is_arabic_letter(*byte) && is_arabic_letter(self.previous));
                self.beyond_8859_6 |= matches!(byte, 0x80..=0x9f | 0xdb..=0xdf | 0xf3..=0xff);
            }
            self.previous = *byte;
        }
        if self.is_utf8 {
            self.tail.extend_from_slice(piece);
            let kept = match std::str::from_utf8(&self.tail) {
                Ok(_) => 0,
                Err(error) if error.error_len().is_none() => self.tail.len() - error.valid_up_to(),
                Err(_) => {
                    self.is_utf8 = false;
                    0
                }
            };
            self.tail.drain(..self.tail.len() - kept);
        }
    }

    fn conclude(&self, detector: &EncodingDetector) -> Option<&'static Encoding> {
        // Separators, digits and line ends are NUL-padded in UTF-16 even where every word is Arabic.
        let [even, odd] = self.nul;
        if even + odd > 0 {
            let [little, big] = self.line_ends;
            return match self.bytes.is_multiple_of(2) {
                true if little > 0 && even * 10 < odd => Some(UTF_16LE),
                true if big > 0 && odd * 10 < even => Some(UTF_16BE),
                _ => None,
            };
        }
        if self.is_utf8 && self.tail.is_empty() {
            return Some(UTF_8);
        }
        let guess = detector.guess(None, Utf8Detection::Deny);
        let looks_arabic = self.arabic_pairs * 3 >= self.high || guess == WINDOWS_1256 || guess == ISO_8859_6;
        Some(match looks_arabic {
            true if guess == ISO_8859_6 && !self.beyond_8859_6 => ISO_8859_6,
            true => WINDOWS_1256,
            false if guess == WINDOWS_1254 && self.high > ENOUGH => WINDOWS_1254,
            false => WINDOWS_1252,
        })
    }
}

/// In windows-1256, which has French letters too.
fn is_arabic_letter(byte: u8) -> bool {
    matches!(byte, 0x81 | 0x8d..=0x90 | 0xc1..=0xd6 | 0xd8..=0xdf | 0xe1 | 0xe3..=0xe6 | 0xec | 0xed)
}

/// The beginning of the text.
pub(super) fn sample(source: impl Read, text: Text) -> Result<String> {
    let mut bytes = Vec::new();
    source.take(SAMPLE).read_to_end(&mut bytes)?;
    let (decoded, _) = text.encoding.decode_without_bom_handling(&bytes[text.mark.min(bytes.len())..]);
    Ok(decoded.into_owned())
}

/// Reads any encoding as UTF-8.
pub(super) struct Decoded<R> {
    source: R,
    decoder: encoding_rs::Decoder,
    encoding: &'static Encoding,
    /// Bytes of the mark that are still to be passed over.
    mark: usize,
    raw: Vec<u8>,
    from: usize,
    until: usize,
    passed: u64,
    state: End,
    last: u8,
    /// Every line ends alike, so that lines can be counted: `\r\n` and `\r` become `\n`.
    after_return: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    NotYet,
    /// All bytes were read; the decoder may hold back something.
    OfFile,
    /// A last line without an end gets one, so that rows are counted alike.
    OfText,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(source: R, text: Text) -> Self {
        Self {
            source,
            decoder: text.encoding.new_decoder_without_bom_handling(),
            encoding: text.encoding,
            mark: text.mark,
            raw: vec![0; CHUNK],
            from: 0,
            until: 0,
            passed: 0,
            state: End::NotYet,
            last: b'\n',
            after_return: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.from < self.until || self.state != End::NotYet {
            return Ok(());
        }
        let length = self.source.read(&mut self.raw)?;
        self.from = self.mark.min(length);
        self.mark -= self.from;
        self.until = length;
        if length == 0 {
            self.state = End::OfFile;
        }
        Ok(())
    }

    fn even_out(&mut self, text: &mut [u8]) -> usize {
        let mut kept = 0;
        for at in 0..text.len() {
            let byte = text[at];
            let is_second_half = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            if !is_second_half {
                text[kept] = if byte == b'\r' { b'\n' } else { byte };
                kept += 1;
            }
        }
        kept
    }

    fn malformed(&self) -> io::Error {
        io::Error::new(
            io::ErrorKind::InvalidData,
            Malformed { encoding: self.encoding.name(), byte: self.passed },
        )
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        // The decoder wants room for a whole letter.
        if into.len() < 16 {
            return Err(io::Error::other("the buffer is too small"));
        }
        loop {
            if self.state == End::OfText {
                return Ok(0);
            }
            self.fill()?;
            let last = self.state == End::OfFile;
            let raw = &self.raw[self.from..self.until];
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(raw, into, last);
            self.from += read;
            self.passed += read as u64;
            if let DecoderResult::Malformed(..) = result {
                return Err(self.malformed());
            }
            let kept = self.even_out(&mut into[..written]);
            if kept > 0 {
                self.last = into[kept - 1];
                return Ok(kept);
            }
            if last && result == DecoderResult::InputEmpty {
                self.state = End::OfText;
                if self.last != b'\n' {
                    into[0] = b'\n';
                    return Ok(1);
                }
            }
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("not in {encoding} at byte {byte}")]
struct Malformed {
    encoding: &'static str,
    byte: u64,
}

/// The words for it, if that was what stopped the reading.
pub(super) fn malformed(error: &io::Error) -> Option<Message> {
    let found: &Malformed = error.get_ref()?.downcast_ref()?;
    let message = Message::new("problem-file-encoding").with("encoding", found.encoding);
    Some(message.with("byte", i64::try_from(found.byte).unwrap_or(i64::MAX)))
}
