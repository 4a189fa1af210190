//! The one binary.

fn main() -> std::process::ExitCode {
    fondouk::commands::run()
}
