//! Words without what people write differently each time: case, accents, hamza, vowels, spaces, hyphens, underscores.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `Prix (HT)`, `prix_ht` and `PRIX HT` are one word; so are `الأصل` and `الاصل`.
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c) && *c != 'ـ')
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ة' => 'ه',
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
            other => other,
        })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Is most of it written in Arabic letters?
pub fn is_arabic(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (arabic, all) = letters.fold((0, 0), |(arabic, all), c| {
        (arabic + usize::from(('\u{600}'..='\u{6ff}').contains(&c)), all + 1)
    });
    arabic * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_differently_is_one_word() {
        for (one, other) in [
            ("Title (EN)", "title_en"),
            ("Matériaux", "MATERIAUX"),
            ("Délai (jours)", "delai jours"),
            ("الأصل", "الاصل"),
            ("الكميّة", "الكميه"),
            ("بلد المنشأ", "بلد_المنشا"),
            ("مـــادة", "مادة"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_ne!(fold("title_en"), fold("title_fr"));
    }

    #[test]
    fn arabic_is_told_by_its_letters() {
        assert!(is_arabic("صحن أزرق 24 cm") && !is_arabic("Tajine طاجين de terre cuite") && !is_arabic("12"));
    }
}
