//! SQL about what everybody may see: published things of approved makers that are shown in every country.

use diesel::prelude::*;

use crate::accounts::{Kind, Standing};
use crate::catalogue::{Status, shown_to_all};
use crate::clock::Time;
use crate::db::DbConnection;
use crate::db::schema::{clusters, collections, maker_profiles, organisations, products};
use crate::error::Result;
use crate::ids::{ClusterId, CollectionId, OrganisationId, ProductId};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    Clusters,
    #[default]
    Makers,
    Collections,
    Products,
}

crate::text_enum!(Shelf {
    Clusters => "clusters",
    Makers => "makers",
    Collections => "collections",
    Products => "products",
});

impl Shelf {
    pub const ALL: [Self; 4] = [Self::Clusters, Self::Makers, Self::Collections, Self::Products];
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: i64,
    pub path: String,
    pub changed_at: Option<Time>,
}

/// In SQL: the maker is one that an officer has approved.
macro_rules! approved {
    () => {
        organisations::kind.eq(Kind::Maker).and(organisations::standing.eq(Standing::Approved))
    };
}

/// What is on a shelf with an id above one and up to another.
pub fn entries(conn: &mut DbConnection, shelf: Shelf, above: i64, up_to: i64) -> Result<Vec<Entry>> {
    let entry = |id: i64, slug: &str, changed_at: Time| Entry {
        id,
        path: format!("/{shelf}/{slug}"),
        changed_at: Some(changed_at),
    };
    Ok(match shelf {
        Shelf::Clusters => {
            let rows: Vec<(ClusterId, String, Time)> = clusters::table
                .filter(clusters::id.gt(ClusterId(above)).and(clusters::id.le(ClusterId(up_to))))
                .order(clusters::id)
                .select((clusters::id, clusters::slug, clusters::created_at))
                .load(conn)?;
            rows.iter().map(|(id, slug, at)| entry(id.0, slug, *at)).collect()
        }
        Shelf::Makers => {
            let (least, most) = (OrganisationId(above), OrganisationId(up_to));
            let changed = (maker_profiles::updated_at.nullable(), organisations::standing_at);
            type Row = (OrganisationId, String, Time, (Option<Time>, Option<Time>));
            let rows: Vec<Row> = organisations::table
                .left_join(maker_profiles::table)
                .filter(approved!().and(organisations::id.gt(least)).and(organisations::id.le(most)))
                .order(organisations::id)
                .select((organisations::id, organisations::slug, organisations::created_at, changed))
                .load(conn)?;
            // A maker changes with its profile and with what an officer decides.
            let last = |(_, _, created, (profile, decided)): &Row| {
                profile.iter().chain(decided).max().copied().unwrap_or(*created)
            };
            rows.iter().map(|row| entry(row.0.0, &row.1, last(row))).collect()
        }
        Shelf::Collections => {
            let (least, most) = (CollectionId(above), CollectionId(up_to));
            let rows: Vec<(CollectionId, String, Time)> = collections::table
                .inner_join(organisations::table)
                .filter(approved!().and(collections::status.eq(Status::Published)))
                .filter(collections::id.gt(least).and(collections::id.le(most)))
                .order(collections::id)
                .select((collections::id, collections::slug, collections::updated_at))
                .load(conn)?;
            rows.iter().map(|(id, slug, at)| entry(id.0, slug, *at)).collect()
        }
        Shelf::Products => {
            let (least, most) = (ProductId(above), ProductId(up_to));
            let rows: Vec<(ProductId, String, Time)> = products::table
                .inner_join(organisations::table)
                .filter(approved!().and(products::status.eq(Status::Published)).and(shown_to_all()))
                .filter(products::id.gt(least).and(products::id.le(most)))
                .order(products::id)
                .select((products::id, products::slug, products::updated_at))
                .load(conn)?;
            rows.iter().map(|(id, slug, at)| entry(id.0, slug, *at)).collect()
        }
    })
}
