//! What the templates show of splits and shares, said in the reader's language.

use super::super::reading::{Board, OwnShare, Whole};
use super::super::split::{Share, ShareStanding, SplitStatus};
use crate::accounts::Organisation;
use crate::catalogue::Product;
use crate::ids::ShareId;
use crate::money::Money;
use crate::web::{Choice, FormView, Page};

pub struct ShareRow {
    pub workshop: String,
    pub workshop_href: String,
    pub product: String,
    pub product_href: String,
    pub pieces: String,
    pub price: String,
    pub total: String,
    pub ready: String,
    pub standing: &'static str,
    /// Why it was declined.
    pub why: String,
    pub note: String,
}

impl ShareRow {
    fn new(page: &Page, (share, product, maker): &(Share, Product, Organisation)) -> Self {
        Self {
            workshop: maker.name_in(page.language()).to_owned(),
            workshop_href: format!("/makers/{}", maker.slug),
            product: product.title.best(page.language()).to_owned(),
            product_href: format!("/products/{}", product.slug),
            pieces: page.number(share.pieces),
            price: page.money(&share.price()),
            total: share.total().map(|total| page.money(&total)).unwrap_or_default(),
            ready: page.date(&share.ready_on),
            standing: share.standing.word(),
            why: share.reason.map(|reason| page.term("share-reason", reason)).unwrap_or_default(),
            note: share.note.clone(),
        }
    }
}

pub struct SplitCard {
    pub href: String,
    /// "Costs least · Fewest workshops".
    pub aims: String,
    pub status: &'static str,
    pub pieces: String,
    pub workshops: String,
    pub goods: String,
    pub cost: String,
    pub ready: String,
    pub proof: String,
    pub shares: Vec<ShareRow>,
    pub is_asked: bool,
    pub is_accepted: bool,
    /// Something was declined and others must be asked.
    pub to_mend: bool,
    pub exporter: String,
    pub exporters: Vec<Choice>,
    pub form: FormView,
}

impl SplitCard {
    pub fn new(page: &Page, board: &Board, whole: &Whole) -> Self {
        let (split, language) = (&whole.split, page.language());
        let money = |minor| page.money(&Money::new(minor, whole.run.currency));
        let aims: Vec<String> = split.aims.iter().map(|aim| page.term("split-aim", aim)).collect();
        let standing: Vec<_> =
            whole.shares.iter().filter(|(share, ..)| share.standing != ShareStanding::Declined).collect();
        let pieces: i64 = standing.iter().map(|(share, ..)| share.pieces).sum();
        let cluster = Choice::new(
            board.cluster.organisation_id.to_string(),
            board.cluster.name.best(language).to_owned(),
        );
        let others = standing.iter().filter(|(share, ..)| board.exporters.contains(&share.maker_id));
        let other = |(_, _, maker): &&(Share, Product, Organisation)| {
            Choice::new(maker.id.to_string(), maker.name_in(language).to_owned())
        };
        let exporter = match &whole.exporter {
            Some(exporter) if exporter.id == board.cluster.organisation_id => cluster.label.clone(),
            Some(exporter) => exporter.name_in(language).to_owned(),
            None => String::new(),
        };
        let mut exporters = vec![cluster];
        exporters.extend(others.map(other));
        Self {
            href: format!("/splits/{}", split.id),
            aims: aims.join(" · "),
            status: split.status.word(),
            pieces: page.pieces(pieces),
            workshops: page.number(standing.len() as i64),
            goods: money(split.goods_minor),
            cost: money(split.cost_minor),
            ready: page.date(&split.ready_on),
            proof: match split.is_optimal() {
                true => page.say("split-optimal").to_string(),
                false => page
                    .say("split-gap")
                    .with("percent", page.message(&percent(split.gap_percent())))
                    .to_string(),
            },
            shares: whole.shares.iter().map(|one| ShareRow::new(page, one)).collect(),
            is_asked: split.status == SplitStatus::Asked,
            is_accepted: split.status == SplitStatus::Accepted,
            to_mend: split.status == SplitStatus::Asked && pieces < split.needed(&whole.run),
            exporter,
            exporters,
            form: FormView::new(
                language,
                &super::ChooseForm {
                    exporter: split.exporter_id.unwrap_or(board.cluster.organisation_id).into(),
                },
            ),
        }
    }
}

/// With two decimals at most, in the reader's way of writing it.
fn percent(value: f64) -> crate::error::Message {
    let hundredths = (value * 100.0).round() as i64;
    crate::error::Message::new("split-percent")
        .with("whole", hundredths / 100)
        .with("parts", format!("{:02}", hundredths % 100))
}

pub struct AsideRow {
    pub product: String,
    pub href: String,
    pub workshop: String,
    pub why: String,
}

impl AsideRow {
    pub fn all(page: &Page, board: &Board) -> Vec<Self> {
        let Some(run) = &board.run else { return Vec::new() };
        let row = |aside: &super::super::split::Aside| {
            let (product, maker) = board.aside.iter().find(|(product, _)| product.id == aside.product)?;
            Some(Self {
                product: product.title.best(page.language()).to_owned(),
                href: format!("/products/{}", product.slug),
                workshop: maker.name_in(page.language()).to_owned(),
                why: page.term("split-aside", aside.cause),
            })
        };
        run.aside.iter().filter_map(row).collect()
    }
}

/// A share as its workshop reads it.
pub struct ShareCard {
    pub id: ShareId,
    pub href: String,
    pub title: String,
    pub product: String,
    pub product_href: String,
    pub cluster: String,
    pub request: String,
    pub pieces: String,
    pub price: String,
    pub total: String,
    pub ready: String,
    pub destination: String,
    pub standing: &'static str,
    pub is_asked: bool,
    pub why: String,
    pub note: String,
}

impl ShareCard {
    pub fn new(page: &Page, own: &OwnShare) -> Self {
        let (share, language) = (&own.share, page.language());
        let product = own.product.title.best(language).to_owned();
        Self {
            id: share.id,
            href: format!("/workshop/shares/{}", share.id),
            title: page
                .say("share-head")
                .with("pieces", page.pieces(share.pieces))
                .with("product", product.as_str())
                .to_string(),
            product,
            product_href: format!("/products/{}", own.product.slug),
            cluster: own.cluster.name.best(language).to_owned(),
            request: own.request.title.clone(),
            pieces: page.pieces(share.pieces),
            price: page.money(&share.price()),
            total: share.total().map(|total| page.money(&total)).unwrap_or_default(),
            ready: page.date(&share.ready_on),
            destination: page.country(&own.request.destination),
            standing: share.standing.word(),
            is_asked: share.standing == ShareStanding::Asked,
            why: share.reason.map(|reason| page.term("share-reason", reason)).unwrap_or_default(),
            note: share.note.clone(),
        }
    }
}
