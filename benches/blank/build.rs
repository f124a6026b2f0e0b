//! Lets Tauri read the blank window's settings.

fn main() {
    tauri_build::build();
}
