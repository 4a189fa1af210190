//! What somebody asks, and what they may ask: whoever may not see prices can neither filter nor sort by them, so that
//! no price can be found out by halving.

use schemars::JsonSchema;
use search_index::{Cursor, Facet, Filters, Kind, OnDay, PriceFilter, Search, Sort};
use serde::{Deserialize, Serialize};

use crate::catalogue::{Audience, is_scheme};
use crate::clock::{Date, day_number};
use crate::error::{Error, Message, Result};
use crate::input::{Fields, Raw, RawList};
use crate::locale::Language;
use crate::money::{Currency, Money, Rates};

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SearchForm {
    /// Words in Arabic, French or English; empty shows everything.
    pub q: Raw,
    /// `product`, `collection`, `maker`, `cluster`; several with commas.
    pub kind: RawList,
    /// ISO 3166-1 alpha-2.
    pub country: RawList,
    /// Slugs of clusters.
    pub cluster: RawList,
    /// Slugs of makers.
    pub maker: RawList,
    pub craft: RawList,
    pub material: RawList,
    pub technique: RawList,
    /// In major units of `currency`, compared across currencies at the stored rate of the day. For verified buyers.
    pub price_max: Raw,
    /// ISO 4217; EUR if not said.
    pub currency: Raw,
    /// Nothing with a larger minimum order.
    pub moq_max: Raw,
    /// Nothing with a longer lead time, in days.
    pub lead_time_max: Raw,
    /// A certificate of this scheme must be valid today: `gots`, `oeko-tex-100`, `food-contact`, …
    pub certificate: Raw,
    /// Nothing that somebody holds exclusively in this country today. ISO 3166-1 alpha-2.
    pub free_in: Raw,
    /// `en`, `fr` or `ar`: the language of the answer.
    pub lang: Raw,
    /// `relevance`, `newest`, `price`, `-price`, `lead_time`.
    pub sort: Raw,
    pub cursor: Raw,
    /// 1 to 100, 20 if not said.
    pub limit: Raw,
    /// `false` leaves the counts per filter out.
    pub facets: Raw,
    /// `false` leaves the marked excerpts out.
    pub highlight: Raw,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    #[default]
    Relevance,
    Newest,
    Price,
    PriceDown,
    LeadTime,
}

crate::text_enum!(Order {
    Relevance => "relevance",
    Newest => "newest",
    Price => "price",
    PriceDown => "-price",
    LeadTime => "lead_time",
});

/// A sound question. Prices in it still want the rates of the day.
#[derive(Clone, Debug)]
pub struct Question {
    search: Search,
    price_max: Option<Money>,
    order: Order,
    free_in: Option<String>,
    certificate: Option<String>,
    /// Who asks, as the index knows it.
    asker: Vec<String>,
}

impl SearchForm {
    pub fn check(&self, sees_prices: bool, audience: &Audience, usual_limit: i64) -> Result<Question> {
        let mut fields = Fields::new();
        let text = fields.optional_text("q", &self.q, 400).unwrap_or_default();
        let kinds = self.kind.distinct();
        let parsed: Vec<Kind> = kinds.iter().filter_map(|word| Kind::parse(word)).collect();
        if parsed.len() != kinds.len() {
            let choices = Kind::ALL.map(Kind::as_str).join(", ");
            fields.problem("kind", Message::new("problem-not-a-choice").with("choices", choices));
        }
        let order = if self.sort.is_blank() { Order::Relevance } else { fields.choice("sort", &self.sort) };
        let currency = match self.currency.is_blank() {
            true => Currency::EUR,
            false => fields.currency("currency", &self.currency),
        };
        let wishes_price = !self.price_max.is_blank() || matches!(order, Order::Price | Order::PriceDown);
        let price_max = (!self.price_max.is_blank())
            .then(|| fields.take("price_max", Money::parse(self.price_max.trimmed(), currency).map(Some)))
            .flatten();
        let limit = fields.optional_whole("limit", &self.limit, 1..=search_index::MAX_LIMIT as i64);
        let filters = Filters {
            kinds: parsed,
            countries: self.country.distinct().iter().map(|code| code.to_ascii_uppercase()).collect(),
            clusters: self.cluster.distinct(),
            makers: self.maker.distinct(),
            crafts: self.craft.distinct(),
            materials: self.material.distinct(),
            techniques: self.technique.distinct(),
            price: None,
            moq_max: positive(&mut fields, "moq_max", &self.moq_max),
            lead_time_max: positive(&mut fields, "lead_time_max", &self.lead_time_max),
            ..Filters::default()
        };
        for (name, list) in
            [("country", &filters.countries), ("craft", &filters.crafts), ("material", &filters.materials)]
        {
            if list.len() > 50 {
                fields.problem(name, Message::new("problem-too-many").with("most", 50_i64));
            }
        }
        let free_in = fields.optional_country("free_in", &self.free_in);
        let certificate = fields.optional_text("certificate", &self.certificate, 40);
        if let Some(key) = certificate.as_ref().filter(|key| !key.is_empty() && !is_scheme(key)) {
            fields.problem("certificate", Message::new("problem-unknown-key").with("key", key.as_str()));
        }
        let after = (!self.cursor.is_blank())
            .then(|| {
                fields.take(
                    "cursor",
                    Cursor::parse(self.cursor.trimmed())
                        .map(Some)
                        .map_err(|_| Message::new("problem-cursor")),
                )
            })
            .flatten();
        let search = Search {
            text,
            language: None,
            filters,
            sort: Sort::Relevance,
            after,
            limit: limit.unwrap_or(usual_limit).unsigned_abs() as usize,
            facets: if self.facets.trimmed() == "false" { Vec::new() } else { Facet::ALL.to_vec() },
            highlight: self.highlight.trimmed() != "false" && !self.q.is_blank(),
        };
        let asker = audience.words();
        let question = fields.done(Question { search, price_max, order, free_in, certificate, asker })?;
        if wishes_price && !sees_prices {
            return Err(Error::forbidden("refusal-prices-hidden"));
        }
        Ok(question)
    }
}

fn positive(fields: &mut Fields, name: &str, raw: &Raw) -> Option<u64> {
    fields.optional_whole(name, raw, 1..=1_000_000).map(i64::unsigned_abs)
}

impl Question {
    /// Does it compare prices, so that the rates of the day are needed?
    pub fn needs_rates(&self) -> bool {
        self.price_max.is_some() || matches!(self.order, Order::Price | Order::PriceDown)
    }

    /// The words of a question that nothing narrows, at its first page: if it finds nothing, they are to blame.
    pub(super) fn words_alone(&self) -> Option<&str> {
        let kinds = vec![Kind::Product];
        let plain = Filters::default();
        let products = Filters { kinds, ..Filters::default() };
        let filters = &self.search.filters;
        let alone = (*filters == plain || *filters == products)
            && self.price_max.is_none()
            && self.free_in.is_none()
            && self.certificate.is_none()
            && self.search.after.is_none()
            && !self.search.text.trim().is_empty();
        alone.then_some(self.search.text.as_str())
    }

    /// Does it look for anything in particular?
    pub fn narrows(&self) -> bool {
        let kinds = self.search.filters.kinds.clone();
        let narrowed = self.search.filters != Filters { kinds, ..Filters::default() };
        let asks = !self.search.text.trim().is_empty() || self.price_max.is_some();
        asks || narrowed || self.free_in.is_some() || self.certificate.is_some()
    }

    /// The question as the index takes it.
    pub fn search(&self, language: Language, rates: &Rates, today: Date) -> Search {
        let mut search = self.search.clone();
        search.language = Some(language.into());
        search.filters.asker.clone_from(&self.asker);
        let on_day = |name: &String| OnDay { name: name.clone(), day: day_number(today) };
        search.filters.exclusivity_free = self.free_in.as_ref().map(on_day);
        search.filters.certified = self.certificate.as_ref().map(on_day);
        search.filters.price = self.price_max.map(|most| price_filter(most, rates));
        search.sort = match self.order {
            Order::Relevance => Sort::Relevance,
            Order::Newest => Sort::Newest,
            Order::Price => Sort::PriceAscending { rates: values(rates) },
            Order::PriceDown => Sort::PriceDescending { rates: values(rates) },
            Order::LeadTime => Sort::LeadTime,
        };
        search
    }
}

/// A limit in one currency as a limit in each. The own currency is exact, the others are what the rate makes of it.
fn price_filter(most: Money, rates: &Rates) -> PriceFilter {
    let mut per_currency = vec![(most.currency.code().to_owned(), 0..=most.minor.unsigned_abs())];
    for currency in rates.currencies().filter(|currency| *currency != most.currency) {
        if let Some(limit) = rates.convert(most, currency) {
            per_currency.push((currency.code().to_owned(), 0..=limit.minor.unsigned_abs()));
        }
    }
    PriceFilter { per_currency }
}

/// The value of one minor unit of each currency in euro cents, for sorting only.
fn values(rates: &Rates) -> Vec<(String, f64)> {
    const MANY: i64 = 1_000_000_000;
    let value = |currency: Currency| {
        let euros = rates.convert(Money::new(MANY, currency), Currency::EUR)?;
        Some((currency.code().to_owned(), euros.minor as f64 / MANY as f64))
    };
    rates.currencies().filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_sees_no_prices_can_neither_filter_nor_sort_by_them() {
        let limit = SearchForm { price_max: "20".into(), ..SearchForm::default() };
        let order = SearchForm { sort: "price".into(), ..SearchForm::default() };
        for form in [limit, order] {
            assert!(matches!(form.check(false, &Audience::Somewhere, 20), Err(Error::Forbidden(_))));
            assert!(form.check(true, &Audience::Somewhere, 20).is_ok());
        }
    }

    #[test]
    fn a_wrong_question_names_its_fields() {
        let form = SearchForm {
            kind: RawList(vec!["person".to_owned()]),
            sort: "colour".into(),
            limit: "1000".into(),
            moq_max: "few".into(),
            ..SearchForm::default()
        };
        let Err(Error::Invalid(problems)) = form.check(true, &Audience::Somewhere, 20) else {
            panic!("four problems expected")
        };
        let named: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(named, ["kind", "sort", "limit", "moq_max"]);
    }

    #[test]
    fn a_limit_in_dinars_is_a_limit_in_every_currency() {
        let mut rates = Rates::default();
        rates.per_eur.insert(Currency::parse("TND").unwrap(), "3.4".parse().unwrap());
        let form = SearchForm { price_max: "34".into(), currency: "TND".into(), ..SearchForm::default() };
        let search =
            form.check(true, &Audience::Somewhere, 20).unwrap().search(Language::En, &rates, Date::default());
        let filter = search.filters.price.unwrap();
        assert!(filter.per_currency.contains(&("TND".to_owned(), 0..=34_000)));
        assert!(filter.per_currency.contains(&("EUR".to_owned(), 0..=1_000)));
    }
}
