//! A server that is told to stop finishes what it is at; one whose database went away finds it again.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{fondouk, url_of};

fn start(folder: &std::path::Path) -> (Child, u16) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut command = fondouk(folder, "sqlite:");
    command.args(["serve", "--port", &port.to_string()]);
    let child = command.stderr(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(30), "the server does not start");
        std::thread::sleep(Duration::from_millis(20));
    }
    (child, port)
}

fn end(child: &mut Child) -> Option<i32> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if begun.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
            panic!("the server does not stop");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn stops_gracefully(signal: &str) {
    let folder = tempfile::tempdir().unwrap();
    let (mut child, port) = start(folder.path());
    let body = r#"{"email": "nobody@example.org", "password": "four plates of glazed clay"}"#;
    let mut request = TcpStream::connect(("127.0.0.1", port)).unwrap();
    request.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let head = format!(
        "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    // Half of a request is there when the signal comes.
    request.write_all(head.as_bytes()).unwrap();
    request.write_all(&body.as_bytes()[..10]).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
    std::thread::sleep(Duration::from_millis(300));
    request.write_all(&body.as_bytes()[10..]).unwrap();
    let mut answer = String::new();
    request.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{signal}: {answer}");
    assert_eq!(end(&mut child), Some(0), "{signal}");
}

#[test]
fn a_terminated_server_answers_what_it_was_asked() {
    stops_gracefully("-TERM");
}

#[test]
fn an_interrupted_server_answers_what_it_was_asked() {
    stops_gracefully("-INT");
}

stories! {
    async fn a_lost_database_is_found_again(app: TestApp) {
        let workers = app.start_workers().await;
        app.get("/readyz").await.expect(200);
        if app.backend == Backend::Postgres {
            let url = url_of(&app).to_owned();
            let cut = move || {
                use diesel::{Connection, PgConnection, RunQueryDsl};
                let all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                           WHERE datname = current_database() AND pid <> pg_backend_pid()";
                diesel::sql_query(all).execute(&mut PgConnection::establish(&url).unwrap()).unwrap()
            };
            assert!(tokio::task::spawn_blocking(cut).await.unwrap() > 0, "connections were cut");
        }
        // The very next request gets a connection that works, and the workers go on.
        app.get("/readyz").await.expect(200);
        app.maker("Still here").await;
        app.caught_up().await;
        workers.stop().await;
    }
}
