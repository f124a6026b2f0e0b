//! Sleeps, looks, and sleeps again: the only thread that waits for a time. What it finds is told by another.

use both_heard_app::App;
use std::io;
use std::sync::Arc;
use std::thread;

/// Starts the thread, and the one that tells. It opens the store before anyone asks for it; both end with the program.
///
/// # Errors
/// Passes on that the system has no thread left.
pub fn start(app: Arc<App>) -> io::Result<()> {
    let tells = Arc::clone(&app);
    let tell = move || {
        loop {
            tells.tell_next();
        }
    };
    thread::Builder::new().name("reminders".into()).spawn(tell)?;
    let look = move || {
        app.open();
        loop {
            let most = app.tick();
            app.sleep(most);
        }
    };
    thread::Builder::new().name("alarm".into()).spawn(look).map(drop)
}
