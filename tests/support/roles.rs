//! One person of every kind, and who of them a route's word lets past the door.

use fondouk::accounts::{Kind, Standing};
use fondouk::web::{Access, Route};

use super::{Actor, TestApp};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    Visitor,
    PendingMaker,
    Maker,
    PendingBuyer,
    Buyer,
    Agent,
    Institution,
    Officer,
    /// An agent who names a maker that lets them do everything that can be let.
    Deputy,
    /// The same after the maker has ended it.
    FormerDeputy,
}

use Role::*;

impl Role {
    pub const ALL: [Self; 10] = [
        Visitor,
        PendingMaker,
        Maker,
        PendingBuyer,
        Buyer,
        Agent,
        Institution,
        Officer,
        Deputy,
        FormerDeputy,
    ];

    /// Whoever acts for a maker stands where the maker does as far as the route is opened to agents, and elsewhere in
    /// their own shoes.
    pub fn may_take(self, route: &Route) -> bool {
        let for_all =
            matches!(route.access, Access::Anyone | Access::SignedIn | Access::LinkHolder | Access::Operator);
        let for_makers = Maker.may(route.access) && !for_all;
        match (self, route.act) {
            (Deputy, Some(_)) => Maker.may(route.access),
            (FormerDeputy, Some(_)) if route.access == Access::SignedIn => false,
            (Deputy, None) | (FormerDeputy, _) => !for_makers && Agent.may(route.access),
            _ => self.may(route.access),
        }
    }

    /// Behind the door a thing may still be somebody else's, which answers 404.
    pub fn may(self, access: Access) -> bool {
        match access {
            Access::Anyone | Access::LinkHolder | Access::Operator => true,
            Access::SignedIn => self != Visitor,
            Access::AnyMaker => matches!(self, PendingMaker | Maker),
            Access::Maker => self == Maker,
            Access::Buyer => matches!(self, PendingBuyer | Buyer),
            Access::VerifiedBuyer => self == Buyer,
            Access::Agent => self == Agent,
            Access::AgentOrOfficer => matches!(self, Agent | Officer),
            Access::Officer => self == Officer,
            Access::Trader => matches!(self, Maker | Buyer),
            // Whether somebody is a side of it, only the thing itself knows.
            Access::Party | Access::PartyOrOfficer => false,
        }
    }

    fn kind_and_standing(self) -> Option<(Kind, Standing)> {
        Some(match self {
            Visitor => return None,
            PendingMaker => (Kind::Maker, Standing::Pending),
            Maker => (Kind::Maker, Standing::Approved),
            PendingBuyer => (Kind::Buyer, Standing::Pending),
            Buyer => (Kind::Buyer, Standing::Approved),
            Agent | Deputy | FormerDeputy => (Kind::Cluster, Standing::Approved),
            Institution => (Kind::Institution, Standing::Approved),
            Officer => (Kind::Programme, Standing::Approved),
        })
    }
}

/// One of each, signed in where that means something.
#[derive(Clone, Debug)]
pub struct People(Vec<(Role, Actor)>);

impl People {
    pub async fn of_every_kind(app: &TestApp) -> Self {
        let mut people = Vec::new();
        for role in Role::ALL {
            let actor = match role.kind_and_standing() {
                None => app.visitor(),
                Some((kind, standing)) => app.person(kind, &format!("{role:?}"), standing).await,
            };
            people.push((role, actor));
        }
        let people = Self(people);
        let (maker, deputy, former) = (people.one(Maker), people.one(Deputy), people.one(FormerDeputy));
        let all = serde_json::json!(["catalogue", "certificates", "quotes", "agreements"]);
        for helper in [deputy, former] {
            let consent = serde_json::json!({ "helper": helper.slug, "acts": all });
            let given = maker.post_json("/api/v1/workshop/consents", &consent).await.expect(201).json();
            if helper.slug == former.slug {
                maker.post(&format!("/api/v1/consents/{}/withdraw", given["id"])).await.expect(200);
            }
        }
        let (deputy, former) = (deputy.acting_for(maker), former.acting_for(maker));
        let own = people.0.iter().filter(|(role, _)| !matches!(role, Deputy | FormerDeputy)).cloned();
        Self(own.chain([(Deputy, deputy), (FormerDeputy, former)]).collect())
    }

    pub fn each(&self) -> impl Iterator<Item = (Role, &Actor)> {
        self.0.iter().map(|(role, actor)| (*role, actor))
    }

    pub fn one(&self, role: Role) -> &Actor {
        self.each().find(|(own, _)| *own == role).map(|(_, actor)| actor).expect("one of each")
    }
}
