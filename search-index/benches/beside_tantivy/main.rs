//! The library beside tantivy alone, doing the same work in the same run.

mod bare;
mod catalogue;
mod indexing;
mod searching;
mod standing;
mod suggesting;

/// For both sides, as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}
