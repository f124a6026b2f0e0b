//! The program in the background, on desktops of every kind. These tests mostly wait for a look at the clock, so they begin
//! first.

mod clocks;
mod daemon;
mod told;
mod tray;

use crate::{ask_store, program, store};
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{Plan, RepeatReason, Rhythm, Rule};
use both_heard_driver::{Asked, Desk, NotificationServer, Outcome, PATIENCE, Program, WallClock, until, until_true};
use both_heard_store::{Store, StoreError, Transaction};
use chrono::{DateTime, NaiveDateTime, Utc};

/// The Sunday of these tests; on their desks it is UTC.
pub fn at(time: &str) -> i64 {
    local(time).and_utc().timestamp()
}

pub fn local(time: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M:%S").unwrap()
}

/// Writes the store of two who meet by a rule such as `Sun 19:30`.
pub fn plan(desk: &Desk, rule: &str, change: impl FnOnce(&mut Plan)) {
    let (day, time) = rule.split_once(' ').unwrap();
    let rule = Rule { day: day.parse().unwrap(), time: format!("{time}:00").parse().unwrap(), ..Rule::default() };
    let mut plan = Plan { rhythm: Rhythm { rule, ..Rhythm::default() }, ..Plan::default() };
    change(&mut plan);
    let mut store = Store::open(&store(desk)).unwrap();
    store.transact(|tx| tx.couple().set(&Couple::new("Sam", "Robin", Partner::One).unwrap())).unwrap();
    store.transact(|tx| tx.plan().set(&plan)).unwrap();
}

/// Lays the desk of two who meet on Sundays, 19:30, with a clock that shows this.
pub fn sunday(time: &str) -> Outcome<(Desk, WallClock)> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at(time))?;
    plan(&desk, "Sun 19:30", |_| {});
    Ok((desk, clock))
}

/// Starts the program in the background, and waits until it has looked at the clock.
pub fn hidden(desk: &Desk) -> Outcome<Program> {
    let settings = store(desk).with_file_name("settings.json");
    std::fs::write(settings, r#"{ "background": true }"#).unwrap();
    let program = desk.start(program(), &["--hidden"])?;
    wait_for_look(&program)?;
    Ok(program)
}

/// Waits until the program has looked at the clock and sleeps until its next look.
pub fn wait_for_look(program: &Program) -> Outcome<()> {
    let process = program.process();
    until_true("the first look", || Ok(process.switches_of("alarm") > 0 && process.thread_sleeps("alarm")))
}

/// Waits until this stands in the store, that Sunday evening.
pub fn wait_for<T>(
    awaited: &str,
    desk: &Desk,
    read: impl Fn(&Transaction<'_>, DateTime<Utc>) -> Result<Option<T>, StoreError>,
) -> Outcome<T> {
    let evening = local("2026-11-22 20:00:00").and_utc();
    until(awaited, PATIENCE, || Ok(ask_store(desk, |tx| read(tx, evening)).flatten()))
}

/// Waits until it stands in the store that they want to be reminded later, and says when.
pub fn wait_for_snooze(desk: &Desk) -> Outcome<i64> {
    wait_for("the snooze in the store", desk, |tx, evening| {
        let repeat = tx.reminders().pending(evening)?.and_then(|reminder| reminder.repeat);
        Ok(repeat.filter(|repeat| repeat.why == RepeatReason::Snoozed).map(|repeat| repeat.at.timestamp()))
    })
}

/// Waits for so many notifications, and for no more.
fn asked(service: &NotificationServer, count: usize) -> Outcome<Vec<Asked>> {
    until(&format!("{count} notifications"), PATIENCE, || {
        let asked = service.asked();
        assert!(asked.len() <= count, "{asked:?}");
        Ok((asked.len() == count).then_some(asked))
    })
}
