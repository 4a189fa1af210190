//! A house as crowded as is asked for, to measure what happens in it: workshops, products and open requests drawn from the
//! demo's own pieces, each a little different, the same ones every time.

use chrono::TimeDelta;

use super::data::{RequestData, Script};
use super::drawing::Dice;
use crate::accounts::{self, Kind, Member, NewOrganisation, NewPerson, Standing};
use crate::app::lay_ground;
use crate::catalogue::{self, ProductForm};
use crate::clusters::{self, ProfileForm};
use crate::db::{Db, Write};
use crate::error::{Error, Result};
use crate::ids::RequestId;
use crate::input::{RawList, RawMoney};
use crate::locale::{Language, RawWording, Wording};
use crate::matching::{self, RequestForm};
use crate::settings::Settings;

/// Products of one workshop, and requests of one buyer.
const EACH: usize = 100;

/// Requests that the demo has too.
const RETOLD: f32 = 0.2;

/// Requests that name craft and material; the others mean them by their words alone.
const NAMED: f32 = 0.67;

/// Comes in product by product, so that a house may be measured while it grows.
#[derive(Debug)]
pub struct Crowd {
    script: Script,
    dice: Dice,
    makers: usize,
    /// Products that were thought of.
    numbered: usize,
    products: usize,
    requests: usize,
}

impl Crowd {
    pub fn begin(db: &Db) -> Result<Self> {
        db.write_now(lay_ground)?;
        Ok(Self {
            script: Script::load()?,
            dice: Dice::new(7, "crowd"),
            makers: 0,
            numbered: 0,
            products: 0,
            requests: 0,
        })
    }

    /// Workshops list until there are so many products.
    pub fn list(&mut self, db: &Db, products: usize, mut progress: impl FnMut(usize)) -> Result<()> {
        while self.products < products {
            let count = EACH.min(products - self.products);
            let maker = db.write_now(|tx| self.maker(tx))?;
            let craft = self.craft();
            let forms = (0..count).map(|_| self.product(&craft)).collect::<Result<Vec<_>>>()?;
            db.write_now(|tx| {
                for form in &forms {
                    let product = catalogue::create_product(tx, &maker, form)?;
                    catalogue::publish_product(tx, &maker, product.id)?;
                }
                Ok(())
            })?;
            self.makers += 1;
            self.products += count;
            progress(self.products);
        }
        Ok(())
    }

    /// Buyers ask until so many requests are open. Says which were opened now.
    pub fn ask(
        &mut self,
        db: &Db,
        settings: &Settings,
        requests: usize,
        mut progress: impl FnMut(usize),
    ) -> Result<Vec<RequestId>> {
        let mut opened = Vec::new();
        while self.requests < requests {
            let count = EACH.min(requests - self.requests);
            let number = self.requests;
            let buyer = db.write_now(|tx| somebody(tx, Kind::Buyer, "buyer", number, "FR"))?;
            let forms: Vec<RequestForm> = (0..count).map(|_| self.request(db)).collect();
            opened.extend(db.write_now(|tx| {
                let mut opened = Vec::new();
                for form in &forms {
                    let request = matching::draft_request(tx, &buyer, form)?;
                    opened.push(matching::open_request(tx, settings, &buyer, request.id)?.id);
                }
                Ok(opened)
            })?);
            self.requests += count;
            progress(self.requests);
        }
        Ok(opened)
    }

    fn maker(&self, tx: &mut Write<'_>) -> Result<Member> {
        let maker = somebody(tx, Kind::Maker, "workshop", self.makers, self.country())?;
        let profile = ProfileForm {
            place: RawWording { en: "Somewhere".to_owned(), ..RawWording::default() },
            crafts: RawList(vec!["ceramics".to_owned()]),
            story: RawWording { en: "One of very many.".to_owned(), ..RawWording::default() },
            weekly_capacity: (50 + self.makers as i64 % 9 * 50).into(),
            exports_itself: (!self.makers.is_multiple_of(3)).into(),
            currency: "EUR".into(),
            ..ProfileForm::default()
        };
        clusters::save_profile(tx, &maker, &profile)?;
        Ok(maker)
    }

    fn country(&self) -> &'static str {
        ["TN", "MA", "DZ", "EG", "JO", "LB", "PS"][self.makers % 7]
    }

    /// A workshop keeps to one craft.
    fn craft(&mut self) -> String {
        let number = self.dice.count(0, self.script.archetypes.len() - 1);
        self.script.archetypes[number].craft.clone()
    }

    fn product(&mut self, craft: &str) -> Result<ProductForm> {
        let own: Vec<usize> = (0..self.script.archetypes.len())
            .filter(|at| self.script.archetypes[*at].craft == craft)
            .collect();
        let archetype = &self.script.archetypes[self.dice.pick(&own)];
        let variant = &archetype.variants[self.dice.count(0, archetype.variants.len() - 1)];
        self.numbered += 1;
        let (factor, number) = (self.dice.between(0.6, 1.6), self.numbered);
        let euros: f64 = archetype.price_eur.parse().map_err(Error::wrap)?;
        let price = format!("{:.2}", (euros * variant.price_factor * f64::from(factor)).max(0.5));
        let about = |usual: i64| ((usual as f32 * factor).round() as i64).max(1);
        let multiple = archetype.order_multiple.max(1);
        Ok(ProductForm {
            title: numbered(&variant.title, number),
            description: archetype.described(variant),
            sku: format!("C-{number}").into(),
            craft: craft.into(),
            materials: RawList(archetype.materials.clone()),
            techniques: RawList(archetype.techniques.clone()),
            price: RawMoney { amount: price.into(), currency: "EUR".into() },
            moq: (about(archetype.moq) / multiple * multiple).max(multiple).into(),
            order_multiple: multiple.into(),
            lead_time_days: about(archetype.lead_time_days).into(),
            weekly_capacity: about(archetype.weekly_capacity).into(),
            hs_code: archetype.hs_code.as_str().into(),
            origin: self.country().into(),
            weight_grams: archetype.weight_grams.into(),
            ..ProductForm::default()
        })
    }

    /// Some requests are those of the demo, told again and again; most ask for what some workshop makes, in a language of
    /// their own.
    fn request(&mut self, db: &Db) -> RequestForm {
        let asked = if self.dice.chance(RETOLD) { self.retold() } else { self.asked_for() };
        let days = self.dice.count(30, 200) as i64;
        let needed_by = (db.clock().today() + TimeDelta::days(days)).into();
        match self.dice.chance(NAMED) {
            true => RequestForm { needed_by, ..asked },
            false => {
                RequestForm { needed_by, crafts: RawList::default(), materials: RawList::default(), ..asked }
            }
        }
    }

    fn retold(&mut self) -> RequestForm {
        let number = self.dice.count(0, self.script.requests.len() - 1);
        let factor = self.dice.between(0.2, 1.5);
        let data: &RequestData = &self.script.requests[number];
        RequestForm {
            title: data.title.as_str().into(),
            wanted: data.text.as_str().into(),
            language: data.language.as_str().into(),
            crafts: RawList(data.crafts.clone()),
            materials: RawList(data.materials.clone()),
            quantity: ((data.quantity as f32 * factor) as i64).max(1).into(),
            target_price: RawMoney {
                amount: data.target_price.clone().unwrap_or_default().into(),
                currency: data.currency.clone().unwrap_or_default().into(),
            },
            destination: data.destination.as_str().into(),
            channel: data.channel.as_str().into(),
            ..RequestForm::default()
        }
    }

    fn asked_for(&mut self) -> RequestForm {
        let number = self.dice.count(0, self.script.archetypes.len() - 1);
        let language = self.dice.pick(&Language::ALL);
        let (times, factor) = (self.dice.count(1, 12) as i64, self.dice.between(0.6, 1.6));
        let destination = self.dice.pick(&["FR", "DE", "ES", "IT", "NL", "GB", "US", "AE"]);
        let channel = self.dice.pick(&["shops", "online", "hospitality", "wholesale"]);
        let archetype = &self.script.archetypes[number];
        let variant = &archetype.variants[self.dice.count(0, archetype.variants.len() - 1)];
        let price = archetype.price_eur.parse().unwrap_or(1.0_f64) * variant.price_factor * f64::from(factor);
        RequestForm {
            title: variant.title.best(language).into(),
            wanted: archetype.description.best(language).into(),
            language: language.code().into(),
            crafts: RawList(vec![archetype.craft.clone()]),
            materials: RawList(archetype.materials.clone()),
            quantity: (archetype.moq.max(1) * times).into(),
            target_price: RawMoney {
                amount: format!("{:.2}", price.max(0.5)).into(),
                currency: "EUR".into(),
            },
            destination: destination.into(),
            channel: channel.into(),
            ..RequestForm::default()
        }
    }
}

fn numbered(title: &Wording, number: usize) -> RawWording {
    let mut numbered = RawWording::from(title);
    for (language, text) in title.iter() {
        *numbered.text_mut(language) = format!("{text} {number}");
    }
    numbered
}

fn somebody(tx: &mut Write<'_>, kind: Kind, name: &str, number: usize, country: &str) -> Result<Member> {
    let person = NewPerson {
        email: format!("{name}-{number}@crowd.example"),
        name: format!("Somebody {number}"),
        language: Language::ALL[number % 3],
        // Nobody signs in here.
        password_hash: String::new(),
    };
    let organisation = NewOrganisation {
        kind,
        name: format!("{name} {number}"),
        name_ar: None,
        country: country.to_owned(),
        website: None,
    };
    let person = accounts::add_person(tx, &person, &organisation, Standing::Approved, true)?;
    accounts::member_of(tx, person)
}
