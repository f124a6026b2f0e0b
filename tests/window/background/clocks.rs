//! The headless program while the wall clock does what wall clocks do (libfaketime): each case a life of its own, all at once.

use super::{hidden, local, plan};
use both_heard_core::rhythm::at_local;
use both_heard_driver::{Arrangement, Desk, NotificationServer, Outcome, Program, WallClock, until_true};
use chrono::{DateTime, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use std::thread;

/// What happens to the clock, and how many reminders there were by then.
enum Then {
    /// The program is killed, if it runs, and started then.
    Starts(&'static str, usize),
    /// The program runs and its clock jumps there.
    Jumps(&'static str, usize),
    /// The same to the second time that the wall shows this.
    Again(&'static str, usize),
}
use Then::{Again, Jumps, Starts};

/// The zone, the rule, and what happens, from the first start on.
type Case = (&'static str, &'static str, &'static [Then]);

const BERLIN: &str = "Europe/Berlin";
const NEW_YORK: &str = "America/New_York";
const LORD_HOWE: &str = "Australia/Lord_Howe";

const CASES: &[Case] = &[
    // Asleep over the time, for eight hours.
    (BERLIN, "Sun 19:30", &[Starts("11-22 15:00", 0), Jumps("11-22 23:00", 1), Jumps("11-23 07:00", 1)]),
    // A week off, and five.
    (BERLIN, "Sun 19:30", &[Starts("11-22 19:30", 1), Starts("11-29 21:00", 2), Starts("11-29 21:01", 2)]),
    (BERLIN, "Sun 19:30", &[Starts("11-22 19:30", 1), Starts("12-27 21:00", 2), Jumps("12-28 21:00", 2)]),
    // More than a day late: nothing is told, and the next one is.
    (BERLIN, "Sun 19:30", &[Starts("11-18 12:00", 0), Jumps("11-24 12:00", 0), Jumps("11-29 19:30:02", 1)]),
    // The clock is set forward over the time, and back over it.
    (BERLIN, "Sun 02:30", &[Starts("03-29 01:59:30", 0), Jumps("03-29 03:29:30", 0), Jumps("03-29 03:30:01", 1)]),
    (BERLIN, "Sun 02:30", &[Starts("10-25 02:29", 0), Jumps("10-25 02:30:01", 1), Again("10-25 02:30:01", 1)]),
    (NEW_YORK, "Sun 02:30", &[Starts("03-08 01:59:30", 0), Jumps("03-08 03:29:30", 0), Jumps("03-08 03:30:01", 1)]),
    (NEW_YORK, "Sun 01:30", &[Starts("11-01 01:29", 0), Jumps("11-01 01:30:01", 1), Again("11-01 01:30:01", 1)]),
    (LORD_HOWE, "Sun 02:15", &[Starts("10-04 01:59:30", 0), Jumps("10-04 02:44:30", 0), Jumps("10-04 02:45:01", 1)]),
    (LORD_HOWE, "Sun 01:45", &[Starts("04-05 01:44", 0), Jumps("04-05 01:45:01", 1), Again("04-05 01:45:01", 1)]),
    // Back two hours and forward again; back a year and forward again.
    (BERLIN, "Sun 19:30", &[Starts("11-22 19:30", 1), Jumps("11-22 17:30", 1), Jumps("11-22 19:30:01", 1), NEXT_WEEK]),
    (
        BERLIN,
        "Sun 19:30",
        &[Starts("11-22 19:30", 1), Jumps("2025-11-23 19:30:01", 1), Jumps("11-22 19:31", 1), NEXT_WEEK],
    ),
];
const NEXT_WEEK: Then = Jumps("11-29 19:30:01", 2);

/// Reads a time such as `11-22 19:30`; where no year stands it is 2026.
fn wall(text: &str) -> NaiveDateTime {
    let year = if text.starts_with("20") { "" } else { "2026-" };
    let seconds = if text.matches(':').count() == 2 { "" } else { ":00" };
    local(&format!("{year}{text}{seconds}"))
}

fn live((zone, rule, happens): &Case) -> Outcome<()> {
    let parsed: Tz = zone.parse().unwrap();
    let at = |text: &str| at_local(&parsed, wall(text)).timestamp();
    let second = |text: &str| parsed.from_local_datetime(&wall(text)).latest().unwrap().timestamp();
    let mut desk = Desk::arranged(&Arrangement {
        window_manager: false,
        time_zone: (*zone).to_owned(),
        ..Arrangement::default()
    })?;
    let clock = WallClock::on(&mut desk)?;
    let service = NotificationServer::on(&desk, &["actions"])?;
    let mut program: Option<Program> = None;
    for then in *happens {
        let (Starts(text, told) | Jumps(text, told) | Again(text, told)) = then;
        match (then, &mut program) {
            (Starts(..), running) => {
                match running.take() {
                    Some(program) => program.kill()?,
                    None => plan(&desk, rule, |plan| {
                        plan.rhythm.repeats = false;
                        plan.since = DateTime::from_timestamp(at(text) - 3_600, 0).unwrap();
                    }),
                }
                clock.set(at(text))?;
                *running = Some(hidden(&desk)?);
            }
            (Jumps(..), Some(program)) => clock.jump(program, at(text))?,
            (Again(..), Some(program)) => clock.jump(program, second(text))?,
            (_, None) => panic!("it does not run"),
        }
        let awaited = format!("{told} reminders at {text} in {zone}");
        until_true(&awaited, || Ok(service.asked().len() >= *told))?;
        assert_eq!(service.asked().len(), *told, "{text} in {zone}: {:?}", service.asked());
    }
    // Late, it is told with the time that was planned.
    let planned = format!("You two had planned Sunday, {}.", &rule[4..]);
    for asked in service.asked() {
        assert!(["It is the time you two planned.", &planned].contains(&asked.body.as_str()), "{asked:?}");
    }
    Ok(())
}

#[test]
fn one_reminder_for_each_time_whatever_the_clock_does() -> Outcome<()> {
    thread::scope(|scope| {
        let lives: Vec<_> = CASES.iter().map(|case| scope.spawn(|| live(case))).collect();
        lives.into_iter().try_for_each(|life| life.join().unwrap())
    })
}
