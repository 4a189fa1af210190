//! `fondouk user`: an officer from the command line, since nobody can sign up as one.

use std::io::BufRead;

use clap::Args;

use crate::accounts::{
    Kind, NewOrganisation, NewPerson, Secret, Standing, add_person, check_password, hash_now, join,
    organisation_by_slug, parse_email, person_by_email,
};
use crate::clock::Clock;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct UserArguments {
    /// E-mail address.
    #[arg(long)]
    email: String,
    /// Name of the person.
    #[arg(long)]
    name: String,
    /// Language of pages and letters: en, fr or ar.
    #[arg(long, default_value = "en")]
    language: String,
    /// Name of the programme's own organisation.
    #[arg(long, default_value = "Fondouk programme")]
    organisation: String,
    /// Country of the programme's office, ISO 3166-1 alpha-2.
    #[arg(long, default_value = "TN")]
    country: String,
    /// Read the password from standard input instead of making one.
    #[arg(long)]
    password_stdin: bool,
}

pub(super) fn add(settings: Settings, arguments: &UserArguments) -> Result<()> {
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    let email = parse_email(&arguments.email).map_err(|message| Error::invalid("--email", message))?;
    let language =
        Language::parse(&arguments.language).map_err(|message| Error::invalid("--language", message))?;
    let country = arguments.country.to_ascii_uppercase();
    if !crate::locale::is_country(&country) {
        return Err(Error::invalid("--country", "problem-country-unknown"));
    }
    let password = match arguments.password_stdin {
        true => std::io::stdin().lock().lines().next().transpose()?.unwrap_or_default(),
        false => Secret::new().expose()[..20].to_owned(),
    };
    check_password(&password, &email).map_err(|message| Error::invalid("password", message))?;
    let person =
        NewPerson { email, name: arguments.name.clone(), language, password_hash: hash_now(&password)? };
    let programme = NewOrganisation {
        kind: Kind::Programme,
        name: arguments.organisation.clone(),
        name_ar: None,
        country,
        website: None,
    };
    db.write_now(|tx| {
        if person_by_email(tx, &person.email)?.is_some() {
            return Err(Error::invalid("--email", "problem-email-taken"));
        }
        let slug = crate::accounts::slug_for(&programme.name);
        match organisation_by_slug(tx, &slug) {
            // A second officer joins the programme that is there.
            Ok(existing) if existing.kind == Kind::Programme => join(tx, &person, existing.id).map(drop),
            _ => add_person(tx, &person, &programme, Standing::Approved, true).map(drop),
        }
    })?;
    println!(
        "{} can sign in at {} as an officer of {}.",
        person.email,
        settings.absolute("/sign-in"),
        programme.name
    );
    if !arguments.password_stdin {
        println!("Password: {password}");
    }
    Ok(())
}
