//! The library beside tantivy alone, doing the same work in the same run.

mod bare;
mod catalogue;
mod indexing;
mod searching;
mod standing;
mod suggesting;

/// What is allocated is told with the times.
#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}
