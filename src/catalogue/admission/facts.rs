//! What the records say of a maker and of each product: all that a computed row may look up.

use super::row::{Check, Row};
use crate::catalogue::certificates::{Covers, certificates_on_show};
use crate::catalogue::safety::{SafetySet, lacks, read_sets};
use crate::catalogue::{NewProduct, Product, artisans_on_show};
use crate::clock::Date;
use crate::clusters;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId};
use crate::locale::Wording;

/// About the maker itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub profile: bool,
    pub place: bool,
    pub order_minimum: bool,
    pub manufacturer: bool,
    pub people: bool,
    pub crafts: Vec<String>,
}

impl Facts {
    pub fn read(conn: &mut DbConnection, maker: OrganisationId) -> Result<Self> {
        let profile = clusters::profile(conn, maker)?;
        let manufacturer = crate::catalogue::safety::has_manufacturer(conn, maker)?;
        let people = !artisans_on_show(conn, maker)?.is_empty();
        let Some(profile) = profile else { return Ok(Self { manufacturer, people, ..Self::default() }) };
        Ok(Self {
            profile: !profile.story.is_empty() && !profile.crafts.is_empty(),
            place: !profile.place.is_empty(),
            order_minimum: profile.order_minimum().is_some(),
            crafts: profile.crafts.to_vec(),
            manufacturer,
            people,
        })
    }

    pub fn hold(&self, check: Check) -> bool {
        match check {
            Check::Profile => self.profile,
            Check::Place => self.place,
            Check::OrderMinimum => self.order_minimum,
            Check::Manufacturer => self.manufacturer,
            Check::People => self.people,
            // About goods, not about the maker.
            _ => true,
        }
    }
}

/// About one product.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::catalogue) struct Goods {
    /// None for one that is about to be written.
    pub id: Option<ProductId>,
    pub title: Wording,
    pub craft: Option<String>,
    pub picture: bool,
    pub price: bool,
    pub hs_code: bool,
    pub origin: bool,
    pub net_weight: bool,
    pub gross_weight: bool,
    pub safety: bool,
    /// Of the certificates about it that are valid on the day.
    pub schemes: Vec<String>,
}

impl Goods {
    pub fn read(conn: &mut DbConnection, products: &[Product], day: Date) -> Result<Vec<Self>> {
        let sets = read_sets(conn, products, day)?;
        Ok(products.iter().zip(sets).map(|(product, set)| Self::of(product, &set)).collect())
    }

    fn of(product: &Product, set: &SafetySet) -> Self {
        Self {
            id: Some(product.id),
            title: Wording::clone(&product.title),
            craft: product.craft.clone(),
            picture: set.picture.is_some(),
            price: product.price().is_some(),
            hs_code: product.hs_code.is_some(),
            origin: product.origin.is_some(),
            net_weight: product.weight_grams.is_some(),
            gross_weight: product.packing.gross_weight_grams.is_some(),
            safety: lacks(set, None).is_empty(),
            schemes: set.certificates.iter().map(|one| one.scheme.clone()).collect(),
        }
    }

    /// A product as it will be, over what is known of it.
    pub fn becoming(
        conn: &mut DbConnection,
        maker: OrganisationId,
        new: &NewProduct,
        known: Option<&Product>,
        day: Date,
    ) -> Result<Self> {
        let before = match known {
            Some(product) => Self::read(conn, std::slice::from_ref(product), day)?.pop(),
            None => None,
        };
        let before = match before {
            Some(before) => before,
            None => {
                let mut valid = certificates_on_show(conn, maker, None, day)?;
                valid.retain(|one| one.covers == Covers::All);
                Self { schemes: valid.into_iter().map(|one| one.scheme).collect(), ..Self::default() }
            }
        };
        Ok(Self {
            title: new.title.clone(),
            craft: new.craft.clone(),
            price: new.price.is_some(),
            hs_code: new.hs_code.is_some(),
            origin: new.origin.is_some(),
            net_weight: new.weight_grams.is_some(),
            ..before
        })
    }

    fn holds(&self, check: Check, scheme: Option<&str>) -> bool {
        match check {
            Check::Picture => self.picture,
            Check::Price => self.price,
            Check::HsCode => self.hs_code,
            Check::Origin => self.origin,
            Check::NetWeight => self.net_weight,
            Check::GrossWeight => self.gross_weight,
            Check::Safety => self.safety,
            Check::Certificate => self.schemes.iter().any(|one| Some(one.as_str()) == scheme),
            // About the maker, not about goods.
            _ => true,
        }
    }

    /// Does this row ask something of it that is not there?
    pub fn lacks(&self, row: &Row) -> bool {
        let Some(check) = row.subject else { return false };
        let is_meant =
            row.crafts.is_empty() || self.craft.as_ref().is_some_and(|own| row.crafts.contains(own));
        row.is_about_goods() && is_meant && !self.holds(check, row.scheme.as_deref())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::row::{Binds, Mode};
    use super::*;
    use crate::clock::Time;
    use crate::columns::Json;
    use crate::ids::AdmissionRowId;
    use crate::locale::Language;

    pub fn row(mode: Mode, subject: Option<Check>) -> Row {
        let now = Time::from_micros(0);
        Row {
            id: AdmissionRowId(1),
            wording: Json::from(Wording::in_language(Language::En, "Row")),
            mode,
            subject,
            scheme: None,
            crafts: Json::default(),
            binds: Binds::Publish,
            position: 1,
            wording_version: 1,
            version: 1,
            created_at: now,
            updated_at: now,
            retired_at: None,
        }
    }

    pub fn whole() -> Goods {
        Goods {
            id: Some(ProductId(1)),
            title: Wording::default(),
            craft: Some("ceramics".into()),
            picture: true,
            price: true,
            hs_code: true,
            origin: true,
            net_weight: true,
            gross_weight: true,
            safety: true,
            schemes: vec!["gots".into()],
        }
    }

    #[test]
    fn each_check_of_goods_looks_at_its_own_record() {
        let missing = [
            (Check::Picture, Goods { picture: false, ..whole() }),
            (Check::Price, Goods { price: false, ..whole() }),
            (Check::HsCode, Goods { hs_code: false, ..whole() }),
            (Check::Origin, Goods { origin: false, ..whole() }),
            (Check::NetWeight, Goods { net_weight: false, ..whole() }),
            (Check::GrossWeight, Goods { gross_weight: false, ..whole() }),
            (Check::Safety, Goods { safety: false, ..whole() }),
        ];
        for (check, goods) in &missing {
            assert!(!whole().lacks(&row(Mode::Computed, Some(*check))), "{check}");
            for (other, _) in &missing {
                let lacks = goods.lacks(&row(Mode::Computed, Some(*other)));
                assert_eq!(lacks, other == check, "{check} asked for {other}");
            }
        }
    }

    #[test]
    fn a_certificate_is_of_the_scheme_that_the_row_names() {
        let of = |scheme: &str| Row {
            scheme: Some(scheme.into()),
            ..row(Mode::Computed, Some(Check::Certificate))
        };
        assert!(!whole().lacks(&of("gots")));
        assert!(whole().lacks(&of("fsc")));
    }

    #[test]
    fn a_row_for_other_crafts_asks_nothing() {
        let of = |craft: &str| Row {
            crafts: vec![craft.to_owned()].into(),
            ..row(Mode::Computed, Some(Check::Picture))
        };
        let bare = Goods { picture: false, ..whole() };
        assert!(bare.lacks(&of("ceramics")));
        assert!(!bare.lacks(&of("carpets")));
        assert!(!Goods { craft: None, ..bare }.lacks(&of("ceramics")));
    }

    #[test]
    fn each_check_of_the_maker_looks_at_its_own_record() {
        let whole = || Facts {
            profile: true,
            place: true,
            order_minimum: true,
            manufacturer: true,
            people: true,
            crafts: Vec::new(),
        };
        let missing = [
            (Check::Profile, Facts { profile: false, ..whole() }),
            (Check::Place, Facts { place: false, ..whole() }),
            (Check::OrderMinimum, Facts { order_minimum: false, ..whole() }),
            (Check::Manufacturer, Facts { manufacturer: false, ..whole() }),
            (Check::People, Facts { people: false, ..whole() }),
        ];
        for (check, facts) in &missing {
            assert!(!check.is_about_goods());
            for (other, _) in &missing {
                assert_eq!(facts.hold(*other), other != check, "{check} asked for {other}");
            }
        }
    }
}
