//! What users of the library can rely on, through its public interface only.

mod audience;
mod durability;
mod facets;
mod finding;
mod full_disk;
mod holding;
mod hostile;
mod pairs;
mod paging;
mod shelf;
mod skipping;
mod standing;
mod suggesting;
mod trade;
