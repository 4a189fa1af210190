//! Every setting: defaults in `config/default.toml`, then a file, then the environment, then the command line.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Toml};
use serde::Deserialize;

const DEFAULTS: &str = include_str!("../config/default.toml");

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub site: Site,
    pub server: Server,
    pub data: Data,
    pub database: Database,
    pub mail: Mail,
    pub storage: Storage,
    pub search: Search,
    pub limits: Limits,
    pub matching: Matching,
    pub trade: Trade,
    pub programme: Programme,
    pub log: Log,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub public_url: url::Url,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub listen: IpAddr,
    pub port: u16,
    pub workers: usize,
    pub trusted_proxies: Vec<IpAddr>,
    pub shutdown_seconds: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    pub folder: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    pub url: String,
    pub connections: u32,
    pub retries: u32,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    Folder,
    Smtp,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum SmtpSecurity {
    Starttls,
    Tls,
    None,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub transport: MailTransport,
    pub from: String,
    pub smtp_host: String,
    pub smtp_port: u16,
    pub smtp_security: SmtpSecurity,
    pub smtp_username: String,
    pub smtp_password: String,
    pub attempts: i64,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum StorageKind {
    Folder,
    S3,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    pub kind: StorageKind,
    pub s3_bucket: String,
    pub s3_region: String,
    pub s3_endpoint: String,
    pub s3_access_key: String,
    pub s3_secret_key: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    pub writer_memory: usize,
    pub poll_millis: u64,
    pub unanswered_seconds: u64,
    pub unanswered_days: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub body_bytes: usize,
    pub picture_bytes: usize,
    pub picture_pixels: u64,
    pub pictures_per_product: i64,
    pub page_size: i64,
    pub page_size_most: i64,
    pub password_threads: usize,
    pub password_queue: usize,
    pub sign_in_burst: u32,
    pub sign_in_refill_seconds: u64,
    pub session_days: i64,
    pub token_days: i64,
    pub conversations_per_day: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    pub answers_per_request: i64,
    pub answers_per_month: i64,
    pub review_requests: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    pub reserved_days: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    pub repatriation_days: BTreeMap<String, i64>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub format: LogFormat,
    pub filter: String,
}

/// A setting that stops the start; the text names its key.
#[derive(Debug, thiserror::Error)]
#[error("setting {key}: {reason}")]
pub struct WrongSetting {
    pub key: String,
    pub reason: String,
}

impl WrongSetting {
    fn new(key: &str, reason: impl Into<String>) -> Self {
        Self { key: key.to_owned(), reason: reason.into() }
    }
}

impl From<figment::Error> for WrongSetting {
    fn from(error: figment::Error) -> Self {
        let key = match &error.kind {
            figment::error::Kind::UnknownField(name, _)
            | figment::error::Kind::MissingField(std::borrow::Cow::Owned(name)) => {
                let mut path = error.path.clone();
                // Where the field stands in a section, the path may end with its name already.
                if path.last() != Some(name) {
                    path.push(name.clone());
                }
                path.join(".")
            }
            _ => error.path.join("."),
        };
        Self { key, reason: error.to_string() }
    }
}

impl Settings {
    /// Reads defaults, the file if one is named, and the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, WrongSetting> {
        let mut figment = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        let settings: Self = figment.merge(Env::prefixed("FONDOUK_").split("__")).extract()?;
        settings.check()?;
        Ok(settings)
    }

    /// The defaults alone, for tests and the demo: no file and no environment plays in.
    pub fn defaults() -> Self {
        Figment::from(Toml::string(DEFAULTS)).extract().expect("config/default.toml holds every setting")
    }

    /// What types alone cannot say.
    fn check(&self) -> Result<(), WrongSetting> {
        let url = &self.site.public_url;
        if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
            return Err(WrongSetting::new("site.public_url", "must be an http or https address"));
        }
        let positive = [
            ("database.connections", i64::from(self.database.connections)),
            ("limits.page_size", self.limits.page_size),
            ("limits.page_size_most", self.limits.page_size_most - self.limits.page_size + 1),
            ("limits.password_threads", self.limits.password_threads as i64),
            ("limits.password_queue", self.limits.password_queue as i64),
            ("limits.sign_in_burst", i64::from(self.limits.sign_in_burst)),
            ("limits.sign_in_refill_seconds", self.limits.sign_in_refill_seconds as i64),
            ("limits.session_days", self.limits.session_days),
            ("limits.token_days", self.limits.token_days),
            ("limits.conversations_per_day", self.limits.conversations_per_day),
            ("mail.attempts", self.mail.attempts),
            ("trade.reserved_days", self.trade.reserved_days),
            ("search.poll_millis", self.search.poll_millis as i64),
            ("search.unanswered_seconds", self.search.unanswered_seconds as i64),
            ("search.unanswered_days", self.search.unanswered_days),
        ];
        if let Some((key, _)) = positive.iter().find(|(_, value)| *value < 1) {
            return Err(WrongSetting::new(key, "is too small"));
        }
        if !(15..=4096).contains(&self.search.writer_memory) {
            return Err(WrongSetting::new("search.writer_memory", "must be between 15 and 4096 MiB"));
        }
        if self.storage.kind == StorageKind::S3 && !cfg!(feature = "s3") {
            return Err(WrongSetting::new("storage.kind", "this binary was built without the s3 feature"));
        }
        if self.mail.from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(WrongSetting::new(
                "mail.from",
                "must be an address such as Fondouk <no-reply@example.org>",
            ));
        }
        Ok(())
    }

    /// Is the site reached over TLS? Then cookies are for TLS alone.
    pub fn is_secure(&self) -> bool {
        self.site.public_url.scheme() == "https"
    }

    /// An absolute address on this site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site.public_url.as_str().trim_end_matches('/'))
    }

    pub fn index_folder(&self) -> PathBuf {
        self.data.folder.join("search")
    }

    pub fn files_folder(&self) -> PathBuf {
        self.data.folder.join("files")
    }

    pub fn mail_folder(&self) -> PathBuf {
        self.data.folder.join("mail")
    }

    pub fn sqlite_file(&self) -> PathBuf {
        self.data.folder.join("fondouk.db")
    }
}

/// A new folder is for this user alone: it will hold addresses, hashes of passwords, and letters.
pub fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(toml: &str) -> Result<Settings, WrongSetting> {
        let figment = Figment::from(Toml::string(DEFAULTS)).merge(Toml::string(toml));
        let settings: Settings = figment.extract()?;
        settings.check()?;
        Ok(settings)
    }

    #[test]
    fn an_unknown_setting_stops_the_start_with_its_name() {
        assert_eq!(with("[server]\nprot = 1").unwrap_err().key, "server.prot");
        assert_eq!(with("[sever]\nport = 1").unwrap_err().key, "sever");
    }

    #[test]
    fn a_wrong_setting_stops_the_start_with_its_name() {
        assert_eq!(with("[server]\nport = \"x\"").unwrap_err().key, "server.port");
        assert_eq!(with("[limits]\npage_size = 0").unwrap_err().key, "limits.page_size");
        assert_eq!(with("[site]\npublic_url = \"ftp://x\"").unwrap_err().key, "site.public_url");
        assert_eq!(with("[mail]\nfrom = \"nobody\"").unwrap_err().key, "mail.from");
    }

    #[test]
    fn the_defaults_are_right() {
        assert!(with("").is_ok());
    }
}
