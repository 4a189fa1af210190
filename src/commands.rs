//! The command line: one binary for everything that an operator does.

mod backup;
mod demo;
mod doctor;
mod evaluate;
mod import;
mod migrate;
mod progress;
mod reindex;
mod serve;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::error::{Error, Result};
use crate::settings::{LogFormat, Settings, WrongSetting};

#[derive(Debug, Parser)]
#[command(name = "fondouk", version, about = "The merchants' inn: a marketplace for clusters of makers")]
struct CommandLine {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Common {
    /// A settings file; what it does not say is as in config/default.toml.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder for database, index, files and mail.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The port to listen on.
    #[arg(long, global = true, value_name = "N")]
    port: Option<u16>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site.
    Serve,
    /// Fill a fresh folder with two years of demo history, then serve it.
    Demo {
        /// Fill only, and stop.
        #[arg(long)]
        fill_only: bool,
    },
    /// Bring the database up to date and stop.
    Migrate,
    /// Build the search index anew, also beside a running server.
    Reindex,
    /// Write database and files into one archive, also beside a running server.
    Backup(backup::BackupArguments),
    /// Put an archive back in the place of what is there.
    Restore(backup::RestoreArguments),
    /// Take in products from a spreadsheet, from what a shop exports, or from JSON lines.
    Import(import::ImportArguments),
    /// Look whether everything is as it should be, and say what to do where it is not.
    Doctor(doctor::DoctorArguments),
    /// Reckon how well the house does what it is for, from what is in it.
    #[command(subcommand)]
    Evaluate(evaluate::EvaluateCommand),
    /// Add people from the command line: the first officer comes in this way.
    User(user::UserArguments),
}

impl Common {
    fn settings(&self) -> std::result::Result<Settings, WrongSetting> {
        let mut settings = Settings::load(self.config.as_deref())?;
        if let Some(folder) = &self.data {
            settings.data.folder.clone_from(folder);
        }
        if let Some(port) = self.port {
            // Letters and links must lead to where the site really is.
            if settings.site.public_url.port() == Some(settings.server.port) {
                let _ = settings.site.public_url.set_port(Some(port));
            }
            settings.server.port = port;
        }
        Ok(settings)
    }
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let line = CommandLine::parse();
    let settings = match line.common.settings() {
        Ok(settings) => settings,
        Err(wrong) => {
            eprintln!("fondouk: {wrong}");
            return ExitCode::from(2);
        }
    };
    start_logging(&settings);
    match dispatch(line.command, &line.common, settings) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("fondouk: {}", explain(&error));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command, common: &Common, settings: Settings) -> Result<ExitCode> {
    match command {
        Command::Serve => serve::serve(settings)?,
        Command::Demo { fill_only } => demo::demo(settings, common.data.is_some(), fill_only)?,
        Command::Migrate => migrate::migrate(&settings)?,
        Command::Reindex => reindex::reindex(&settings)?,
        Command::Backup(arguments) => backup::backup(&settings, &arguments)?,
        Command::Restore(arguments) => backup::restore(&settings, &arguments)?,
        Command::Import(arguments) => return import::run(&settings, &arguments),
        Command::Doctor(arguments) => return doctor::run(&settings, &arguments),
        Command::Evaluate(command) => evaluate::run(&settings, &command)?,
        Command::User(arguments) => user::add(settings, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// An error in an operator's words: the rule's text in English, or the chain of causes.
fn explain(error: &Error) -> String {
    use crate::locale::{Language, say};
    match error {
        Error::Refused(message) | Error::Forbidden(message) => say(Language::En, message),
        Error::Invalid(problems) => {
            let lines = problems.iter().map(|p| format!("{}: {}", p.field, say(Language::En, &p.message)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Error::Busy => "the database is busy or cannot be reached; try again in a moment".to_owned(),
        other => {
            let first: &dyn std::error::Error = match other {
                Error::Broken(source) => source.as_ref(),
                other => other,
            };
            let chain = std::iter::successors(Some(first), |error| error.source());
            let mut causes: Vec<String> = chain.map(ToString::to_string).collect();
            causes.dedup_by(|later, earlier| earlier.ends_with(later.as_str()));
            causes.join(": ")
        }
    }
}

fn start_logging(settings: &Settings) {
    use std::io::IsTerminal;

    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(&settings.log.filter));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // A file or a collector has no use for colours.
        .with_ansi(std::io::stderr().is_terminal());
    match settings.log.format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
}
