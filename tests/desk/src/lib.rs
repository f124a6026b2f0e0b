//! The whole program in a world of a test's own.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod outside;

use both_heard_app::{App, Folders, Zone, content};
use both_heard_shell::{desktop, ipc};
use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Vienna;
pub use outside::Outside;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{WebviewWindow, WebviewWindowBuilder};

/// A program on a desk of its own: a fresh folder, a window that answers, a clock to turn.
pub struct Desk {
    pub folder: Arc<tempfile::TempDir>,
    pub app: Arc<App>,
    window: WebviewWindow<MockRuntime>,
    _tauri: tauri::App<MockRuntime>,
    pub world: Arc<Outside>,
}

/// Makes a folder, in memory where there is such a place: much is committed in it.
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("bh").tempdir_in(place).unwrap()
}

/// Gives an instant by what the wall shows then.
pub fn on_the_wall(time: NaiveDateTime) -> DateTime<Zone> {
    Zone::of(&Vienna).from_local_datetime(&time).earliest().unwrap()
}

/// Reads a local time such as `2026-11-22 19:30`.
pub fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

impl Desk {
    /// Sets up a program in a fresh folder; it is Sunday, 22 November 2026, 19:00.
    pub fn fresh() -> Self {
        Self::over(folder())
    }

    /// Sets up a program over a folder as it is.
    pub fn over(folder: tempfile::TempDir) -> Self {
        Self::at(Arc::new(folder), on_the_wall(local("2026-11-22 19:00")))
    }

    /// Starts a second copy of the program over the same folder.
    pub fn another_copy(&self) -> Self {
        Self::at(Arc::clone(&self.folder), self.world.wall())
    }

    /// Sets up a program over a folder, at a time on the wall.
    pub fn at(folder: Arc<tempfile::TempDir>, wall: DateTime<Zone>) -> Self {
        let world = Outside::at(wall);
        let folders = Folders { data: folder.path().join("data"), documents: folder.path().join("documents") };
        let app = Arc::new(App::new(world.ports(), folders, content::weekly().unwrap()));
        world.surrounds(&app);
        let builder = mock_builder().manage(Arc::clone(&app)).invoke_handler(ipc::handler());
        let tauri = builder.build(desktop::context()).unwrap();
        let window = WebviewWindowBuilder::new(&tauri, "main", tauri::WebviewUrl::default()).build().unwrap();
        Self { folder, app, window, _tauri: tauri, world }
    }

    /// Sets up a program with Sam and Robin at the table.
    pub fn welcomed() -> Self {
        let desk = Self::fresh();
        desk.ask("save_couple", json!({ "one": "Sam", "two": "Robin", "left": "one" }));
        desk
    }

    /// Ends the program without a word, as a crash does, and starts it again as long after.
    pub fn crash_and_start(self, after: TimeDelta) -> Self {
        let wall = self.world.wall() + after;
        self.app.close();
        Self::at(self.folder, wall)
    }

    /// Names the file of the rhythm.
    pub fn rhythm(&self) -> PathBuf {
        self.folder.path().join("data/rhythm.db")
    }

    /// Names the store's file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("data/both-heard.db")
    }

    /// Asks a command, as the window does.
    pub fn try_ask(&self, command: &str, args: Value) -> Result<Value, Value> {
        let answer = self.only_ask(command, args);
        self.app.tell_what_waits();
        answer
    }

    /// Asks a command, and lets nothing be told outside.
    pub fn only_ask(&self, command: &str, args: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: tauri::ipc::CallbackFn(0),
            error: tauri::ipc::CallbackFn(1),
            url: if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" }.parse().unwrap(),
            body: args.into(),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.into(),
        };
        get_ipc_response(&self.window, request).map(|body| body.deserialize().unwrap())
    }

    /// Asks a command that must not fail.
    #[track_caller]
    pub fn ask(&self, command: &str, args: Value) -> Value {
        self.try_ask(command, args).unwrap_or_else(|trouble| panic!("{command}: {trouble}"))
    }

    /// Asks when they meet.
    #[track_caller]
    pub fn schedule(&self) -> Value {
        self.ask("overview", json!({}))["schedule"].clone()
    }

    /// Does one event of the check-in.
    #[track_caller]
    #[allow(clippy::needless_pass_by_value)] // so that a test can write `json!` in the call
    pub fn act(&self, event: Value) -> Value {
        self.ask("act", json!({ "event": event }))
    }

    /// Does events by their names, such as `"go-on"`, with `true` for those that take a yes.
    #[track_caller]
    pub fn walk(&self, script: &str) -> Value {
        let mut answer = Value::Null;
        for word in script.split_whitespace() {
            let event = match word {
                "here" => json!({ "kind": "arrived", "together": true }),
                "not-today" => json!({ "kind": "arrived", "together": false }),
                "yes" => json!({ "kind": "got-it", "yes": true }),
                "nothing-to-ask" => json!({ "kind": "nothing-to-ask" }),
                "agreed" => json!({ "kind": "reply", "answer": "yes" }),
                "working" => json!({ "kind": "look-back", "answer": "working" }),
                "no-more" => json!({ "kind": "more", "yes": false }),
                "heard" => json!({ "kind": "felt", "answer": "yes" }),
                "mostly" => json!({ "kind": "felt", "answer": "mostly" }),
                "keep" => json!({ "kind": "keep", "choice": "all" }),
                "only" => json!({ "kind": "keep", "choice": "only-that-we-met" }),
                "nothing" => json!({ "kind": "keep", "choice": "nothing" }),
                _ => json!({ "kind": word }),
            };
            answer = self.act(event)["done"].clone();
            assert!(answer.is_object(), "{word} in {script} was refused");
        }
        answer
    }

    /// Begins a weekly check-in; a tone says so.
    #[track_caller]
    pub fn begin(&self) -> Value {
        let heard = self.heard();
        let view = self.ask("begin", json!({ "beginner": "one", "format": "weekly", "record": true }));
        assert_eq!(self.heard(), ["tone Begin Bowl"]);
        *self.world.heard.lock().unwrap() = heard;
        view
    }

    /// Walks a whole check-in with written words, up to the choice of what to keep.
    pub fn whole_check_in(&self) {
        self.begin();
        self.walk("go-on here");
        for (step, text) in
            [(1, "You made soup"), (2, "You waited up"), (3, "plans"), (7, "the phone call"), (12, "Good evening")]
        {
            self.act(json!({ "kind": "write", "step": step, "text": text }));
        }
        self.walk("go-on go-on go-on go-on yes go-on go-on no-more heard go-on go-on");
        self.walk("go-on go-on yes go-on go-on no-more mostly go-on nothing-to-ask nothing-to-ask");
        self.walk("go-on go-on");
    }

    /// Lets seconds pass on both clocks, and the alarm look as often as it does; answers how long it would sleep now.
    pub fn pass(&self, seconds: u64) -> Duration {
        for step in (0..seconds).step_by(15).map(|since| (seconds - since).min(15)) {
            self.both_clocks_move(step);
            self.look();
        }
        self.look()
    }

    /// Lets seconds pass on both clocks, without a look.
    pub fn both_clocks_move(&self, seconds: u64) {
        self.world.runs(seconds);
        self.world.wall_moves(TimeDelta::seconds(i64::try_from(seconds).unwrap()));
    }

    /// Looks once, as the alarm does, and tells what it found.
    pub fn look(&self) -> Duration {
        let before = self.world.heard.lock().unwrap().len();
        let most = self.app.tick();
        // Reminders are told beside what is signalled, in a thread of their own: they are written down first.
        let signalled = self.world.heard.lock().unwrap().split_off(before);
        self.app.tell_what_waits();
        self.world.heard.lock().unwrap().extend(signalled);
        most
    }

    /// Lets days pass while no check-in runs: it looks every ten minutes, which is often enough for the plan.
    pub fn pass_days(&self, days: u64) {
        for _ in 0..days * 24 * 6 {
            self.world.runs(600);
            self.wall_moves(TimeDelta::minutes(10));
        }
    }

    /// Lets the laptop sleep, on a system where the clock that only runs runs on in sleep.
    pub fn sleeps(&self, seconds: u64) {
        self.world.runs(seconds);
        self.wall_moves(TimeDelta::seconds(i64::try_from(seconds).unwrap()));
    }

    /// Lets the laptop sleep and wake, before the alarm has looked.
    pub fn wakes_after(&self, seconds: i64) {
        self.world.wall_moves(TimeDelta::seconds(seconds));
    }

    /// Moves the wall clock alone: the laptop slept, or somebody set the time.
    pub fn wall_moves(&self, by: TimeDelta) -> Duration {
        self.world.wall_moves(by);
        self.look()
    }

    /// Takes what was heard outside since the last time.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.world.heard.lock().unwrap())
    }

    /// Finds words anywhere in the files of the data folder.
    pub fn finds(&self, words: &str) -> bool {
        let folder = self.folder.path().join("data");
        std::fs::read_dir(folder).unwrap().any(|entry| {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            bytes.windows(words.len()).any(|window| window == words.as_bytes())
        })
    }
}

/// Puts some parts of one object in the place of those of another.
pub fn merged(mut whole: Value, parts: Value) -> Value {
    if let (Some(whole), Value::Object(parts)) = (whole.as_object_mut(), parts) {
        whole.extend(parts);
    }
    whole
}
