//! The real binary as a process of its own, which can be killed like one.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A busy machine starts an unoptimised binary slowly; what takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    /// From the start of the process to its first answer.
    pub started_in: Duration,
}

/// `fondouk` with nothing from the environment that would change what it does.
fn command(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fondouk"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("FONDOUK_")) {
        command.env_remove(name);
    }
    command.arg("--data").arg(data).env("RUST_LOG", "warn").stdin(Stdio::null());
    command
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Server {
    /// Starts `serve` and waits until it answers. What it says to its operator is kept in the data folder.
    pub async fn start(data: &Path, port: u16) -> Self {
        let begun = Instant::now();
        let log = File::options().create(true).append(true).open(data.join("serve.log")).unwrap();
        let mut command = command(data);
        let process = command.args(["serve", "--port", &port.to_string()]).stderr(log).spawn().unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut server = Self { process, address, started_in: Duration::ZERO };
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        while begun.elapsed() < PATIENCE {
            if let Ok(Some(status)) = server.process.try_wait() {
                let log = std::fs::read_to_string(data.join("serve.log")).unwrap();
                panic!("the server ended with {status}: {log}");
            }
            if client
                .get(format!("http://{address}/readyz"))
                .send()
                .await
                .is_ok_and(|answer| answer.status() == 200)
            {
                server.started_in = begun.elapsed();
                return server;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("the server did not answer in {PATIENCE:?}");
    }

    /// `kill -9`: no signal handler, no destructor, no last flush.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
