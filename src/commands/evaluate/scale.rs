//! `fondouk evaluate scale`: how long matching takes in a large house, and how that grows from a tenth of it.

use std::time::Duration;

use clap::Args;

use crate::clock::Clock;
use crate::commands::progress;
use crate::db::Db;
use crate::demo::Crowd;
use crate::error::Result;
use crate::ids::ProductId;
use crate::matching::Memory;
use crate::search::Finder;
use crate::settings::Settings;
use crate::worker::scale::{self, Measured, Times};
use crate::{catalogue, search};

#[derive(Debug, Args)]
pub(in crate::commands) struct ScaleArguments {
    /// Products on show, of a hundred to a workshop.
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    products: usize,
    /// Open requests.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    requests: usize,
    /// Requests, and products, whose looks are timed.
    #[arg(long, value_name = "N", default_value_t = 200)]
    samples: usize,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// What was measured in a house of one size.
struct Row {
    products: usize,
    requests: usize,
    /// Requests against products that were never looked at before, and once more.
    cold: Measured,
    warm: Measured,
    /// Taking up all open requests.
    listening: Duration,
    product: Measured,
}

pub(super) fn run(arguments: &ScaleArguments) -> Result<()> {
    let rows = rows(arguments)?;
    match arguments.json {
        true => println!("{}", serde_json::Value::from_iter(rows.iter().map(json))),
        false => rows.iter().for_each(|row| print!("{}", table(row))),
    }
    Ok(())
}

/// In a house of its own, in a folder that is gone afterwards: the real one is neither read nor changed.
fn rows(arguments: &ScaleArguments) -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let mut settings = Settings::defaults();
    settings.data.folder = folder.path().to_owned();
    let now: crate::clock::Time = chrono::Utc::now().into();
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::set_to(now))?;
    let mut crowd = Crowd::begin(&db)?;
    let sizes = [10, 1].map(|part| (arguments.products / part, arguments.requests / part));
    let row =
        |(products, requests)| measure(&db, &settings, &mut crowd, products, requests, arguments.samples);
    sizes.into_iter().map(row).collect()
}

fn measure(
    db: &Db,
    settings: &Settings,
    crowd: &mut Crowd,
    products: usize,
    requests: usize,
    samples: usize,
) -> Result<Row> {
    let bar = progress::counting("Listing");
    bar.set_length(products as u64);
    crowd.list(db, products, |done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    let bar = progress::counting("Asking");
    bar.set_length(requests as u64);
    let opened = crowd.ask(db, settings, requests, |done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    let bar = progress::counting("Indexing");
    let index = search::rebuild(db, settings, |done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let of_requests = spread(&opened, samples);
    let listed: Vec<ProductId> = db.read_now(catalogue::published_product_ids)?;
    let of_products = spread(&listed, samples);
    let mut memory = Memory::default();
    let cold = scale::requests(db, &index, &mut memory, &of_requests)?;
    let warm = scale::requests(db, &index, &mut memory, &of_requests)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (listening, product) = runtime.block_on(scale::products(db, &Finder::from(index), &of_products))?;
    Ok(Row { products, requests, cold, warm, listening, product })
}

/// So many of all, evenly.
fn spread<T: Copy>(all: &[T], count: usize) -> Vec<T> {
    let step = (all.len() / count.max(1)).max(1);
    all.iter().copied().step_by(step).take(count).collect()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn table(row: &Row) -> String {
    let step = |name: &str, times: &Times| {
        let [half, most] = [50, 99].map(|percent| milliseconds(times.percentile(percent)));
        format!("  {name:<44}{half:>10.2}{most:>10.2}\n")
    };
    let looks = |name: &str, measured: &Measured, samples: usize| {
        let (compared, fitted) = (measured.compared / samples.max(1), measured.fitted / samples.max(1));
        format!("  {name}: {compared} pairs compared, {fitted} fit (mean)\n")
            + &step("  finding: search and database", &measured.finding)
            + &step("  rules and scores", &measured.judging)
            + &step("  both", &measured.looking)
            + &step("  writing it down", &measured.keeping)
    };
    let (requests, products) = (row.cold.looking.count(), row.product.looking.count());
    format!("{} products, {} open requests{:>26}{:>10}\n", row.products, row.requests, "p50 ms", "p99 ms")
        + &looks("one request, products seen for the first time", &row.cold, requests)
        + &looks("one request, products known", &row.warm, requests)
        + &looks("one product, requests known", &row.product, products)
        + &format!("  taking up all open requests once: {:.0} ms\n", milliseconds(row.listening))
}

fn json(row: &Row) -> serde_json::Value {
    let times = |times: &Times| serde_json::json!({ "p50_ms": milliseconds(times.percentile(50)), "p99_ms": milliseconds(times.percentile(99)) });
    let measured = |measured: &Measured| {
        serde_json::json!({
            "finding": times(&measured.finding), "judging": times(&measured.judging), "looking": times(&measured.looking),
            "keeping": times(&measured.keeping), "compared": measured.compared, "fitted": measured.fitted,
        })
    };
    serde_json::json!({
        "products": row.products, "open_requests": row.requests, "request_cold": measured(&row.cold),
        "request": measured(&row.warm), "product": measured(&row.product), "taking_up_ms": milliseconds(row.listening),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_find_something_in_a_small_house() {
        let arguments = ScaleArguments { products: 120, requests: 60, samples: 12, json: false };
        let rows = rows(&arguments).unwrap();
        let sizes: Vec<_> = rows.iter().map(|row| (row.products, row.requests)).collect();
        assert_eq!(sizes, [(12, 6), (120, 60)]);
        let whole = &rows[1];
        assert!(whole.warm.fitted > 0 && whole.product.fitted > 0, "{:?}", whole.product);
        assert_eq!((whole.warm.compared, whole.warm.fitted), (whole.cold.compared, whole.cold.fitted));
        assert!(table(whole).contains("120 products, 60 open requests"));
        assert_eq!(json(whole)["request"]["fitted"], whole.warm.fitted);
    }
}
