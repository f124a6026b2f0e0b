//! Lays a fresh desk for the program: a home, a display, a window manager and a session bus.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::child::{Tool, Words};
use crate::notifications::{self, Notification};
use crate::{Display, DriveError, Outcome, PATIENCE, Program, Window, until};

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
    // Dropped from the top down: what was started last ends first, and the folders go at the end.
    notifier: Option<Tool>,
    window_manager: Option<Tool>,
    bus: Option<Tool>,
    screen: Tool,
    display: String,
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
        lay_folders(place.path())?;
        fs::write(
            place.path().join("config/gtk-3.0/settings.ini"),
            format!("[Settings]\ngtk-enable-animations={}\n", u8::from(arrangement.moves)),
        )
        .map_err(DriveError::io("writing settings.ini"))?;
        let mut environment = base_environment(place.path(), &arrangement.time_zone);
        let logs = place.path().join("logs");

        let (screen, display) = start_screen(arrangement.size, &environment, &logs)?;
        environment.insert("DISPLAY".into(), display.clone().into());
        let bus = if arrangement.bus {
            let (bus, address) = start_bus(place.path(), &environment, &logs)?;
            environment.insert("DBUS_SESSION_BUS_ADDRESS".into(), address.into());
            Some(bus)
        } else {
            // An address that leads nowhere: libraries would otherwise look for a bus on their own.
            environment.insert("DBUS_SESSION_BUS_ADDRESS".into(), "unix:path=/nonexistent".into());
            None
        };
        let mut desk = Self { notifier: None, window_manager: None, bus, screen, display, environment, place };
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
        self.open_with(binary, &[])
    }

    /// Opens the program under WebDriver with arguments of its own.
    pub fn open_with(&self, binary: &Path, arguments: &[&str]) -> Outcome<Window> {
        Window::open(binary, arguments, &self.environment, &self.logs(), &self.display)
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
            false => Err(DriveError::NotReady { tool: "xdotool".to_owned(), last_words: words.join(" ") }),
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

    /// Sets the time zone for everything started from now on.
    pub fn set_time_zone(&mut self, name: &str) {
        self.set_env("TZ", name);
    }

    /// Looks at the display as a whole.
    pub fn display(&self) -> Outcome<Display> {
        Display::connect(&self.display)
    }

    /// Ends the session bus under the running program's feet.
    pub fn end_bus(&mut self) {
        self.notifier = None;
        self.bus = None;
    }

    /// Says whether the display still runs.
    pub fn is_lit(&mut self) -> bool {
        self.screen.is_running()
    }

    /// Starts a notification daemon (dunst) that keeps what it shows on screen until it is clicked.
    pub fn start_notifications(&mut self) -> Outcome<()> {
        let (config, mut command) = notifications::daemon(self)?;
        let notifier = Tool::start("dunst", command.arg("-conf").arg(config), &self.logs(), Words::Logged)?;
        let notifier = self.notifier.insert(notifier);
        let not_ready = notifier.not_ready();
        until("dunst to answer", PATIENCE, || Ok(notifications::answers(self).then_some(()))).map_err(|_| not_ready)
    }

    /// Ends the notification daemon.
    pub fn end_notifications(&mut self) {
        self.notifier = None;
    }

    /// Lists every notification shown so far, oldest first.
    pub fn notifications(&self) -> Outcome<Vec<Notification>> {
        notifications::shown(&self.shown_folder())
    }

    /// Waits until at least `count` notifications have been shown and lists them, oldest first.
    pub fn wait_for_notifications(&self, count: usize) -> Outcome<Vec<Notification>> {
        until(&format!("{count} notifications"), PATIENCE, || {
            Ok(Some(self.notifications()?).filter(|shown| shown.len() >= count))
        })
    }

    /// Clicks the notification on screen.
    pub fn click_notification(&self) -> Outcome<()> {
        notifications::click(self)
    }

    /// Chooses what the notification on screen offers under these words.
    pub fn choose_on_notification(&self, words: &str) -> Outcome<()> {
        notifications::choose(self, words)
    }

    /// Holds back whatever is to be shown, as "do not disturb" does; or shows it.
    pub fn do_not_disturb(&self, hold: bool) -> Outcome<()> {
        notifications::hold_back(self, hold)
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

    /// Gives the folder into which the daemon writes what it showed; beside the home, not in it.
    pub(crate) fn shown_folder(&self) -> PathBuf {
        self.place.path().join("shown")
    }

    fn start_window_manager(&mut self) -> Outcome<()> {
        let ready = self.logs().join("openbox.ready");
        let mut command = self.command("openbox");
        command.args(["--sm-disable", "--startup"]).arg(format!("touch {}", ready.display()));
        let manager = Tool::start("openbox", &mut command, &self.logs(), Words::Logged)?;
        let manager = self.window_manager.insert(manager);
        until("openbox", PATIENCE, || Ok(ready.exists().then_some(()))).map_err(|_| manager.not_ready())
    }
}

fn lay_folders(place: &Path) -> Outcome<()> {
    for name in ["home/Documents", "config/gtk-3.0", "data", "cache", "state", "runtime", "tmp", "logs", "shown"] {
        fs::create_dir_all(place.join(name)).map_err(DriveError::io(format!("making {name}")))?;
    }
    fs::write(place.join("config/user-dirs.dirs"), "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n")
        .map_err(DriveError::io("writing user-dirs.dirs"))?;
    only_owner(&place.join("runtime"))
}

fn base_environment(place: &Path, time_zone: &str) -> BTreeMap<OsString, OsString> {
    let mut environment = BTreeMap::new();
    let mut set = |name: &str, value: &OsStr| environment.insert(name.into(), value.to_owned());
    if let Some(path) = std::env::var_os("PATH") {
        set("PATH", &path);
    }
    for (name, folder) in [
        ("HOME", "home"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
        ("TMPDIR", "tmp"),
    ] {
        set(name, place.join(folder).as_os_str());
    }
    for (name, value) in [
        ("LANG", "C.UTF-8"),
        ("TZ", time_zone),
        ("GDK_BACKEND", "x11"),
        // The private bus has no accessibility service; asking for it costs a second at every start.
        ("NO_AT_BRIDGE", "1"),
        ("RUST_BACKTRACE", "1"),
    ] {
        set(name, OsStr::new(value));
    }
    environment
}

/// Starts Xvfb on a display number of its own choice, so that desks never meet.
fn start_screen(
    (width, height): (u16, u16),
    environment: &BTreeMap<OsString, OsString>,
    logs: &Path,
) -> Outcome<(Tool, String)> {
    let mut command = Command::new("Xvfb");
    command.env_clear().envs(environment);
    command.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24")]);
    command.args(["-nolisten", "tcp", "-noreset", "-dpi", "96"]);
    let mut screen = Tool::start("Xvfb", &mut command, logs, Words::Piped)?;
    let number = screen.first_line()?;
    Ok((screen, format!(":{number}")))
}

/// Starts a session bus that activates nothing by itself: who answers is who the test started.
fn start_bus(place: &Path, environment: &BTreeMap<OsString, OsString>, logs: &Path) -> Outcome<(Tool, String)> {
    let config = place.join("bus.conf");
    let listen = place.join("runtime");
    fs::write(
        &config,
        format!(
            r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
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
"#,
            listen.display()
        ),
    )
    .map_err(DriveError::io("writing bus.conf"))?;
    let mut command = Command::new("dbus-daemon");
    command.env_clear().envs(environment);
    command.arg(format!("--config-file={}", config.display())).args(["--nofork", "--print-address=1"]);
    let mut bus = Tool::start("dbus-daemon", &mut command, logs, Words::Piped)?;
    let address = bus.first_line()?;
    Ok((bus, address))
}

#[cfg(unix)]
fn only_owner(folder: &Path) -> Outcome<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
        .map_err(DriveError::io("closing the runtime folder to others"))
}

#[cfg(not(unix))]
fn only_owner(_folder: &Path) -> Outcome<()> {
    Ok(())
}
