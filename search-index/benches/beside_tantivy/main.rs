//! The library beside tantivy alone, doing the same work in the same run.

mod bare;
mod catalogue;
mod indexing;
mod searching;
mod standing;
mod suggesting;

fn main() {
    divan::main();
}
