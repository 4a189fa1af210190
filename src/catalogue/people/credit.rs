//! Who made this piece: a product names people of its workshop, each with their part of the work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Artisan, artisans_of_maker, credits_of_products, store};
use crate::accounts::Member;
use crate::catalogue::Product;
use crate::catalogue::products::{may_prepare, own};
use crate::db::Write;
use crate::error::{Message, Result};
use crate::events::Event;
use crate::ids::{ArtisanId, ProductId};
use crate::input::{Fields, Raw};

/// More hands than any piece goes through.
const MOST_CREDITS: usize = 12;

/// A part of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Did {
    #[default]
    Made,
    Designed,
    Threw,
    Glazed,
    Painted,
    Wove,
    Spun,
    Dyed,
    Embroidered,
    Sewed,
    Carved,
    Turned,
    Inlaid,
    Forged,
    Chased,
    Blew,
    Cut,
    Plaited,
    Finished,
}

crate::text_enum!(Did {
    Made => "made",
    Designed => "designed",
    Threw => "threw",
    Glazed => "glazed",
    Painted => "painted",
    Wove => "wove",
    Spun => "spun",
    Dyed => "dyed",
    Embroidered => "embroidered",
    Sewed => "sewed",
    Carved => "carved",
    Turned => "turned",
    Inlaid => "inlaid",
    Forged => "forged",
    Chased => "chased",
    Blew => "blew",
    Cut => "cut",
    Plaited => "plaited",
    Finished => "finished",
});

/// One hand in a piece.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    pub did: Did,
    pub artisan: Artisan,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawCredit {
    /// The id of one of the maker's people; a row without one is left out.
    pub artisan: Raw,
    /// `made`, `designed`, `threw`, `glazed`, `painted`, `wove`, `spun`, `dyed`, `embroidered`, `sewed`, `carved`,
    /// `turned`, `inlaid`, `forged`, `chased`, `blew`, `cut`, `plaited` or `finished`.
    pub did: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CreditsForm {
    /// All who are to be named, in their order; none takes away those who are.
    pub credits: Vec<RawCredit>,
}

impl CreditsForm {
    pub fn of(credits: &[Credit]) -> Self {
        let raw = |credit: &Credit| RawCredit { artisan: credit.artisan.id.into(), did: credit.did.into() };
        Self { credits: credits.iter().map(raw).collect() }
    }

    /// `known` are the maker's people, `named` those whom the product names already.
    fn check(&self, known: &[Artisan], named: &[Credit]) -> Result<Vec<(ArtisanId, Did)>> {
        let mut fields = Fields::new();
        let mut credits: Vec<(ArtisanId, Did)> = Vec::new();
        if self.credits.len() > MOST_CREDITS {
            fields.problem("credits", Message::new("problem-too-many").with("most", MOST_CREDITS));
        }
        for (position, raw) in self.credits.iter().enumerate().take(MOST_CREDITS) {
            if raw.artisan.is_blank() {
                continue;
            }
            let did = fields.choice(&format!("credits.{position}.did"), &raw.did);
            let id = raw.artisan.trimmed().parse::<ArtisanId>().ok();
            let is_named = |artisan: &Artisan| named.iter().any(|credit| credit.artisan.id == artisan.id);
            let found = known
                .iter()
                .find(|artisan| Some(artisan.id) == id && (artisan.is_offered() || is_named(artisan)));
            match found {
                Some(artisan) if credits.contains(&(artisan.id, did)) => {}
                Some(artisan) => credits.push((artisan.id, did)),
                None => fields.problem(&format!("credits.{position}.artisan"), "problem-credit-artisan"),
            }
        }
        fields.done(credits)
    }
}

/// Says anew who made a product.
pub fn set_credits(
    tx: &mut Write<'_>,
    by: &Member,
    id: ProductId,
    form: &CreditsForm,
) -> Result<(Product, Vec<Credit>)> {
    may_prepare(tx, by)?;
    own(tx, by, id)?;
    let known = artisans_of_maker(tx, by.organisation)?;
    let named = credits_of_products(tx, &[id])?.remove(&id).unwrap_or_default();
    let credits = form.check(&known, &named)?;
    store::replace_credits(tx, id, &credits)?;
    let now = tx.now();
    store::touch(tx, id, now)?;
    tx.record(by.actor(), Event::ProductChanged { product: id });
    let product = own(tx, by, id)?;
    Ok((product, credits_of_products(tx, &[id])?.remove(&id).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::artisan::tests::artisan;
    use super::*;
    use crate::clock::Time;

    fn form(rows: &[(&str, &str)]) -> CreditsForm {
        let raw =
            |(artisan, did): &(&str, &str)| RawCredit { artisan: (*artisan).into(), did: (*did).into() };
        CreditsForm { credits: rows.iter().map(raw).collect() }
    }

    #[test]
    fn who_left_stays_on_old_pieces_and_comes_on_no_new_one() {
        let retired = Artisan { retired_at: Some(Time::from_micros(1)), ..artisan() };
        let named = [Credit { did: Did::Made, artisan: retired.clone() }];
        let known = [retired];
        assert!(form(&[("1", "painted")]).check(&known, &[]).is_err());
        assert_eq!(form(&[("1", "painted")]).check(&known, &named).unwrap(), [(ArtisanId(1), Did::Painted)]);
        assert!(form(&[("2", "made")]).check(&known, &named).is_err());
        assert!(form(&[("1", "bewitched")]).check(&known, &named).is_err());
        assert!(form(&[("", "made")]).check(&known, &named).unwrap().is_empty());
        assert_eq!(form(&[("1", "made"), ("1", "made")]).check(&known, &named).unwrap().len(), 1);
    }
}
