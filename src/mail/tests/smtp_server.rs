//! As much of a mail server as it takes to receive a letter, or to refuse it for now.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

#[derive(Clone, Debug, Default)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub data: String,
}

pub struct SmtpServer {
    port: u16,
    received: Arc<Mutex<Vec<Received>>>,
}

impl SmtpServer {
    /// Refuses the first letters, then takes all.
    pub fn start(refused: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let seen = received.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                // A client that hangs up ends its own conversation only.
                let _ = converse(stream.unwrap(), &seen, refused);
            }
        });
        Self { port, received }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Everything that came in, refused or not.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

fn converse(stream: TcpStream, seen: &Mutex<Vec<Received>>, refused: usize) -> std::io::Result<()> {
    let mut answer = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    let mut mail = Received::default();
    answer.write_all(b"220 test ESMTP\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let reply = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-test\r\n250 8BITMIME",
            "MAIL" => {
                mail.from = address(&line);
                "250 ok"
            }
            "RCPT" => {
                mail.to = address(&line);
                "250 ok"
            }
            "DATA" => {
                answer.write_all(b"354 go on\r\n")?;
                mail.data = data(&mut lines)?;
                let mut seen = seen.lock().unwrap();
                seen.push(std::mem::take(&mut mail));
                if seen.len() > refused { "250 taken" } else { "451 come back later" }
            }
            "NOOP" | "RSET" => "250 ok",
            "QUIT" => "221 bye",
            _ => "502 unknown",
        };
        answer.write_all(format!("{reply}\r\n").as_bytes())?;
    }
    Ok(())
}

fn address(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}

fn data(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> std::io::Result<String> {
    let mut text = String::new();
    for line in lines {
        let line = line?;
        if line == "." {
            break;
        }
        // A leading dot was doubled for the journey.
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
        text.push('\n');
    }
    Ok(text)
}
