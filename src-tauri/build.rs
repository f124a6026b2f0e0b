//! Tells Tauri the program's own commands, so that a window may call these and no others.

/// Takes the names out of the one list of commands; the rest of it is the shell's.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $ty:ty),*) -> $answer:ty;)*) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}

include!("src/ipc/commands.rs");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=src-tauri/src/ipc/commands.rs");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    if !std::path::Path::new("ui/dist/index.html").exists() {
        return Err(
            "ui/dist is missing: `cargo xtask run` and `cargo xtask test` make it, and so does `npm run build`".into(),
        );
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    Ok(tauri_build::try_build(attributes)?)
}
