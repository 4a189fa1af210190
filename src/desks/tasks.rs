//! What waits for a person, and what would be a good next step: one list, to which every slice adds its own part.

use super::store;
use crate::accounts::{self, Kind, Member, Organisation, Standing};
use crate::assistance;
use crate::catalogue::{self, Status};
use crate::clock::Date;
use crate::clusters::{self, MembershipStanding};
use crate::db::DbConnection;
use crate::error::Result;
use crate::matching;
use crate::programme::verifications::Ledger;
use crate::search::unanswered;
use crate::splits;
use crate::trade::deals::DealStatus;
use crate::web::Listing;

/// Something to do: a text that may speak of a count, and where it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The key of its text; `$count` and `$shown` may stand in it.
    pub key: &'static str,
    pub count: i64,
    pub href: String,
}

impl Task {
    pub fn new(key: &'static str, href: impl Into<String>) -> Self {
        Self { key, count: 1, href: href.into() }
    }

    /// So many things of a kind; nothing to do if there are none.
    pub fn some(key: &'static str, count: i64, href: impl Into<String>) -> Option<Self> {
        (count > 0).then(|| Self { key, count, href: href.into() })
    }
}

/// One person's day.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The own organisation as it is now, with an officer's note.
    pub organisation: Organisation,
    /// What somebody waits for, the most urgent first.
    pub waiting: Vec<Task>,
    /// What nobody waits for, and what helps.
    pub next_steps: Vec<Task>,
    /// The doors that this kind of person uses every day.
    pub doors: Vec<Task>,
}

pub fn day_of(conn: &mut DbConnection, member: &Member, today: Date) -> Result<Day> {
    let organisation = accounts::organisation(conn, member.organisation)?;
    let mut day = Day { organisation, waiting: Vec::new(), next_steps: Vec::new(), doors: Vec::new() };
    let active = matches!(member.standing, Standing::Pending | Standing::Approved);
    match member.kind {
        Kind::Maker if active => {
            trade(conn, member, today, &mut day)?;
            maker(conn, member, today, &mut day)?;
        }
        Kind::Cluster if active => agent(conn, member, &mut day)?,
        Kind::Buyer if active => {
            trade(conn, member, today, &mut day)?;
            buyer(conn, member, &mut day)?;
        }
        Kind::Programme if member.is_officer() => officer(conn, &mut day)?,
        Kind::Institution => day.doors = vec![Task::new("door-programme", "/programme")],
        // Refused or suspended: the notice says why, and there is nothing to do.
        _ => {}
    }
    Ok(day)
}

/// What the other side of a quote, an agreement or a deal waits for.
fn trade(conn: &mut DbConnection, member: &Member, today: Date, day: &mut Day) -> Result<()> {
    let own = member.organisation;
    let offers = store::count_offers_to(conn, own, today)?;
    day.waiting.extend(Task::some("task-answer-quotes", offers, "/quotes?status=open"));
    let unsigned = store::count_to_sign(conn, own)?;
    day.waiting.extend(Task::some("task-sign-agreements", unsigned, "/agreements?status=proposed"));
    let drafts = store::count_deals(conn, own, DealStatus::Draft, true)?;
    day.waiting.extend(Task::some("task-confirm-deals", drafts, "/deals?status=draft"));
    // Only the maker knows what has left the workshop; that it has arrived, the buyer knows first.
    let (key, status, href) = match member.kind {
        Kind::Maker => ("task-ship-deals", DealStatus::Confirmed, "/deals?status=confirmed"),
        _ => ("task-receive-deals", DealStatus::Shipped, "/deals?status=shipped"),
    };
    let moving = store::count_deals(conn, own, status, false)?;
    day.waiting.extend(Task::some(key, moving, href));
    Ok(())
}

/// More requests than this are shown as this many: the list says the rest.
const MOST_OPPORTUNITIES: i64 = 50;

fn maker(conn: &mut DbConnection, member: &Member, today: Date, day: &mut Day) -> Result<()> {
    let maker = member.organisation;
    if clusters::profile(conn, maker)?.is_none() {
        day.waiting.push(Task::new("task-write-profile", "/workshop/profile"));
    }
    let papers = assistance::count_papers_of(conn, maker)?;
    day.waiting.extend(Task::some("task-own-papers", papers, "/workshop/consents"));
    let unanswered = assistance::count_unanswered(conn, maker)?;
    day.waiting.extend(Task::some("task-answer-digests", unanswered, "/workshop/assisted-acts"));
    if member.is_approved(Kind::Maker) {
        let listing = Listing { before: i64::MAX, limit: MOST_OPPORTUNITIES };
        let fitting = matching::opportunities(conn, maker, today, listing)?.len() as i64;
        let fitting = fitting.min(MOST_OPPORTUNITIES);
        let shares = splits::count_asked(conn, maker)?;
        day.waiting.extend(Task::some("task-answer-shares", shares, "/workshop/shares"));
        day.next_steps.extend(Task::some("task-opportunities", fitting, "/matches"));
    }
    let drafts = store::count_products(conn, maker, Status::Draft)?;
    let published = store::count_products(conn, maker, Status::Published)?;
    if drafts + published == 0 {
        day.next_steps.push(Task::new("task-first-product", "/workshop"));
    }
    day.next_steps.extend(Task::some("task-drafts", drafts, "/workshop/products?status=draft"));
    let open = catalogue::count_open(conn, maker, today)?;
    day.next_steps.extend(Task::some("task-checklist", open, "/workshop/checklist"));
    let memberships = clusters::memberships_of_maker(conn, maker)?;
    let stands = |standing| memberships.iter().any(|(membership, _)| membership.standing == standing);
    if !stands(MembershipStanding::Confirmed) && !stands(MembershipStanding::Requested) {
        day.next_steps.push(Task::new("task-join-cluster", "/workshop/clusters"));
    }
    day.doors = vec![
        Task::new("door-workshop", "/workshop"),
        Task::new("door-quotes", "/quotes"),
        Task::new("door-profile", "/workshop/profile"),
        Task::new("door-own-clusters", "/workshop/clusters"),
        Task::new("door-certificates", "/workshop/certificates"),
        Task::new("door-checklist", "/workshop/checklist"),
        Task::new("door-consents", "/workshop/consents"),
        Task::new("door-done", "/workshop/assisted-acts"),
    ];
    if day.organisation.is_approved() {
        day.doors.push(Task::new("door-own-page", format!("/makers/{}", member.slug)));
    }
    Ok(())
}

fn agent(conn: &mut DbConnection, member: &Member, day: &mut Day) -> Result<()> {
    if member.is_approved(Kind::Cluster) {
        let stopped = assistance::count_objections_about(conn, member.organisation)?;
        day.waiting.extend(Task::some("task-stopped", stopped, "/assistance"));
        day.doors.push(Task::new("door-assistance", "/assistance"));
    }
    let Some(cluster) = clusters::cluster_of_organisation(conn, member.organisation)? else {
        // Approved, but no officer has said yet which cluster it leads.
        day.next_steps.push(Task::new("task-no-cluster", "/clusters"));
        return Ok(());
    };
    if member.is_approved(Kind::Cluster) {
        let requests = clusters::count_requests(conn, Some(cluster.id))?;
        day.waiting.extend(Task::some("task-requests", requests, "/memberships?standing=requested"));
        let lacking = splits::requests_to_mend(conn, member.organisation)?;
        let first = lacking.first().map(|request| format!("/sourcing-requests/{request}/splits"));
        day.waiting.extend(Task::some("task-mend-splits", lacking.len() as i64, first.unwrap_or_default()));
        day.doors.extend([
            Task::new("door-members", "/memberships?standing=confirmed"),
            Task::new("door-presentation", format!("/clusters/{}/presentation", cluster.slug)),
        ]);
    }
    day.doors.push(Task::new("door-own-cluster", format!("/clusters/{}", cluster.slug)));
    Ok(())
}

fn buyer(conn: &mut DbConnection, member: &Member, day: &mut Day) -> Result<()> {
    if member.is_approved(Kind::Buyer) && !store::has_requests(conn, member.organisation)? {
        day.next_steps.push(Task::new("task-first-request", "/sourcing-requests/new"));
    }
    day.next_steps.push(Task::new("task-browse", "/collections"));
    day.doors = vec![
        Task::new("door-requests", "/sourcing-requests"),
        Task::new("door-quotes", "/quotes"),
        Task::new("door-makers", "/makers"),
        Task::new("door-clusters", "/clusters"),
        Task::new("door-collections", "/collections"),
    ];
    Ok(())
}

fn officer(conn: &mut DbConnection, day: &mut Day) -> Result<()> {
    for (kind, count) in accounts::count_waiting(conn)? {
        let key = match kind {
            Kind::Maker => "task-approve-makers",
            Kind::Buyer => "task-verify-buyers",
            Kind::Cluster => "task-approve-clusters",
            Kind::Institution | Kind::Programme => "task-approve-institutions",
        };
        day.waiting.extend(Task::some(key, count, format!("/organisations?kind={kind}&standing=pending")));
    }
    let verdicts = Ledger::read(conn)?.waiting(None).len() as i64;
    day.waiting.extend(Task::some("task-verdicts", verdicts, "/verifications"));
    let certificates = catalogue::count_unverified_certificates(conn)?;
    let to_check = "/certificates?standing=unverified";
    day.waiting.extend(Task::some("task-check-certificates", certificates, to_check));
    let to_read = matching::count_submitted(conn)?;
    day.waiting.extend(Task::some("task-review-requests", to_read, "/request-reviews"));
    let reports = matching::count_waiting_reports(conn)?;
    day.waiting.extend(Task::some("task-reports", reports, "/request-reports?verdict=waiting"));
    let proofs = catalogue::count_waiting_proofs(conn)?;
    day.waiting.extend(Task::some("task-admission", proofs, "/programme/admission/waiting"));
    let objections = assistance::count_objections(conn)?;
    day.waiting.extend(Task::some("task-objections", objections, "/objections"));
    let papers = assistance::count_papers(conn)?;
    day.waiting.extend(Task::some("task-papers", papers, "/consents?waiting=true"));
    let requests = clusters::count_requests(conn, None)?;
    day.next_steps.extend(Task::some("task-all-requests", requests, "/memberships?standing=requested"));
    let unanswered = unanswered::count_open(conn)?;
    day.next_steps.extend(Task::some("task-unanswered", unanswered, "/programme/unanswered-queries"));
    day.doors = vec![
        Task::new("door-organisations", "/organisations"),
        Task::new("door-memberships", "/memberships"),
        Task::new("door-certificates", "/certificates"),
        Task::new("door-admission", "/programme/admission"),
        Task::new("door-new-cluster", "/clusters/new"),
        Task::new("door-dashboard", "/dashboard"),
        Task::new("door-lexicon", "/programme/lexicon"),
    ];
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_kind_is_nothing_to_do() {
        assert_eq!(Task::some("task-drafts", 0, "/workshop"), None);
        assert_eq!(Task::some("task-drafts", 3, "/workshop").unwrap().count, 3);
    }
}
