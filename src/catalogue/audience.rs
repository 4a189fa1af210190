//! From where somebody looks: some products are shown to buyers of some countries only.

use diesel::prelude::*;

use super::Product;
use crate::accounts::Member;
use crate::db::schema::products;
use crate::locale;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Nobody knows from where: what is not for everybody is not for them.
    #[default]
    Somewhere,
    /// Of a country, by its code.
    Of(String),
    /// The programme sees everything.
    Programme,
}

impl Audience {
    pub fn of(viewer: Option<&Member>) -> Self {
        match viewer {
            None => Self::Somewhere,
            Some(member) if member.is_officer() => Self::Programme,
            Some(member) => Self::Of(member.country.clone()),
        }
    }
}

impl Audience {
    /// As the search index knows it.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Somewhere => Vec::new(),
            Self::Of(country) => vec![country.clone()],
            Self::Programme => vec!["programme".to_owned()],
        }
    }
}

/// In SQL: it is shown to everybody. A picture that stands for more than its product is one of those.
#[diesel::dsl::auto_type]
pub fn shown_to_all() -> _ {
    products::only_in.eq("[]").and(products::except_in.eq("[]"))
}

impl Product {
    /// May people from there know of it?
    pub fn is_shown_to(&self, audience: &Audience) -> bool {
        match audience {
            Audience::Programme => true,
            Audience::Of(country) => {
                (self.only_in.is_empty() || self.only_in.contains(country))
                    && !self.except_in.contains(country)
            }
            Audience::Somewhere => self.only_in.is_empty() && self.except_in.is_empty(),
        }
    }

    /// For whom it is alone, in the words of [`Audience::words`]; nothing where it is for everybody.
    pub fn only_for(&self) -> Vec<String> {
        if self.is_for_all() {
            return Vec::new();
        }
        let countries = locale::country_codes().map(|code| Audience::Of(code.to_owned()));
        let shown = countries.filter(|audience| self.is_shown_to(audience));
        shown.chain([Audience::Programme]).flat_map(|audience| audience.words()).collect()
    }

    /// Is it shown to everybody?
    pub fn is_for_all(&self) -> bool {
        self.is_shown_to(&Audience::Somewhere)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::product::tests::product;
    use crate::columns::Json;

    #[test]
    fn a_product_is_shown_where_it_is_meant_to_be() {
        let of = |code: &str| Audience::Of(code.to_owned());
        let listed = |only: &[&str], except: &[&str]| Product {
            only_in: Json::from(only.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>()),
            except_in: Json::from(except.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>()),
            ..product()
        };
        let seen = |product: &Product| {
            [of("FR"), of("DE"), Audience::Somewhere, Audience::Programme]
                .map(|from| product.is_shown_to(&from))
        };
        assert_eq!(seen(&listed(&[], &[])), [true, true, true, true]);
        assert_eq!(seen(&listed(&["FR"], &[])), [true, false, false, true]);
        assert_eq!(seen(&listed(&[], &["FR"])), [false, true, false, true]);

        assert_eq!(listed(&[], &[]).only_for(), Vec::<String>::new());
        assert_eq!(listed(&["FR"], &[]).only_for(), ["FR", "programme"]);
        let but_one = listed(&[], &["FR"]).only_for();
        assert!(but_one.len() > 200 && !but_one.contains(&"FR".to_owned()));
    }
}
