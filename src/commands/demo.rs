//! `fondouk demo`: a house with two years of life in it, then the site.

use indicatif::{ProgressBar, ProgressStyle};

use super::serve;
use crate::app::Fondouk;
use crate::clock::{Clock, Time};
use crate::demo::{self, Plan, SignIn};
use crate::error::{Error, Result};
use crate::settings::Settings;

/// Where the demo lives unless it is told otherwise: never in the folder of a real house.
const FOLDER: &str = "demo-data";

pub(super) fn demo(mut settings: Settings, folder_was_named: bool, fill_only: bool) -> Result<()> {
    if !folder_was_named {
        settings.data.folder = FOLDER.into();
    }
    let marker = settings.data.folder.join("demo-sign-ins.txt");
    let sign_ins = match std::fs::read_to_string(&marker) {
        Ok(kept) => kept,
        Err(_) => {
            let text = fill(&settings)?;
            std::fs::write(&marker, &text)?;
            text
        }
    };
    if fill_only {
        println!("{sign_ins}");
        return Ok(());
    }
    let fondouk = Fondouk::open(settings, Clock::Machine)?;
    serve::run(&fondouk, |settings| {
        println!("\nFondouk is open at {}\n\n{sign_ins}", settings.site.public_url);
        println!("Letters lie in {}. Stop with Ctrl-C.", settings.mail_folder().display());
    })
}

/// Plays the demo into a folder that must not hold a house yet.
fn fill(settings: &Settings) -> Result<String> {
    if settings.database.url == "sqlite:" && settings.sqlite_file().exists() {
        let folder = settings.data.folder.display();
        return Err(Error::broken(format!(
            "{folder} holds a database already; name an empty folder with --data"
        )));
    }
    println!("Making two years of demo history in {} …", settings.data.folder.display());
    let now: Time = chrono::Utc::now().into();
    let fondouk = Fondouk::open(settings.clone(), Clock::set_to(now))?;
    let bar = ProgressBar::new(0).with_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}").expect("the template is right"),
    );
    let outcome = actix_web::rt::System::new().block_on(demo::fill(
        &fondouk,
        Plan { pictures: true },
        &mut |progress| {
            bar.set_length(progress.known as u64);
            bar.set_position(progress.done as u64);
            bar.set_message(progress.at.date().to_string());
        },
    ))?;
    bar.finish_and_clear();
    for refused in &outcome.refused {
        tracing::warn!(act = refused, "refused");
    }
    Ok(print(&outcome.sign_ins))
}

fn print(sign_ins: &[SignIn]) -> String {
    let mut text = String::from("Sign in as:\n");
    for sign_in in sign_ins {
        text.push_str(&format!("  {:<18} {:<40} {}\n", sign_in.role, sign_in.email, sign_in.name));
    }
    if let Some(first) = sign_ins.first() {
        text.push_str(&format!("  Password for all of them: {}\n", first.password));
    }
    text
}
