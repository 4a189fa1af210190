//! Where the checklist binds. A row that is configured to bind refuses the next publishing or the next export; nothing
//! that is on the shelf is taken from it.

use super::facts::{Facts, Goods};
use super::lines::place_of;
use super::row::{Binds, Row, rows};
use super::said::Said;
use super::state::{holds_of_maker, is_asked};
use crate::catalogue::Product;
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Message, Problems, Result};
use crate::ids::OrganisationId;

/// The rows that bind a maker at one point, without those that are waived.
#[derive(Debug)]
pub(in crate::catalogue) struct Gate {
    /// About the maker, and not fulfilled.
    open: Vec<Row>,
    /// About goods.
    asking: Vec<Row>,
    day: Date,
}

impl Gate {
    fn read(conn: &mut DbConnection, at: Binds, maker: OrganisationId, day: Date) -> Result<Self> {
        let mut binding = rows(conn, false)?;
        binding.retain(|row| row.binds == at);
        if binding.is_empty() {
            return Ok(Self { open: Vec::new(), asking: Vec::new(), day });
        }
        let (facts, said) = (Facts::read(conn, maker)?, Said::read(conn, maker)?);
        binding.retain(|row| is_asked(row, &facts) && !said.waives(row, day));
        let (asking, of_maker): (Vec<Row>, Vec<Row>) = binding.into_iter().partition(Row::is_about_goods);
        let open = of_maker.into_iter().filter(|row| !holds_of_maker(row, &facts, &said)).collect();
        Ok(Self { open, asking, day })
    }

    /// Does it ask anything of products? Where it does not, nobody needs to look at them.
    pub fn asks_of_goods(&self) -> bool {
        !self.asking.is_empty()
    }

    /// What the maker itself has still to do.
    pub fn of_maker(&self) -> Problems {
        let mut problems = Problems::new();
        for row in &self.open {
            name(&mut problems, row, None);
        }
        problems
    }

    /// What is still to be done about goods, each row once.
    pub fn of_goods(&self, goods: &[Goods]) -> Problems {
        let mut problems = Problems::new();
        for row in &self.asking {
            if let Some(one) = goods.iter().find(|one| one.lacks(row)) {
                name(&mut problems, row, Some(one));
            }
        }
        problems
    }

    /// What lacks of each product, in their order.
    pub fn of_each(&self, conn: &mut DbConnection, products: &[Product]) -> Result<Vec<Problems>> {
        if !self.asks_of_goods() {
            return Ok(vec![Problems::new(); products.len()]);
        }
        let goods = Goods::read(conn, products, self.day)?;
        Ok(goods.iter().map(|one| self.of_goods(std::slice::from_ref(one))).collect())
    }

    /// Everything at once.
    pub fn of_all(&self, conn: &mut DbConnection, products: &[Product]) -> Result<Problems> {
        let mut problems = self.of_maker();
        if self.asks_of_goods() {
            problems.append(self.of_goods(&Goods::read(conn, products, self.day)?));
        }
        Ok(problems)
    }
}

fn name(problems: &mut Problems, row: &Row, goods: Option<&Goods>) {
    let place = place_of(row, goods.and_then(|goods| goods.id));
    let message = Message::new("problem-admission")
        .with("row", &*row.wording)
        .with("place", Message::new(place.key))
        .with("address", place.href);
    problems.add(format!("admission.{}", row.id), message);
}

/// The first of the two points: what a maker must have done before anything of it is put on the shelf.
pub(in crate::catalogue) fn to_publish(
    conn: &mut DbConnection,
    maker: OrganisationId,
    day: Date,
) -> Result<Gate> {
    Gate::read(conn, Binds::Publish, maker, day)
}

/// The second: refuses goods that are to leave the country. The maker reads what is to be done and where; the other side
/// learns that there is something, and not what.
pub fn check_export(
    conn: &mut DbConnection,
    maker: OrganisationId,
    products: &[&Product],
    day: Date,
    for_maker: bool,
) -> Result<()> {
    let products: Vec<Product> = products.iter().copied().cloned().collect();
    let problems = Gate::read(conn, Binds::Export, maker, day)?.of_all(conn, &products)?;
    match for_maker || problems.is_empty() {
        true => problems.check(),
        false => Err(Error::refused("refusal-admission-export")),
    }
}
