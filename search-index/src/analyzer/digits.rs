//! Arabic-Indic and Persian digits become ASCII: ٢٢ is 22.

/// The ASCII digit of any decimal digit used in Arabic script; other characters stay.
pub fn to_ascii(letter: char) -> char {
    let offset = match letter {
        '\u{0660}'..='\u{0669}' => u32::from(letter) - 0x0660,
        '\u{06f0}'..='\u{06f9}' => u32::from(letter) - 0x06f0,
        _ => return letter,
    };
    char::from_digit(offset, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sets_of_digits_become_ascii() {
        assert_eq!("٠١٢٣٤٥٦٧٨٩".chars().map(to_ascii).collect::<String>(), "0123456789");
        assert_eq!("۰۱۲۳۴۵۶۷۸۹".chars().map(to_ascii).collect::<String>(), "0123456789");
        assert_eq!(to_ascii('a'), 'a');
    }
}
