//! Capacity: how many pieces a workshop can still make in a period, net of what it has promised already.
//!
//! A week's pieces are made on seven equal days, a promise takes its pieces evenly from its days, and a day that is
//! promised twice over lends nothing to the next.

use chrono::TimeDelta;

use super::Reservation;
use crate::catalogue::Period;
use crate::clock::Date;

/// Pieces promised between two dates, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    pub quantity: i64,
    pub starts_on: Date,
    pub ends_on: Date,
}

impl From<&Reservation> for Booking {
    fn from(reservation: &Reservation) -> Self {
        let Reservation { quantity, starts_on, ends_on, .. } = *reservation;
        Self { quantity, starts_on, ends_on }
    }
}

/// Parts of a piece that are counted: whole for a day of any weekly number.
const PARTS: i128 = 7_000;

impl Booking {
    fn days(&self) -> i64 {
        (self.ends_on - self.starts_on).num_days() + 1
    }

    /// What it takes of one day; over all its days exactly its pieces.
    fn parts_on(&self, day: Date) -> i128 {
        let (position, days) = ((day - self.starts_on).num_days(), self.days());
        if !(0..days).contains(&position) {
            return 0;
        }
        let until =
            |position: i64| i128::from(self.quantity) * PARTS * i128::from(position) / i128::from(days);
        until(position + 1) - until(position)
    }
}

impl Booking {
    /// What is left of it from a day on.
    fn parts_from(&self, day: Date) -> i128 {
        let done = (day - self.starts_on).num_days().clamp(0, self.days());
        let until = i128::from(self.quantity) * PARTS * i128::from(done) / i128::from(self.days());
        i128::from(self.quantity) * PARTS - until
    }

    /// The first morning on which its pieces are there.
    fn ready_on(&self) -> Date {
        self.ends_on + TimeDelta::days(1)
    }
}

/// Days on which another number is made in a week than usual, the first and the last included.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    pub weekly: i64,
    pub starts_on: Date,
    pub ends_on: Date,
}

impl From<&Period> for Season {
    fn from(period: &Period) -> Self {
        Self { weekly: period.weekly, starts_on: period.starts_on, ends_on: period.ends_on }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    weekly: i64,
    bookings: Vec<Booking>,
    seasons: Vec<Season>,
}

impl Capacity {
    pub fn new(weekly: i64, bookings: impl IntoIterator<Item = Booking>) -> Self {
        let sound = |booking: &Booking| booking.quantity > 0 && booking.days() > 0;
        let bookings = bookings.into_iter().filter(sound).collect();
        Self { weekly: weekly.max(0), bookings, seasons: Vec::new() }
    }

    /// Something else that was promised.
    pub fn with_booking(mut self, booking: Booking) -> Self {
        if booking.quantity > 0 && booking.days() > 0 {
            self.bookings.push(booking);
        }
        self
    }

    /// Where several seasons name a day, the least is made: who is closed makes nothing, whatever else is planned.
    pub fn with_seasons(mut self, seasons: impl IntoIterator<Item = Season>) -> Self {
        self.seasons.extend(seasons);
        self
    }

    pub fn weekly(&self) -> i64 {
        self.weekly
    }

    fn weekly_on(&self, day: Date) -> i64 {
        let holds = |season: &&Season| season.starts_on <= day && day <= season.ends_on;
        self.seasons.iter().filter(holds).map(|season| season.weekly.max(0)).min().unwrap_or(self.weekly)
    }

    fn free_parts_on(&self, day: Date) -> i128 {
        let taken: i128 = self.bookings.iter().map(|booking| booking.parts_on(day)).sum();
        (daily_parts(self.weekly_on(day)) - taken).max(0)
    }

    /// Whole pieces that can still be made from a day on, to be there on the morning of another.
    pub fn free(&self, from: Date, until: Date) -> i64 {
        let days = (until - from).num_days().max(0);
        let within = |starts_on: Date, ends_on: Date| starts_on < until && ends_on >= from;
        let touched = self.bookings.iter().any(|booking| within(booking.starts_on, booking.ends_on))
            || self.seasons.iter().any(|season| within(season.starts_on, season.ends_on));
        let parts = match touched {
            false => daily_parts(self.weekly) * i128::from(days),
            true => from.iter_days().take(days as usize).map(|day| self.free_parts_on(day)).sum(),
        };
        i64::try_from(parts / PARTS).unwrap_or(i64::MAX)
    }

    /// Pieces that can be promised from a day on for the morning of another, so that every promise can be kept: no more
    /// than are free until then, and no more than leave room for what is to be there later.
    pub fn promisable(&self, from: Date, until: Date) -> i64 {
        let later = self.bookings.iter().map(Booking::ready_on).filter(|ready| *ready > until);
        let room = |day: Date| {
            let due = self.bookings.iter().filter(|booking| booking.ready_on() <= day);
            self.parts_between(from, day) - due.map(|booking| booking.parts_from(from)).sum::<i128>()
        };
        let least = later.chain([until]).map(room).min().unwrap_or_default().max(0);
        self.free(from, until).min(i64::try_from(least / PARTS).unwrap_or(i64::MAX))
    }

    fn parts_between(&self, from: Date, until: Date) -> i128 {
        let days = (until - from).num_days().max(0);
        from.iter_days().take(days as usize).map(|day| daily_parts(self.weekly_on(day))).sum()
    }

    /// The first morning for which so many pieces can be promised, if that is not after a day. With more time never fewer
    /// can be.
    pub fn promisable_on(&self, quantity: i64, from: Date, latest: Date) -> Option<Date> {
        let suffices = |days: i64| self.promisable(from, from + TimeDelta::days(days)) >= quantity;
        let (mut low, mut high) = (0, (latest - from).num_days().max(0));
        if !suffices(high) {
            return None;
        }
        while low < high {
            let middle = (low + high) / 2;
            if suffices(middle) { high = middle } else { low = middle + 1 }
        }
        Some(from + TimeDelta::days(high))
    }

    /// The first morning on which so many pieces can be there, if that is not after a day.
    pub fn ready_on(&self, quantity: i64, from: Date, latest: Date) -> Option<Date> {
        let wanted = i128::from(quantity.max(0)) * PARTS;
        let mut made = 0;
        let mut day = from;
        while made < wanted {
            if day >= latest {
                return None;
            }
            made += self.free_parts_on(day);
            day += TimeDelta::days(1);
        }
        Some(day)
    }
}

fn daily_parts(weekly: i64) -> i128 {
    i128::from(weekly) * PARTS / 7
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(offset: i64) -> Date {
        Date::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(offset)
    }

    fn booking(quantity: i64, starts: i64, ends: i64) -> Booking {
        Booking { quantity, starts_on: day(starts), ends_on: day(ends) }
    }

    #[test]
    fn a_free_week_makes_a_week_of_pieces() {
        let capacity = Capacity::new(50, []);
        assert_eq!(capacity.free(day(0), day(7)), 50);
        assert_eq!(capacity.free(day(0), day(6)), 42, "six sevenths, cut to whole pieces");
        assert_eq!(capacity.free(day(3), day(0)), 0);
        assert_eq!(capacity.ready_on(50, day(0), day(30)), Some(day(7)));
        assert_eq!(capacity.ready_on(51, day(0), day(30)), Some(day(8)));
        assert_eq!(capacity.ready_on(1000, day(0), day(30)), None);
    }

    #[test]
    fn what_is_promised_is_not_promised_again() {
        let capacity = Capacity::new(70, [booking(70, 0, 6), booking(35, 7, 13)]);
        assert_eq!(capacity.free(day(0), day(7)), 0);
        assert_eq!(capacity.free(day(0), day(14)), 35);
        assert_eq!(capacity.ready_on(35, day(0), day(60)), Some(day(14)));
        assert_eq!(capacity.ready_on(105, day(0), day(60)), Some(day(21)));
    }

    #[test]
    fn a_promise_that_began_before_counts_with_the_days_that_are_left() {
        let capacity = Capacity::new(70, [booking(100, -10, 9)]);
        assert_eq!(capacity.free(day(0), day(10)), 50);
    }

    #[test]
    fn a_day_promised_twice_over_lends_nothing() {
        let capacity = Capacity::new(7, [booking(100, 0, 0)]);
        assert_eq!(capacity.free(day(0), day(2)), 1);
    }

    fn season(weekly: i64, starts: i64, ends: i64) -> Season {
        Season { weekly, starts_on: day(starts), ends_on: day(ends) }
    }

    #[test]
    fn a_closed_week_makes_nothing_and_a_busy_one_more() {
        let capacity = Capacity::new(70, []).with_seasons([season(0, 7, 13), season(140, 14, 20)]);
        assert_eq!(capacity.free(day(0), day(7)), 70);
        assert_eq!(capacity.free(day(0), day(14)), 70);
        assert_eq!(capacity.free(day(0), day(21)), 210);
        assert_eq!(capacity.free(day(21), day(28)), 70);
        assert_eq!(capacity.ready_on(71, day(0), day(60)), Some(day(15)));
        let feast = Capacity::new(70, []).with_seasons([season(140, 0, 6), season(0, 3, 3)]);
        assert_eq!(feast.free(day(0), day(7)), 120, "closed on one day of the busy week");
    }

    #[test]
    fn what_is_promised_in_a_closed_week_takes_nothing_from_the_next() {
        let capacity = Capacity::new(70, [booking(35, 0, 6)]).with_seasons([season(0, 0, 6)]);
        assert_eq!(capacity.free(day(0), day(14)), 70);
    }

    fn seasons() -> impl Strategy<Value = Vec<Season>> {
        let one = (0..300_i64, -10..60_i64, 0..30_i64);
        prop::collection::vec(one.prop_map(|(weekly, start, days)| season(weekly, start, start + days)), 0..4)
    }

    fn bookings() -> impl Strategy<Value = Vec<Booking>> {
        let one = (1..400_i64, -30..60_i64, 0..40_i64);
        prop::collection::vec(
            one.prop_map(|(quantity, start, days)| booking(quantity, start, start + days)),
            0..5,
        )
    }

    proptest! {
        #[test]
        fn the_day_of_readiness_is_the_first_that_suffices(
            weekly in 0..200_i64, taken in bookings(), seasons in seasons(), quantity in 1..300_i64,
        ) {
            let capacity = Capacity::new(weekly, taken).with_seasons(seasons);
            match capacity.ready_on(quantity, day(0), day(200)) {
                Some(ready) => {
                    prop_assert!(capacity.free(day(0), ready) >= quantity);
                    prop_assert!(capacity.free(day(0), ready - TimeDelta::days(1)) < quantity);
                }
                None => prop_assert!(capacity.free(day(0), day(200)) < quantity),
            }
        }

        #[test]
        fn more_time_never_makes_fewer_and_promises_never_more(
            weekly in 0..200_i64, taken in bookings(), days in 0..120_i64,
        ) {
            let capacity = Capacity::new(weekly, taken);
            let free = capacity.free(day(0), day(days));
            prop_assert!(free <= capacity.free(day(0), day(days + 1)));
            prop_assert!(free <= Capacity::new(weekly, []).free(day(0), day(days)));
        }

        /// Whatever is promised one after the other: by no morning is more due than can be made until then.
        #[test]
        fn what_is_promised_can_be_made(
            weekly in 0..200_i64, seasons in seasons(),
            asked in prop::collection::vec((1..300_i64, 1..60_i64), 1..8),
        ) {
            let mut capacity = Capacity::new(weekly, []).with_seasons(seasons);
            let mut promised = Vec::new();
            for (quantity, days) in asked {
                let open = capacity.promisable(day(0), day(days));
                prop_assert!(open <= capacity.free(day(0), day(days)));
                if open >= quantity {
                    capacity = capacity.with_booking(booking(quantity, 0, days - 1));
                    promised.push((quantity, days));
                }
                let next = capacity.promisable_on(quantity, day(0), day(400));
                if let Some(next) = next {
                    prop_assert!(capacity.promisable(day(0), next) >= quantity);
                    prop_assert!(capacity.promisable(day(0), next - TimeDelta::days(1)) < quantity);
                }
            }
            let alone = Capacity { bookings: Vec::new(), ..capacity };
            for days in 1..60 {
                let due: i64 = promised.iter().filter(|(_, until)| *until <= days).map(|(own, _)| own).sum();
                prop_assert!(due <= alone.free(day(0), day(days)), "{due} by day {days}");
            }
        }

        #[test]
        fn a_promise_takes_exactly_its_pieces(quantity in 1..10_000_i64, days in 1..90_i64) {
            let promise = booking(quantity, 0, days - 1);
            let parts: i128 = (0..days).map(|offset| promise.parts_on(day(offset))).sum();
            prop_assert_eq!(parts, i128::from(quantity) * PARTS);
        }
    }
}
