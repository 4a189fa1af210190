//! Who carries the letters away: a folder, so that nothing need be configured, or a mail server.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::envelope;
use super::store::Posted;
use crate::error::{Error, Result};
use crate::settings::{Mail, MailTransport, Settings, SmtpSecurity};

/// How long a mail server may take to answer one command.
const PATIENCE: Duration = Duration::from_secs(20);

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

#[derive(Clone, Debug)]
pub struct Carrier {
    from: Mailbox,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Folder(PathBuf),
    Smtp(Box<Smtp>),
}

/// Why a letter did not leave.
#[derive(Debug)]
pub(super) enum Failure {
    /// It may leave later.
    ForNow(String),
    /// It can never leave as it is.
    Hopeless(String),
}

impl Failure {
    pub(super) fn for_now(error: impl std::error::Error) -> Self {
        Self::ForNow(chain(&error))
    }

    pub(super) fn hopeless(error: impl std::error::Error) -> Self {
        Self::Hopeless(chain(&error))
    }
}

/// An error with everything that led to it, for the operator.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let said = inner.to_string();
        // Many libraries repeat the inner text in the outer one.
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        source = inner.source();
    }
    text
}

impl Carrier {
    pub fn from_settings(settings: &Settings) -> Result<Self> {
        let from = settings.mail.from.parse().map_err(Error::wrap)?;
        let way = match settings.mail.transport {
            MailTransport::Folder => {
                let folder = settings.mail_folder();
                std::fs::create_dir_all(&folder)?;
                Way::Folder(folder)
            }
            MailTransport::Smtp => Way::Smtp(Box::new(smtp(&settings.mail)?)),
        };
        Ok(Self { from, way })
    }

    /// Would a letter leave? The operator asks before somebody waits for one.
    pub async fn check(&self) -> Result<()> {
        match &self.way {
            Way::Folder(folder) => {
                let folder = folder.clone();
                let probe = move || tempfile::NamedTempFile::new_in(folder).map(drop);
                Ok(tokio::task::spawn_blocking(probe).await.map_err(Error::wrap)??)
            }
            Way::Smtp(smtp) => match smtp.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err(Error::broken("the mail server does not answer")),
                Err(error) => Err(Error::broken(chain(&error))),
            },
        }
    }

    pub(super) async fn carry(&self, letter: &Posted) -> Result<(), Failure> {
        let sealed = envelope::seal(letter, &self.from)?;
        match &self.way {
            Way::Folder(folder) => {
                let path = folder.join(file_name(&letter.message_id));
                let drop_in = move || write_whole(&path, &sealed.formatted());
                tokio::task::spawn_blocking(drop_in)
                    .await
                    .map_err(Failure::for_now)?
                    .map_err(Failure::for_now)
            }
            Way::Smtp(smtp) => smtp.send(sealed).await.map(drop).map_err(Failure::for_now),
        }
    }
}

fn smtp(mail: &Mail) -> Result<Smtp> {
    let builder = match mail.smtp_security {
        SmtpSecurity::Starttls => Smtp::starttls_relay(&mail.smtp_host).map_err(Error::wrap)?,
        SmtpSecurity::Tls => Smtp::relay(&mail.smtp_host).map_err(Error::wrap)?,
        SmtpSecurity::None => Smtp::builder_dangerous(&mail.smtp_host),
    };
    let builder = builder.port(mail.smtp_port).timeout(Some(PATIENCE));
    let builder = match mail.smtp_username.as_str() {
        "" => builder,
        username => builder.credentials(Credentials::new(username.to_owned(), mail.smtp_password.clone())),
    };
    Ok(builder.build())
}

/// The same letter always has the same file. A host may be an IPv6 address, whose colons not every file system likes.
fn file_name(message_id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@') { c } else { '_' };
    let name: String = message_id.chars().map(safe).collect();
    format!("{name}.eml")
}

/// Whoever looks into the folder sees whole letters only, and what was recorded as sent survives a power cut.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().expect("the path was joined to a folder");
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    // The name is in the folder, which is a file of its own.
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}
