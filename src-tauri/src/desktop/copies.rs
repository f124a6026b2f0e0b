//! Lets one copy run over the same folder: a second start raises the first's window, and ends.
//!
//! Whoever has the lock beside the store listens on a socket there, a file that only this user can open: it works with and
//! without a session bus, and another folder is another socket. (The usual plugin brings network code into the program.)

use crate::ports::Wish;
use std::path::Path;
use tauri::{AppHandle, Runtime};

#[cfg(unix)]
mod socket {
    use super::{AppHandle, Path, Runtime, Wish};
    use crate::desktop::call as wish_for;
    use std::io::{Read, Write};
    use std::net::Shutdown;
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::PathBuf;
    use std::time::Duration;
    use std::{fs, thread};

    const BEGIN: &[u8] = b"begin";
    const OPEN: &[u8] = b"open";
    /// Is what one who calls is answered; one that is ending answers nothing.
    const COMES: &[u8] = b"comes";
    /// Is how long either may take to say what there is to say.
    const PATIENCE: Duration = Duration::from_secs(1);

    fn socket(folder: &Path) -> PathBuf {
        folder.join("both-heard.socket")
    }

    /// Raises the window of the copy that runs over a folder; false when there is none, or when it is ending.
    pub(in crate::desktop) fn call(folder: &Path, wish: Wish) -> bool {
        let wish = if wish == Wish::Begin { BEGIN } else { OPEN };
        let mut answer = Vec::new();
        let asked = UnixStream::connect(socket(folder)).and_then(|mut first| {
            first.set_read_timeout(Some(PATIENCE))?;
            first.write_all(wish)?;
            first.shutdown(Shutdown::Write)?;
            first.take(16).read_to_end(&mut answer)
        });
        asked.is_ok() && answer == COMES
    }

    /// Listens for later copies. Only for the one who has the lock: what a copy that crashed left there is taken away.
    pub(in crate::desktop) fn listen<R: Runtime>(handle: &AppHandle<R>, folder: &Path) {
        let _ = fs::remove_file(socket(folder));
        // On a disk that knows no sockets, or under a very long path, a second start only ends.
        let Ok(listener) = UnixListener::bind(socket(folder)) else { return };
        let handle = handle.clone();
        let wait = move || {
            for mut caller in listener.incoming().map_while(Result::ok) {
                let (mut said, _) = (Vec::new(), caller.set_read_timeout(Some(PATIENCE)));
                // Whatever was said, somebody wants to see the window.
                let _ = (&caller).take(16).read_to_end(&mut said);
                if wish_for(&handle, if said == BEGIN { Wish::Begin } else { Wish::Open }) {
                    let _ = caller.write_all(COMES);
                }
            }
        };
        let _ = thread::Builder::new().name("copies".into()).spawn(wait);
    }
}

#[cfg(unix)]
pub(super) use socket::{call, listen};

/// Finds nobody: on Windows the lock stands alone.
#[cfg(not(unix))]
pub(super) const fn call(_: &Path, _: Wish) -> bool {
    false
}

/// Listens to nobody.
#[cfg(not(unix))]
pub(super) const fn listen<R: Runtime>(_: &AppHandle<R>, _: &Path) {}
