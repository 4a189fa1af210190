//! Search over products, collections, makers and clusters, as far as the viewer may see.

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
