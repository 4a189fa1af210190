//! Failed sign-ins are counted per account and per address; too many must wait. What succeeds costs nothing, so that
//! a busy office behind one address is not locked out by its own colleagues.

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::TimeDelta;

use crate::clock::Time;
use crate::error::{Error, Result};
use crate::settings::Limits;

/// Many people share one address, so it may fail this many times as often as one account.
const PEOPLE_PER_ADDRESS: u32 = 10;
/// Beyond this many entries the ones that have recovered are forgotten.
const MANY: usize = 50_000;

#[derive(Debug)]
pub struct Throttle {
    burst: u32,
    refill: TimeDelta,
    /// When each key will have recovered completely.
    recovered_at: Mutex<HashMap<String, Time>>,
}

impl Throttle {
    pub fn new(limits: &Limits) -> Self {
        let refill = TimeDelta::seconds(limits.sign_in_refill_seconds.cast_signed());
        Self { burst: limits.sign_in_burst, refill, recovered_at: Mutex::default() }
    }

    /// May this account be tried from this address now?
    pub fn check(&self, account: &str, address: &str, now: Time) -> Result<()> {
        let known = self.recovered_at.lock().expect("nothing panics while holding it");
        for (key, burst) in self.keys(account, address) {
            let Some(recovered) = known.get(&key) else { continue };
            // With `burst` failures on the books the key is full; it must fall below that before the next try.
            let full = now.plus(self.refill * burst.cast_signed());
            if *recovered > full.minus(self.refill) {
                let wait = TimeDelta::microseconds(recovered.micros() - full.minus(self.refill).micros());
                return Err(Error::TooMany { seconds: wait.num_seconds() + 1 });
            }
        }
        Ok(())
    }

    pub fn failed(&self, account: &str, address: &str, now: Time) {
        let mut known = self.recovered_at.lock().expect("nothing panics while holding it");
        if known.len() > MANY {
            known.retain(|_, recovered| *recovered > now);
        }
        for (key, _) in self.keys(account, address) {
            let recovered = known.entry(key).or_insert(now);
            *recovered = (*recovered).max(now).plus(self.refill);
        }
    }

    fn keys(&self, account: &str, address: &str) -> [(String, u32); 2] {
        [
            (format!("account {account}"), self.burst),
            (format!("address {address}"), self.burst * PEOPLE_PER_ADDRESS),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn guessing_is_slowed_and_recovers() {
        let throttle = Throttle::new(&Settings::defaults().limits);
        let start = Time::from_micros(0);
        for _ in 0..10 {
            throttle.check("amina@example.org", "192.0.2.1", start).unwrap();
            throttle.failed("amina@example.org", "192.0.2.1", start);
        }
        assert!(matches!(
            throttle.check("amina@example.org", "192.0.2.1", start),
            Err(Error::TooMany { .. })
        ));
        assert!(
            throttle.check("amina@example.org", "192.0.2.9", start).is_err(),
            "another address, the same account"
        );
        assert!(
            throttle.check("basma@example.org", "192.0.2.1", start).is_ok(),
            "another account, the same office"
        );
        let later = start.plus(TimeDelta::seconds(31));
        assert!(throttle.check("amina@example.org", "192.0.2.1", later).is_ok());
    }
}
