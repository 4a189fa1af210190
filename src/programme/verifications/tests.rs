//! What a verdict freezes, who may give it, and when it no longer holds.

use diesel::prelude::*;

use super::*;
use crate::accounts::{Kind, Officer};
use crate::db::schema::{deal_lines, deals};
use crate::error::Error;
use crate::ids::DealId;
use crate::programme::sample::{House, Sample};
use crate::rates;

fn shipped(house: &House, currency: &'static str, minor: i64, shipped_on: &'static str) -> DealId {
    let maker = house.maker("Atelier", "TN");
    let buyer = house.buyer();
    house.deal(Sample { maker, buyer, currency, minor, shipped_on, destination: "FR" })
}

fn refusal<T: std::fmt::Debug>(outcome: crate::error::Result<T>) -> &'static str {
    match outcome {
        Err(Error::Refused(message)) => message.key,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

fn standing_of(house: &House, deal: DealId) -> Standing {
    let ledger = house.db.read_now(Ledger::read).unwrap();
    let own = |entry: &&Entry| entry.record.subject == Subject::Deal && entry.record.id == deal.0;
    ledger.entries.iter().find(own).unwrap().standing()
}

#[test]
fn dinars_with_three_decimals_are_frozen_at_the_rate_of_their_month() {
    let house = House::new();
    let csv = "month,currency,per_eur\n2026-01,TND,3.400000\n2026-02,TND,3.300000\n";
    house.write(|tx| rates::load_csv(tx, csv, "test"));
    let deal = shipped(&house, "TND", 12_345_678, "2026-01-20");
    let verified = house.verify(&house.officer(), "deal", deal.0).unwrap();
    // 12,345.678 TND / 3.4 = 3,631.0817… EUR
    assert_eq!(verified.eur_minor, Some(363_108));
    assert_eq!(verified.rate_month.as_deref(), Some("2026-01"));
    assert_eq!(verified.rate_per_eur.as_deref(), Some("3.400000"));
    assert_eq!(verified.rate_source.as_deref(), Some("test"));
    assert_eq!(verified.rate_source_hash.map(|hash| hash.len()), Some(64));
}

#[test]
fn half_a_cent_goes_up() {
    let house = House::new();
    house.write(|tx| rates::load_csv(tx, "month,currency,per_eur\n2026-01,MAD,2\n", "test"));
    let deal = shipped(&house, "MAD", 2_001, "2026-01-20");
    assert_eq!(house.verify(&house.officer(), "deal", deal.0).unwrap().eur_minor, Some(1_001));
}

#[test]
fn without_a_rate_of_the_month_the_latest_earlier_one_is_used_and_said() {
    let house = House::new();
    house.write(|tx| rates::load_csv(tx, "month,currency,per_eur\n2025-11,MAD,10\n", "test"));
    let officer = house.officer();
    let deal = shipped(&house, "MAD", 1_000, "2026-02-10");
    let verified = house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!((verified.eur_minor, verified.rate_month.as_deref()), (Some(100), Some("2025-11")));
}

#[test]
fn without_any_rate_a_deal_has_no_worth_and_no_verdict() {
    let house = House::new();
    let officer = house.officer();
    let deal = shipped(&house, "MAD", 1_000, "2026-02-10");
    assert_eq!(refusal(house.verify(&officer, "deal", deal.0)), "refusal-no-rate");
    assert_eq!(standing_of(&house, deal), Standing::Waiting);
}

#[test]
fn a_corrected_rate_moves_nothing_that_is_frozen() {
    let house = House::new();
    let officer = house.officer();
    house.write(|tx| rates::load_csv(tx, "month,currency,per_eur\n2026-01,MAD,10\n", "first"));
    let deal = shipped(&house, "MAD", 1_000, "2026-01-20");
    let first = house.verify(&officer, "deal", deal.0).unwrap();
    house.write(|tx| rates::load_csv(tx, "month,currency,per_eur\n2026-01,MAD,20\n", "corrected"));
    house.revoke(&officer, &first).unwrap();
    let again = house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!((again.eur_minor, again.rate_per_eur), (first.eur_minor, first.rate_per_eur));
    assert_eq!(again.rate_source.as_deref(), Some("first"));
}

#[test]
fn a_second_verdict_on_the_same_record_is_refused() {
    let house = House::seeded();
    let officer = house.officer();
    let deal = shipped(&house, "EUR", 10_000, "2026-02-10");
    house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!(refusal(house.verify(&officer, "deal", deal.0)), "refusal-verified-already");
}

#[test]
fn only_what_has_happened_can_be_verified() {
    let house = House::seeded();
    let officer = house.officer();
    let deal = shipped(&house, "EUR", 10_000, "2026-02-10");
    house.set_deal_status(deal, "confirmed");
    assert_eq!(refusal(house.verify(&officer, "deal", deal.0)), "refusal-deal-not-shipped");
    house.set_deal_status(deal, "cancelled");
    assert_eq!(refusal(house.verify(&officer, "deal", deal.0)), "refusal-verify-deal-cancelled");
    assert!(matches!(house.verify(&officer, "deal", 999), Err(Error::NotFound)));
    assert!(matches!(house.verify(&officer, "museum", 1), Err(Error::Invalid(_))));
}

#[test]
fn nobody_but_an_officer_verifies() {
    let house = House::seeded();
    for kind in [Kind::Maker, Kind::Buyer, Kind::Cluster, Kind::Institution] {
        let member = house.member(kind, &format!("Some {kind}"), "TN");
        assert!(matches!(Officer::try_from(member), Err(Error::Forbidden(_))), "{kind}");
    }
    let deal = shipped(&house, "EUR", 10_000, "2026-02-10");
    // An officer whose programme was suspended a moment ago is none any more.
    let officer = house.officer();
    let organisation = officer.organisation;
    house.write(|tx| {
        use crate::db::schema::organisations;
        diesel::update(organisations::table.find(organisation))
            .set(organisations::standing.eq("suspended"))
            .execute(&mut **tx)?;
        Ok(())
    });
    assert!(matches!(house.verify(&officer, "deal", deal.0), Err(Error::Forbidden(_))));
}

#[test]
fn a_change_takes_the_record_out_until_it_is_verified_again() {
    let house = House::seeded();
    let officer = house.officer();
    let deal = shipped(&house, "EUR", 10_000, "2026-02-10");
    house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!(standing_of(&house, deal), Standing::Verified);
    // What is on its way may arrive and be paid without becoming another deal.
    house.set_deal_status(deal, "paid");
    assert_eq!(standing_of(&house, deal), Standing::Verified);
    house.write(|tx| {
        diesel::update(deal_lines::table.filter(deal_lines::deal_id.eq(deal)))
            .set(deal_lines::quantity.eq(2_i64))
            .execute(&mut **tx)?;
        diesel::update(deals::table.find(deal)).set(deals::total_minor.eq(20_000_i64)).execute(&mut **tx)?;
        Ok(())
    });
    assert_eq!(standing_of(&house, deal), Standing::Changed);
    let again = house.verify(&officer, "deal", deal.0).unwrap();
    assert_eq!(again.eur_minor, Some(20_000));
    assert_eq!(standing_of(&house, deal), Standing::Verified);
}

#[test]
fn a_record_that_changed_under_the_officers_eyes_is_not_verified() {
    let house = House::seeded();
    let officer = house.officer();
    let deal = shipped(&house, "EUR", 10_000, "2026-02-10");
    let form = VerifyForm {
        subject: "deal".into(),
        subject_id: deal.into(),
        note: "Bill of lading".into(),
        record_hash: "0".repeat(64).into(),
    };
    let outcome = house.db.write_now(|tx| verify(tx, &officer, &form, None));
    assert!(matches!(outcome, Err(Error::Conflict)));
}

#[test]
fn a_revoked_verdict_stays_to_be_read_and_no_longer_holds() {
    let house = House::seeded();
    let officer = house.officer();
    let deal = shipped(&house, "EUR", 10_000, "2026-02-10");
    let verified = house.verify(&officer, "deal", deal.0).unwrap();
    let revoked = house.revoke(&officer, &verified).unwrap();
    assert_eq!(standing_of(&house, deal), Standing::Revoked);
    assert_eq!(refusal(house.revoke(&officer, &verified)), "refusal-verdict-not-standing");
    assert_eq!(refusal(house.revoke(&officer, &revoked)), "refusal-verdict-not-standing");
    let said = house.db.read_now(|conn| store::verdicts_on(conn, Subject::Deal, deal.0)).unwrap();
    assert_eq!(said.iter().map(|one| one.verdict).collect::<Vec<_>>(), [Verdict::Revoked, Verdict::Verified]);
}

#[test]
fn the_queue_holds_what_waits_and_nothing_else() {
    let house = House::seeded();
    let officer = house.officer();
    let (maker, buyer) = (house.maker("Atelier", "TN"), house.buyer());
    let sample =
        Sample { maker, buyer, currency: "EUR", minor: 100, shipped_on: "2026-02-10", destination: "FR" };
    let export = house.deal(sample);
    let at_home = house.deal(Sample { destination: "TN", ..sample });
    let collection = house.collection(maker, "sea-and-sand", "2026-01-15");
    let waiting = |subject| -> Vec<(Subject, i64)> {
        let ledger = house.db.read_now(Ledger::read).unwrap();
        ledger.waiting(subject).iter().map(|entry| (entry.record.subject, entry.record.id)).collect()
    };
    assert_eq!(waiting(Some(Subject::Deal)), [(Subject::Deal, export.0)]);
    assert!(!waiting(None).contains(&(Subject::Deal, at_home.0)));
    // The oldest first: the collection was published before the deal was shipped and the agreements were signed.
    assert_eq!(waiting(None)[0], (Subject::Collection, collection.0));
    house.verify(&officer, "collection", collection.0).unwrap();
    house.verify(&officer, "deal", export.0).unwrap();
    assert!(waiting(None).iter().all(|(subject, _)| *subject == Subject::Agreement));
}
