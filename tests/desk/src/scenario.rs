//! Lays out a program in the middle of a couple's life, as a test asks for it.

use crate::{places, records};
use both_heard_app::ports::WindowRequest;
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{Every, Plan, Rest, Rhythm, Rule};
use both_heard_core::ritual::{Beginning, Event, FormatId, Looked};
use both_heard_desk::{Desk, folder, on_the_wall};
use both_heard_store::{Store, Unreadable};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// How the couple's life stands, by the names of `ui/src/backend/desk/scenario.ts`.
#[derive(Deserialize)]
pub struct Scenario {
    couple: bool,
    names: [String; 2],
    left: Partner,
    past: usize,
    due: bool,
    missed: bool,
    snoozed: bool,
    every: Every,
    moved: bool,
    skipped: bool,
    rests: Vec<Rest>,
    tray: bool,
    notifications: bool,
    place: Option<String>,
    format: FormatId,
    record: bool,
    over: Option<String>,
    away: i64,
    block: String,
    agreed: bool,
    broken: bool,
    jar: Vec<String>,
    typed: Vec<Value>,
    words: String,
    spent: u64,
    begins: Partner,
    notice: bool,
    unreadable: Vec<Unreadable>,
    past_unreadable: bool,
    read_only: bool,
    request: Option<String>,
    settings: Value,
    language: String,
    now: NaiveDateTime,
}

/// A break that they agree on: as long as a body needs.
const BREAK: i64 = 20;

impl Scenario {
    /// Lays the desk: what is kept is written, what runs is walked to by the program itself, and then time goes.
    pub fn lay(&self) -> Desk {
        let folder = folder();
        let planned = if self.missed {
            Some(self.now - TimeDelta::days(4))
        } else {
            (self.due || self.snoozed).then(|| self.now - TimeDelta::minutes(2))
        };
        // How long ago the check-in came where it is, and a break in it was agreed on.
        let away = if self.over.as_deref() == Some("away") { BREAK - self.away } else { 0 };
        let begun = self.now - TimeDelta::minutes(away) - TimeDelta::seconds(self.spent.try_into().unwrap());
        let first = planned.map_or(begun, |planned| planned - TimeDelta::minutes(1));
        self.write_files(&folder.path().join("data"), first);
        let next = |desk: &Desk, nth: usize| desk.schedule()["next"][nth]["of"].clone();
        let mut desk = Desk::at(Arc::new(folder), on_the_wall(first));
        desk.world.has_tray.store(self.tray, std::sync::atomic::Ordering::Relaxed);
        desk.world.notifications.store(self.notifications, std::sync::atomic::Ordering::Relaxed);
        self.language.clone_into(&mut desk.world.locale.lock().unwrap());
        if let Some(planned) = planned {
            desk.ask("meet_once", json!({ "planned": planned }));
            if self.missed {
                // The rule's own time of these days would be the one that was missed.
                desk.ask("skip", json!({ "of": next(&desk, 1) }));
            }
            desk.both_clocks_move(60);
            desk.look();
            if self.snoozed {
                desk.ask("snooze", json!({}));
            }
            desk.both_clocks_move((begun - planned).num_seconds().try_into().unwrap());
            desk.look();
        }
        if self.moved {
            let to = (self.now.date() + Days::new(1)).and_time(NaiveTime::from_hms_opt(20, 0, 0).unwrap());
            desk.ask("move_time", json!({ "of": next(&desk, 0), "to": to }));
        }
        if self.skipped {
            desk.ask("skip", json!({ "of": next(&desk, 1) }));
        }
        self.put_words(&desk);
        if let Some(place) = &self.place {
            self.walk(&desk, place);
            desk.both_clocks_move((away * 60).try_into().unwrap());
            desk.look();
        }
        self.spoil(&desk);
        if self.read_only {
            desk = desk.crash_and_start(TimeDelta::zero());
            set_read_only(&desk, true);
        }
        match self.request.as_deref() {
            Some("begin") => desk.app.request_window(WindowRequest::Begin),
            Some(other) => panic!("nobody asks for {other}"),
            None => {}
        }
        desk.heard();
        desk.world.signals.lock().unwrap().clear();
        desk.world.lets_time_go();
        desk
    }

    fn write_files(&self, data: &Path, first: NaiveDateTime) {
        fs::create_dir_all(data.join("formats")).unwrap();
        let mut settings = self.settings.clone();
        if self.notice {
            settings["volume"] = json!("loud");
        }
        fs::write(data.join("settings.json"), settings.to_string()).unwrap();
        if self.broken {
            let walk = "id = \"walk\"\n[[step]]\nkind = \"arrive\"\nwhose = \"both\"\n[[step]]\nkind = \"swap\"\nwhose = \"both\"\n\
                        [[step]]\nkind = \"lean-in\"\nwhose = \"other\"\n[[step]]\nkind = \"close\"\nwhose = \"both\"\n";
            let sundays = "id = \"sundays\"\n[[step]]\nkind = \"speak\"\nwhose = \"beginner\"\nminutes = 31\n";
            fs::write(data.join("formats/sundays.toml"), sundays).unwrap();
            fs::write(data.join("formats/walk.toml"), walk).unwrap();
        }
        let mut store = Store::open(&data.join("both-heard.db")).unwrap();
        if !self.couple {
            return;
        }
        let newest = on_the_wall(at(2026, 11, 22, 19, 31)).fixed_offset();
        // Where they agreed on something there was an evening on which they did.
        let kept = records::invent(self.past.max(self.agreed.into()), newest, self.agreed);
        let sunday = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
        let rule = Rule { every: self.every, first: sunday, ..Rule::default() };
        let rhythm = Rhythm { rule, ..Rhythm::default() };
        let since = on_the_wall(first).to_utc();
        let plan = Plan { rhythm, rests: self.rests.clone(), since, ..Plan::default() };
        let [one, two] = &self.names;
        let written = store.transact(|tx| {
            tx.couple().set(&Couple::new(one, two, self.left).unwrap())?;
            tx.plan().set(&plan)?;
            kept.iter().try_for_each(|record| tx.records().keep(record))?;
            let looked: Vec<_> = records::looked_back_on(&kept).map(|id| (id, Looked::Working)).collect();
            tx.agreements().look_back(&looked)
        });
        written.unwrap();
    }

    fn put_words(&self, desk: &Desk) {
        for (nr, text) in self.jar.iter().enumerate() {
            let by = if nr % 2 == 1 { "two" } else { "one" };
            desk.ask("put_in_jar", json!({ "by": by, "text": text, "id": null }));
        }
        for typed in &self.typed {
            desk.ask("keep_typed", typed.clone());
        }
    }

    fn walk(&self, desk: &Desk, place: &str) {
        let begin = json!({ "beginner": self.begins, "format": self.format, "record": self.record });
        desk.ask("begin", begin);
        let mut store = Store::open_to_read(&desk.file()).unwrap().unwrap();
        let running = store.transact(|tx| tx.running().get()).unwrap().unwrap();
        drop(store);
        let beginning: Beginning = running.beginning;
        let act = |event: Event| {
            let answer = desk.act(json!(event));
            assert!(answer["done"].is_object(), "{event:?} on the way to {place}: {answer}");
            answer
        };
        for event in places::way_to(&beginning, place) {
            act(event);
        }
        let step = place.split_once(':').unwrap().0.parse().unwrap();
        if !self.words.is_empty() {
            act(Event::Write { step, text: self.words.clone() });
        }
        desk.pass(self.spent);
        let name = Event::Name { text: self.block.clone() };
        let over = match self.over.as_deref() {
            None => vec![],
            Some("paused") => vec![Event::Pause],
            Some("repair") => vec![Event::Repair],
            Some("break") => vec![Event::TakeBreak],
            Some("away") => vec![Event::TakeBreak, Event::Away { minutes: BREAK.try_into().unwrap() }],
            Some("block naming") => vec![Event::Hard, name],
            Some("block saying") => vec![Event::Hard, name, Event::GoOn],
            Some("block after") => vec![Event::Hard, name, Event::GoOn, Event::GoOn],
            Some(other) => panic!("nothing lies over a step as {other}"),
        };
        over.into_iter().for_each(|event| _ = act(event));
    }

    fn spoil(&self, desk: &Desk) {
        let words = Connection::open(desk.file()).unwrap();
        words.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
        for of in &self.unreadable {
            let aside = |of: &str| format!("INSERT INTO aside (row, of, field) VALUES (random(), '{of}', 'words')");
            let sql = match of {
                Unreadable::Names => aside("couple"),
                Unreadable::CheckIn => aside("running"),
                Unreadable::Part => aside("event"),
                Unreadable::Typed => aside("typed"),
                Unreadable::Jar => aside("jar"),
                Unreadable::Cards => aside("card"),
                Unreadable::Formats => aside("format"),
                Unreadable::Past => panic!("that is told by its page"),
                Unreadable::Agreements => {
                    "INSERT INTO agreement (check_in, place, by, words) SELECT id, 99, 'three', '' FROM check_in LIMIT 1".into()
                }
                Unreadable::Rhythm => {
                    let rhythm = Connection::open(desk.rhythm()).unwrap();
                    let sql = "INSERT INTO aside_rhythm (row, of, field) VALUES (random(), 'plan', 'time')";
                    rhythm.execute_batch(sql).unwrap();
                    continue;
                }
            };
            words.execute_batch(&sql).unwrap();
        }
        if self.past_unreadable {
            let sql = "UPDATE check_in SET minutes = -1 WHERE minutes IS NOT NULL;
                       INSERT INTO check_in (id, met, met_offset) VALUES (randomblob(16), 9223372036854775807, 0)";
            words.execute_batch(sql).unwrap();
        }
    }
}

fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    day.and_hms_opt(hour, minute, 0).unwrap()
}

/// Lets the couple's file be read only, or written again.
pub fn set_read_only(desk: &Desk, read_only: bool) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if read_only { 0o400 } else { 0o600 };
        fs::set_permissions(desk.file(), fs::Permissions::from_mode(mode)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = (desk, read_only);
}
