//! People and the organisations they act for: who signs in, and what an officer has decided about whom.

mod acting;
pub mod api;
mod consent;
mod identify;
mod letters;
mod member;
mod organisation;
mod pages;
mod passwords;
mod person;
mod sessions;
mod sign_up;
mod standing;
mod store;
mod throttle;
mod tokens;

pub use acting::{ActedFor, Acting, Deputy, acted_for, agent_of, deputy};
pub use consent::{
    Consent, ConsentDecision, ConsentState, consent, consents_between, consents_of_helper, consents_of_maker,
    is_stopped,
};
pub use identify::{
    Agent, AgentOrOfficer, AnyMaker, Buyer, Maker, Officer, SignedIn, VerifiedBuyer, Viewer, identify,
    secret_of, take_place,
};
pub use letters::to_everyone;
pub use member::{Member, Scope};
pub use organisation::{Kind, NewOrganisation, Organisation, Standing, slug_for};
pub use passwords::{Passwords, hash_now};
pub use person::{NewPerson, Person, Role, check_password, parse_email};
pub use sessions::{NewSession, Secret, forget_expired, hash_of, sign_in, work_for};
pub use sign_up::{
    ResetForm, SignUpForm, add_person, ask_reset, join, reset_password, sign_up, verify_email,
};
pub use standing::{StandingForm, decide_standing, enrol};
pub use store::{
    count_waiting, ids_of_kind, languages_of, member_in, member_of, members, members_of, organisation,
    organisation_by_slug, organisation_named, organisations_of_kind, person, person_by_email,
};
pub use throttle::Throttle;
pub use tokens::{TokenForm, issue_token, revoke_token};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
