//! The life of a letter: posted, carried, tried again, never doubled unseen, never lost.

mod opened;
mod smtp_server;

use std::path::PathBuf;

use chrono::TimeDelta;
use tempfile::TempDir;

use super::*;
use crate::clock::Clock;
use crate::db::Db;
use crate::error::Error;
use crate::locale::Language;
use crate::settings::{MailTransport, Settings, SmtpSecurity};
use opened::Opened;
use smtp_server::SmtpServer;

struct House {
    db: Db,
    settings: Settings,
    clock: Clock,
    _folder: TempDir,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::defaults();
        settings.data.folder = folder.path().to_owned();
        settings.site.public_url = "https://fondouk.example/".parse().unwrap();
        let clock = Clock::set_to(Time::from_micros(1_780_000_000_000_000));
        let db = Db::open(&settings.database, settings.sqlite_file(), clock.clone()).unwrap();
        Self { db, settings, clock, _folder: folder }
    }

    fn carrier(&self) -> Carrier {
        Carrier::from_settings(&self.settings).unwrap()
    }

    fn smtp(mut self, server: &SmtpServer) -> Self {
        self.settings.mail.transport = MailTransport::Smtp;
        self.settings.mail.smtp_security = SmtpSecurity::None;
        self.settings.mail.smtp_host = "127.0.0.1".to_owned();
        self.settings.mail.smtp_port = server.port();
        self
    }

    async fn post(&self, letter: Letter) {
        self.db.write(move |tx| post(tx, &letter)).await.unwrap();
    }

    async fn deliver(&self, carrier: &Carrier) -> usize {
        deliver_due(&self.db, carrier, &self.settings).await.unwrap()
    }

    async fn waiting(&self) -> Vec<Entry> {
        self.db.read(waiting).await.unwrap()
    }

    async fn given_up(&self) -> Vec<Entry> {
        self.db.read(given_up).await.unwrap()
    }

    /// A file where the folder should be: letters cannot leave until it is gone.
    fn block_the_folder(&self) -> PathBuf {
        let path = self.settings.mail_folder();
        std::fs::remove_dir_all(&path).unwrap();
        std::fs::write(&path, "in the way").unwrap();
        path
    }

    fn dropped(&self) -> Vec<(String, Opened)> {
        let mut found: Vec<_> = std::fs::read_dir(self.settings.mail_folder())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                (name, Opened::read(&std::fs::read_to_string(&path).unwrap()))
            })
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }
}

fn to_amal(cause: &str) -> Letter {
    Letter::to("amal@example.org", "أمل الفخّار", Language::Ar)
        .cause(cause)
        .subject("nav-sourcing-requests")
        .paragraph("nav-promise")
        .fact("nav-makers", "Dar Amal")
        .button("nav-sign-in", "https://fondouk.example/sign-in")
        .build()
}

#[tokio::test]
async fn a_letter_lands_in_the_folder_with_both_parts() {
    let house = House::new();
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&house.carrier()).await, 1);

    let [(name, letter)] = &house.dropped()[..] else { panic!("one letter was expected") };
    let id = letter.header("Message-ID").trim_matches(['<', '>']).to_owned();
    assert_eq!(*name, format!("{id}.eml"));
    assert!(id.ends_with("@fondouk.example"), "{id}");
    assert_eq!(letter.words("Subject"), "طلبات التوريد");
    assert_eq!(letter.words("To"), "أمل الفخّار <amal@example.org>");
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    assert!(letter.part("text/plain").contains("https://fondouk.example/sign-in"));
    assert!(letter.part("text/html").contains(r#"href="https://fondouk.example/sign-in""#));
    assert!(house.waiting().await.is_empty());
}

#[tokio::test]
async fn one_click_ends_letters_that_nobody_need_get_and_only_those() {
    let server = SmtpServer::start(0);
    let house = House::new().smtp(&server);
    let end = format!("https://fondouk.example/unsubscribe/{}", "s".repeat(43));
    let news = Letter::to("amal@example.org", "أمل الفخّار", Language::Ar)
        .cause("news-1")
        .subject("nav-sourcing-requests")
        .unsubscribable(&end, "https://fondouk.example/account/letters")
        .build();
    house.post(news).await;
    house.post(to_amal("quote-1")).await;
    assert_eq!(house.deliver(&house.carrier()).await, 2);
    let received = server.received();
    // On the wire each header stands on a line of its own, the address whole and between angle brackets.
    let raw = received.iter().map(|mail| &mail.data).find(|data| data.contains("List-Unsubscribe")).unwrap();
    for line in
        [format!("List-Unsubscribe: <{end}>"), "List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned()]
    {
        assert_eq!(raw.lines().filter(|own| *own == line).count(), 1, "{line}: {raw}");
    }
    let letter = Opened::read(raw);
    assert_eq!(letter.header("List-Unsubscribe"), format!("<{end}>"));
    let plain =
        received.iter().map(|mail| Opened::read(&mail.data)).filter(|mail| !mail.has("List-Unsubscribe"));
    assert_eq!(plain.filter(|mail| !mail.has("List-Unsubscribe-Post")).count(), 1);
}

#[tokio::test]
async fn the_same_cause_is_posted_once() {
    let house = House::new();
    house.post(to_amal("request-1")).await;
    house.post(to_amal("request-1")).await;
    assert_eq!(house.waiting().await.len(), 1);
    house.deliver(&house.carrier()).await;
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&house.carrier()).await, 0, "not even after it was sent");
    house.post(to_amal("request-2")).await;
    assert_eq!(house.deliver(&house.carrier()).await, 1);
}

#[tokio::test]
async fn a_letter_that_cannot_leave_waits_longer_each_time_and_leaves_under_its_first_id() {
    let house = House::new();
    let carrier = house.carrier();
    let obstacle = house.block_the_folder();
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&carrier).await, 0);
    let first = house.waiting().await.remove(0);
    assert!(first.last_error.is_some());
    for (attempts, minutes) in [(1, 1), (2, 2), (3, 4)] {
        let entry = house.waiting().await.remove(0);
        let due = house.clock.now().plus(TimeDelta::minutes(minutes));
        assert_eq!((entry.attempts, entry.next_attempt_at), (attempts, Some(due)));
        house.clock.advance(TimeDelta::minutes(minutes) - TimeDelta::seconds(1));
        house.deliver(&carrier).await;
        assert_eq!(house.waiting().await[0].attempts, attempts, "it is not due yet");
        house.clock.advance(TimeDelta::seconds(1));
        house.deliver(&carrier).await;
    }
    std::fs::remove_file(obstacle).unwrap();
    house.clock.advance(TimeDelta::minutes(8));
    assert_eq!(house.deliver(&carrier).await, 1);
    assert_eq!(house.dropped()[0].1.header("Message-ID"), format!("<{}>", first.message_id));
}

#[tokio::test]
async fn after_the_last_attempt_a_letter_is_put_aside_until_the_operator_tries_again() {
    let mut house = House::new();
    house.settings.mail.attempts = 3;
    let carrier = house.carrier();
    let obstacle = house.block_the_folder();
    house.post(to_amal("request-1")).await;
    for _ in 0..5 {
        house.deliver(&carrier).await;
        house.clock.advance(TimeDelta::hours(7));
    }
    assert!(house.waiting().await.is_empty());
    let [entry] = &house.given_up().await[..] else { panic!("one letter was expected") };
    assert_eq!(entry.attempts, 3);
    assert_eq!(house.db.read(counts).await.unwrap(), Counts { waiting: 0, given_up: 1 });

    std::fs::remove_file(obstacle).unwrap();
    let id = entry.id;
    house.db.write(move |tx| retry(tx, id)).await.unwrap();
    assert_eq!(house.deliver(&carrier).await, 1);
    assert!(house.given_up().await.is_empty());
    let sent = house.db.write(move |tx| retry(tx, id)).await;
    assert!(matches!(sent, Err(Error::NotFound)), "what was sent is not sent again");
}

#[tokio::test]
async fn a_letter_sent_twice_because_of_a_crash_is_recognisably_the_same() {
    let house = House::new();
    let carrier = house.carrier();
    house.post(to_amal("request-1")).await;
    // The sending half alone: the process dies before it can record that the letter left.
    let taken = house
        .db
        .write(|tx| store::take_due(tx, 10, TimeDelta::minutes(10), "fondouk.example"))
        .await
        .unwrap();
    carrier.carry(&taken[0]).await.unwrap();
    let before = house.dropped();

    assert_eq!(house.deliver(&carrier).await, 0, "the lease keeps other nodes away");
    house.clock.advance(TimeDelta::minutes(10));
    assert_eq!(house.deliver(&carrier).await, 1);
    let after = house.dropped();
    assert_eq!(after.len(), 1, "the second copy replaces the first");
    assert_eq!((&after[0].0, after[0].1.header("Date")), (&before[0].0, before[0].1.header("Date")));
}

#[tokio::test]
async fn two_nodes_never_take_the_same_letter() {
    let house = House::new();
    for number in 0..20 {
        house.post(to_amal(&format!("request-{number}"))).await;
    }
    let carrier = house.carrier();
    let (one, other) = tokio::join!(house.deliver(&carrier), house.deliver(&carrier));
    assert_eq!(one + other, 20);
    assert_eq!(house.dropped().len(), 20);
}

#[tokio::test]
async fn an_impossible_address_is_put_aside_at_once_and_holds_up_nobody() {
    let house = House::new();
    let wrong = Letter::to("amal@example.org\r\nBcc: all@example.org", "Amal", Language::En)
        .subject("nav-brand")
        .build();
    house.post(wrong).await;
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&house.carrier()).await, 1);
    assert_eq!(house.given_up().await.len(), 1);
}

#[tokio::test]
async fn names_and_subjects_cannot_smuggle_headers() {
    let house = House::new();
    let name = "Amal\r\nBcc: all@example.org";
    let subject = Message::new("mail-greeting").with("name", "x\r\nX-Bad: 1\r\n\r\n<html>");
    house.post(Letter::to("amal@example.org", name, Language::En).subject(subject).build()).await;
    house.deliver(&house.carrier()).await;
    let letter = &house.dropped()[0].1;
    assert!(!letter.has("Bcc") && !letter.has("X-Bad"));
    assert!(letter.words("To").contains("Bcc: all@example.org"), "it stands in the name, harmless");
}

#[tokio::test]
async fn a_mail_server_receives_a_letter() {
    let server = SmtpServer::start(0);
    let house = House::new().smtp(&server);
    let carrier = house.carrier();
    carrier.check().await.unwrap();
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&carrier).await, 1);
    let received = server.received();
    assert_eq!(received[0].from, "no-reply@fondouk.example");
    assert_eq!(received[0].to, "amal@example.org");
    let letter = Opened::read(&received[0].data);
    assert_eq!(letter.words("Subject"), "طلبات التوريد");
    assert!(letter.part("text/plain").contains("Dar Amal"));
}

#[tokio::test]
async fn a_mail_server_that_refuses_for_now_gets_the_same_letter_later() {
    let server = SmtpServer::start(1);
    let house = House::new().smtp(&server);
    let carrier = house.carrier();
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&carrier).await, 0);
    let entry = house.waiting().await.remove(0);
    assert!(entry.last_error.unwrap().contains("come back later"));
    house.clock.advance(TimeDelta::minutes(1));
    assert_eq!(house.deliver(&carrier).await, 1);
    let received = server.received();
    let ids: Vec<_> =
        received.iter().map(|mail| Opened::read(&mail.data).header("Message-ID").to_owned()).collect();
    assert_eq!(ids, [format!("<{}>", entry.message_id), format!("<{}>", entry.message_id)]);
}

#[tokio::test]
async fn a_mail_server_that_is_not_there_costs_no_letter() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut house = House::new();
    house.settings.mail.transport = MailTransport::Smtp;
    house.settings.mail.smtp_security = SmtpSecurity::None;
    house.settings.mail.smtp_host = "127.0.0.1".to_owned();
    house.settings.mail.smtp_port = port;
    let carrier = house.carrier();
    assert!(carrier.check().await.is_err());
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&carrier).await, 0);
    assert_eq!(house.waiting().await[0].attempts, 1);
}

#[tokio::test]
async fn bodies_of_old_letters_are_forgotten_but_not_their_causes() {
    let house = House::new();
    house.post(to_amal("request-1")).await;
    house.deliver(&house.carrier()).await;
    house.post(to_amal("request-2")).await;
    house.clock.advance(TimeDelta::days(1));
    let now = house.clock.now();
    assert_eq!(house.db.write(move |tx| forget_sent(tx, now)).await.unwrap(), 1);
    assert_eq!(house.db.write(move |tx| forget_sent(tx, now)).await.unwrap(), 0);
    house.post(to_amal("request-1")).await;
    assert_eq!(house.deliver(&house.carrier()).await, 1, "only the second one was waiting, and it is whole");
    let bodies = house.dropped().iter().all(|(_, letter)| letter.part("text/html").contains("Dar Amal"));
    assert!(bodies);
}

#[test]
fn addresses_are_told_from_other_texts() {
    assert_eq!(parse_address(" amal@example.org ").unwrap(), "amal@example.org");
    let long = format!("{}@example.org", "a".repeat(250));
    for wrong in
        ["", "amal", "amal@", "@example.org", "a b@example.org", "a@b.c\r\nBcc: d@e.f", "a@b.c,d@e.f", &long]
    {
        assert_eq!(parse_address(wrong).unwrap_err().key, "mail-address-wrong", "{wrong}");
    }
}

/// The worker runs on a runtime of many threads.
#[test]
fn delivering_may_move_between_threads() {
    fn movable<T: Send>(_: &T) {}
    let house = House::new();
    let carrier = house.carrier();
    movable(&deliver_due(&house.db, &carrier, &house.settings));
}
