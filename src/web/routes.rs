//! A route as one line of a table: method, path, who may, handler. The same table feeds actix, the OpenAPI document,
//! the access test and the parity test, so that none of them can drift.

use std::fmt;
use std::sync::Arc;

use actix_web::http::Method;
use actix_web::{FromRequest, Handler, Responder, web};
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// Who may come through. The handler's own extractors enforce it; the access test holds both against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// Anyone, signed in or not.
    Anyone,
    /// Anyone who holds a secret that a letter brought.
    LinkHolder,
    /// Any person with an account.
    SignedIn,
    /// Members of any maker, approved or still waiting.
    AnyMaker,
    /// Members of an approved maker.
    Maker,
    /// Members of any buyer, verified or not.
    Buyer,
    /// Members of a buyer whom an officer has verified.
    VerifiedBuyer,
    /// Agents of a cluster.
    Agent,
    /// Agents of a cluster, and programme officers for any cluster.
    AgentOrOfficer,
    /// Programme officers.
    Officer,
    /// Members of an approved maker or of a verified buyer: who may begin a trade.
    Trader,
    /// The two sides of a quote, an agreement or a deal.
    Party,
    /// The two sides, and programme officers who look on.
    PartyOrOfficer,
    /// Only from this machine: figures for the operator.
    Operator,
}

/// The header with which a program names the maker for whom it asks, by id or slug.
pub const FOR_MAKER: &str = "For-Maker";

/// A kind of acts that a maker may let an agent do. What is none of these, a maker does alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    #[default]
    Catalogue,
    Certificates,
    Quotes,
    Agreements,
}

crate::text_enum!(Act {
    Catalogue => "catalogue",
    Certificates => "certificates",
    Quotes => "quotes",
    Agreements => "agreements",
});

impl Access {
    /// Could a member of a maker come in?
    fn is_for_makers(self) -> bool {
        match self {
            Self::Anyone
            | Self::SignedIn
            | Self::AnyMaker
            | Self::Maker
            | Self::Trader
            | Self::Party
            | Self::PartyOrOfficer => true,
            Self::LinkHolder
            | Self::Buyer
            | Self::VerifiedBuyer
            | Self::Agent
            | Self::AgentOrOfficer
            | Self::Officer
            | Self::Operator => false,
        }
    }

    /// Does it belong to those alone who have a part in it, so that an agent who acts for one of them is never meant
    /// in person?
    pub fn is_of_parties(self) -> bool {
        self.is_for_makers() && !matches!(self, Self::Anyone | Self::SignedIn)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Page,
    Api,
    /// Pictures, health and other things without a reader.
    Plain,
}

pub type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

#[derive(Clone)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
    /// The use case in words: the same on its page and in the API, which is how parity is tested.
    pub does: &'static str,
    /// What a maker must have consented to before an agent does this for them; without it no agent does.
    pub act: Option<Act>,
    pub input: Option<SchemaOf>,
    pub query: Option<SchemaOf>,
    pub answer: Option<(u16, Option<SchemaOf>)>,
    pub upload: bool,
    /// The body is not one JSON document but one a line (`application/x-ndjson`).
    pub lines: bool,
    register: Arc<dyn Fn() -> actix_web::Route + Send + Sync>,
}

impl Route {
    pub fn new<F, Args>(
        method: Method,
        path: &'static str,
        access: Access,
        does: &'static str,
        handler: F,
    ) -> Self
    where
        F: Handler<Args> + Clone + Send + Sync,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let by_method = method.clone();
        let register = Arc::new(move || web::method(by_method.clone()).to(handler.clone()));
        Self {
            method,
            path,
            access,
            does,
            act: None,
            input: None,
            query: None,
            answer: None,
            upload: false,
            lines: false,
            register,
        }
    }

    pub fn get<F, Args>(path: &'static str, access: Access, does: &'static str, handler: F) -> Self
    where
        F: Handler<Args> + Clone + Send + Sync,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::new(Method::GET, path, access, does, handler)
    }

    pub fn post<F, Args>(path: &'static str, access: Access, does: &'static str, handler: F) -> Self
    where
        F: Handler<Args> + Clone + Send + Sync,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::new(Method::POST, path, access, does, handler)
    }

    pub fn put<F, Args>(path: &'static str, access: Access, does: &'static str, handler: F) -> Self
    where
        F: Handler<Args> + Clone + Send + Sync,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::new(Method::PUT, path, access, does, handler)
    }

    pub fn delete<F, Args>(path: &'static str, access: Access, does: &'static str, handler: F) -> Self
    where
        F: Handler<Args> + Clone + Send + Sync,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self::new(Method::DELETE, path, access, does, handler)
    }

    /// The shape of the body.
    pub fn takes<T: JsonSchema>(mut self) -> Self {
        self.input = Some(|generator| generator.subschema_for::<T>());
        self
    }

    /// The shape of each line of the body.
    pub fn takes_lines<T: JsonSchema>(self) -> Self {
        Self { lines: true, ..self.takes::<T>() }
    }

    /// The shape of the query string.
    pub fn asks<T: JsonSchema>(mut self) -> Self {
        self.query = Some(|generator| generator.root_schema_for::<T>());
        self
    }

    /// The status and shape of the answer.
    pub fn gives<T: JsonSchema>(mut self, status: u16) -> Self {
        self.answer = Some((status, Some(|generator| generator.subschema_for::<T>())));
        self
    }

    /// An answer without a body.
    pub fn gives_nothing(mut self) -> Self {
        self.answer = Some((204, None));
        self
    }

    /// The body is `multipart/form-data` with a file in it.
    pub fn uploads(mut self) -> Self {
        self.upload = true;
        self
    }

    /// Opens it to agents whom a maker lets do such acts, where a maker could come in.
    pub fn by_agents(self, act: Act) -> Self {
        let act = self.act.or_else(|| self.access.is_for_makers().then_some(act));
        Self { act, ..self }
    }

    pub fn face(&self) -> Face {
        if self.path.starts_with("/api/") {
            Face::Api
        } else if self.does.is_empty() {
            Face::Plain
        } else {
            Face::Page
        }
    }

    /// The handler as actix takes it.
    pub fn handler(&self) -> actix_web::Route {
        (self.register)()
    }
}

/// Opens all of them to agents whom a maker lets do such acts.
pub fn by_agents(act: Act, routes: Vec<Route>) -> Vec<Route> {
    routes.into_iter().map(|route| route.by_agents(act)).collect()
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({:?})", self.method, self.path, self.access)
    }
}
