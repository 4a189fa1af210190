//! Measures as charts.

use chrono::{Datelike, Months};

use crate::clock::{Date, month_of};
use crate::error::Message;
use crate::locale::{self, Language};
use crate::programme::Value;
use crate::programme::chart::{Bar, BarChart, LineChart, Point};
use crate::programme::indicators::{Measure, ScopeQuery};
use crate::web::Page;

/// More months than this make a line that nobody can read.
const MOST_MONTHS: usize = 36;

/// A bar for each country of makers, leading to the records behind it. What may not be told is not drawn.
pub fn by_country(page: &Page, measure: &Measure, query: &ScopeQuery) -> BarChart {
    let language = page.language();
    let mut bars: Vec<Bar> = measure
        .by_country
        .iter()
        .filter_map(|part| {
            let value = part.value?;
            Some(Bar {
                name: locale::country_name(&part.key, language),
                value: value.cents(),
                shown: measure.shown(value, language),
                href: Some(format!(
                    "/indicators/{}{}",
                    measure.indicator.code,
                    query.address(&[("country", &part.key)])
                )),
            })
        })
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
    let name = measure.indicator.name.best(language);
    BarChart::new(
        "by-country",
        page.say("chart-by-country").with("what", name).to_string(),
        described(page, bars.iter().map(|bar| (&bar.name, &bar.shown))),
        bars,
    )
}

/// A point for each month between the first and the last in which something counted, those in between at zero.
pub fn by_month(page: &Page, measure: &Measure) -> LineChart {
    let language = page.language();
    let value_of = |month: &str| measure.by_month.iter().find(|part| part.key == month);
    let points: Vec<Point> = months(measure)
        .into_iter()
        .filter_map(|month| {
            let value = match value_of(&month_of(month)) {
                Some(part) => part.value?,
                None => Value::default(),
            };
            let shown = measure.shown(value, language);
            Some(Point { name: month_in(month, language), value: value.cents(), shown })
        })
        .collect();
    let name = measure.indicator.name.best(language);
    LineChart::new(
        "by-month",
        page.say("chart-by-month").with("what", name).to_string(),
        described(page, points.iter().map(|point| (&point.name, &point.shown))),
        points,
        |cents| locale::number(language, cents / 100),
    )
}

fn months(measure: &Measure) -> Vec<Date> {
    let first_day = |key: &String| format!("{key}-01").parse::<Date>().ok();
    let keys: Vec<Date> = measure.by_month.iter().filter_map(|part| first_day(&part.key)).collect();
    let (Some(first), Some(last)) = (keys.first().copied(), keys.last().copied()) else { return Vec::new() };
    let all = std::iter::successors(Some(last), |month| month.checked_sub_months(Months::new(1)));
    let mut months: Vec<Date> = all.take_while(|month| *month >= first).take(MOST_MONTHS).collect();
    months.reverse();
    months
}

const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];

fn month_in(month: Date, language: Language) -> String {
    let name = locale::say(language, &Message::new(SHORT_MONTHS[month.month0() as usize]));
    format!("{name} {}", month.year())
}

/// The chart in words, for whoever does not see it.
fn described<'a>(page: &Page, parts: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let parts: Vec<String> = parts.map(|(name, shown)| format!("{name}: {shown}")).collect();
    if parts.is_empty() { page.say("chart-nothing").to_string() } else { parts.join("; ") }
}
