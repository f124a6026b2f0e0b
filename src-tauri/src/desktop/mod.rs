//! Adds the window, and puts the program together.

#[cfg(target_os = "linux")]
mod activation;
#[cfg(target_os = "linux")]
mod ahead;
mod drawing;
#[cfg(not(target_os = "linux"))]
mod login;
#[cfg(not(target_os = "linux"))]
mod notifier;
mod page;
mod place;
#[cfg(not(target_os = "linux"))]
mod tray;
mod window;
mod zone;

use crate::ipc;
use both_heard_app::content;
use both_heard_app::ports::{LoginItem, Notifier, Signal, Tray, WindowRequest, World};
use both_heard_app::{App, Folders};
use both_heard_desktop::arguments::{Arguments, HELP, Print, on_one_line};
use both_heard_desktop::notifier::{Chosen, Heard};
use both_heard_desktop::{alarm, clock, copies, ids, memory, next, preferences, sound};
use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Context, Manager, RunEvent, Runtime, WindowEvent};
use window::{call, chosen};

/// The program's name on this system, for its folders and on the session bus.
const IDENTIFIER: &str = "org.bothheard.BothHeard";

/// Runs the program as the command line asks, until they end it.
#[must_use]
pub fn run() -> ExitCode {
    zone::follow_the_system();
    match Arguments::read(std::env::args_os()) {
        Ok(Arguments { print: Some(print), data_dir, .. }) => answer(print, data_dir),
        Ok(arguments) => start(arguments),
        Err(error) => {
            let status = complain(&error.to_string());
            let _ = write!(io::stderr(), "\n{HELP}");
            status
        }
    }
}

/// Prints what was asked for instead of a start.
fn answer(print: Print, data_dir: Option<PathBuf>) -> ExitCode {
    let text = match print {
        Print::Version => format!("both-heard {}\n", env!("CARGO_PKG_VERSION")),
        Print::Help => HELP.to_owned(),
        Print::Next => match next::next(data_dir.or_else(usual_data_dir)) {
            Ok(Some(next)) => format!("{next}\n"),
            Ok(None) => return complain("nothing is planned"),
            Err(error) => return complain(&error.to_string()),
        },
    };
    let mut out = io::stdout().lock();
    // Not `print`: it panics where the device is full, or nobody reads any more.
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("this could not be printed: {error}")),
    }
}

/// Says what went wrong where there is no window to say it in; where that cannot be said either, the status does.
fn complain(what: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "both-heard: {}", on_one_line(what));
    ExitCode::FAILURE
}

fn start(arguments: Arguments) -> ExitCode {
    let Some(data) = arguments.data_dir.clone().or_else(usual_data_dir) else {
        return complain("there is no place to keep anything; `--data-dir` names one");
    };
    // One name for one folder, from wherever it is named; whoever starts at login starts from somewhere else.
    let data = std::path::absolute(&data).unwrap_or(data);
    let request = if arguments.begin { WindowRequest::Begin } else { WindowRequest::Open };
    // Whoever wants no window has what was wanted when a copy runs.
    if !arguments.hidden && copies::call(&data, request, given().as_deref()) {
        return ExitCode::SUCCESS;
    }
    memory::write_nothing_down();
    drawing::choose();
    let builder = tauri::Builder::default();
    #[cfg(not(target_os = "linux"))]
    let builder = builder
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_autostart::Builder::new().arg("--hidden").build());
    #[cfg(target_os = "macos")]
    let builder = builder.on_web_content_process_terminate(|page| page::ended(page.app_handle()));
    let builder = builder
        .manage(page::Page::default())
        .manage(place::Whereabouts::in_folder(&data))
        .invoke_handler(ipc::handler())
        .setup(move |app| {
            // Tauri would panic on an error.
            let no_window = |error: Box<dyn Error>| -> ! {
                complain(&format!("the window could not be opened: {error}"));
                std::process::exit(1)
            };
            let handle = app.handle();
            let elsewhere = arguments.data_dir.is_some().then(|| data.clone());
            let app = set_up(handle, data.clone(), elsewhere).unwrap_or_else(|error| no_window(error));
            if let Err(status) = claim(&app, &data, (!arguments.hidden).then_some(request)) {
                std::process::exit(status);
            }
            let on = handle.clone();
            copies::listen(&data, move |request, token| {
                keep(&on, token);
                call(&on, request)
            });
            if arguments.hidden {
                app.begin_hidden();
            } else {
                app.request_window(request);
                window::open(handle).unwrap_or_else(|error| no_window(error.into()));
            }
            // Not before it is known whether it stands in the tray.
            alarm::start(app).unwrap_or_else(|error| no_window(error.into()));
            Ok(())
        });
    #[cfg(target_os = "linux")]
    let Ok(built) = ahead::begin(|| gtk::init().map(|()| builder.build(context()))) else {
        return complain("both-heard: there is no display to show a window on");
    };
    #[cfg(not(target_os = "linux"))]
    let built = builder.build(context());
    match built {
        Ok(app) => {
            app.run(|handle, event| match event {
                RunEvent::WindowEvent { event: WindowEvent::Destroyed, .. } => window::come_back(handle),
                // The last window was closed, and they want to be reminded.
                RunEvent::ExitRequested { code: None, api, .. } if stays(handle) => api.prevent_exit(),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => complain(&format!("the window could not be opened: {error}")),
    }
}

/// Reads what was built in: the screen's files, the list of what a window may call.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn usual_data_dir() -> Option<PathBuf> {
    Some(dirs::data_dir()?.join(IDENTIFIER))
}

/// Takes the folder for this copy. Where another has it, that one is called for what is asked, and this one ends with a
/// status. It may not listen yet, or be ending; then this one takes its place.
fn claim(app: &App, data: &Path, request: Option<WindowRequest>) -> Result<(), i32> {
    for _ in 0..20 {
        if app.claim() {
            return Ok(());
        }
        if request.is_none_or(|request| copies::call(data, request, given().as_deref())) {
            return Err(0);
        }
        thread::sleep(Duration::from_millis(100));
    }
    complain("it is running already");
    Err(1)
}

/// Makes the program over its folders. `elsewhere` is the folder that was asked for.
fn set_up<R: Runtime>(
    handle: &AppHandle<R>,
    data: PathBuf,
    elsewhere: Option<PathBuf>,
) -> Result<Arc<App>, Box<dyn Error>> {
    let path = handle.path();
    let folders = Folders {
        data,
        // A home without a documents folder is no reason to keep a text from those who asked for it.
        documents: path.document_dir().or_else(|_| path.home_dir())?,
    };
    let world = World {
        clock: Box::new(clock::SystemClock::start()),
        ids: Box::new(ids::TimedIds::default()),
        notifier: notifier(handle),
        chime: Box::new(sound::Loudspeaker::default()),
        window: Box::new(window::DesktopWindow(handle.clone())),
        tray: in_tray(handle),
        login_item: login_item(handle, elsewhere),
        preferences: Box::new(preferences::DesktopPreferences::new(signal_scheme(handle.clone()))),
    };
    #[cfg(target_os = "linux")]
    handle.manage(activation::Activation::default());
    let app = Arc::new(App::new(world, folders, content::weekly()?));
    handle.manage(Arc::clone(&app));
    Ok(app)
}

fn stays<R: Runtime>(handle: &AppHandle<R>) -> bool {
    handle.try_state::<Arc<App>>().is_some_and(|app| app.stays())
}

/// Keeps what lets a window come to the front, where something was given.
fn keep<R: Runtime>(_handle: &AppHandle<R>, _token: Option<String>) {
    #[cfg(target_os = "linux")]
    if let Some(token) = _token {
        activation::keep(_handle, token);
    }
}

/// Finds what whoever started this program was given to let its window come to the front.
fn given() -> Option<String> {
    #[cfg(target_os = "linux")]
    return activation::given();
    #[cfg(not(target_os = "linux"))]
    None
}

/// Lets the window hear when the desktop turns dark or light.
fn signal_scheme<R: Runtime>(handle: AppHandle<R>) -> impl Fn() + Send + Sync + 'static {
    move || window::signal(&handle, Signal::Scheme)
}

/// Makes what stands in the tray.
fn in_tray<R: Runtime>(handle: &AppHandle<R>) -> Box<dyn Tray> {
    #[cfg(target_os = "linux")]
    {
        use both_heard_desktop::tray::{DesktopTray, Picture};
        let picture = handle.default_window_icon().map(|icon| Picture {
            width: icon.width(),
            height: icon.height(),
            rgba: icon.rgba().to_vec(),
        });
        let on = handle.clone();
        let chosen = move |choice, token| {
            keep(&on, token);
            chosen(&on, choice);
        };
        Box::new(DesktopTray::new(picture.as_ref(), chosen))
    }
    #[cfg(not(target_os = "linux"))]
    Box::new(tray::DesktopTray::new(handle.clone()))
}

/// Makes what lets the program start at login, over the folder that was asked for.
fn login_item<R: Runtime>(_handle: &AppHandle<R>, data_dir: Option<PathBuf>) -> Box<dyn LoginItem> {
    #[cfg(target_os = "linux")]
    return Box::new(both_heard_desktop::login::LoginEntry { data_dir });
    #[cfg(not(target_os = "linux"))]
    {
        drop(data_dir);
        Box::new(login::LoginEntry(_handle.clone()))
    }
}

/// Makes the notifier, and says what becomes of what they choose on a notification.
fn notifier<R: Runtime>(handle: &AppHandle<R>) -> Box<dyn Notifier> {
    let on = handle.clone();
    let heard = move |heard| match heard {
        Heard::Chosen(Chosen::Open) => drop(call(&on, WindowRequest::Home)),
        Heard::Chosen(Chosen::Begin) => drop(call(&on, WindowRequest::Begin)),
        Heard::Chosen(Chosen::Snooze) => window::snooze(&on),
        #[cfg(target_os = "linux")]
        Heard::Activation(token) => activation::keep(&on, token),
        #[cfg(target_os = "linux")]
        Heard::Appeared => {
            if let Some(app) = on.try_state::<Arc<App>>() {
                app.wake();
            }
        }
    };
    #[cfg(target_os = "linux")]
    return Box::new(both_heard_desktop::notifier::DesktopNotifier::new(heard));
    #[cfg(not(target_os = "linux"))]
    Box::new(notifier::DesktopNotifier::new(handle.clone(), heard))
}
