//! All SQL about figures, claims and adoptions.

use std::collections::HashMap;

use diesel::prelude::*;

use super::figure::ClusterName;
use super::{Adoption, Claim, Figure, FigureSheet, NewClaim, Source};
use crate::columns::Json;
use crate::db::schema::{adoptions, claims, clusters, figures};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ClaimId, ClusterId, FigureId, PersonId};
use crate::locale::Wording;

pub fn figure_by_key(conn: &mut DbConnection, key: &str) -> Result<Figure> {
    Ok(Figure::query().filter(figures::key.eq(key)).first(conn)?)
}

pub(super) fn claim(conn: &mut DbConnection, id: ClaimId) -> Result<Claim> {
    Ok(Claim::query().filter(claims::id.eq(id)).first(conn)?)
}

/// Every figure with its claims, in the order of the report.
pub fn figure_sheets(conn: &mut DbConnection) -> Result<Vec<FigureSheet>> {
    let figures: Vec<Figure> = Figure::query().order(figures::id).load(conn)?;
    let mut by_figure: HashMap<FigureId, Vec<Claim>> = HashMap::new();
    for claim in Claim::query().order(claims::id).load::<Claim>(conn)? {
        by_figure.entry(claim.figure_id).or_default().push(claim);
    }
    let adoptions: Vec<Adoption> = Adoption::query().order(adoptions::id).load(conn)?;
    let clusters = cluster_names(conn)?;
    let sheet = |figure: Figure| {
        let claims = by_figure.remove(&figure.id).unwrap_or_default();
        FigureSheet::new(figure, claims, &adoptions, &clusters)
    };
    Ok(figures.into_iter().map(sheet).collect())
}

pub fn figure_sheet(conn: &mut DbConnection, key: &str) -> Result<FigureSheet> {
    let figure = figure_by_key(conn, key)?;
    sheet_of(conn, figure)
}

pub(super) fn figure_sheet_of(conn: &mut DbConnection, id: FigureId) -> Result<FigureSheet> {
    let figure = Figure::query().filter(figures::id.eq(id)).first(conn)?;
    sheet_of(conn, figure)
}

fn sheet_of(conn: &mut DbConnection, figure: Figure) -> Result<FigureSheet> {
    let stated = Claim::query().filter(claims::figure_id.eq(figure.id)).order(claims::id).load(conn)?;
    let adoptions: Vec<Adoption> = adoptions::table
        .inner_join(claims::table)
        .filter(claims::figure_id.eq(figure.id))
        .order(adoptions::id)
        .select(Adoption::as_select())
        .load(conn)?;
    let clusters = cluster_names(conn)?;
    Ok(FigureSheet::new(figure, stated, &adoptions, &clusters))
}

/// The clusters that a claim may be about, in the order of the programme.
pub(super) fn clusters_to_name(conn: &mut DbConnection) -> Result<Vec<ClusterName>> {
    let mut all: Vec<(ClusterId, ClusterName)> = cluster_names(conn)?.into_iter().collect();
    all.sort_by_key(|(id, _)| *id);
    Ok(all.into_iter().map(|(_, cluster)| cluster).collect())
}

fn cluster_names(conn: &mut DbConnection) -> Result<HashMap<ClusterId, ClusterName>> {
    let rows: Vec<(ClusterId, String, Json<Wording>)> =
        clusters::table.select((clusters::id, clusters::slug, clusters::name)).load(conn)?;
    let named = |slug, name: Json<Wording>| ClusterName { slug, name: name.into_inner() };
    Ok(rows.into_iter().map(|(id, slug, name)| (id, named(slug, name))).collect())
}

pub(in crate::programme) fn insert_figure(
    tx: &mut Write<'_>,
    key: &str,
    label: &Wording,
    definition: &Wording,
    unit: &str,
) -> Result<()> {
    diesel::insert_into(figures::table)
        .values((
            figures::key.eq(key),
            figures::label.eq(Json::from(label.clone())),
            figures::definition.eq(Json::from(definition.clone())),
            figures::unit.eq(unit),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(in crate::programme) fn insert_claim(
    tx: &mut Write<'_>,
    new: &NewClaim,
    by: Option<PersonId>,
) -> Result<Claim> {
    let now = tx.now();
    let source: Json<Source> = new.source.clone().into();
    let id: ClaimId = diesel::insert_into(claims::table)
        .values((
            claims::figure_id.eq(new.figure),
            claims::country.eq(&new.country),
            claims::cluster_id.eq(new.cluster),
            claims::value.eq(&new.value),
            claims::qualifier.eq(new.qualifier),
            claims::stated_on.eq(&new.stated_on),
            claims::stated_on_basis.eq(new.stated_on_basis),
            claims::source.eq(source),
            claims::note.eq(Json::from(new.note.clone())),
            claims::recorded_by.eq(by),
            claims::recorded_at.eq(now),
        ))
        .returning(claims::id)
        .get_result(&mut **tx)?;
    claim(tx, id)
}

pub(in crate::programme) fn insert_adoption(
    tx: &mut Write<'_>,
    claim: ClaimId,
    reason: &Wording,
    by: Option<PersonId>,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(adoptions::table)
        .values((
            adoptions::claim_id.eq(claim),
            adoptions::reason.eq(Json::from(reason.clone())),
            adoptions::adopted_by.eq(by),
            adoptions::adopted_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
