//! Sizes, volumes and weights by value: 25 cl is 250 ml, 40 سم is 400 mm, and so are the words for them.
//!
//! The unit may come once, after the last number: in `200 x 300 cm` and `2 m sur 3` both numbers are lengths.

/// What a number with a unit comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quantity {
    Millimetres(u64),
    Millilitres(u64),
    Grams(u64),
}

impl Quantity {
    /// The term that stands for it in an index.
    pub fn term(self) -> String {
        match self {
            Self::Millimetres(value) => format!("q:mm{value}"),
            Self::Millilitres(value) => format!("q:ml{value}"),
            Self::Grams(value) => format!("q:g{value}"),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dimension {
    Length,
    Volume,
    Weight,
}

/// In millimetres, millilitres and milligrams (folded, or normalised Arabic).
fn unit(word: &str) -> Option<(Dimension, f64)> {
    Some(match word {
        "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" | "مم" | "ملم" | "مليمتر" => {
            (Dimension::Length, 1.0)
        }
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" | "سم" | "سنتيمتر" | "سنتم" => {
            (Dimension::Length, 10.0)
        }
        "m" | "metre" | "metres" | "meter" | "meters" | "متر" | "امتار" | "مترا" | "م" => {
            (Dimension::Length, 1000.0)
        }
        "ml" | "millilitre" | "millilitres" | "milliliter" | "مل" | "ملل" | "مليلتر" => {
            (Dimension::Volume, 1.0)
        }
        "cl" | "centilitre" | "centilitres" | "سل" | "سنتيلتر" => (Dimension::Volume, 10.0),
        "l" | "litre" | "litres" | "liter" | "liters" | "لتر" | "ليتر" | "لترات" => {
            (Dimension::Volume, 1000.0)
        }
        "mg" => (Dimension::Weight, 1.0),
        "g" | "gr" | "gram" | "grams" | "gramme" | "grammes" | "غ" | "غم" | "غرام" | "جرام" | "غراما"
        | "جم" => (Dimension::Weight, 1000.0),
        "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramme" | "كغ" | "كغم" | "كيلو"
        | "كيلوغرام" | "كيلوجرام" | "كجم" => (Dimension::Weight, 1_000_000.0),
        _ => return None,
    })
}

/// What may stand between two numbers of one size.
fn joins(word: &str) -> bool {
    matches!(word, "x" | "by" | "sur" | "par" | "في" | "علي" | "×")
}

/// No size of the trade is larger; a number that is would be no size.
const LARGEST: f64 = 1e12;

/// The quantities in a row of words, each with the place of its number.
pub fn quantities<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<(usize, Quantity)> {
    let words: Vec<_> = words.into_iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(row) = Row::at(&words, at) else {
            at += 1;
            continue;
        };
        if let Some((dimension, factor)) = row.unit {
            found.extend(
                row.numbers
                    .iter()
                    .filter_map(|(place, number)| Some((*place, quantity(dimension, number * factor)?))),
            );
        }
        at = row.end;
    }
    found
}

/// Numbers that belong together: `200 x 300 cm`, `2 m sur 3`, or one alone.
struct Row {
    numbers: Vec<(usize, f64)>,
    unit: Option<(Dimension, f64)>,
    end: usize,
}

impl Row {
    fn at(words: &[&str], start: usize) -> Option<Self> {
        let mut row = Self { numbers: vec![(start, number(words[start])?)], unit: None, end: start + 1 };
        loop {
            if let Some(unit) = words.get(row.end).and_then(|word| unit(word)) {
                row.unit = Some(unit);
                row.end += 1;
            }
            let joined = usize::from(words.get(row.end).is_some_and(|word| joins(word)));
            let next = row.end + joined;
            // Punctuation is gone: `40 × 60` and `40, 60` look alike, so two bare numbers only join by a word or a
            // unit that follows.
            let follows = words.get(next).and_then(|word| number(word)).filter(|_| {
                joined > 0
                    || (row.unit.is_none() && words.get(next + 1).is_some_and(|word| unit(word).is_some()))
            });
            match follows {
                Some(number) => {
                    row.numbers.push((next, number));
                    row.end = next + 1;
                }
                None => return Some(row),
            }
        }
    }
}

fn number(word: &str) -> Option<f64> {
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) || word.len() > 12 {
        return None;
    }
    word.replace([',', '\u{66b}'], ".").parse().ok().filter(|number: &f64| *number > 0.0)
}

fn quantity(dimension: Dimension, value: f64) -> Option<Quantity> {
    if value > LARGEST {
        return None;
    }
    let whole = value.round() as u64;
    Some(match dimension {
        Dimension::Length => Quantity::Millimetres(whole),
        Dimension::Volume => Quantity::Millilitres(whole),
        Dimension::Weight => Quantity::Grams((value / 1000.0).round() as u64),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyzer::Analyzer;
    use crate::language::Language;

    fn in_text(text: &str, language: Language) -> Vec<Quantity> {
        let mut words = Vec::new();
        Analyzer::new(language).each(text, |word, _| words.push(word.folded.to_string()));
        quantities(words.iter().map(String::as_str)).into_iter().map(|(_, quantity)| quantity).collect()
    }

    #[test]
    fn equal_sizes_meet_across_units_and_scripts() {
        for (one, other) in [
            ("25 cl", "٢٥٠ مل"),
            ("40cm", "٤٠ سم"),
            ("1,5 kg", "1500 غرام"),
            ("2 m", "200 cm"),
            ("1 l", "100 cl"),
        ] {
            assert_eq!(in_text(one, Language::English), in_text(other, Language::Arabic), "{one}");
            assert!(!in_text(one, Language::English).is_empty(), "{one}");
        }
    }

    #[test]
    fn a_unit_serves_all_numbers_of_its_row() {
        let rug = [Quantity::Millimetres(2000), Quantity::Millimetres(3000)];
        for text in ["rug 200 x 300 cm", "200x300cm", "200 × 300 cm", "2 m sur 3", "2 by 3 m", "٢٠٠ × ٣٠٠ سم"]
        {
            assert_eq!(in_text(text, Language::French), rug, "{text}");
        }
    }

    #[test]
    fn a_number_without_a_unit_is_no_quantity() {
        assert!(in_text("6 verres, série 12", Language::French).is_empty());
        assert!(in_text("cm 0 x x 99999999999999 kg", Language::French).is_empty());
    }
}
