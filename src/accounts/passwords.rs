//! Argon2id at OWASP's current parameters (19 MiB, two passes, one lane), off the async threads and bounded, so that a
//! storm of sign-ins can neither starve pages nor fill the memory.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};
use crate::settings::Limits;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash of nothing that anybody knows: verifying against it takes as long as against a real one, so that the time
/// of an answer does not say whether an address has an account.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$Y2hhbGstYW5kLWNsYXktMQ$m9a0mC8Lk7m1WzFh6t0m9r2m8K8z8mWkq9o1b7i2T0E";

#[derive(Clone, Debug)]
pub struct Passwords {
    running: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Passwords {
    pub fn new(limits: &Limits) -> Self {
        Self {
            running: Arc::new(Semaphore::new(limits.password_threads)),
            waiting: Arc::new(Semaphore::new(limits.password_queue)),
        }
    }

    pub async fn hash(&self, password: String) -> Result<String> {
        self.run(move || hash_now(&password)).await?
    }

    /// Does the password fit? Without a hash the answer is no, after the same work.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool> {
        self.run(move || {
            let known = hash.is_some();
            let parsed = PasswordHash::new(hash.as_deref().unwrap_or(NOBODY))
                .map_err(|error| Error::broken(error.to_string()))?;
            Ok(hasher()?.verify_password(password.as_bytes(), &parsed).is_ok() && known)
        })
        .await?
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place = self.waiting.try_acquire().map_err(|_| Error::Busy)?;
        let _turn = self.running.acquire().await.map_err(Error::wrap)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::wrap)
    }
}

fn hasher() -> Result<Argon2<'static>> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| Error::broken(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// For commands, which have no one to starve.
pub fn hash_now(password: &str) -> Result<String> {
    let hash =
        hasher()?.hash_password(password.as_bytes()).map_err(|error| Error::broken(error.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_only_its_own_hash() {
        let passwords = Passwords::new(&crate::settings::Settings::defaults().limits);
        let hash = passwords.hash("four plates of clay".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("four plates of clay".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("five plates of clay".to_owned(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("four plates of clay".to_owned(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_storm_is_told_to_come_back() {
        let mut limits = crate::settings::Settings::defaults().limits;
        (limits.password_threads, limits.password_queue) = (1, 2);
        let passwords = Passwords::new(&limits);
        let storm = (0..8).map(|_| passwords.verify("x".to_owned(), None));
        let answers = futures_util::future::join_all(storm).await;
        assert!(answers.iter().any(|answer| matches!(answer, Err(Error::Busy))));
        assert!(answers.iter().any(Result::is_ok));
    }
}
