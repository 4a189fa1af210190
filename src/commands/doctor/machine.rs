//! The settings, the data folder, and the disk below it.

use std::path::Path;

use indicatif::HumanBytes;

use super::finding::Finding;
use crate::settings::{MailTransport, Settings, SmtpSecurity};

/// Below this nothing works any more, and below that it is time to make room.
const LEAST_FREE: u64 = 200 << 20;
const LITTLE_FREE: u64 = 2 << 30;

/// Settings that are valid one by one, and still do not go together.
pub(super) fn settings(settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (site, server, mail) = (&settings.site, &settings.server, &settings.mail);
    let is_local = |host: &str| matches!(host, "localhost" | "127.0.0.1" | "[::1]" | "::1");
    let is_public = !site.public_url.host_str().is_some_and(is_local);
    if is_public && !settings.is_secure() {
        findings.push(Finding::warn(
            "settings",
            format!("site.public_url is {}: passwords travel unencrypted", site.public_url),
            "put a TLS proxy in front and set site.public_url to its https address",
        ));
    }
    if settings.is_secure() && server.trusted_proxies.is_empty() {
        findings.push(Finding::warn(
            "settings",
            "site.public_url is https, but no proxy is trusted: all visitors seem to come from one address",
            "set server.trusted_proxies to the address of the TLS proxy, so that throttling tells people apart",
        ));
    }
    if is_public && mail.transport == MailTransport::Folder {
        findings.push(Finding::warn(
            "settings",
            "mail.transport is \"folder\": letters stay on this machine, so nobody can confirm an address",
            "set mail.transport = \"smtp\" with smtp_host, smtp_username and smtp_password",
        ));
    }
    if mail.transport == MailTransport::Smtp
        && mail.smtp_security == SmtpSecurity::None
        && !is_local(&mail.smtp_host)
    {
        findings.push(Finding::warn(
            "settings",
            format!("letters and the mail password go to {} unencrypted", mail.smtp_host),
            "set mail.smtp_security to \"starttls\" or \"tls\"",
        ));
    }
    if findings.is_empty() {
        findings.push(Finding::ok(
            "settings",
            format!("{}, data in {}", site.public_url, settings.data.folder.display()),
        ));
    }
    findings
}

/// Whoever can read the data folder can read letters, and the links in them.
pub(super) fn folder(settings: &Settings) -> Finding {
    let folder = &settings.data.folder;
    let found = match std::fs::metadata(folder) {
        Ok(found) if found.is_dir() => found,
        Ok(_) => {
            return Finding::fail(
                "folder",
                format!("{} is not a folder", folder.display()),
                "set data.folder, or --data",
            );
        }
        Err(error) => {
            return Finding::warn(
                "folder",
                format!("{}: {error}", folder.display()),
                "`fondouk serve` makes it; if it should be there, set data.folder or --data",
            );
        }
    };
    if let Err(error) = tempfile::tempfile_in(folder) {
        return Finding::fail(
            "folder",
            format!("cannot write into {}: {error}", folder.display()),
            "run fondouk as the folder's owner, or change its owner",
        );
    }
    if is_open_to_others(&found) {
        return Finding::warn(
            "folder",
            format!("other users of this machine can look into {}", folder.display()),
            format!("chmod 700 {}", folder.display()),
        );
    }
    Finding::ok("folder", format!("{} can be written, and nobody else looks in", folder.display()))
}

#[cfg(unix)]
fn is_open_to_others(found: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open_to_others(_: &std::fs::Metadata) -> bool {
    false
}

pub(super) fn disk(settings: &Settings) -> Finding {
    let folder = &settings.data.folder;
    let Some(there) = folder.ancestors().find(|path| path.exists()) else {
        return Finding::ok("disk", "not looked at: the data folder is not there yet");
    };
    match free(there) {
        Ok(free) => {
            let found = format!("{} free", HumanBytes(free));
            let advice = format!("make room on the disk of {}", folder.display());
            match free {
                0..LEAST_FREE => Finding::fail("disk", found, advice),
                LEAST_FREE..LITTLE_FREE => Finding::warn("disk", found, advice),
                _ => Finding::ok("disk", found),
            }
        }
        Err(error) => Finding::warn("disk", format!("the free space is unknown: {error}"), "look with df"),
    }
}

#[cfg(unix)]
fn free(path: &Path) -> std::io::Result<u64> {
    let found = rustix::fs::statvfs(path)?;
    Ok(found.f_bavail * found.f_frsize)
}

#[cfg(not(unix))]
fn free(_: &Path) -> std::io::Result<u64> {
    Err(std::io::Error::from(std::io::ErrorKind::Unsupported))
}
