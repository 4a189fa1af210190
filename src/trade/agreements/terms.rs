//! What exactly is agreed, as one text that always comes out the same, and its hash: both sides sign the hash, and
//! anyone who holds the text can compute it again.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Agreement;

/// Canonical JSON: keys in alphabetical order, lists sorted, no white space.
pub(super) fn document(agreement: &Agreement) -> String {
    let mut territory = agreement.territory.to_vec();
    territory.sort();
    let mut collections: Vec<i64> = agreement.collections.iter().map(|collection| collection.0).collect();
    collections.sort_unstable();
    let mut parts: BTreeMap<&str, Value> = BTreeMap::from([
        ("agreement", json!(agreement.id)),
        ("buyer", json!(agreement.buyer_id)),
        ("channel", json!(agreement.channel)),
        ("collections", json!(collections)),
        ("ends_on", json!(agreement.ends_on)),
        ("exclusive", json!(agreement.exclusive)),
        ("maker", json!(agreement.maker_id)),
        ("quote", json!(agreement.quote_id)),
        ("starts_on", json!(agreement.starts_on)),
        ("terms", json!(agreement.terms)),
        ("terms_language", json!(agreement.terms_language)),
        ("territory", json!(territory)),
        ("title", json!(agreement.title)),
    ]);
    // Left out where there are none: what was signed before there were any hashes as it did.
    if !agreement.agreed.is_empty() {
        parts.insert("agreed", json!(*agreement.agreed));
    }
    serde_json::to_string(&parts).expect("texts, numbers and lists serialise")
}

/// SHA-256 of the document, in lower-case hexadecimal.
pub(super) fn hash(agreement: &Agreement) -> String {
    HEXLOWER.encode(&Sha256::digest(document(agreement)))
}

#[cfg(test)]
mod tests {
    use super::super::AgreementStatus;
    use super::super::agreement::tests::{agreement, day};
    use super::*;
    use crate::catalogue::AgreedTerms;
    use crate::commitments::Channel;
    use crate::ids::{CollectionId, OrganisationId};
    use crate::locale::Language;
    use crate::money::{Currency, Money};

    #[test]
    fn the_document_is_canonical() {
        let expected = concat!(
            r#"{"agreement":7,"buyer":2,"channel":"shops","collections":[4],"ends_on":"2026-09-01","exclusive":true,"#,
            r#""maker":1,"quote":3,"starts_on":"2026-03-01","terms":"Eight weeks after the deposit.","#,
            r#""terms_language":"en","territory":["BE","FR"],"title":"Tableware for France"}"#
        );
        assert_eq!(document(&agreement(AgreementStatus::Draft)), expected);
    }

    #[test]
    fn the_order_of_lists_and_the_state_of_signing_change_nothing() {
        let before = agreement(AgreementStatus::Draft);
        let mut after = agreement(AgreementStatus::Active);
        after.territory = vec!["BE".to_owned(), "FR".to_owned()].into();
        after.version = 9;
        assert_eq!(hash(&before), hash(&after));
    }

    fn agreed() -> AgreedTerms {
        AgreedTerms { order_minimum: Some(Money::new(50_000, Currency::EUR)), ..AgreedTerms::default() }
    }

    #[test]
    fn whatever_is_agreed_changes_the_hash() {
        let base = agreement(AgreementStatus::Draft);
        let changes: Vec<fn(&mut Agreement)> = vec![
            |changed| changed.maker_id = OrganisationId(9),
            |changed| changed.buyer_id = OrganisationId(9),
            |changed| changed.quote_id = None,
            |changed| changed.title.push('.'),
            |changed| changed.territory = vec!["FR".to_owned()].into(),
            |changed| changed.channel = Channel::Online,
            |changed| changed.exclusive = false,
            |changed| changed.collections = vec![CollectionId(4), CollectionId(5)].into(),
            |changed| changed.starts_on = day(2),
            |changed| changed.ends_on = day(10),
            |changed| changed.terms.push(' '),
            |changed| changed.terms_language = Language::Fr,
            |changed| changed.agreed = agreed().into(),
        ];
        for (position, change) in changes.iter().enumerate() {
            let mut changed = base.clone();
            change(&mut changed);
            assert_ne!(hash(&base), hash(&changed), "change {position}");
        }
    }
}
