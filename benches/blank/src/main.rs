//! Opens a window with one word in it: the least a Tauri program can be, to measure Both Heard against.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::thread;
use tauri::{AppHandle, RunEvent, WebviewUrl, WebviewWindowBuilder};

/// Whoever starts it so gets a new window each time they close one, as from a program in the background.
const AGAIN: &str = "--again";

fn main() -> tauri::Result<()> {
    let comes_again = std::env::args().any(|argument| argument == AGAIN);
    let program = tauri::Builder::default().setup(|app| Ok(open(app.handle())?)).build(tauri::generate_context!())?;
    program.run(move |handle, event| {
        if let RunEvent::ExitRequested { code: None, api, .. } = event
            && comes_again
        {
            api.prevent_exit();
            let handle = handle.clone();
            // Not here: the loop still holds the window that goes.
            thread::spawn(move || open(&handle));
        }
    });
    Ok(())
}

fn open(handle: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(handle, "main", WebviewUrl::default())
        .title("Blank")
        .inner_size(1100.0, 720.0)
        .build()
        .map(drop)
}
