//! Opens a window with one word in it: the least a Tauri program can be, to measure Both Heard against.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Blank")
                .inner_size(1100.0, 720.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
