//! Delivery: a rule of Incoterms 2020 with its named place. Four rules are for the sea alone.

use crate::error::Message;
use crate::incoterm::Incoterm;
use crate::input::{Fields, Raw};

/// Where risk and costs pass, as it stands in an offer or an order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delivery {
    pub incoterm: Incoterm,
    pub named_place: String,
}

impl Delivery {
    /// Reads the three fields that belong together. No rule stands without its named place, and the rules of the sea
    /// only for goods that go by sea: FOB for a parcel by air is the classic mistake.
    pub fn check(fields: &mut Fields, incoterm: &Raw, named_place: &Raw, by_sea: &Raw) -> Self {
        let code = incoterm.trimmed().to_ascii_uppercase();
        let incoterm = match code.parse::<Incoterm>() {
            Ok(incoterm) => incoterm,
            Err(_) => {
                let message = match code.is_empty() {
                    true => Message::new("problem-missing"),
                    false => {
                        Message::new("problem-incoterm-unknown").with("codes", Incoterm::WORDS.join(", "))
                    }
                };
                fields.problem("incoterm", message);
                Incoterm::default()
            }
        };
        let named_place = fields.text("named_place", named_place, 120);
        if incoterm.is_for_the_sea() && !fields.flag(by_sea) && fields.is_sound("incoterm") {
            fields.problem("by_sea", Message::new("problem-incoterm-sea").with("code", incoterm.word()));
        }
        Self { incoterm, named_place }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Argument, Error};

    fn problems(incoterm: &str, place: &str, by_sea: &str) -> Vec<(String, &'static str)> {
        let mut fields = Fields::new();
        Delivery::check(&mut fields, &incoterm.into(), &place.into(), &by_sea.into());
        match fields.done(()) {
            Err(Error::Invalid(problems)) => {
                problems.iter().map(|problem| (problem.field.clone(), problem.message.key)).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_rule_of_2020_stands_with_its_place() {
        for code in Incoterm::WORDS {
            assert_eq!(problems(code, "Radès", "true"), [], "{code}");
            assert_eq!(
                problems(code, " ", "true"),
                [("named_place".to_owned(), "problem-missing")],
                "{code}"
            );
        }
    }

    #[test]
    fn the_rules_of_the_sea_are_for_the_sea() {
        for code in Incoterm::WORDS {
            let sea = ["FAS", "FOB", "CFR", "CIF"].contains(code);
            assert_eq!(problems(code, "Radès", "").is_empty(), !sea, "{code}");
        }
    }

    #[test]
    fn what_is_no_rule_of_2020_is_refused_with_the_list() {
        for code in ["DDU", "DAT", "FOB 2010", "x"] {
            let mut fields = Fields::new();
            Delivery::check(&mut fields, &code.into(), &"Lyon".into(), &"".into());
            let Err(Error::Invalid(problems)) = fields.done(()) else { panic!("{code} was taken") };
            let message = problems.of("incoterm").unwrap();
            assert_eq!(message.key, "problem-incoterm-unknown");
            let Argument::Text(codes) = &message.arguments[0].1 else { panic!("no list") };
            assert!(codes.contains("DAP") && codes.contains("CIF"));
        }
        assert_eq!(problems("dap", "Lyon", ""), []);
    }
}
