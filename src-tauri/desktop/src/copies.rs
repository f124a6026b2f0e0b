//! Lets one copy run over the same folder: a second start raises the first's window, and ends.
//!
//! Whoever has the lock beside the store listens on a socket there, a file that only this user can open: it works with and
//! without a session bus, and another folder is another socket. (The usual plugin brings network code into the program.)

use both_heard_app::ports::WindowRequest;
use std::path::Path;

#[cfg(unix)]
mod socket {
    use super::{Path, WindowRequest};
    use std::fs::File;
    use std::io::{self, Read, Write};
    use std::net::Shutdown;
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::PathBuf;
    use std::time::Duration;
    use std::{fs, thread};

    /// How many bytes the name of a socket may have on Linux, less one that ends it.
    const LONGEST: usize = 107;
    const BEGIN: &[u8] = b"begin";
    const OPEN: &[u8] = b"open";
    /// What one who calls is answered; one that is ending answers nothing.
    const COMES: &[u8] = b"comes";
    /// How many bytes are read of one who calls: the request, and what lets a window come to the front.
    const MOST: u64 = 1024;
    /// How long either may take to say what there is to say.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// The place of the socket, by a name that is short enough for one.
    struct Place {
        path: PathBuf,
        /// The folder, open while the name is used: the name may lead through it.
        _folder: Option<File>,
    }

    impl Place {
        fn of(folder: &Path) -> io::Result<Self> {
            let path = folder.join("both-heard.socket");
            if !cfg!(target_os = "linux") || path.as_os_str().len() <= LONGEST {
                return Ok(Self { path, _folder: None });
            }
            let folder = File::open(folder)?;
            let path = Path::new("/proc/self/fd").join(folder.as_raw_fd().to_string()).join("both-heard.socket");
            Ok(Self { path, _folder: Some(folder) })
        }
    }

    /// Raises the window of the copy that runs over a folder; false when there is none, or when it is ending. `token` is
    /// what whoever started this one was given to let a window come to the front: the one that comes up is the first's.
    #[must_use]
    pub fn call(folder: &Path, request: WindowRequest, token: Option<&str>) -> bool {
        let request = if request == WindowRequest::Begin { BEGIN } else { OPEN };
        let mut answer = Vec::new();
        let connect = || UnixStream::connect(Place::of(folder)?.path);
        let asked = connect().and_then(|mut first| {
            first.set_read_timeout(Some(PATIENCE))?;
            first.write_all(request)?;
            if let Some(token) = token {
                first.write_all(format!("\n{token}").as_bytes())?;
            }
            first.shutdown(Shutdown::Write)?;
            first.take(16).read_to_end(&mut answer)
        });
        asked.is_ok() && answer == COMES
    }

    /// Listens for later copies, and calls `called` with the request and the token of each; it answers whether a window comes.
    /// Only for the one who has the lock: what a copy that crashed left there is taken away.
    pub fn listen(folder: &Path, called: impl Fn(WindowRequest, Option<String>) -> bool + Send + 'static) {
        let bind = || {
            let place = Place::of(folder)?;
            let _ = fs::remove_file(&place.path);
            let listener = UnixListener::bind(&place.path)?;
            // Also in a folder that others may enter.
            fs::set_permissions(&place.path, fs::Permissions::from_mode(0o600))?;
            io::Result::Ok(listener)
        };
        // On a disk that knows no sockets a second start only ends.
        let Ok(listener) = bind() else { return };
        let wait = move || {
            for mut caller in listener.incoming().map_while(Result::ok) {
                let (mut said, _) = (Vec::new(), caller.set_read_timeout(Some(PATIENCE)));
                // Whatever was said, somebody wants to see the window.
                let _ = (&caller).take(MOST).read_to_end(&mut said);
                let mut said = said.splitn(2, |byte| *byte == b'\n');
                let request = if said.next() == Some(BEGIN) { WindowRequest::Begin } else { WindowRequest::Open };
                let token = said.next().and_then(|token| String::from_utf8(token.to_vec()).ok());
                if called(request, token) {
                    let _ = caller.write_all(COMES);
                }
            }
        };
        let _ = thread::Builder::new().name("copies".into()).spawn(wait);
    }
}

#[cfg(unix)]
pub use socket::{call, listen};

/// Finds nobody: on Windows the lock stands alone.
#[cfg(not(unix))]
#[must_use]
pub const fn call(_: &Path, _: WindowRequest, _: Option<&str>) -> bool {
    false
}

/// Listens to nobody.
#[cfg(not(unix))]
pub fn listen(_: &Path, _: impl Fn(WindowRequest, Option<String>) -> bool + Send + 'static) {}
