//! What each part of the search brings: every judged set with everything, and then with one part left out.
//!
//! ```text
//! cargo build --release -p search-index --features ablation --example evaluate
//! cargo run --release -p search-index --features ablation --example ablation -- DIR...
//! ```
//!
//! Each set is evaluated by `evaluate`, in a process of its own. Prints a table: nDCG@10 with everything, what leaving a
//! part out changes (in thousandths; negative: the part brings that much), how many queries that have no answer were
//! rightly left unanswered, and how long it all took, indexing and asking, as a ratio.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use search_index::Part;

/// What one set came to.
#[derive(Clone, Copy, Default)]
struct Figures {
    gain: f64,
    left_unanswered: Option<u32>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        return Err("usage: ablation DIR...".into());
    }
    let evaluate = std::env::current_exe()?.with_file_name("evaluate");
    let names = folders.iter().map(|folder| folder.file_name().unwrap_or_default().to_string_lossy());
    println!("| left out | {} | time |", names.collect::<Vec<_>>().join(" | "));
    println!("|---|{}---|", "---|".repeat(folders.len()));
    let (whole, usual) = run(&evaluate, &folders, None)?;
    let cells: Vec<_> =
        whole.iter().map(|figures| format!("{:.4}{}", figures.gain, unanswered(figures))).collect();
    println!("| nothing | {} | 1.00 |", cells.join(" | "));
    for part in Part::ALL {
        let (figures, took) = run(&evaluate, &folders, Some(part))?;
        let change = |(now, before): (&Figures, &Figures)| {
            format!("{:+.1}{}", (now.gain - before.gain) * 1000.0, unanswered(now))
        };
        let cells: Vec<_> = figures.iter().zip(&whole).map(change).collect();
        println!("| {} | {} | {:.2} |", part.as_str(), cells.join(" | "), took / usual);
    }
    Ok(())
}

fn unanswered(figures: &Figures) -> String {
    figures.left_unanswered.map(|count| format!(" ({count} unanswered)")).unwrap_or_default()
}

fn run(
    evaluate: &Path,
    folders: &[PathBuf],
    part: Option<Part>,
) -> Result<(Vec<Figures>, f64), Box<dyn Error>> {
    let started = Instant::now();
    let figures = folders
        .iter()
        .map(|folder| {
            let mut command = Command::new(evaluate);
            command.arg(folder).env_remove("SEARCH_WITHOUT");
            if let Some(part) = part {
                command.env("SEARCH_WITHOUT", part.as_str());
            }
            let output = command.output()?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
            }
            read(&String::from_utf8(output.stdout)?)
        })
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    Ok((figures, started.elapsed().as_secs_f64()))
}

/// What `evaluate` says over all queries.
fn read(printed: &str) -> Result<Figures, Box<dyn Error>> {
    let mut figures = Figures::default();
    for line in printed.lines().filter(|line| line.starts_with("all ")) {
        let cells: Vec<_> = line.split_whitespace().collect();
        match cells[..] {
            ["all", "without", .., count, "of", _, "left", "unanswered"] => {
                figures.left_unanswered = Some(count.parse()?);
            }
            ["all", _, gain, ..] => figures.gain = gain.parse()?,
            _ => return Err(format!("not a line of evaluate: {line}").into()),
        }
    }
    Ok(figures)
}
