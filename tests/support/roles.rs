//! One person of every kind, and who of them a route's word lets past the door.

use fondouk::accounts::{Kind, Standing};
use fondouk::web::Access;

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
}

use Role::*;

impl Role {
    pub const ALL: [Self; 8] =
        [Visitor, PendingMaker, Maker, PendingBuyer, Buyer, Agent, Institution, Officer];

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
            Agent => (Kind::Cluster, Standing::Approved),
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
        Self(people)
    }

    pub fn each(&self) -> impl Iterator<Item = (Role, &Actor)> {
        self.0.iter().map(|(role, actor)| (*role, actor))
    }

    pub fn one(&self, role: Role) -> &Actor {
        self.each().find(|(own, _)| *own == role).map(|(_, actor)| actor).expect("one of each")
    }
}
