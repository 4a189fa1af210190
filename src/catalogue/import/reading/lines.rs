//! A file line by line, with no more than one line in memory, however long a broken file's lines are.

use std::io::{self, BufRead, BufReader, Read};

use super::Row;
use crate::error::Result;

/// Of one line, without its end.
const LONGEST: usize = 1 << 20;

const NOT_UTF8: &str = "problem-line-not-utf8";
const TOO_LONG: &str = "problem-line-too-long";

/// Every line that is not blank, as a row of one cell. A line that cannot be read is a row of its own kind: it is
/// reported with its number, and the others go on.
pub(super) fn each(source: impl Read, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
    let mut lines = Lines::new(BufReader::with_capacity(1 << 16, source));
    while let Some(line) = lines.next()? {
        let cells = match line.content {
            Content::Text(text) => vec![text],
            Content::NotUtf8 => vec![String::new(), NOT_UTF8.to_owned()],
            Content::TooLong => vec![String::new(), TOO_LONG.to_owned()],
        };
        take(Row { number: line.number, cells })?;
    }
    Ok(())
}

/// Why a line could not be read, if it could not.
pub(in crate::catalogue::import) fn broken_line(cells: &[String]) -> Option<&'static str> {
    let reason = cells.get(1)?;
    [NOT_UTF8, TOO_LONG].into_iter().find(|known| known == reason)
}

struct Lines<R> {
    source: R,
    number: u64,
    buffer: Vec<u8>,
}

/// A line that is not blank.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    number: u64,
    content: Content,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Text(String),
    NotUtf8,
    TooLong,
}

impl<R: BufRead> Lines<R> {
    fn new(source: R) -> Self {
        Self { source, number: 0, buffer: Vec::new() }
    }

    fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let Some(fits) = self.fill()? else { return Ok(None) };
            self.number += 1;
            let bytes = match self.number {
                // What some programs of one vendor put in front of UTF-8.
                1 => self.buffer.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.buffer),
                _ => &self.buffer,
            };
            let content = match std::str::from_utf8(bytes) {
                _ if !fits => Content::TooLong,
                Ok(text) if text.trim().is_empty() => continue,
                Ok(text) => Content::Text(text.to_owned()),
                Err(_) => Content::NotUtf8,
            };
            return Ok(Some(Line { number: self.number, content }));
        }
    }

    /// Reads up to the line's end; `false` if it was longer than the buffer may grow, `None` at the end of the file.
    fn fill(&mut self) -> io::Result<Option<bool>> {
        self.buffer.clear();
        let (mut fits, mut any) = (true, false);
        loop {
            let available = match self.source.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() {
                return Ok(any.then_some(fits));
            }
            any = true;
            let end = available.iter().position(|byte| *byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            fits = fits && self.buffer.len() + part.len() <= LONGEST;
            if fits {
                self.buffer.extend_from_slice(part);
            }
            let used = end.map_or(available.len(), |end| end + 1);
            self.source.consume(used);
            if end.is_some() {
                return Ok(Some(fits));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<(u64, Content)> {
        // A small buffer, so that lines are put together from parts.
        let mut lines = Lines::new(BufReader::with_capacity(7, bytes));
        std::iter::from_fn(|| lines.next().unwrap()).map(|line| (line.number, line.content)).collect()
    }

    fn text(text: &str) -> Content {
        Content::Text(text.to_owned())
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts() {
        let found = all("\u{feff}{\"a\": 1}\r\n\n  \nثانٍ\nlast".as_bytes());
        assert_eq!(found, [(1, text("{\"a\": 1}\r")), (4, text("ثانٍ")), (5, text("last"))]);
        assert_eq!(all(b""), []);
        assert_eq!(all(b"\n\n"), []);
    }

    #[test]
    fn broken_lines_are_named_and_passed() {
        let mut bytes = b"one\n\xff\xfe\n".to_vec();
        bytes.extend(vec![b'x'; LONGEST + 1]);
        bytes.extend(b"\nfour");
        let found = all(&bytes);
        assert_eq!(
            found,
            [(1, text("one")), (2, Content::NotUtf8), (3, Content::TooLong), (4, text("four"))]
        );
    }
}
