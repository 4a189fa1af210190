//! The demo: two years in the life of the house, played through the use cases under a clock that a hand sets.
//!
//! Texts, people and stories are hand-written data; nothing here writes to the database but the use cases themselves,
//! so what the demo shows is what the house does.

mod agenda;
mod assistance;
mod cast;
mod certificates;
mod crowd;
mod data;
mod drawing;
mod season;
mod stage;
mod stock;
mod talks;
mod trust;

pub use agenda::Progress;
pub use cast::SignIn;
pub use crowd::Crowd;

use chrono::TimeDelta;

use crate::app::Fondouk;
use crate::error::Result;

/// How long ago the demo begins.
pub const MONTHS: i64 = 25;

/// What the demo needs to be told.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Pictures take most of the time; tests do without.
    pub pictures: bool,
}

/// What became of it.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub sign_ins: Vec<SignIn>,
    /// Acts that the house refused; none, as long as script and rules agree.
    pub refused: Vec<String>,
}

/// Fills a fresh house whose clock a hand sets, and ends at the instant at which that clock stood.
pub async fn fill(fondouk: &Fondouk, plan: Plan, progress: &mut dyn FnMut(Progress)) -> Result<Outcome> {
    let today = fondouk.house.now();
    fondouk.house.clock().turn_to(today.minus(TimeDelta::days(MONTHS * 30)));
    let mut stage = stage::Stage::set(fondouk, plan, today).await?;
    agenda::play(&mut stage, progress).await?;
    fondouk.house.clock().turn_to(today);
    certificates::show(&stage).await?;
    trust::build(&stage).await?;
    assistance::show(&stage).await?;
    fondouk.house.clock().turn_to(today);
    stage.close().await?;
    Ok(Outcome { sign_ins: cast::sign_ins(&stage), refused: stage.refused })
}
