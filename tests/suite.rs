//! All tests that need the whole house: stories over HTTP, contracts, journeys.
//!
//! Every story runs on SQLite, and on PostgreSQL where `TEST_POSTGRES` names a server: those are marked as
//! ignored, and `tests/run` includes them.

#![allow(clippy::unwrap_used)]

#[macro_use]
mod support;

mod contracts {
    mod access;
    mod bad_input;
    mod events;
    mod openapi;
    mod order;
    mod schema;
    mod texts;
}

mod stories {
    mod accounts;
    mod admission;
    mod assistance;
    mod certificates;
    mod trade;
    mod clusters;
    mod crash;
    mod desks;
    mod editing;
    mod catalogue;
    mod imports;
    mod lexicon;
    mod line_sheets;
    mod matching;
    mod operator;
    mod photos;
    mod people;
    mod pictures;
    mod portfolio;
    mod programme;
    mod safety;
    mod search;
    mod demo;
    mod snapshots;
    mod splits;
    mod terms;
    mod tidings;
    mod waiting;
}

mod journeys {
    mod editing;
    mod imports;
    mod negotiation;
    mod photos;
    mod search;
    mod trade;
}
