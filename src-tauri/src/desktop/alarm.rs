//! Sleeps, looks, and sleeps again: the only thread that waits for a time.

use crate::app::App;
use std::io;
use std::sync::Arc;
use std::thread;

/// Starts the thread. It opens the store before anyone asks for it, and ends with the program.
pub(super) fn start(app: Arc<App>) -> io::Result<()> {
    let look = move || {
        app.open();
        loop {
            let most = app.tick();
            app.sleep(most);
        }
    };
    thread::Builder::new().name("alarm".into()).spawn(look).map(drop)
}
