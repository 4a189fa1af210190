//! The library beside tantivy alone, doing the same work in the same run.

mod bare;
mod catalogue;
mod indexing;
mod searching;

fn main() {
    divan::main();
}
