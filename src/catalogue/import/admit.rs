//! What the checklist asks for before products of a file may be on the shelf: an import is no way round it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::catalogue::admission::{self, Gate, Goods};
use crate::catalogue::{NewProduct, Product};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::input::Fields;

/// What each maker must have done, read once for each.
#[derive(Debug)]
pub(super) struct Gates {
    of_makers: HashMap<OrganisationId, Gate>,
    day: Date,
}

impl Gates {
    pub(super) fn on(day: Date) -> Self {
        Self { of_makers: HashMap::new(), day }
    }

    /// Notes what is still to be done before a product that is to be published may be.
    pub(super) fn ask(
        &mut self,
        conn: &mut DbConnection,
        fields: &mut Fields,
        maker: OrganisationId,
        (new, known): (&NewProduct, Option<&Product>),
    ) -> Result<()> {
        let gate = match self.of_makers.entry(maker) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(admission::to_publish(conn, maker, self.day)?),
        };
        let mut problems = gate.of_maker();
        if gate.asks_of_goods() {
            let goods = Goods::becoming(conn, maker, new, known, self.day)?;
            problems.append(gate.of_goods(&[goods]));
        }
        for problem in problems.iter() {
            fields.problem("publish", problem.message.clone());
        }
        Ok(())
    }
}
