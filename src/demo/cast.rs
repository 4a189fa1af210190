//! The people of the demo come in: officers, agents, makers, buyers, institutions.

use super::stage::Stage;
use crate::accounts::{self, Kind, Member, NewOrganisation, NewPerson, Officer, Standing, StandingForm};
use crate::app::lay_ground;
use crate::clusters::{self, DecisionForm, JoinForm, ProfileForm};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::input::RawList;
use crate::locale::{Language, RawWording};

/// Everyone in the demo has this password, and the demo says so.
pub const PASSWORD: &str = "fondouk demo door";

/// Whom the demo's reader can be.
#[derive(Clone, Debug)]
pub struct SignIn {
    pub role: &'static str,
    pub name: String,
    pub email: String,
    pub password: &'static str,
}

pub(super) fn email(key: &str) -> String {
    format!("{key}@demo.example")
}

fn language(code: &str) -> Language {
    Language::known(code).unwrap_or_default()
}

/// One of each kind of person, for the command to print.
pub(super) fn sign_ins(stage: &Stage) -> Vec<SignIn> {
    let wanted = [
        ("Maker (French)", "poterie-ain-kmicha"),
        ("Maker (Arabic)", "nhas-errhumel"),
        ("Buyer (verified)", "maison-tramontane"),
        ("Buyer (waiting)", "hinoki-to-suna"),
        ("Cluster agent", "art-de-table-nabeul"),
    ];
    let officer = stage.officers.first().map(|member| ("Programme officer", member));
    let others = wanted.iter().filter_map(|(role, key)| Some((*role, stage.people.get(*key)?)));
    let sign_in = |(role, member): (&'static str, &Member)| SignIn {
        role,
        name: format!("{}, {}", member.name, member.organisation_name),
        email: member.email.clone(),
        password: PASSWORD,
    };
    others.chain(officer).map(sign_in).collect()
}

pub(super) async fn enter(stage: &mut Stage) -> Result<()> {
    // One hash for all: the demo's password is public, and hashing it a hundred times would only take time.
    let hash = stage.fondouk.passwords.hash(PASSWORD.to_owned()).await?;
    stage.act(|tx, _| lay_ground(tx)).await?;
    officers(stage, &hash).await?;
    agents(stage, &hash).await?;
    let script = stage.script.clone();
    for maker in &script.makers {
        let organisation = NewOrganisation {
            kind: Kind::Maker,
            name: maker.name.clone(),
            name_ar: maker.name_ar.clone(),
            country: maker.country.clone(),
            website: None,
        };
        let name = match (&maker.contact_ar, maker.language.as_str()) {
            (Some(arabic), "ar") => arabic.clone(),
            _ => maker.contact.clone(),
        };
        let person = person(&maker.key, &name, &maker.language, &hash);
        come_in(stage, &maker.key, person, organisation, true).await?;
        settle(stage, maker).await?;
    }
    for buyer in &script.buyers {
        let organisation = company(Kind::Buyer, &buyer.name, None, &buyer.country);
        let person = person(&buyer.key, &buyer.contact, &buyer.language, &hash);
        come_in(stage, &buyer.key, person, organisation, buyer.verified).await?;
    }
    for institution in &script.institutions {
        let name_ar = institution.name_ar.clone();
        let organisation = company(Kind::Institution, &institution.name, name_ar, &institution.country);
        let person = person(&institution.key, &institution.contact, &institution.language, &hash);
        come_in(stage, &institution.key, person, organisation, true).await?;
    }
    Ok(())
}

fn person(key: &str, name: &str, code: &str, hash: &str) -> NewPerson {
    NewPerson {
        email: email(key),
        name: name.to_owned(),
        language: language(code),
        password_hash: hash.to_owned(),
    }
}

fn company(kind: Kind, name: &str, name_ar: Option<String>, country: &str) -> NewOrganisation {
    NewOrganisation { kind, name: name.to_owned(), name_ar, country: country.to_owned(), website: None }
}

async fn member(stage: &Stage, person: PersonId) -> Result<Member> {
    stage.db().read(move |conn| accounts::member_of(conn, person)).await
}

async fn officers(stage: &mut Stage, hash: &str) -> Result<()> {
    let script = stage.script.clone();
    let mut programme = None;
    for officer in &script.officers {
        let person = person(&officer.key, &officer.name, &officer.language, hash);
        let house = company(Kind::Programme, "Fondouk programme", Some("برنامج فندق".to_owned()), "TN");
        let id = stage
            .act(move |tx, _| match programme {
                None => accounts::add_person(tx, &person, &house, Standing::Approved, true),
                Some(organisation) => accounts::join(tx, &person, organisation),
            })
            .await?;
        let member = member(stage, id).await?;
        programme = Some(member.organisation);
        stage.officers.push(member);
    }
    Ok(())
}

async fn agents(stage: &mut Stage, hash: &str) -> Result<()> {
    let script = stage.script.clone();
    for agent in &script.agents {
        let person = person(&agent.cluster, &agent.name, &agent.language, hash);
        let slug = agent.cluster.clone();
        let id = stage
            .act(move |tx, _| {
                let organisation = clusters::cluster_by_slug(tx, &slug)?.organisation_id;
                accounts::join(tx, &person, organisation)
            })
            .await?;
        let member = member(stage, id).await?;
        stage.people.insert(agent.cluster.clone(), member);
    }
    Ok(())
}

/// Signs up and is looked at by an officer, as everyone is.
async fn come_in(
    stage: &mut Stage,
    key: &str,
    person: NewPerson,
    organisation: NewOrganisation,
    approved: bool,
) -> Result<()> {
    let officer = stage.officers[0].clone();
    let id = stage
        .act(move |tx, settings| {
            let id = accounts::add_person(tx, &person, &organisation, Standing::Pending, true)?;
            if approved {
                let organisation = accounts::member_of(tx, id)?.organisation;
                let decision = StandingForm { standing: "approved".into(), ..StandingForm::default() };
                accounts::decide_standing(tx, settings, &officer, organisation, &decision)?;
            }
            Ok(id)
        })
        .await?;
    let member = member(stage, id).await?;
    stage.people.insert(key.to_owned(), member);
    Ok(())
}

/// A maker tells its story and joins its cluster, whose agent confirms it.
async fn settle(stage: &Stage, maker: &super::data::Maker) -> Result<()> {
    let by = stage.person(&maker.key)?;
    let profile = ProfileForm {
        place: RawWording::from(&maker.place),
        crafts: RawList(maker.crafts.clone()),
        story: RawWording::from(&maker.story),
        founded: maker.founded.into(),
        people_count: maker.people.into(),
        weekly_capacity: maker.weekly_capacity.into(),
        exports_itself: maker.exports_itself.into(),
        incoterms: RawList(match maker.exports_itself {
            true => ["EXW", "FCA", "FOB"].map(str::to_owned).to_vec(),
            false => Vec::new(),
        }),
        currency: maker.currency.as_str().into(),
        ..ProfileForm::default()
    };
    let agent = maker.cluster.as_ref().map(|cluster| stage.person(cluster)).transpose()?;
    let cluster = maker.cluster.clone();
    stage
        .act(move |tx, settings| {
            clusters::save_profile(tx, &by, &profile)?;
            if let (Some(cluster), Some(agent)) = (&cluster, &agent) {
                let wish = JoinForm { cluster: cluster.as_str().into() };
                let membership = clusters::ask_to_join(tx, settings, &by, &wish)?;
                let yes = DecisionForm { decision: "confirmed".into(), ..DecisionForm::default() };
                clusters::decide_membership(tx, settings, agent, membership.id, &yes)?;
            }
            Ok(())
        })
        .await
}

/// The officer who verifies, as the type that verifying asks for.
pub(super) fn verifier(stage: &Stage) -> Result<Officer> {
    let member = stage.officers.last().cloned().ok_or_else(|| Error::broken("the demo has no officer"))?;
    Officer::try_from(member)
}
