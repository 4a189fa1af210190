//! Everybody and everything that the acts of the demo need at hand.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::data::{Maker, Script};
use super::{Plan, cast};
use crate::accounts::Member;
use crate::app::Fondouk;
use crate::catalogue::Product;
use crate::clock::Time;
use crate::db::{Db, Write};
use crate::error::{Error, Result};
use crate::ids::{AgreementId, CollectionId, QuoteId, RequestId};
use crate::settings::Settings;

pub(super) struct Stage {
    pub fondouk: Fondouk,
    pub script: Arc<Script>,
    pub plan: Plan,
    /// The end of the story: now.
    pub today: Time,
    /// People by the key of their organisation; agents by their cluster's.
    pub people: HashMap<String, Member>,
    pub officers: Vec<Member>,
    /// What each maker has published, by the maker's key.
    pub stock: HashMap<String, Vec<Product>>,
    pub requests: HashMap<String, RequestId>,
    pub agreements: HashMap<String, AgreementId>,
    pub accepted: HashMap<String, QuoteId>,
    /// Acts that the house refused; a test wants none.
    pub refused: Vec<String>,
}

impl Stage {
    pub(super) async fn set(fondouk: &Fondouk, plan: Plan, today: Time) -> Result<Self> {
        let mut stage = Self {
            fondouk: fondouk.clone(),
            script: Arc::new(Script::load()?),
            plan,
            today,
            people: HashMap::new(),
            officers: Vec::new(),
            stock: HashMap::new(),
            requests: HashMap::new(),
            agreements: HashMap::new(),
            accepted: HashMap::new(),
            refused: Vec::new(),
        };
        cast::enter(&mut stage).await?;
        Ok(stage)
    }

    /// The collections of what a maker has published.
    pub(super) fn collections(&self, maker: &str) -> BTreeSet<CollectionId> {
        let stock = self.stock.get(maker).map(Vec::as_slice).unwrap_or_default();
        stock.iter().filter_map(|product| product.collection_id).collect()
    }

    pub(super) fn db(&self) -> &Db {
        &self.fondouk.house.db
    }

    pub(super) fn settings(&self) -> Arc<Settings> {
        self.fondouk.house.settings.clone()
    }

    /// Writes as somebody.
    pub(super) async fn act<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Write<'_>, &Settings) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let settings = self.settings();
        self.db().write(move |tx| work(tx, &settings)).await
    }

    pub(super) fn person(&self, key: &str) -> Result<Member> {
        self.people.get(key).cloned().ok_or_else(|| Error::broken(format!("the demo knows no {key}")))
    }

    pub(super) fn maker(&self, key: &str) -> Result<&Maker> {
        let found = self.script.makers.iter().find(|maker| maker.key == key);
        found.ok_or_else(|| Error::broken(format!("the demo knows no maker {key}")))
    }

    /// The last look at dates, at the instant at which the demo ends.
    pub(super) async fn close(&self) -> Result<()> {
        super::season::dates(self).await
    }
}
