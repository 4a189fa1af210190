//! How often somebody is written to about what is new, and when that is.
//!
//! The hours are the house's, in UTC, so that "when does it come?" has one answer: a day's letter leaves at 7, early
//! morning from Rabat to Amman, and a week's on Monday at 7, when orders of the week are planned.

use chrono::TimeDelta;

use crate::clock::Time;

/// Daily unless they say otherwise: requests stay open for weeks, so nobody loses one by a night, while a good week or a
/// neighbour's import would flood whoever is written to at once. Who wants to be first chooses so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rhythm {
    Immediate,
    #[default]
    Daily,
    Weekly,
    Never,
}

crate::text_enum!(Rhythm {
    Immediate => "immediate",
    Daily => "daily",
    Weekly => "weekly",
    Never => "never",
});

/// The hour of the letters of a day and of a week, in UTC.
pub const HOUR: i64 = 7;
/// What comes within this time of the first goes into the same letter, also for those who are written to at once: one
/// import must not be fifty letters.
const GATHERING: TimeDelta = TimeDelta::seconds(60);

const MICROS_OF_HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * MICROS_OF_HOUR;
const WEEK: i64 = 7 * DAY;
/// The first hour of the week in 1970 that is one of ours: 1 January was a Thursday.
const FIRST_MONDAY: i64 = 4 * DAY + HOUR * MICROS_OF_HOUR;

impl Rhythm {
    /// When what has waited since then is told: the first moment of the rhythm after it.
    pub fn due(self, since: Time) -> Option<Time> {
        match self {
            Self::Immediate => Some(since.plus(GATHERING)),
            Self::Daily => Some(next(since, HOUR * MICROS_OF_HOUR, DAY)),
            Self::Weekly => Some(next(since, FIRST_MONDAY, WEEK)),
            Self::Never => None,
        }
    }
}

/// The first of the moments `first`, `first + every`, … that is later.
fn next(since: Time, first: i64, every: i64) -> Time {
    let passed = (since.micros() - first).div_euclid(every);
    Time::from_micros(first + (passed + 1) * every)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Datelike, Timelike, Utc, Weekday};
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Time {
        text.parse::<DateTime<Utc>>().unwrap().into()
    }

    fn utc(time: Time) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(time.micros()).unwrap()
    }

    #[test]
    fn a_days_letter_leaves_at_seven_and_a_weeks_on_monday() {
        // A Monday.
        for (since, daily, weekly) in [
            ("2026-03-02T06:59:59Z", "2026-03-02T07:00:00Z", "2026-03-02T07:00:00Z"),
            // What comes at the very moment waits for the next: the letter of this one may have left.
            ("2026-03-02T07:00:00Z", "2026-03-03T07:00:00Z", "2026-03-09T07:00:00Z"),
            ("2026-03-04T12:00:00Z", "2026-03-05T07:00:00Z", "2026-03-09T07:00:00Z"),
            ("2026-03-08T23:59:59Z", "2026-03-09T07:00:00Z", "2026-03-09T07:00:00Z"),
        ] {
            assert_eq!(Rhythm::Daily.due(at(since)), Some(at(daily)), "{since}");
            assert_eq!(Rhythm::Weekly.due(at(since)), Some(at(weekly)), "{since}");
        }
        assert_eq!(Rhythm::Immediate.due(at("2026-03-02T09:00:00Z")), Some(at("2026-03-02T09:01:00Z")));
        assert_eq!(Rhythm::Never.due(at("2026-03-02T09:00:00Z")), None);
    }

    /// From 1903 to 2100, before and after the beginning of the count.
    fn times() -> impl Strategy<Value = Time> {
        (-2_100_000_000_000_000_i64..4_100_000_000_000_000).prop_map(Time::from_micros)
    }

    proptest! {
        #[test]
        fn nothing_waits_longer_than_its_rhythm(since in times()) {
            for (rhythm, longest) in
                [(Rhythm::Immediate, GATHERING), (Rhythm::Daily, TimeDelta::days(1)), (Rhythm::Weekly, TimeDelta::days(7))]
            {
                let due = rhythm.due(since).unwrap();
                prop_assert!(due > since && due <= since.plus(longest), "{rhythm}: {since} {due}");
            }
        }

        #[test]
        fn letters_of_a_day_and_a_week_have_their_hour(since in times()) {
            let (day, week) = (utc(Rhythm::Daily.due(since).unwrap()), utc(Rhythm::Weekly.due(since).unwrap()));
            for due in [day, week] {
                prop_assert_eq!((i64::from(due.hour()), due.minute(), due.second(), due.nanosecond()), (HOUR, 0, 0, 0));
            }
            prop_assert_eq!(week.weekday(), Weekday::Mon);
        }

        /// So that no two letters ever have the same moment, by which they are known.
        #[test]
        fn after_each_moment_comes_a_later_one(since in times(), later in 0_i64..1_000_000_000_000) {
            for rhythm in [Rhythm::Immediate, Rhythm::Daily, Rhythm::Weekly] {
                let due = rhythm.due(since).unwrap();
                prop_assert!(rhythm.due(due).unwrap() > due);
                let then = Time::from_micros(since.micros() + later);
                prop_assert!(rhythm.due(then).unwrap() >= due, "what came later is not told earlier");
            }
        }
    }
}
