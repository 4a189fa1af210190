//! The open requests as the matcher reads them, kept from one look to the next: each at the version that was read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::matcher::Wish;
use super::request::SourcingRequest;
use crate::ids::RequestId;

#[derive(Clone, Debug)]
pub struct Asked {
    pub request: SourcingRequest,
    pub wish: Wish,
}

#[derive(Clone, Debug, Default)]
pub struct OpenRequests(HashMap<RequestId, Asked>);

impl OpenRequests {
    /// Lets go of what is not open any more, or was changed, and says what is to be read.
    #[must_use]
    pub fn keep(&mut self, open: &BTreeMap<RequestId, i64>) -> Vec<RequestId> {
        self.0.retain(|id, asked| open.get(id) == Some(&asked.request.version));
        open.keys().filter(|id| !self.0.contains_key(id)).copied().collect()
    }

    pub fn put(&mut self, request: SourcingRequest) {
        let wish = Wish::from(&request);
        // The matcher has read it, and nobody else asks for it here.
        let request = SourcingRequest { wanted: String::new(), ..request };
        self.0.insert(request.id, Asked { request, wish });
    }

    pub fn get(&self, id: RequestId) -> Option<&Asked> {
        self.0.get(&id)
    }

    /// Those that a product of this craft may answer: those that name the craft, and those that name none.
    pub fn open_to(&self, craft: Option<&String>) -> BTreeSet<RequestId> {
        let concerns = |wish: &Wish| match craft {
            Some(craft) => wish.crafts.is_empty() || wish.crafts.contains(craft),
            None => wish.crafts.is_empty(),
        };
        self.0.iter().filter(|(_, asked)| concerns(&asked.wish)).map(|(id, _)| *id).collect()
    }
}
