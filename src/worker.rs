//! What goes on behind the pages: the index follows, facts have effects, letters leave, days pass, and old things are
//! cleared away.

mod effects;
mod heard;
pub mod scale;

use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::accounts;
use crate::app::Fondouk;
use crate::assistance;
use crate::catalogue::{self, import};
use crate::db::Write;
use crate::error::Result;
use crate::mail::{self, Carrier};
use crate::matching;
use crate::search::{self, unanswered};
use crate::settings::Settings;
use crate::tidings;
use crate::trade::{agreements, conversations, quotes};
use crate::web::once;

/// The running workers; they end when told to, after what they are at.
#[derive(Debug)]
pub struct Workers {
    stop: watch::Sender<bool>,
    running: Vec<JoinHandle<()>>,
}

impl Workers {
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        for worker in std::mem::take(&mut self.running) {
            if let Err(error) = worker.await {
                tracing::error!(%error, "a worker ended badly");
            }
        }
    }
}

/// Whoever lets go of them ends them too: the follower's thread would otherwise keep its runtime from ending.
impl Drop for Workers {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
    }
}

/// Starts them on the runtime that calls.
pub fn start(fondouk: &Fondouk) -> Workers {
    let (stop, stopped) = watch::channel(false);
    let running = vec![
        tokio::spawn(follow_facts(fondouk.clone(), stopped.clone())),
        tokio::spawn(have_effects(fondouk.clone(), stopped.clone())),
        tokio::spawn(watch_the_calendar(fondouk.clone(), stopped.clone())),
        tokio::spawn(tell_what_is_new(fondouk.clone(), stopped.clone())),
        tokio::spawn(deliver_letters(fondouk.clone(), stopped.clone())),
        tokio::spawn(write_down_unanswered(fondouk.clone(), stopped.clone())),
        tokio::spawn(take_up_imports(fondouk.clone(), stopped.clone())),
        tokio::spawn(clear_away(fondouk.clone(), stopped)),
    ];
    Workers { stop, running }
}

/// Waits, but not longer than until the end.
async fn pause(stopped: &mut watch::Receiver<bool>, time: Duration) {
    let _ = tokio::time::timeout(time, stopped.wait_for(|stop| *stop)).await;
}

/// On a blocking thread, for as long as the house is open.
async fn follow_facts(fondouk: Fondouk, stopped: watch::Receiver<bool>) {
    let runtime = tokio::runtime::Handle::current();
    let follow = move || {
        let (db, mut ended) = (&fondouk.house.db, stopped.clone());
        let wake = move |patience: Duration| {
            runtime.block_on(async {
                tokio::select! {
                    () = db.something_written(patience) => {}
                    _ = ended.wait_for(|stop| *stop) => {}
                }
            });
        };
        search::follow(db, &fondouk.house.settings, &fondouk.finder, &stopped, wake);
    };
    if let Err(error) = tokio::task::spawn_blocking(follow).await {
        tracing::error!(%error, "the index follower ended badly");
    }
}

async fn have_effects(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    let house = &fondouk.house;
    let holder = format!("{:016x}", rand::random::<u64>());
    let mut listening = heard::Listening::default();
    tokio::select! {
        () = heard::index_is_open(&fondouk.finder) => {}
        _ = stopped.wait_for(|stop| *stop) => return,
    }
    while !*stopped.borrow() {
        match effects::work_off(&house.db, &house.settings, &fondouk.finder, &mut listening, &holder).await {
            Ok(0) => tokio::select! {
                () = house.db.something_written(Duration::from_secs(1)) => {}
                _ = stopped.wait_for(|stop| *stop) => {}
            },
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "working off facts");
                pause(&mut stopped, Duration::from_secs(1)).await;
            }
        }
    }
}

/// What comes about by the clock alone: agreements begin and end, requests and reservations run out, makers are reminded of
/// their certificates, and people are told what was done or written for them. Done twice, it finds nothing more to do.
pub fn turn_the_calendar(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    Ok(agreements::activate_due(tx, settings)?
        + agreements::end_due(tx, settings)?
        + matching::close_overdue(tx)?
        + catalogue::remind_due(tx, settings)?
        + assistance::tell_due(tx, settings)?
        + conversations::tell_due(tx, settings)?
        + quotes::lapse_due(tx, settings)?
        + quotes::release_over(tx, settings)?)
}

async fn watch_the_calendar(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    let house = &fondouk.house;
    while !*stopped.borrow() {
        let settings = house.settings.clone();
        let turned = house.db.write(move |tx| turn_the_calendar(tx, &settings));
        if let Err(error) = turned.await {
            tracing::warn!(%error, "turning the calendar");
        }
        pause(&mut stopped, Duration::from_secs(60)).await;
    }
}

/// One letter for all that is new for somebody, when their moment has come.
async fn tell_what_is_new(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    let db = &fondouk.house.db;
    while !*stopped.borrow() {
        // This is asked often and is mostly answered with no: a look must not cost a write.
        let now = db.clock().now();
        let told = match db.read(move |conn| tidings::any_due(conn, now)).await {
            Ok(true) => {
                let settings = fondouk.house.settings.clone();
                db.write(move |tx| tidings::tell_due(tx, &settings)).await
            }
            Ok(false) => Ok(0),
            Err(error) => Err(error),
        };
        match told {
            Ok(0) => pause(&mut stopped, Duration::from_secs(5)).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "telling what is new");
                pause(&mut stopped, Duration::from_secs(5)).await;
            }
        }
    }
}

async fn deliver_letters(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    let house = &fondouk.house;
    let carrier = match Carrier::from_settings(&house.settings) {
        Ok(carrier) => carrier,
        Err(error) => return tracing::error!(%error, "no letters will leave: the mail settings do not work"),
    };
    while !*stopped.borrow() {
        match mail::deliver_due(&house.db, &carrier, &house.settings).await {
            Ok(0) => pause(&mut stopped, Duration::from_secs(1)).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "delivering letters");
                pause(&mut stopped, Duration::from_secs(5)).await;
            }
        }
    }
}

/// Searches that found nothing, a whole lot at a time: a search itself never writes. The last lot goes when all else has
/// come to its end.
async fn write_down_unanswered(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    let every = Duration::from_secs(fondouk.house.settings.search.unanswered_seconds);
    let mut open = true;
    while open {
        pause(&mut stopped, every).await;
        open = !*stopped.borrow();
        if let Err(error) = unanswered::write_down(&fondouk.house.db, &fondouk.finder).await {
            tracing::warn!(%error, "writing down searches that found nothing");
        }
    }
}

/// Whoever sent a file checks it; what a crash left unchecked is gone on with here.
async fn take_up_imports(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let db = fondouk.house.db.clone();
        match tokio::task::spawn_blocking(move || import::take_up(&db)).await {
            Ok(Ok(0)) => {}
            Ok(Ok(imports)) => tracing::info!(imports, "went on with imports that stood still"),
            Ok(Err(error)) => tracing::warn!(%error, "going on with imports"),
            Err(error) => tracing::error!(%error, "going on with imports ended badly"),
        }
        pause(&mut stopped, Duration::from_secs(5)).await;
    }
}

async fn clear_away(fondouk: Fondouk, mut stopped: watch::Receiver<bool>) {
    let db = &fondouk.house.db;
    let unanswered_days = fondouk.house.settings.search.unanswered_days;
    while !*stopped.borrow() {
        let cleared = db
            .write(move |tx| {
                let now = tx.now();
                Ok(accounts::forget_expired(tx)?
                    + assistance::forget_links(tx)?
                    + tidings::forget_old(tx)?
                    + once::forget_before(tx, now.minus(TimeDelta::days(2)))?
                    + mail::forget_sent(tx, now.minus(TimeDelta::days(30)))?
                    + unanswered::forget_unanswered(tx, unanswered_days)?
                    + import::forget_old(tx)?
                    + catalogue::forget_old_portfolios(tx)?
                    + catalogue::forget_old_revisions(tx)?
                    + catalogue::forget_old_drafts(tx)?)
            })
            .await;
        match cleared {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "cleared away what has expired"),
            Err(error) => tracing::warn!(%error, "clearing away"),
        }
        pause(&mut stopped, Duration::from_secs(3600)).await;
    }
}
