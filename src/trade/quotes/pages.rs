//! Quotes for people.

mod answers;
mod consolidated;
mod first;
mod form;
mod list;
mod next;
mod show;

use crate::web::{Access, Route};

pub fn routes() -> Vec<Route> {
    use Access::{Agent, Party, SignedIn, Trader};
    vec![
        Route::get("/quotes", SignedIn, "list one's quotes", list::list),
        Route::get("/quotes/new", Trader, "offer a quote", first::new),
        Route::post("/quotes", Trader, "offer a quote", first::offer),
        Route::get("/splits/{id}/quote", Agent, "offer one quote for a split", consolidated::new),
        Route::post("/splits/{id}/quotes", Agent, "offer one quote for a split", consolidated::offer),
        Route::get("/quotes/{id}", Party, "see a quote", show::show),
        Route::get("/quotes/{id}/counter", Party, "make a counter-offer", next::edit),
        Route::post("/quotes/{id}/versions", Party, "make a counter-offer", next::counter),
        Route::post("/quotes/{id}/accept", Party, "accept a quote", answers::accept),
        Route::post("/quotes/{id}/decline", Party, "decline a quote", answers::decline),
        Route::post("/quotes/{id}/withdraw", Party, "withdraw a quote", answers::withdraw),
    ]
}
