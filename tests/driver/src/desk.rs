//! Lays a fresh desk for the program: a home, a display, a window manager and a session bus.

use std::collections::{BTreeMap, VecDeque};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::child::{Tool, Words};
use crate::{Display, DriveError, Outcome, Program, Window, until_true};

/// What stands on a desk before the program is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    /// The display's width and height in pixels.
    pub size: (u16, u16),
    /// Whether there is a session bus; without one nothing can notify.
    pub bus: bool,
    /// Whether a window manager (openbox) draws frames and gives the focus.
    pub window_manager: bool,
    /// An IANA name such as `Europe/Vienna`.
    pub time_zone: String,
    /// Whether things move; most tests have no use for it, and every frame of it is drawn by the processor here.
    pub moves: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { size: (1280, 900), bus: true, window_manager: true, time_zone: "UTC".to_owned(), moves: false }
    }
}

/// A place of its own for the program to run in; all of it is gone when it is dropped.
///
/// The environment holds nothing of the caller's but `PATH`, so a test sees the same desk on every machine.
#[derive(Debug)]
pub struct Desk {
    /// What was started last stands first, as it ends first; the folders go at the end.
    tools: VecDeque<Tool>,
    pub(crate) display: String,
    environment: BTreeMap<OsString, OsString>,
    place: TempDir,
}

impl Desk {
    /// Lays a desk as most tests want it: 1280×900, with a bus and a window manager, in UTC.
    pub fn fresh() -> Outcome<Self> {
        Self::arranged(&Arrangement::default())
    }

    /// Lays a desk in another arrangement.
    pub fn arranged(arrangement: &Arrangement) -> Outcome<Self> {
        if !cfg!(target_os = "linux") {
            return Err(DriveError::NotOnThisSystem);
        }
        let place = tempfile::Builder::new()
            .prefix("both-heard-desk-")
            .tempdir()
            .map_err(DriveError::io("making a folder for the desk"))?;
        lay_folders(place.path(), arrangement.moves)?;
        let environment = base_environment(place.path(), &arrangement.time_zone);
        let mut desk = Self { tools: VecDeque::new(), display: String::new(), environment, place };
        desk.start_screen(arrangement.size)?;
        if arrangement.bus {
            desk.start_bus()?;
        } else {
            // An address that leads nowhere: libraries would otherwise look for a bus on their own.
            desk.set_env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        }
        if arrangement.window_manager {
            desk.start_window_manager()?;
        }
        Ok(desk)
    }

    /// Opens the program under WebDriver.
    ///
    /// WebKit lets only a web view that is not incognito be driven, and refuses with "failed to create a new browsing
    /// context": a program whose view is incognito must lay that off while `TAURI_AUTOMATION` is set.
    pub fn open(&self, binary: &Path) -> Outcome<Window> {
        Window::open(self, binary)
    }

    /// Starts the program as a person does, without WebDriver.
    pub fn start(&self, binary: &Path, arguments: &[&str]) -> Outcome<Program> {
        Program::start(self.command(binary).args(arguments), &self.logs())
    }

    /// Prepares any other command to run on this desk.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(&self.environment).current_dir(self.home());
        command
    }

    /// Moves the pointer, presses its buttons and keys, as hands on the hardware do: xdotool's own words.
    pub fn hands(&self, words: &[&str]) -> Outcome<()> {
        let start = |source| DriveError::CannotStart { tool: "xdotool".to_owned(), source };
        let done = self.command("xdotool").args(words).status().map_err(start)?;
        match done.success() {
            true => Ok(()),
            false => Err(DriveError::not_ready("xdotool", words.join(" "))),
        }
    }

    /// Sets a variable for everything started from now on.
    pub fn set_env(&mut self, name: &str, value: impl AsRef<OsStr>) {
        self.environment.insert(name.into(), value.as_ref().to_owned());
    }

    /// Takes a variable from everything started from now on.
    pub fn unset_env(&mut self, name: &str) {
        self.environment.remove(OsStr::new(name));
    }

    /// Gives the session bus's address.
    pub fn bus_address(&self) -> String {
        let address = self.environment.get(OsStr::new("DBUS_SESSION_BUS_ADDRESS"));
        address.map(|address| address.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Looks at the display as a whole.
    pub fn display(&self) -> Outcome<Display> {
        Display::connect(&self.display)
    }

    /// Gives the person's home folder.
    pub fn home(&self) -> PathBuf {
        self.place.path().join("home")
    }

    /// Gives the folder where the person keeps documents.
    pub fn documents(&self) -> PathBuf {
        self.home().join("Documents")
    }

    /// Gives `XDG_DATA_HOME`, where the program keeps its file.
    pub fn data_home(&self) -> PathBuf {
        self.place.path().join("data")
    }

    /// Gives `XDG_CONFIG_HOME`.
    pub fn config_home(&self) -> PathBuf {
        self.place.path().join("config")
    }

    /// Gives the folder that holds all there is of this desk, for a search that must miss nothing.
    pub fn everything(&self) -> &Path {
        self.place.path()
    }

    /// Gives the folder of the logs: one of each tool and one of the program.
    pub fn logs(&self) -> PathBuf {
        self.place.path().join("logs")
    }

    /// Starts a tool that ends with the desk.
    pub(crate) fn keep(&mut self, name: &str, command: &mut Command, words: Words) -> Outcome<&mut Tool> {
        self.tools.push_front(Tool::start(name, command, &self.logs(), words)?);
        Ok(&mut self.tools[0])
    }

    /// Starts Xvfb on a display number of its own choice, so that desks never meet.
    fn start_screen(&mut self, (width, height): (u16, u16)) -> Outcome<()> {
        let mut command = self.command("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24")]);
        command.args(["-nolisten", "tcp", "-noreset", "-dpi", "96"]);
        self.display = format!(":{}", self.keep("Xvfb", &mut command, Words::Piped)?.first_line()?);
        self.set_env("DISPLAY", self.display.clone());
        Ok(())
    }

    /// Starts a session bus that activates nothing by itself: who answers is who the test started.
    fn start_bus(&mut self) -> Outcome<()> {
        let config = self.everything().join("bus.conf");
        let text = BUS.replace("{}", &self.everything().join("runtime").display().to_string());
        fs::write(&config, text).map_err(DriveError::io("writing bus.conf"))?;
        let mut command = self.command("dbus-daemon");
        command.arg(format!("--config-file={}", config.display())).args(["--nofork", "--print-address=1"]);
        let address = self.keep("dbus-daemon", &mut command, Words::Piped)?.first_line()?;
        self.set_env("DBUS_SESSION_BUS_ADDRESS", address);
        Ok(())
    }

    fn start_window_manager(&mut self) -> Outcome<()> {
        let ready = self.logs().join("openbox.ready");
        let mut command = self.command("openbox");
        command.args(["--sm-disable", "--startup"]).arg(format!("touch {}", ready.display()));
        let manager = self.keep("openbox", &mut command, Words::Logged)?;
        until_true("openbox", || Ok(ready.exists())).map_err(|_| manager.not_ready())
    }
}

/// The settings of a session bus, but for the folder of its socket.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

fn lay_folders(place: &Path, moves: bool) -> Outcome<()> {
    for name in ["home/Documents", "config/gtk-3.0", "data", "cache", "state", "runtime", "tmp", "logs", "shown"] {
        fs::create_dir_all(place.join(name)).map_err(DriveError::io(format!("making {name}")))?;
    }
    for (name, text) in [
        ("config/gtk-3.0/settings.ini", format!("[Settings]\ngtk-enable-animations={}\n", u8::from(moves))),
        ("config/user-dirs.dirs", "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n".to_owned()),
    ] {
        fs::write(place.join(name), text).map_err(DriveError::io(format!("writing {name}")))?;
    }
    #[cfg(unix)]
    fs::set_permissions(place.join("runtime"), std::os::unix::fs::PermissionsExt::from_mode(0o700))
        .map_err(DriveError::io("closing the runtime folder to others"))?;
    Ok(())
}

fn base_environment(place: &Path, time_zone: &str) -> BTreeMap<OsString, OsString> {
    let folders = [
        ("HOME", "home"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
        ("TMPDIR", "tmp"),
    ];
    let values = [
        ("LANG", "C.UTF-8"),
        ("TZ", time_zone),
        ("GDK_BACKEND", "x11"),
        // The private bus has no accessibility service; asking for it costs a second at every start.
        ("NO_AT_BRIDGE", "1"),
        ("RUST_BACKTRACE", "1"),
    ];
    let folders = folders.map(|(name, folder)| (name.into(), place.join(folder).into_os_string()));
    let values = values.map(|(name, value)| (name.into(), value.into()));
    let path = std::env::var_os("PATH").map(|path| ("PATH".into(), path));
    folders.into_iter().chain(values).chain(path).collect()
}
