//! An organisation: a maker, a cluster, a buyer, an institution, or the programme itself.

use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::organisations;
use crate::ids::{OrganisationId, PersonId};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    #[default]
    Maker,
    Cluster,
    Buyer,
    Institution,
    Programme,
}

crate::text_enum!(Kind {
    Maker => "maker",
    Cluster => "cluster",
    Buyer => "buyer",
    Institution => "institution",
    Programme => "programme",
});

/// What an officer has decided. Signing up moves nobody's figures: everyone begins as pending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Standing {
    #[default]
    Pending,
    Approved,
    Refused,
    Suspended,
}

crate::text_enum!(Standing {
    Pending => "pending",
    Approved => "approved",
    Refused => "refused",
    Suspended => "suspended",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = organisations)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: Kind,
    pub slug: String,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
    pub website: Option<String>,
    pub standing: Standing,
    pub standing_note: Option<String>,
    pub standing_at: Option<Time>,
    pub standing_by: Option<PersonId>,
    pub created_at: Time,
    pub version: i64,
}

impl Organisation {
    pub fn is_approved(&self) -> bool {
        self.standing == Standing::Approved
    }

    /// The name for a reader: Arabic readers get the Arabic one where there is one.
    pub fn name_in(&self, language: crate::locale::Language) -> &str {
        match &self.name_ar {
            Some(name) if language == crate::locale::Language::Ar => name,
            _ => &self.name,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewOrganisation {
    pub kind: Kind,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
    pub website: Option<String>,
}

/// A name as an address: `Atelier Ben Salah` is `atelier-ben-salah`. Arabic names, whose letters an address would only
/// show as percent signs, are written in the letters that French speakers of the region use.
pub fn slug_for(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let latin = latin(c);
        if !latin.is_empty() {
            slug.push_str(latin);
        } else if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !is_mark(c) {
            slug.push('-');
        }
    }
    let slug: String = slug.trim_matches('-').chars().take(60).collect();
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { "x".to_owned() } else { slug }
}

/// Vowel marks and apostrophes leave no gap.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' | '\'' | '’' | 'ʿ' | 'ʾ')
}

fn latin(c: char) -> &'static str {
    match c {
        'à' | 'â' | 'ä' | 'á' | 'å' | 'ã' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' | 'ì' => "i",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => "o",
        'û' | 'ü' | 'ù' | 'ú' => "u",
        'ç' => "c",
        'ñ' => "n",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ا' | 'أ' | 'إ' | 'آ' | 'ى' | 'ع' => "a",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' | 'ة' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' | 'ظ' => "dh",
        'ر' => "r",
        'ز' => "z",
        'س' | 'ص' => "s",
        'ش' => "ch",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' | 'ؤ' => "ou",
        'ي' | 'ئ' => "i",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug_for("Atelier Ben Salah"), "atelier-ben-salah");
        assert_eq!(slug_for("L’Œuvre d’Élise & Cie."), "loeuvre-delise-cie");
        assert_eq!(slug_for("ورشة النور"), "ourchh-alnour");
        assert_eq!(slug_for("日本"), "x");
    }
}
