//! `fondouk evaluate`: how well the house does what it is for, reckoned from what is in it, or from a house made for it. Nothing of the real house is changed.

mod scale;

use clap::{Args, Subcommand};

use crate::clock::Clock;
use crate::db::Db;
use crate::error::Result;
use crate::matching::evaluation;
use crate::matching::evaluation::feedback::{self, Quality, Report, Weights};
use crate::matching::evaluation::season::{self, Exposure, Played, Season};
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(super) enum EvaluateCommand {
    /// What buyers and makers made of the matches that they were shown, and how evenly equals are shown.
    Matching(MatchingArguments),
    /// How long matching takes in a large house, made for it in a folder that is gone afterwards.
    Scale(scale::ScaleArguments),
}

#[derive(Debug, Args)]
pub(super) struct MatchingArguments {
    /// Other weights to compare with, such as `price=25,words=10`; what is not named stays as it is.
    #[arg(long, value_name = "PART=MOST,…", default_value = "")]
    weights: String,
    /// Makers of the season that is played.
    #[arg(long, value_name = "N", default_value_t = Season::default().makers)]
    makers: usize,
    /// Requests of the season that is played.
    #[arg(long, value_name = "N", default_value_t = Season::default().requests)]
    requests: usize,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(settings: &Settings, command: &EvaluateCommand) -> Result<()> {
    match command {
        EvaluateCommand::Matching(arguments) => matching(settings, arguments),
        EvaluateCommand::Scale(arguments) => scale::run(arguments),
    }
}

fn matching(settings: &Settings, arguments: &MatchingArguments) -> Result<()> {
    let weights = Weights::parse(&arguments.weights)?;
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let shown = runtime.block_on(db.read(evaluation::all_shown))?;
    let report = feedback::evaluate(&shown, &weights);
    let season = Season { makers: arguments.makers, requests: arguments.requests, ..Season::default() };
    let played = season::play(season);
    match arguments.json {
        true => println!("{}", json(&report, &played)),
        false => print!("{}", table(&report, &weights, season, &played)),
    }
    Ok(())
}

fn table(report: &Report, weights: &Weights, season: Season, played: &Played) -> String {
    let quality = |name: &str, quality: &Quality| {
        format!("  {name:<28}{:>8.3}{:>14.3}\n", quality.ndcg, quality.reciprocal_rank)
    };
    let exposure = |name: &str, exposure: &Exposure| {
        let range = format!("{} to {}", exposure.least(), exposure.most());
        format!("  {name:<28}{:>8.3}{range:>14}\n", exposure.gini())
    };
    let mut lines = format!(
        "{} requests of which something was made, {} makers shown for them, {} quoted, {} won\n  {:<28}{:>8}{:>14}\n",
        report.requests, report.shown, report.quoted, report.won, "order", "nDCG@10", "first quote",
    );
    lines += &quality("the weights in force", &report.now);
    if *weights != Weights::default() {
        lines += &quality("the weights asked about", &report.changed);
    }
    lines += &quality("chance (200 shuffles)", &report.chance);
    if *weights != Weights::default() {
        lines += &format!("  {} requests would have shown another maker first\n", report.other_first);
    }
    lines += &format!(
        "\nA season of {} equal makers and {} requests, each answered by {} % of them\n  {:<28}{:>8}{:>14}\n",
        season.makers, season.requests, season.able_percent, "order", "Gini", "times shown",
    );
    lines += &exposure("in rotation", &played.rotated);
    lines += &exposure("oldest first", &played.oldest_first);
    lines += &exposure("chance", &played.chance);
    lines
}

fn json(report: &Report, played: &Played) -> serde_json::Value {
    let quality = |quality: &Quality| serde_json::json!({ "ndcg_at_10": quality.ndcg, "reciprocal_rank_of_first_quote": quality.reciprocal_rank });
    let exposure = |exposure: &Exposure| serde_json::json!({ "gini": exposure.gini(), "least": exposure.least(), "most": exposure.most() });
    serde_json::json!({
        "feedback": {
            "requests": report.requests, "shown": report.shown, "quoted": report.quoted, "won": report.won,
            "in_force": quality(&report.now), "asked_about": quality(&report.changed), "chance": quality(&report.chance),
            "other_maker_first": report.other_first,
        },
        "season": {
            "rotation": exposure(&played.rotated), "oldest_first": exposure(&played.oldest_first),
            "chance": exposure(&played.chance),
        },
    })
}
