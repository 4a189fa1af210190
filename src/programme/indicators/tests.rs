//! The story of a figure: a deal is shipped, verified, and moves it by exactly its worth; cancelled, and it goes back.

use diesel::prelude::*;

use super::*;
use crate::clusters::MembershipStanding;
use crate::db::schema::collections;
use crate::error::Error;
use crate::ids::{ClusterId, DealId, OrganisationId};
use crate::locale::RawWording;
use crate::programme::Value;
use crate::programme::sample::{House, Sample, day};

const TODAY: &str = "2026-03-02";

fn measure_in(house: &House, code: &str, query: &ScopeQuery, reader: Reader) -> Measure {
    let query = query.clone();
    house.db.read_now(|conn| measured(conn, code, &query, reader, day(TODAY))).unwrap()
}

fn whole(house: &House, code: &str) -> Measure {
    measure_in(house, code, &ScopeQuery::default(), Reader::Officer)
}

fn cents(house: &House, code: &str) -> i64 {
    whole(house, code).value.unwrap().cents()
}

fn reasons(measure: &Measure) -> Vec<Reason> {
    measure.not_counted.as_ref().unwrap().iter().map(|one| one.reason).collect()
}

fn export(house: &House, maker: OrganisationId, buyer: OrganisationId, minor: i64) -> DealId {
    let shipped_on = "2026-02-10";
    house.deal(Sample { maker, buyer, currency: "EUR", minor, shipped_on, destination: "FR" })
}

#[test]
fn a_deal_moves_the_figure_by_exactly_its_worth_and_cancelling_moves_it_back() {
    let house = House::seeded();
    let officer = house.officer();
    let (maker, buyer) = (house.maker("Atelier", "TN"), house.buyer());
    let known = export(&house, maker, buyer, 5_000);
    house.verify(&officer, "deal", known.0).unwrap();
    let before = (cents(&house, "R1"), cents(&house, "R4"));
    assert_eq!(before, (5_000, 100));

    let sample = Sample {
        maker,
        buyer,
        currency: "TND",
        minor: 12_345_678,
        shipped_on: "2026-01-20",
        destination: "FR",
    };
    let deal = house.deal(sample);
    assert_eq!(cents(&house, "R1"), before.0);
    assert_eq!(reasons(&whole(&house, "R1")), [Reason::Waiting]);

    let worth = house.verify(&officer, "deal", deal.0).unwrap().eur_minor.unwrap();
    assert!(worth > 300_000 && worth < 420_000, "{worth}: a factor of ten would show here");
    let after = whole(&house, "R1");
    assert_eq!(after.value.unwrap().cents(), before.0 + worth);
    assert_eq!((after.records, after.makers, reasons(&after)), (2, 1, Vec::new()));
    let counted = after.counted.unwrap();
    assert_eq!(counted.iter().map(|one| one.value.cents()).sum::<i64>(), before.0 + worth);
    assert_eq!(cents(&house, "R4"), 200);

    house.set_deal_status(deal, "delivered");
    assert_eq!(cents(&house, "R1"), before.0 + worth);
    house.set_deal_status(deal, "cancelled");
    assert_eq!((cents(&house, "R1"), cents(&house, "R4")), before);
    assert_eq!(reasons(&whole(&house, "R1")), [Reason::Gone]);
}

#[test]
fn revoking_takes_the_deal_out() {
    let house = House::seeded();
    let officer = house.officer();
    let deal = export(&house, house.maker("Atelier", "TN"), house.buyer(), 5_000);
    let verified = house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!(cents(&house, "R1"), 5_000);
    house.revoke(&officer, &verified).unwrap();
    assert_eq!(cents(&house, "R1"), 0);
    assert_eq!(reasons(&whole(&house, "R1")), [Reason::Revoked]);
}

#[test]
fn what_stays_at_home_is_no_export_even_if_it_is_verified() {
    let house = House::seeded();
    let officer = house.officer();
    let (maker, buyer) = (house.maker("Atelier", "TN"), house.buyer());
    let shipped_on = "2026-02-10";
    let deal =
        house.deal(Sample { maker, buyer, currency: "EUR", minor: 5_000, shipped_on, destination: "TN" });
    house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!(cents(&house, "R1"), 0);
    assert_eq!(reasons(&whole(&house, "R1")), [Reason::Domestic]);
}

#[test]
fn parts_by_country_and_month_add_up_to_the_whole() {
    let house = House::seeded();
    let officer = house.officer();
    let buyer = house.buyer();
    for (name, country, minor) in [("A", "TN", 1_100), ("B", "TN", 2_200), ("C", "MA", 4_400)] {
        let deal = export(&house, house.maker(name, country), buyer, minor);
        house.verify(&officer, "deal", deal.0).unwrap();
    }
    let all = whole(&house, "R1");
    let sum = |parts: &[Part]| parts.iter().map(|part| part.value.unwrap().cents()).sum::<i64>();
    assert_eq!(all.value.unwrap().cents(), 7_700);
    assert_eq!((sum(&all.by_country), sum(&all.by_month), sum(&all.by_year)), (7_700, 7_700, 7_700));
    assert_eq!(all.by_month[0].key, "2026-02");
    let morocco = ScopeQuery { country: "MA".into(), ..ScopeQuery::default() };
    let morocco = measure_in(&house, "R1", &morocco, Reader::Officer);
    assert_eq!((morocco.value.unwrap().cents(), morocco.records), (4_400, 1));
    let january = ScopeQuery { until: "2026-01-31".into(), ..ScopeQuery::default() };
    assert_eq!(measure_in(&house, "R1", &january, Reader::Officer).value, Some(Value::default()));
}

#[test]
fn only_makers_that_a_cluster_has_confirmed_move_its_figures() {
    let house = House::seeded();
    let officer = house.officer();
    let buyer = house.buyer();
    let cluster: ClusterId = house.cluster("art-de-table-nabeul", "TN");
    let (member, hopeful) = (house.maker("Member", "TN"), house.maker("Hopeful", "TN"));
    house.join(cluster, member, MembershipStanding::Confirmed);
    house.join(cluster, hopeful, MembershipStanding::Requested);
    for (maker, minor) in [(member, 1_000), (hopeful, 9_000)] {
        let deal = export(&house, maker, buyer, minor);
        house.verify(&officer, "deal", deal.0).unwrap();
    }
    let query = ScopeQuery { cluster: "art-de-table-nabeul".into(), ..ScopeQuery::default() };
    assert_eq!(measure_in(&house, "R1", &query, Reader::Officer).value.unwrap().cents(), 1_000);
    let all = whole(&house, "R1");
    assert_eq!(all.value.unwrap().cents(), 10_000);
    assert_eq!(all.by_cluster.len(), 1);
    assert_eq!(all.by_cluster[0].key, "art-de-table-nabeul");
    assert_eq!(all.by_cluster[0].value.unwrap().cents(), 1_000);
}

#[test]
fn collections_count_for_makers_of_clusters_since_the_baseline_while_they_are_published() {
    let house = House::seeded();
    let officer = house.officer();
    let (member, loner) = (house.maker("Member", "TN"), house.maker("Loner", "TN"));
    house.join(house.cluster("nabeul", "TN"), member, MembershipStanding::Confirmed);
    let new = house.collection(member, "new", "2026-01-15");
    let old = house.collection(member, "old", "2024-05-15");
    let alone = house.collection(loner, "alone", "2026-01-15");
    for collection in [new, old, alone] {
        house.verify(&officer, "collection", collection.0).unwrap();
    }
    let measure = whole(&house, "collections");
    assert_eq!(measure.indicator.code, "R3");
    assert_eq!(measure.value.unwrap().cents(), 100);
    assert_eq!(reasons(&measure), [Reason::NoCluster, Reason::BeforeBaseline]);
    house.write(|tx| {
        diesel::update(collections::table.find(new))
            .set(collections::status.eq("withdrawn"))
            .execute(&mut **tx)?;
        Ok(())
    });
    assert_eq!(cents(&house, "R3"), 0);
}

#[test]
fn agreements_count_once_verified() {
    let house = House::seeded();
    let officer = house.officer();
    let agreement = house.agreement(house.maker("Atelier", "TN"), house.buyer());
    assert_eq!(cents(&house, "R2"), 0);
    house.verify(&officer, "agreement", agreement.0).unwrap();
    assert_eq!(cents(&house, "R2"), 100);
    assert_eq!(whole(&house, "R2").share, Some(0.1111));
}

#[test]
fn the_public_reads_the_total_but_nobodys_own_sales() {
    let house = House::seeded();
    let officer = house.officer();
    let buyer = house.buyer();
    for (name, country) in [("A", "TN"), ("B", "TN"), ("C", "TN"), ("D", "MA")] {
        let deal = export(&house, house.maker(name, country), buyer, 1_000);
        house.verify(&officer, "deal", deal.0).unwrap();
    }
    let public = measure_in(&house, "R1", &ScopeQuery::default(), Reader::Public);
    assert_eq!(public.value.unwrap().cents(), 4_000);
    assert!(public.counted.is_none() && public.not_counted.is_none());
    let told: Vec<_> =
        public.by_country.iter().map(|part| (part.key.as_str(), part.value.is_some())).collect();
    assert_eq!(told, [("MA", false), ("TN", true)]);
    let morocco = ScopeQuery { country: "MA".into(), ..ScopeQuery::default() };
    let morocco = measure_in(&house, "R1", &morocco, Reader::Public);
    assert!(morocco.withheld && morocco.value.is_none() && morocco.share.is_none());
    let one_day = ScopeQuery { from: TODAY.into(), ..ScopeQuery::default() };
    let outcome = house.db.read_now(|conn| measured(conn, "R1", &one_day, Reader::Public, day(TODAY)));
    assert!(matches!(outcome, Err(Error::Forbidden(_))));
}

#[test]
fn a_new_target_replaces_the_old_one_which_stays() {
    let house = House::seeded();
    let officer = house.officer();
    let before = whole(&house, "R2");
    assert_eq!(before.target.as_ref().map(|target| target.value.as_str()), Some("9"));
    let form = TargetForm {
        due_on: "2026-12-31".into(),
        value: "12".into(),
        reason: RawWording { en: "More buyers came than we hoped.".to_owned(), ..RawWording::default() },
        version: before.indicator.version.into(),
    };
    house.write(|tx| set_target(tx, &officer, "R2", &form).map(|_| ()));
    let after = whole(&house, "R2");
    assert_eq!(after.target.as_ref().map(|target| target.value.as_str()), Some("12"));
    assert_eq!(after.targets.len(), before.targets.len());
    assert_eq!(after.target_history.len(), before.target_history.len() + 1);
    // The page that was looked at before the change is stale now.
    let stale = house.db.write_now(|tx| set_target(tx, &officer, "R2", &form).map(|_| ()));
    assert!(matches!(stale, Err(Error::Conflict)));
}

#[test]
fn what_nothing_computes_has_no_value_rather_than_a_zero() {
    let house = House::seeded();
    let jobs = whole(&house, "R5");
    assert_eq!((jobs.value, jobs.share, jobs.records), (None, None, 0));
    assert!(jobs.target.is_some());
}
