//! Weights in whole grams, whatever the unit; never by way of a binary fraction.

use crate::money::western_digit;

/// Micrograms of one unit.
const UNITS: [(&str, i128); 11] = [
    ("kg", 1_000_000_000),
    ("كغ", 1_000_000_000),
    ("كجم", 1_000_000_000),
    ("g", 1_000_000),
    ("gr", 1_000_000),
    ("غ", 1_000_000),
    ("غرام", 1_000_000),
    ("lbs", 453_592_370),
    ("lb", 453_592_370),
    ("oz", 28_349_523),
    ("mg", 1_000),
];

/// `0.45` in kg is `450`; a unit in the cell goes before that of the column. What is no weight comes back as it is, to be
/// refused where all weights are checked.
pub(super) fn grams(cell: &str, unit: &str) -> String {
    let cell = cell.trim();
    let end = cell.find(|c: char| c.is_alphabetic()).unwrap_or(cell.len());
    let (number, own) = (cell[..end].trim(), cell[end..].trim());
    let unit = if own.is_empty() { unit } else { own };
    let factor = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).map(|(_, factor)| *factor);
    factor.and_then(|factor| whole_grams(number, factor)).unwrap_or_else(|| cell.to_owned())
}

fn whole_grams(number: &str, factor: i128) -> Option<String> {
    let (whole, fraction) = number.split_once(['.', ',', '٫']).unwrap_or((number, ""));
    // A kilogram has a thousand grams: three decimals could also be thousands, but not of kilograms.
    let digits = |text: &str| text.chars().map(western_digit).collect::<Option<String>>();
    let (whole, fraction) = (digits(whole)?, digits(fraction)?);
    if (whole.is_empty() && fraction.is_empty()) || whole.len() > 9 || fraction.len() > 9 {
        return None;
    }
    let scale = 10_i128.pow(fraction.len() as u32);
    let value: i128 = format!("{whole}{fraction}").parse().ok()?;
    let micrograms = value * factor / scale;
    Some(((micrograms + 500_000) / 1_000_000).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_becomes_grams() {
        assert_eq!(grams("0.45", "kg"), "450");
        assert_eq!(grams("1,25", "kg"), "1250");
        assert_eq!(grams("٤٠٠", "g"), "400");
        assert_eq!(grams("0.4 kg", "g"), "400");
        assert_eq!(grams("1", "lbs"), "454");
        assert_eq!(grams("heavy", "g"), "heavy");
        assert_eq!(grams("12-13", "g"), "12-13");
    }
}
