//! The program in the background, on desktops of every kind: told, chosen, ignored, nobody there to tell it by.

use crate::{program, store};
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{Plan, Rhythm, Rule};
use both_heard_driver::{Asked, Desk, NotificationService, Outcome, PATIENCE, Program, TrayHost, WallClock, until};
use both_heard_store::Store;
use chrono::NaiveDateTime;

/// Is the Sunday of these tests; on their desks it is UTC.
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
    store.set_couple(&Couple::new("Sam", "Robin", Partner::One).unwrap()).unwrap();
    store.set_plan(&plan).unwrap();
}

/// Starts the program in the background.
pub fn hidden(desk: &Desk) -> Outcome<Program> {
    let settings = store(desk).with_file_name("settings.json");
    std::fs::write(settings, r#"{ "background": true }"#).unwrap();
    desk.start(program(), &["--hidden"])
}

fn asked(service: &NotificationService, count: usize) -> Outcome<Vec<Asked>> {
    until(&format!("{count} notifications"), PATIENCE, || {
        let asked = service.asked();
        assert!(asked.len() <= count, "{asked:?}");
        Ok((asked.len() == count).then_some(asked))
    })
}

#[test]
fn it_is_told_with_choices_where_there_are_any_and_without_where_not() -> Outcome<()> {
    for (can, offered) in [(&["actions", "body"][..], 6), (&["body"], 0)] {
        let mut desk = Desk::fresh()?;
        let clock = WallClock::on(&mut desk)?;
        clock.set(at("2026-11-22 19:29:58"))?;
        plan(&desk, "Sun 19:30", |_| {});
        let service = NotificationService::on(&desk, can)?;
        let _program = hidden(&desk)?;
        let asked = asked(&service, 1)?;
        assert_eq!(asked[0].actions.len(), offered, "{asked:?}");
        assert_eq!(asked[0].body, "It is the time you two planned.");
    }
    Ok(())
}

#[test]
fn snoozed_killed_and_started_again_it_comes_at_the_snoozed_instant() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at("2026-11-22 19:29:58"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let service = NotificationService::on(&desk, &["actions"])?;
    let mut first = hidden(&desk)?;
    let told = asked(&service, 1)?;
    service.choose(told[0].id, "snooze")?;
    // What is snoozed is in the store before anything else happens.
    let again = until("the snooze in the store", PATIENCE, || {
        let waiting = Store::open(&store(&desk))
            .ok()
            .and_then(|store| store.waiting(local("2026-11-22 20:00:00").and_utc()).ok());
        Ok(waiting
            .flatten()
            .and_then(|come| come.again)
            .map(|again| again.at.timestamp())
            .filter(|at| *at < self::at("2026-11-22 19:46:30")))
    })?;
    first.kill()?;
    clock.set(again - 60)?;
    let second = hidden(&desk)?;
    until("the second to look", PATIENCE, || Ok(second.process().thread_sleeps("alarm").then_some(())))?;
    clock.jump(&second, again - 20)?;
    assert_eq!(service.asked().len(), 1, "not before");
    clock.jump(&second, again + 1)?;
    let told = asked(&service, 2)?;
    assert_eq!(told[1].body, "You two had planned Sunday, 19:30.");
    Ok(())
}

#[test]
fn ignored_it_is_told_once_more_and_no_further() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at("2026-11-22 19:30:00"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let service = NotificationService::on(&desk, &["actions"])?;
    let program = hidden(&desk)?;
    let first = asked(&service, 1)?;
    clock.jump(&program, at("2026-11-22 20:01:00"))?;
    let both = asked(&service, 2)?;
    assert_eq!(both[1].id, first[0].id, "the second takes the place of the first");
    clock.jump(&program, at("2026-11-22 21:01:00"))?;
    clock.jump(&program, at("2026-11-23 08:00:00"))?;
    asked(&service, 2).map(drop)
}

#[test]
fn without_a_service_it_waits_and_is_told_when_one_appears() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at("2026-11-22 19:30:00"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let program = hidden(&desk)?;
    clock.jump(&program, at("2026-11-22 19:50:00"))?;
    // A real one this time.
    desk.set_env("LD_PRELOAD", "");
    desk.start_notifications()?;
    let shown = desk.wait_for_notifications(1)?;
    assert_eq!((shown.len(), shown[0].body.as_str()), (1, "You two had planned Sunday, 19:30."));
    Ok(())
}

#[test]
fn a_heads_up_says_what_comes() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at("2026-11-22 18:29:58"))?;
    plan(&desk, "Sun 19:30", |plan| plan.rhythm.heads_up = both_heard_core::rhythm::HeadsUp::Hour);
    let service = NotificationService::on(&desk, &["actions"])?;
    let _program = hidden(&desk)?;
    let told = asked(&service, 1)?;
    assert_eq!(told[0].body, "Sunday, 19:30.");
    Ok(())
}

#[test]
fn the_tray_says_what_comes_and_what_can_be_done() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at("2026-11-22 19:20:00"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let service = NotificationService::on(&desk, &["actions"])?;
    let mut program = hidden(&desk)?;
    // The desktop is not there yet when the program is, as it often is not after a login.
    until("the tray to be waited for", PATIENCE, || Ok(program.process().thread_sleeps("tray").then_some(())))?;
    let tray = TrayHost::on(&desk)?;
    let menu = |expect: &[&str]| {
        until(&format!("{expect:?} in the tray"), PATIENCE, || {
            let lines = tray.menu();
            let said: Vec<_> = lines.iter().map(|line| line.label.as_str()).filter(|label| !label.is_empty()).collect();
            Ok((said == expect).then_some(lines.first().is_some_and(|line| !line.enabled)))
        })
    };
    let next = "Next: Sunday, 19:30";
    assert!(menu(&[next, "Begin", "Open", "Quit"])?, "the first line only says something");
    clock.jump(&program, at("2026-11-22 19:30:01"))?;
    asked(&service, 1)?;
    menu(&["It is the time you two planned", "Begin", "In 15 minutes", "Open", "Quit"])?;
    tray.choose("In 15 minutes")?;
    menu(&[next, "Begin", "Open", "Quit"])?;
    let display = desk.display()?;
    assert!(display.windows()?.is_empty());
    tray.choose("Open")?;
    until("the window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
    tray.choose("Quit")?;
    program.wait_end(PATIENCE)
}

#[test]
fn the_command_line_says_the_next_time_and_knows_its_words() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let run = |words: &[&str]| {
        let output = desk.command(program()).args(words).output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (said, next, complaint) = run(&["--next"]);
    assert!(!said && next.is_empty() && complaint.contains("nothing is planned"), "{complaint}");
    assert!(!store(&desk).exists(), "asking makes nothing");
    plan(&desk, "Sun 19:30", |_| {});
    let (said, next, _) = run(&["--next"]);
    assert!(said && NaiveDateTime::parse_from_str(next.trim_end(), "%Y-%m-%d %H:%M").is_ok(), "{next}");
    let elsewhere = desk.home().join("an other folder");
    let (said, ..) = run(&["--next", "--data-dir", elsewhere.to_str().unwrap()]);
    assert!(!said && !elsewhere.exists());
    assert_eq!(run(&["--version"]).1, format!("both-heard {}\n", env!("CARGO_PKG_VERSION")));
    let (said, help, _) = run(&["--help"]);
    for option in ["--next", "--begin", "--hidden", "--data-dir", "--version", "--help"] {
        assert!(said && help.contains(option), "{option} in {help}");
    }
    let (said, _, complaint) = run(&["--remind"]);
    assert!(!said && complaint.contains("--remind"), "{complaint}");
    Ok(())
}
