//! The world around a program: its time stands until it is moved, and what the program says is written down.

use both_heard_app::ports::{
    Chime, Clock, Ids, InTray, LoginItem, LoginRefusal, Notification, Notifier, Preferences, Signal, Tone, Tray,
    Window, World,
};
use both_heard_app::settings::{Timbre, Volume};
use both_heard_app::words::Language;
use both_heard_app::{App, Zone};
use both_heard_desktop::ids::TimedIds;
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What the program sees and does outside.
pub struct Outside {
    wall: Mutex<DateTime<Zone>>,
    running: Mutex<Duration>,
    /// Since when time goes by itself, where it does.
    since: Mutex<Option<Instant>>,
    /// What was shown, sounded and signalled, in order.
    pub heard: Mutex<Vec<String>>,
    /// What the window was told, in order.
    pub signals: Mutex<Vec<Signal>>,
    /// Whether there is a tray.
    pub has_tray: AtomicBool,
    /// What the desktop speaks, as `de_AT.UTF-8`.
    pub locale: Mutex<String>,
    /// What stands in the tray.
    pub tray: Mutex<Option<InTray>>,
    /// Whether something shows notifications.
    pub notifications: AtomicBool,
    /// Whether it does show them.
    pub shows: AtomicBool,
    /// Held while what shows notifications hangs, and what starts at login.
    pub hangs: Mutex<()>,
    /// How often what was shown was taken away again.
    pub withdrawn: AtomicU32,
    /// Whether the desktop is dark, where it says so.
    pub dark: Mutex<Option<bool>>,
    ids: TimedIds,
    /// The program, once it is there.
    app: OnceLock<Weak<App>>,
    /// What becomes of a change of what starts at login.
    pub login: Mutex<Result<(), LoginRefusal>>,
}

struct Port(Arc<Outside>);

impl Port {
    /// Reaches another program, once it is seen that nobody waits for the store meanwhile.
    fn outside(&self) -> &Outside {
        if let Some(app) = self.0.app.get().and_then(Weak::upgrade) {
            // Another thread may be in the middle of a use case, and comes to its end; this one would not.
            let free = (0..1_000_000).any(|_| {
                app.is_free() || {
                    std::thread::yield_now();
                    false
                }
            });
            assert!(free, "another program is asked for something while others wait for the store");
        }
        &self.0
    }
}

impl Outside {
    /// Makes a world in which everything is there, and the wall shows a time.
    pub(crate) fn at(wall: DateTime<Zone>) -> Arc<Self> {
        Arc::new(Self {
            wall: wall.into(),
            running: Duration::ZERO.into(),
            since: Mutex::default(),
            signals: Mutex::default(),
            has_tray: true.into(),
            locale: Mutex::default(),
            heard: Mutex::default(),
            tray: Mutex::default(),
            notifications: true.into(),
            shows: true.into(),
            hangs: Mutex::default(),
            withdrawn: 0.into(),
            dark: Mutex::default(),
            ids: TimedIds::default(),
            app: OnceLock::new(),
            login: Ok(()).into(),
        })
    }

    /// Gives the program every port to this world.
    pub(crate) fn ports(self: &Arc<Self>) -> World {
        let port = || Box::new(Port(Arc::clone(self)));
        World {
            clock: port(),
            ids: port(),
            notifier: port(),
            chime: port(),
            window: port(),
            tray: port(),
            login_item: port(),
            preferences: port(),
        }
    }

    /// Hears which program it is around.
    pub(crate) fn surrounds(&self, app: &Arc<App>) {
        let _ = self.app.set(Arc::downgrade(app));
    }

    /// Tells what the wall shows, as far as it was moved.
    pub(crate) fn wall(&self) -> DateTime<Zone> {
        *self.wall.lock().unwrap()
    }

    pub(crate) fn wall_moves(&self, by: TimeDelta) {
        *self.wall.lock().unwrap() += by;
    }

    /// Moves the clock that only runs.
    pub(crate) fn runs(&self, seconds: u64) {
        *self.running.lock().unwrap() += Duration::from_secs(seconds);
    }

    /// Lets time go by itself from now on.
    pub fn lets_time_go(&self) {
        *self.since.lock().unwrap() = Some(Instant::now());
    }

    fn gone(&self) -> Duration {
        self.since.lock().unwrap().map_or(Duration::ZERO, |since| since.elapsed())
    }
}

impl Clock for Port {
    fn now(&self) -> DateTime<Zone> {
        *self.0.wall.lock().unwrap() + self.0.gone()
    }
    fn running(&self) -> Duration {
        *self.0.running.lock().unwrap() + self.0.gone()
    }
}

impl Port {
    fn note(&self, what: String) {
        self.outside().heard.lock().unwrap().push(what);
    }
}

impl Notifier for Port {
    fn is_there(&self) -> bool {
        self.outside().notifications.load(Relaxed)
    }
    fn show(&self, of: Notification, language: Language) -> bool {
        drop(self.outside().hangs.lock().unwrap());
        let what = match of {
            Notification::Ahead { planned } => format!("ahead of {planned}"),
            Notification::Due { planned, late } => format!("{} {planned}", if late { "late" } else { "due" }),
            of => format!("{of:?}"),
        };
        self.note(format!("remind {what} {}", language.tag()));
        self.0.shows.load(Relaxed)
    }
    fn withdraw(&self) {
        drop(self.outside().hangs.lock().unwrap());
        self.0.withdrawn.fetch_add(1, Relaxed);
    }
}

impl Chime for Port {
    fn sound(&self, tone: Tone, timbre: Timbre, _volume: Volume) {
        self.note(format!("tone {tone:?} {timbre:?}"));
    }
}

impl Ids for Port {
    fn fresh(&self, now: DateTime<Utc>) -> Uuid {
        self.0.ids.fresh(now)
    }
}

impl Window for Port {
    fn signal(&self, signal: Signal) {
        self.0.signals.lock().unwrap().push(signal);
        self.note(format!("{signal:?}"));
    }
    fn hide(&self) {
        self.note("hide".into());
    }
    fn bring_up(&self) {
        self.note("bring up".into());
    }
    fn close(&self) {
        self.note("close".into());
    }
    fn quit(&self) {
        self.note("quit".into());
    }
}

impl Tray for Port {
    fn show(&self, shown: Option<&InTray>) {
        *self.outside().tray.lock().unwrap() = shown.copied();
    }
    fn is_there(&self) -> bool {
        self.0.has_tray.load(Relaxed)
    }
}

impl LoginItem for Port {
    fn set(&self, starts: bool) -> Result<(), LoginRefusal> {
        self.note(format!("start at login: {starts}"));
        drop(self.outside().hangs.lock().unwrap());
        self.outside().login.lock().unwrap().clone()
    }
}

impl Preferences for Port {
    fn is_dark(&self) -> Option<bool> {
        *self.outside().dark.lock().unwrap()
    }
    fn locale(&self) -> String {
        self.0.locale.lock().unwrap().clone()
    }
}
