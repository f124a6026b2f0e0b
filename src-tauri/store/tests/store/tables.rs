//! Writes every table and reads it back, after the file was closed and opened again.

use crate::common::{Closing, Home, beginning, end, field, id, logged, typed, utc, whole, write};
use both_heard_core::ids::CalendarId;
use both_heard_core::people::Couple;
use both_heard_core::people::Partner::{One, Two};
use both_heard_core::rhythm::{
    Change, Every, HeadsUp, Plan, Published, Reminder, Repeat, RepeatReason, Rest, Rhythm, Rule,
};
use both_heard_core::ritual::{Event, FeltHeard, Keep, Logged};
use both_heard_store::{Running, Store, StoreError};
use chrono::{DateTime, NaiveDateTime, Weekday};

const WORDS: [&str; 12] = [
    "",
    " ",
    "thank you for the soup",
    "Zwölf Boxkämpfer, größer als ẞ",
    "e\u{301} is not é",
    "שלום, and then مرحبا in one line",
    "\u{202e}turned around",
    "👩‍🚀👩🏽‍🤝‍👨🏻🏳️‍🌈",
    "'; DROP TABLE check_in; --",
    "\"quoted\" \\ and\nlines\r\n\tof it",
    "before\0after",
    "\u{10ffff}\u{fffd}",
];

pub fn words() -> impl Iterator<Item = String> {
    let long = ["x", "ß", "界", "🫂"].map(|one| one.repeat(2_000));
    WORDS.map(str::to_owned).into_iter().chain(long)
}

#[test]
fn a_store_may_go_to_another_thread() {
    fn check<T: Send + 'static>() {}
    check::<Store>();
}

#[test]
fn the_couple_is_kept() {
    let home = Home::new();
    assert_eq!(home.open().transact(|tx| tx.couple().get()), Ok(None));
    let couples = [("Sam", "Robin", One), ("Ana María", "O’Neill", Two), ("محمد", "👩‍🚀", One), ("'", "\"", Two)];
    for (one, two, left) in couples {
        let couple = Couple::new(one, two, left).unwrap();
        home.open().transact(|tx| tx.couple().set(&couple)).unwrap();
        assert_eq!(home.open().transact(|tx| tx.couple().get()), Ok(Some(couple)));
    }
}

#[test]
fn a_name_that_was_taken_once_stays_one() {
    let home = Home::new();
    home.open().transact(|tx| tx.couple().set(&Couple::new("Sam", "Robin", One).unwrap())).unwrap();
    let sqlite = rusqlite::Connection::open(home.file()).unwrap();
    sqlite.execute("UPDATE couple SET one = ' Sa\u{3164}m '", []).unwrap();
    drop(sqlite);
    assert_eq!(
        home.open().transact(|tx| tx.couple().get()).unwrap().map(|couple| couple.one.as_str().to_owned()),
        Some(" Sa\u{3164}m ".into())
    );
}

#[test]
fn the_plan_is_kept() {
    let home = Home::new();
    assert_eq!(home.open().transact(|tx| tx.plan().get()), Ok(Plan::default()));
    let rules =
        [("Mon", "00:00:00", Every::Week), ("Sat", "23:59:59", Every::TwoWeeks), ("Sun", "07:05:00", Every::FourWeeks)];
    let changed = |of: &str, to: Option<&str>| Change { of: of.parse().unwrap(), to: to.map(|to| to.parse().unwrap()) };
    let rest = |from: &str, to: &str| Rest { from: from.parse().unwrap(), to: to.parse().unwrap() };
    let (sunday, monday) = ("2026-11-22T19:30:00", "2026-11-23T20:00:00");
    let besides = [
        (vec![], vec![rest("2026-12-20", "2027-01-06"), rest("2027-07-01", "2027-07-01")]),
        (vec![changed(sunday, Some(monday)), changed(monday, Some(monday))], vec![rest("2026-12-20", "2026-12-21")]),
        (vec![changed(sunday, None)], vec![]),
    ];
    for ((day, time, every), (changes, rests)) in rules.into_iter().zip(besides) {
        let first = "2026-11-22".parse().unwrap();
        let rule = Rule { day: day.parse::<Weekday>().unwrap(), time: time.parse().unwrap(), every, first };
        for (heads_up, repeats) in [(HeadsUp::None, true), (HeadsUp::QuarterHour, false), (HeadsUp::Day, true)] {
            let rhythm = Rhythm { rule, heads_up, repeats };
            let plan = Plan { rhythm, changes: changes.clone(), rests: rests.clone(), since: utc(7) };
            home.open().transact(|tx| tx.plan().set(&plan)).unwrap();
            assert_eq!(home.open().transact(|tx| tx.plan().get()), Ok(plan));
        }
    }
}

/// Plays a script of planned days of November 2026 and `act`; answers what is due on the last day of it.
#[test]
fn what_was_published_is_kept() {
    let home = Home::new();
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.calendar().get()), Ok(None));
    let time = |text: &str| text.parse::<NaiveDateTime>().unwrap();
    let mut published = Published::nothing(CalendarId(id(1).0));
    published.sequence = 29_000_000;
    published.series = Some(time("2026-11-29T19:30:00"));
    published.singles.insert(time("2026-12-06T19:30:00"), time("2026-12-07T18:00:00"));
    published.singles.insert(time("2026-12-08T19:30:00"), time("2026-12-08T19:30:00"));
    store.transact(|tx| tx.calendar().set(&published)).unwrap();
    drop(store);
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.calendar().get()), Ok(Some(published.clone())));
    (published.series, published.sequence) = (None, 29_000_001);
    published.singles.clear();
    store.transact(|tx| tx.calendar().set(&published)).unwrap();
    assert_eq!(store.transact(|tx| tx.calendar().get()), Ok(Some(published)));
}

#[track_caller]
fn check_reminders(script: &str, due: Option<&str>) {
    let day = |day: &str| -> Reminder {
        let planned: NaiveDateTime = format!("2026-11-{day}T19:30:00").parse().unwrap();
        Reminder { planned, at: planned.and_utc(), repeat: None }
    };
    let home = Home::new();
    let mut store = home.open();
    for word in script.split_whitespace() {
        match word {
            "act" => store.transact(|tx| tx.reminders().dismiss()).unwrap(),
            "close" => store = home.open(),
            _ => {
                store.transact(|tx| tx.reminders().remember(&day(word))).unwrap();
                assert_eq!(store.transact(|tx| tx.reminders().knows(day(word).planned)), Ok(true));
            }
        }
    }
    let now = "2026-11-29T12:00:00Z".parse().unwrap();
    assert_eq!(store.transact(|tx| tx.reminders().pending(now)).unwrap(), due.map(day), "{script}");
}

#[test]
fn a_planned_time_is_told_once_and_due_until_someone_acts() {
    check_reminders("", None);
    check_reminders("22", Some("22"));
    check_reminders("22 22 22", Some("22"));
    check_reminders("22 close 22 close", Some("22"));
    check_reminders("22 act", None);
    check_reminders("22 act 22", None);
    check_reminders("15 22", Some("22"));
    check_reminders("15 22 act", None);
    check_reminders("15 act 22", Some("22"));
    check_reminders("act", None);
    // The clock was right, then a week fast: what it brought up by mistake waits for its time.
    check_reminders("22 29", None);
}

#[test]
fn what_is_told_again_outlives_the_program() {
    let home = Home::new();
    let planned = "2026-11-22T19:30:00".parse().unwrap();
    let reminder = Reminder { planned, at: utc(0), repeat: None };
    home.open().transact(|tx| tx.reminders().remember(&reminder)).unwrap();
    for repeat in [
        Some((7, RepeatReason::Unanswered)),
        Some((8, RepeatReason::Snoozed)),
        Some((9, RepeatReason::Undelivered)),
        None,
    ] {
        let reminder = Reminder { repeat: repeat.map(|(at, why)| Repeat { at: utc(at), why }), ..reminder };
        home.open().transact(|tx| tx.reminders().remember(&reminder)).unwrap();
        assert_eq!(home.open().transact(|tx| tx.reminders().pending(utc(0))), Ok(Some(reminder)));
    }
    assert_eq!(
        home.open().transact(|tx| tx.reminders().pending(utc(-1))),
        Ok(None),
        "the clock was set back: it is still to come"
    );
    assert_eq!(
        (
            home.open().transact(|tx| tx.reminders().announce(planned)),
            home.open().transact(|tx| tx.reminders().announce(planned))
        ),
        (Ok(true), Ok(false))
    );
}

#[track_caller]
fn check_running(events: &[Logged], expect: &[Logged]) {
    let home = Home::new();
    home.open().transact(|tx| tx.running().begin(&beginning())).unwrap();
    for event in events {
        home.open().transact(|tx| tx.running().append(event)).unwrap();
    }
    let seen = expect.last().map_or(beginning().at.to_utc(), |logged| logged.at);
    let running = Running { beginning: beginning(), events: expect.to_vec(), seen };
    assert_eq!(home.open().transact(|tx| tx.running().get()), Ok(Some(running)));
}

#[test]
fn events_come_back_in_order_and_of_words_the_last() {
    check_running(&[], &[]);
    let every = [
        Event::GoOn,
        Event::Back,
        Event::Arrived { together: true },
        Event::GotIt { yes: false },
        Event::More { yes: true },
        Event::Felt { answer: FeltHeard::NotYet },
        Event::Pause,
        Event::Resume,
        Event::OneMoreMinute,
        Event::Keep { choice: Keep::OnlyThatWeMet },
        Event::LetGo,
    ];
    let every: Vec<_> = (0..).zip(every).map(|(second, event)| logged(second, event)).collect();
    check_running(&every, &every);
    let (a, b, c) = (write(1, 3, "one"), write(2, 3, "one two"), write(3, 7, "other"));
    let on = logged(4, Event::GoOn);
    check_running(&[a.clone(), b.clone()], std::slice::from_ref(&b));
    check_running(&[a.clone(), c.clone(), b.clone()], &[c.clone(), b.clone()]);
    check_running(&[a, on.clone(), c.clone(), b.clone()], &[on, c, b]);
    let all: Vec<_> =
        (0..).zip(words()).map(|(index, words)| write(index.try_into().unwrap(), index, &words)).collect();
    check_running(&all, &all);
}

#[test]
fn the_moment_of_an_event_is_exact() {
    let at = DateTime::parse_from_rfc3339("2026-11-22T19:30:00.123456789Z").unwrap().to_utc();
    check_exact(Logged { at, event: Event::GoOn });
}

fn check_exact(event: Logged) {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&event)).unwrap();
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, [event]);
}

#[test]
fn only_one_check_in_runs() {
    let home = Home::new();
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.running().get()), Ok(None));
    assert_eq!(store.transact(|tx| tx.running().append(&logged(0, Event::GoOn))), Err(StoreError::Conflict));
    assert_eq!(store.transact(|tx| tx.running().append(&write(0, 3, "words"))), Err(StoreError::Conflict));
    assert_eq!(store.transact(|tx| tx.running().seen(utc(0))), Ok(()));
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&write(0, 3, "words"))).unwrap();
    assert_eq!(store.transact(|tx| tx.running().begin(&beginning())), Err(StoreError::Conflict));
    store.transact(|tx| tx.running().seen(utc(9))).unwrap();
    let running = store.transact(|tx| tx.running().get()).unwrap().unwrap();
    assert_eq!((running.seen, running.events), (utc(9), vec![write(0, 3, "words")]));
    end(&mut store, None, &Closing::default()).unwrap();
    assert_eq!(store.transact(|tx| tx.running().get()), Ok(None));
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, []);
}

#[test]
fn what_is_typed_is_remembered_until_it_is_let_go_of() {
    let home = Home::new();
    for words in words().filter(|words| !words.is_empty()) {
        home.open().transact(|tx| tx.typed().keep(&field("card/us/same-side"), &words)).unwrap();
        assert_eq!(home.open().transact(|tx| tx.typed().all()), Ok(vec![typed("card/us/same-side", &words)]));
    }
    let mut store = home.open();
    store.transact(|tx| tx.typed().keep(&field("card/us/same-side"), "one")).unwrap();
    store.transact(|tx| tx.typed().keep(&field("time"), "7")).unwrap();
    store.transact(|tx| tx.typed().keep(&field("time"), "7 pm")).unwrap();
    assert_eq!(
        home.open().transact(|tx| tx.typed().all()),
        Ok(vec![typed("card/us/same-side", "one"), typed("time", "7 pm")])
    );
    store.transact(|tx| tx.typed().keep(&field("card/us/same-side"), "")).unwrap();
    store.transact(|tx| tx.typed().keep(&field("break"), "")).unwrap();
    assert_eq!(home.open().transact(|tx| tx.typed().all()), Ok(vec![typed("time", "7 pm")]));
}

#[test]
fn what_is_typed_in_a_check_in_ends_with_it() {
    for ended in [Some(whole(1, "")), None] {
        let home = Home::new();
        let mut store = home.open();
        store.transact(|tx| tx.running().begin(&beginning())).unwrap();
        for name in ["write/3", "break", "name/two"] {
            store.transact(|tx| tx.typed().keep(&field(name), "words")).unwrap();
        }
        end(&mut store, ended.as_ref(), &Closing::default()).unwrap();
        assert_eq!(store.transact(|tx| tx.typed().all()), Ok(vec![typed("name/two", "words")]));
    }
}

#[test]
fn a_field_that_cannot_be_read_costs_no_other() {
    let home = Home::new();
    home.open().transact(|tx| tx.typed().keep(&field("name/one"), "Sam")).unwrap();
    let other = rusqlite::Connection::open(home.file()).unwrap();
    for row in ["('name/two', CAST(x'ff' AS TEXT))", "('of-a-later-version', 'x')", "(CAST(x'c3' AS TEXT), 'x')"] {
        other.execute_batch(&format!("INSERT INTO typed VALUES {row}")).unwrap();
    }
    other.close().unwrap();
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.typed().all()), Ok(vec![typed("name/one", "Sam")]));
    store.transact(|tx| tx.typed().keep(&field("name/two"), "Robin")).unwrap();
    assert_eq!(store.transact(|tx| tx.typed().all()), Ok(vec![typed("name/one", "Sam"), typed("name/two", "Robin")]));
}
