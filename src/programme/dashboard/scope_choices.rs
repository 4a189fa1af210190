//! What an officer may narrow a figure to: the countries and the clusters of the programme.

use std::collections::BTreeSet;

use crate::db::DbConnection;
use crate::error::Result;
use crate::locale::{self, Language};
use crate::programme::verifications::Ledger;
use crate::web::Choice;

#[derive(Clone, Debug, Default)]
pub struct ScopeChoices {
    pub countries: Vec<Choice>,
    pub clusters: Vec<Choice>,
}

impl ScopeChoices {
    pub fn read(conn: &mut DbConnection, language: Language) -> Result<Self> {
        let ledger = Ledger::read(conn)?;
        let of_initiatives =
            crate::programme::initiatives::initiatives(conn)?.into_iter().map(|(_, cluster)| cluster.country);
        let of_makers = ledger.entries.iter().map(|entry| entry.record.maker.country.clone());
        let countries: BTreeSet<String> = of_initiatives.chain(of_makers).collect();
        Ok(Self {
            countries: countries
                .into_iter()
                .map(|code| {
                    let name = locale::country_name(&code, language);
                    Choice::new(code, name)
                })
                .collect(),
            clusters: ledger
                .clusters
                .into_iter()
                .map(|cluster| Choice::new(cluster.slug, cluster.name.best(language)))
                .collect(),
        })
    }
}
