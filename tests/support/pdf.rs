//! What a person reads in a PDF: the glyphs that its pages show, led back to letters by the fonts' own tables.

use std::collections::HashMap;

use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Object, Stream};

type Letters = HashMap<u16, String>;

/// The text without its blanks: those are where the typesetter wants them.
pub fn text(bytes: &[u8]) -> String {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF");
    let mut said = String::new();
    for page in pdf.pages().iter() {
        let mut fonts: HashMap<String, Letters> = HashMap::new();
        let mut font = String::new();
        let mut instructions = page.typed_operations();
        while let Some(instruction) = instructions.next() {
            match instruction {
                TypedInstruction::TextFont(set) => {
                    font = set.0.as_str().to_owned();
                    fonts.entry(font.clone()).or_insert_with(|| {
                        let table: Stream<'_> =
                            page.resources().get_font(set.0).unwrap().get("ToUnicode").unwrap();
                        letters(&String::from_utf8_lossy(&table.decoded().unwrap()))
                    });
                }
                TypedInstruction::ShowText(shown) => read(&fonts[&font], shown.0.as_bytes(), &mut said),
                TypedInstruction::ShowTexts(shown) => {
                    for part in shown.0.iter::<Object<'_>>() {
                        if let Object::String(glyphs) = part {
                            read(&fonts[&font], glyphs.as_bytes(), &mut said);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    said.split_whitespace().collect()
}

fn read(letters: &Letters, glyphs: &[u8], said: &mut String) {
    for glyph in glyphs.chunks_exact(2) {
        let glyph = u16::from_be_bytes([glyph[0], glyph[1]]);
        said.push_str(letters.get(&glyph).map_or("", String::as_str));
    }
}

/// `<0001> <0041>`, glyph by glyph, and `<0001> <0003> <0041>`, from glyph to glyph.
fn letters(table: &str) -> Letters {
    let mut letters = Letters::new();
    let mut kind = "";
    for line in table.lines() {
        let numbers: Vec<&str> = line.split(['<', '>']).skip(1).step_by(2).collect();
        let glyph = |text: &str| u16::from_str_radix(text, 16).unwrap();
        match (kind, &numbers[..]) {
            _ if line.contains("begin") => kind = if line.contains("bfrange") { "range" } else { "char" },
            ("char", [from, to]) if line.starts_with('<') => {
                letters.insert(glyph(from), utf16(to));
            }
            ("range", [from, last, to]) if line.starts_with('<') => {
                let first = utf16(to).chars().next().map_or(0, u32::from);
                for (step, glyph) in (glyph(from)..=glyph(last)).enumerate() {
                    letters.extend(
                        char::from_u32(first + step as u32).map(|letter| (glyph, letter.to_string())),
                    );
                }
            }
            _ => {}
        }
    }
    letters
}

fn utf16(text: &str) -> String {
    let units: Vec<u16> = text
        .as_bytes()
        .chunks(4)
        .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
        .collect();
    String::from_utf16(&units).unwrap()
}
