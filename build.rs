//! Texts, assets and migrations are inside the binary: a change in any of them makes it anew.

fn main() {
    for folder in ["src/locale", "src/web/assets", "migrations"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
