use std::io::Write;

use super::*;

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn read_as(bytes: &[u8], encoding: Option<&str>) -> Result<(Found, Vec<Row>)> {
    let file = file(bytes);
    let source = Source::open(&file, None, encoding)?;
    let mut rows = Vec::new();
    source.each(&mut |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok((source.found().clone(), rows))
}

fn read(bytes: &[u8]) -> (Found, Vec<Row>) {
    read_as(bytes, None).unwrap()
}

fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    read(bytes).1.into_iter().map(|row| (row.number, row.cells)).collect()
}

fn row(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

fn refusal(bytes: &[u8]) -> &'static str {
    refusal_as(bytes, None)
}

fn refusal_as(bytes: &[u8], encoding: Option<&str>) -> &'static str {
    match read_as(bytes, encoding) {
        Err(Error::Invalid(problems)) => problems.of("file").unwrap().key,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

/// Every letter, the vowels, and the French that stands beside them.
const ARABIC: &str = "الرمز;العنوان;الوصف\r\nB-1;أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ;\"إناءٌ من الطينِ؛ ؤئءآةى ـ «théière émaillée»\"\r\nB-2;صَحْنٌ أزرق كبير;يُغسل باليد، 12,500\r\n";

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn an_arabic_file_loses_not_one_letter_however_excel_wrote_it() {
    let (windows, _, lost) = encoding_rs::WINDOWS_1256.encode(ARABIC);
    assert!(!lost, "the sample is one that windows-1256 can say");
    let expected = cells(ARABIC.as_bytes());
    assert_eq!(expected[1].1[1], "أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ");
    for (encoding, bytes) in [
        ("UTF-8", ARABIC.as_bytes().to_vec()),
        ("UTF-8", [b"\xef\xbb\xbf".as_slice(), ARABIC.as_bytes()].concat()),
        ("UTF-16LE", utf16(ARABIC, true, true)),
        ("UTF-16BE", utf16(ARABIC, false, true)),
        ("UTF-16LE", utf16(ARABIC, true, false)),
        ("UTF-16BE", utf16(ARABIC, false, false)),
        ("windows-1256", windows.to_vec()),
    ] {
        let (found, rows) = read(&bytes);
        assert_eq!((found.encoding, found.separator), (Some(encoding), Some(';')));
        let rows: Vec<_> = rows.into_iter().map(|row| (row.number, row.cells)).collect();
        assert_eq!(rows, expected, "{encoding}");
    }
}

#[test]
fn every_letter_of_windows_1256_comes_through() {
    let letters: Vec<u8> = (0x80..=0xff).collect();
    let (title, _, _) =
        encoding_rs::WINDOWS_1256.encode("صحن أزرق كبير من الطين المزجج وإناء صغير من الفخار الأحمر ");
    let line = [b"SKU;Title\r\nA;".as_slice(), &title, &letters, b"\r\n"].concat();
    let (found, rows) = read(&line);
    assert_eq!(found.encoding, Some("windows-1256"));
    let (back, _, lost) = encoding_rs::WINDOWS_1256.encode(&rows[1].cells[1]);
    assert!(!lost && back.ends_with(&letters));
}

#[test]
fn french_is_no_arabic() {
    let text = "Référence;Désignation;Prix\r\nT-1;Théière émaillée, dorée à la main;12,50 €\r\nT-2;BOÎTE À ÉPICES;8,00 €\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let (found, rows) = read(&bytes);
    assert_eq!((found.encoding, found.separator), (Some("windows-1252"), Some(';')));
    assert_eq!(rows[2].cells[1], "BOÎTE À ÉPICES");
    assert_eq!(rows[1].cells[2], "12,50 €");
}

#[test]
fn the_caller_may_force_an_encoding_and_what_does_not_fit_is_refused() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode("SKU,Title\nA,صحن\n");
    assert_eq!(read_as(&bytes, Some("windows-1256")).unwrap().1[1].cells[1], "صحن");
    assert_eq!(refusal_as(&bytes, Some("utf-8")), "problem-file-encoding");
    assert_eq!(refusal_as(&bytes, Some("klingon")), "problem-encoding-unknown");
    let half = &utf16("SKU,Title\nA,B\n", true, true)[..25];
    assert_eq!(refusal(half), "problem-file-encoding");
}

#[test]
fn rows_are_counted_as_a_spreadsheet_shows_them() {
    let text = "SKU,Text\r\n\r\nA,\"two\r\nlines\"\r\n,\r\n\n\nB,last";
    assert_eq!(
        cells(text.as_bytes()),
        [row(1, &["SKU", "Text"]), row(3, &["A", "two\nlines"]), row(7, &["B", "last"])]
    );
}

#[test]
fn the_separator_is_told_by_how_it_cuts() {
    for (text, separator) in [
        ("a,b,c\n1,2,3\n", ','),
        ("a;b;c\n1,5;2,5;3,5\n", ';'),
        ("a\tb, or c\tc\n1\t2\t3\n", '\t'),
        ("a|b|c\n1|2|3\n", '|'),
        ("\"a;a\",b,c\n\"1;1\",2,3\n", ','),
        ("sep=;\na;b\n1;2\n", ';'),
    ] {
        assert_eq!(read(text.as_bytes()).0.separator, Some(separator), "{text}");
    }
    assert_eq!(cells(b"sep=;\r\na;b\r\n1;2\r\n"), [row(1, &["a", "b"]), row(2, &["1", "2"])]);
}

#[test]
fn what_is_no_table_is_refused() {
    for (bytes, key) in [
        (b"".as_slice(), "problem-file-empty"),
        (b"%PDF-1.7 ...", "problem-file-no-table"),
        (b"\x89PNG\r\n\x1a\n", "problem-file-no-table"),
        (b"<!DOCTYPE html><table>", "problem-file-no-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "problem-file-old-workbook"),
        (b"a,b\n\0\x01\x02,3\n", "problem-file-no-table"),
        (b"PK\x03\x04 and then nothing", "problem-file-archive"),
    ] {
        assert_eq!(refusal(bytes), key);
    }
}

#[test]
fn limits_hold_while_reading() {
    let mut endless = b"a,b\n1,\"".to_vec();
    endless.extend(vec![b'x'; 3 << 20]);
    assert_eq!(refusal(&endless), "problem-file-quote");
    assert_eq!(refusal(format!("a,b\n1,{}\n", "x".repeat(40_000)).as_bytes()), "problem-file-cell");
    assert_eq!(refusal(format!("{}\n", "x,".repeat(513)).as_bytes()), "problem-file-columns");
    assert_eq!(refusal("1,2\n".repeat(200_001).as_bytes()), "problem-file-rows");
}

mod workbooks {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
    use zip::write::SimpleFileOptions;

    use super::*;

    fn saved(mut book: Workbook) -> Vec<u8> {
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn typed_cells_become_what_a_person_sees() {
        let mut book = Workbook::new();
        book.add_worksheet().set_hidden(true).write_string(0, 0, "not this one").unwrap();
        let sheet = book.add_worksheet().set_active(true);
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_string(1, 0, "00012").unwrap();
        sheet.write_number(1, 1, 12.0).unwrap();
        sheet.write_number(1, 2, 0.1 + 0.2).unwrap();
        sheet
            .write_datetime_with_format(1, 3, ExcelDateTime::parse_from_str("2026-03-02").unwrap(), &date)
            .unwrap();
        sheet.write_boolean(1, 5, true).unwrap();
        sheet.write_formula(4, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_string(4, 1, "سطر\nآخر").unwrap();
        let found = cells(&saved(book));
        assert_eq!(
            found,
            [row(2, &["00012", "12", "0.3", "2026-03-02", "", "true"]), row(5, &["#DIV/0!", "سطر\nآخر"])]
        );
    }

    #[test]
    fn absurd_places_are_refused() {
        for (line, column, key) in [(1_048_575, 0, "problem-file-rows"), (0, 16_383, "problem-file-columns")]
        {
            let mut book = Workbook::new();
            book.add_worksheet().write_string(line, column, "far away").unwrap();
            assert_eq!(refusal(&saved(book)), key);
        }
    }

    fn archive(parts: &[(&str, &[u8], usize)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, piece, times) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            for _ in 0..*times {
                archive.write_all(piece).unwrap();
            }
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let rows = b"<row><c><v>0</v></c></row>".repeat(4096);
        let dense =
            archive(&[("xl/workbook.xml", b"<workbook/>", 1), ("xl/worksheets/sheet1.xml", &rows, 1000)]);
        assert!(dense.len() < 1 << 20);
        assert_eq!(refusal(&dense), "problem-file-bomb");
        let one_cell = archive(&[
            ("xl/workbook.xml", b"<workbook/>", 1),
            ("xl/worksheets/sheet1.xml", &[b'x'; 4096], 300),
        ]);
        assert_eq!(refusal(&one_cell), "problem-file-bomb");
        let parts: Vec<String> = (0..5000).map(|n| format!("xl/{n}")).collect();
        let many: Vec<(&str, &[u8], usize)> =
            parts.iter().map(|name| (name.as_str(), b"".as_slice(), 0)).collect();
        assert_eq!(refusal(&archive(&many)), "problem-file-bomb");
    }

    #[test]
    fn other_archives_are_told_apart() {
        assert_eq!(
            refusal(&archive(&[("word/document.xml", b"<document/>", 1)])),
            "problem-file-no-workbook"
        );
        let broken = archive(&[("xl/workbook.xml", b"<workbook><sheets>", 1)]);
        assert!(refusal(&broken).starts_with("problem-file-"), "{}", refusal(&broken));
    }
}
