//! Exclusivity granted: one maker's products, or one collection, to one buyer, in one country and channel, for a time.

use diesel::prelude::*;

use super::Channel;
use crate::clock::{Date, Time};
use crate::db::schema::exclusivity_grants;
use crate::ids::{AgreementId, CollectionId, OrganisationId};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = exclusivity_grants)]
pub struct Grant {
    pub id: i64,
    pub agreement_id: AgreementId,
    pub maker_id: OrganisationId,
    pub buyer_id: OrganisationId,
    /// None: everything the maker offers.
    pub collection_id: Option<CollectionId>,
    pub country: String,
    pub channel: Channel,
    pub starts_on: Date,
    /// The last day of it.
    pub ends_on: Date,
    pub released_at: Option<Time>,
}

/// What somebody would like to grant or to use.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub maker: OrganisationId,
    /// Empty: everything the maker offers.
    pub collections: Vec<CollectionId>,
    pub countries: Vec<String>,
    pub channel: Channel,
    pub starts_on: Date,
    pub ends_on: Date,
}

impl Grant {
    /// Do the two overlap in product, territory, channel and period, so that both cannot be exclusive?
    pub fn stands_in_the_way_of(&self, claim: &Claim) -> bool {
        let product = match self.collection_id {
            None => true,
            Some(collection) => claim.collections.is_empty() || claim.collections.contains(&collection),
        };
        self.released_at.is_none()
            && self.maker_id == claim.maker
            && product
            && claim.countries.contains(&self.country)
            && self.channel == claim.channel
            && self.starts_on <= claim.ends_on
            && claim.starts_on <= self.ends_on
    }
}

/// Where a product would be sold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlet<'a> {
    pub collection: Option<CollectionId>,
    pub country: &'a str,
    pub channel: Channel,
}

impl Grant {
    /// Does it keep this outlet for its buyer on this day?
    pub fn keeps(&self, outlet: Outlet<'_>, day: Date) -> bool {
        self.released_at.is_none()
            && self.country == outlet.country
            && self.channel == outlet.channel
            && (self.collection_id.is_none() || self.collection_id == outlet.collection)
            && (self.starts_on..=self.ends_on).contains(&day)
    }
}

/// Until when an outlet is closed to a buyer because it was promised to others; `None` if it is open on that day.
/// A promise that follows upon another without a free day between belongs to the same wait.
pub fn closed_until(grants: &[Grant], buyer: OrganisationId, outlet: Outlet<'_>, day: Date) -> Option<Date> {
    let others = || grants.iter().filter(|grant| grant.buyer_id != buyer);
    let mut closed = None;
    let mut asked = day;
    while let Some(last) =
        others().filter(|grant| grant.keeps(outlet, asked)).map(|grant| grant.ends_on).max()
    {
        closed = Some(last);
        match last.succ_opt() {
            Some(next) => asked = next,
            None => break,
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn day(offset: i64) -> Date {
        Date::from_ymd_opt(2026, 1, 1).unwrap() + TimeDelta::days(offset)
    }

    fn grant(collection: Option<i64>, country: &str, channel: Channel, starts: i64, ends: i64) -> Grant {
        Grant {
            id: 1,
            agreement_id: AgreementId(1),
            maker_id: OrganisationId(1),
            buyer_id: OrganisationId(2),
            collection_id: collection.map(CollectionId),
            country: country.to_owned(),
            channel,
            starts_on: day(starts),
            ends_on: day(ends),
            released_at: None,
        }
    }

    fn claim(collections: &[i64], countries: &[&str], channel: Channel, starts: i64, ends: i64) -> Claim {
        Claim {
            maker: OrganisationId(1),
            collections: collections.iter().copied().map(CollectionId).collect(),
            countries: countries.iter().map(|code| (*code).to_owned()).collect(),
            channel,
            starts_on: day(starts),
            ends_on: day(ends),
        }
    }

    #[test]
    fn an_exclusive_territory_blocks_a_second_distributor() {
        let granted = grant(None, "FR", Channel::Shops, 0, 30);
        assert!(granted.stands_in_the_way_of(&claim(&[7], &["BE", "FR"], Channel::Shops, 30, 60)));
        assert!(
            !granted.stands_in_the_way_of(&claim(&[7], &["BE"], Channel::Shops, 0, 60)),
            "another country"
        );
        assert!(
            !granted.stands_in_the_way_of(&claim(&[7], &["FR"], Channel::Online, 0, 60)),
            "another channel"
        );
        assert!(
            !granted.stands_in_the_way_of(&claim(&[7], &["FR"], Channel::Shops, 31, 60)),
            "the day after"
        );
        assert!(!granted.stands_in_the_way_of(&Claim {
            maker: OrganisationId(9),
            ..claim(&[], &["FR"], Channel::Shops, 0, 9)
        }));
    }

    #[test]
    fn collections_are_exclusive_on_their_own() {
        let granted = grant(Some(7), "FR", Channel::Shops, 0, 30);
        assert!(granted.stands_in_the_way_of(&claim(&[7, 8], &["FR"], Channel::Shops, 0, 30)));
        assert!(
            granted.stands_in_the_way_of(&claim(&[], &["FR"], Channel::Shops, 0, 30)),
            "everything holds it too"
        );
        assert!(!granted.stands_in_the_way_of(&claim(&[8], &["FR"], Channel::Shops, 0, 30)));
    }

    #[test]
    fn what_was_released_stands_in_nobodys_way() {
        let released =
            Grant { released_at: Some(Time::from_micros(0)), ..grant(None, "FR", Channel::Shops, 0, 30) };
        assert!(!released.stands_in_the_way_of(&claim(&[], &["FR"], Channel::Shops, 0, 30)));
        assert!(!released.keeps(Outlet { collection: None, country: "FR", channel: Channel::Shops }, day(3)));
    }

    #[test]
    fn the_wait_goes_on_through_promises_that_follow_each_other() {
        let grants = [
            grant(None, "FR", Channel::Shops, 0, 30),
            grant(Some(7), "FR", Channel::Shops, 31, 50),
            grant(None, "FR", Channel::Shops, 52, 90),
        ];
        let outlet = |collection: i64| Outlet {
            collection: Some(CollectionId(collection)),
            country: "FR",
            channel: Channel::Shops,
        };
        let stranger = OrganisationId(5);
        assert_eq!(closed_until(&grants, stranger, outlet(7), day(10)), Some(day(50)));
        assert_eq!(closed_until(&grants, stranger, outlet(8), day(10)), Some(day(30)));
        assert_eq!(closed_until(&grants, stranger, outlet(7), day(51)), None);
        assert_eq!(closed_until(&grants, OrganisationId(2), outlet(7), day(10)), None, "its own promise");
    }

    fn some_channel() -> impl Strategy<Value = Channel> {
        prop_oneof![Just(Channel::Shops), Just(Channel::Online)]
    }

    fn some_grant() -> impl Strategy<Value = Grant> {
        (prop::option::of(1..4_i64), "FR|BE|IT", some_channel(), 0..20_i64, 0..10_i64).prop_map(
            |(collection, country, channel, start, days)| {
                grant(collection, &country, channel, start, start + days)
            },
        )
    }

    fn some_claim() -> impl Strategy<Value = Claim> {
        let countries = prop::sample::subsequence(vec!["FR", "BE", "IT"], 0..=3);
        let collections = prop::sample::subsequence(vec![1, 2, 3], 0..=3);
        (collections, countries, some_channel(), 0..20_i64, 0..10_i64).prop_map(
            |(collections, countries, channel, start, days)| {
                claim(&collections, &countries, channel, start, start + days)
            },
        )
    }

    proptest! {
        /// Two promises collide exactly if there is one product, one country and one day that both would hold.
        #[test]
        fn overlap_is_what_a_walk_over_every_outlet_and_day_finds(granted in some_grant(), wanted in some_claim()) {
            // Collection 9 stands for whatever else the maker offers.
            let offered = [1, 2, 3, 9].map(CollectionId);
            let collides = offered.into_iter().any(|collection| {
                let in_claim = wanted.collections.is_empty() || wanted.collections.contains(&collection);
                in_claim && wanted.countries.iter().any(|country| {
                    let outlet = Outlet { collection: Some(collection), country, channel: wanted.channel };
                    wanted.starts_on.iter_days().take_while(|day| *day <= wanted.ends_on).any(|day| granted.keeps(outlet, day))
                })
            });
            prop_assert_eq!(granted.stands_in_the_way_of(&wanted), collides);
        }

        #[test]
        fn the_day_after_the_wait_is_free_and_no_earlier_one_is(
            grants in prop::collection::vec(some_grant(), 0..6), collection in 1..4_i64, asked in 0..40_i64,
        ) {
            let outlet = Outlet { collection: Some(CollectionId(collection)), country: "FR", channel: Channel::Shops };
            let stranger = OrganisationId(5);
            let taken = |day: Date| grants.iter().any(|grant| grant.keeps(outlet, day));
            let expected = day(asked).iter_days().find(|day| !taken(*day)).unwrap();
            let found = closed_until(&grants, stranger, outlet, day(asked)).map_or(day(asked), |last| last.succ_opt().unwrap());
            prop_assert_eq!(found, expected);
        }
    }
}
