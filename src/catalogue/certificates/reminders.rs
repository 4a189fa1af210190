//! What the calendar does to certificates: it reminds their makers of the end. The worker calls this as often as it
//! likes; each letter is written once, whoever comes first.

use chrono::TimeDelta;

use super::letters;
use super::store;
use crate::clock::Date;
use crate::db::Write;
use crate::error::Result;
use crate::settings::Settings;

/// So many of each step in one write; the next call takes the rest.
const AT_ONCE: i64 = 50;

/// How near the end is, or that it is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    #[default]
    Sixty,
    Thirty,
    Seven,
    Ended,
}

crate::text_enum!(Step { Sixty => "60", Thirty => "30", Seven => "7", Ended => "ended" });

impl Step {
    const ALL: [Self; 4] = [Self::Sixty, Self::Thirty, Self::Seven, Self::Ended];

    /// Days from today to the last day of those whom this step is about. A span, not a day: after a day on which
    /// nothing ran, or for what was confirmed late, the letter still comes, and says the true day. An end of long ago
    /// is no news.
    fn days(self) -> (i64, i64) {
        match self {
            Self::Sixty => (31, 60),
            Self::Thirty => (8, 30),
            Self::Seven => (0, 7),
            Self::Ended => (-30, -1),
        }
    }

    /// The last days that this step is about, as they are seen on a day.
    fn span(self, today: Date) -> (Date, Date) {
        let (from, until) = self.days();
        (today + TimeDelta::days(from), today + TimeDelta::days(until))
    }
}

/// Writes the letters that are due. Says how many certificates they are about.
pub fn remind_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let today = tx.today();
    let mut reminded = 0;
    for step in Step::ALL {
        let (from, until) = step.span(today);
        for certificate in store::ending(tx, step, from, until, AT_ONCE)? {
            let Some(ends_on) = certificate.valid_until else { continue };
            if store::note_reminder(tx, certificate.id, ends_on, step)? {
                letters::ends(tx, settings, &certificate, ends_on, step)?;
                reminded += 1;
            }
        }
    }
    Ok(reminded)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The step of what ends so many days from now.
    fn step(days: i64) -> Option<Step> {
        let today = Date::from_ymd_opt(2026, 3, 2).unwrap();
        let last = today + TimeDelta::days(days);
        let mut found = Step::ALL.into_iter().filter(|step| {
            let (from, until) = step.span(today);
            (from..=until).contains(&last)
        });
        let first = found.next();
        assert_eq!(found.next(), None, "one step at a time");
        first
    }

    #[test]
    fn each_day_before_the_end_belongs_to_one_step() {
        use Step::*;
        let steps = [61, 60, 31, 30, 8, 7, 0, -1, -30, -31].map(step);
        let (sixty, thirty, seven, ended) = (Some(Sixty), Some(Thirty), Some(Seven), Some(Ended));
        assert_eq!(steps, [None, sixty, sixty, thirty, thirty, seven, seven, ended, ended, None]);
    }
}
