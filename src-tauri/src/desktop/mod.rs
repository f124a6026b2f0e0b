//! Adds what a desktop has: a window, notifications, a tone, a clock, and the one thread that sleeps.

mod alarm;
mod clock;
mod drawing;
mod notifier;
mod sound;
mod theme;
mod window;

pub(crate) use theme::system_is_dark;

use crate::app::{App, Folders};
use crate::ports::{Signal, World};
use crate::{content, ipc};
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{AppHandle, Context, Manager, Runtime};

/// Runs the program until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    drawing::choose();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(ipc::handler())
        .setup(|app| {
            set_up(app.handle())?;
            window::open(app.handle())?;
            Ok(())
        })
        .build(context());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            // No window came up, so the terminal is the only place left to say it.
            #[expect(clippy::print_stderr, reason = "there is no window to say it in")]
            {
                eprintln!("Both Heard could not open its window: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Reads what was built in: the screen's files, the list of what a window may call.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn set_up<R: Runtime>(handle: &AppHandle<R>) -> Result<(), Box<dyn std::error::Error>> {
    let path = handle.path();
    let folders = Folders {
        data: path.app_data_dir()?,
        // A home without a documents folder is no reason to keep a text from those who asked for it.
        documents: path.document_dir().or_else(|_| path.home_dir())?,
    };
    let world = World {
        clock: Box::new(clock::SystemClock::start()),
        notifier: Box::new(notifier::DesktopNotifier::new(handle.clone())),
        chime: Box::new(sound::Loudspeaker),
        screen: Box::new(window::Window::new(handle.clone())),
    };
    let app = Arc::new(App::new(world, folders, content::weekly()?));
    handle.manage(Arc::clone(&app));
    let clicked = handle.clone();
    notifier::on_click(handle, move || {
        window::raise(&clicked);
        window::signal(&clicked, Signal::ComeHome);
    });
    alarm::start(app)?;
    Ok(())
}
