//! One clock: what the window shows of the time is what the program means, in whatever zone it is started. The engine has
//! rules of its own, older than the system's, and reads `TZ` in its own way.

use crate::{ask_store, program};
use both_heard_driver::{Desk, Outcome, PATIENCE, WallClock, Window, evening, until};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// What the wall shows at an instant, in the zone of a test, by the system's own `date`.
fn wall(desk: &Desk, zone: Option<&str>, at: DateTime<Utc>) -> NaiveDateTime {
    let mut date = desk.command("date");
    match zone {
        Some(zone) => date.env("TZ", zone),
        // What the system says where nobody says otherwise.
        None => date.env_remove("TZ"),
    };
    let said = date.arg(format!("--date=@{}", at.timestamp())).arg("+%Y-%m-%dT%H:%M:%S").output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim_end().parse().unwrap()
}

/// Waits until a break is in the store; says when it ends.
fn agreed(desk: &Desk) -> Outcome<DateTime<Utc>> {
    until("the break in the store", PATIENCE, || {
        let running = ask_store(desk, |tx| tx.running().get()).flatten();
        let last = running.and_then(|running| running.events.last().cloned());
        let away = last.filter(|last| format!("{:?}", last.event).starts_with("Away"));
        Ok(away.map(|last| last.at + TimeDelta::minutes(30)))
    })
}

/// Begins, agrees on a break of thirty minutes, and reads the sentence that tells when they would be back.
fn take_a_break(window: &Window) -> Outcome<String> {
    evening::begin(window)?;
    evening::walk_to(window, "3:floor")?;
    window.press("t")?;
    evening::at(window, "3:floor+break")?;
    window.click("[data-do=other-length]")?;
    window.wait_for("#length")?;
    window.type_text("30")?;
    window.press("Enter")?;
    evening::at(window, "3:floor+away")?;
    window.text("h1.say")
}

/// Tries a value of `TZ`. `means` is the zone that the system takes it for; none where it knows no such zone.
fn check(time_zone: &str, means: Option<&str>, now: Option<&str>) -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    if let Some(now) = now {
        WallClock::on(&mut desk)?.set(now.parse::<DateTime<Utc>>().unwrap().timestamp())?;
    }
    desk.set_env("TZ", time_zone);
    let window = desk.open(program())?;
    evening::settle_in(&window)?;

    let next = desk.command(program()).arg("--next").output().unwrap();
    let next = String::from_utf8(next.stdout).unwrap();
    let next = NaiveDateTime::parse_from_str(next.trim_end(), "%Y-%m-%d %H:%M").unwrap();
    window.wait_for_text(&next.format("%A, %H:%M").to_string())?;

    let said = take_a_break(&window)?;
    let back = wall(&desk, means, agreed(&desk)?).format("%H:%M").to_string();
    assert!(said.contains(&back), "TZ={time_zone}: {said:?}, and the wall will show {back}");
    window.close()
}

#[test]
fn a_break_ends_when_the_wall_says_so_in_zones_whose_rules_are_new() -> Outcome<()> {
    check("Asia/Almaty", Some("Asia/Almaty"), None)?;
    check("Africa/Cairo", Some("Africa/Cairo"), Some("2027-07-15T18:14:00Z"))
}

#[test]
fn and_in_zones_that_are_named_in_other_ways() -> Outcome<()> {
    check("/usr/share/zoneinfo/Asia/Tokyo", Some("Asia/Tokyo"), None)?;
    check("JST-9", Some("Asia/Tokyo"), None)?;
    // The program goes by the system's zone then; what matters is that the window does as well.
    check("Nowhere/City", None, None)
}

/// Runs what follows where `/etc` is a folder of the test's own, with the system's entries in it and a zone of its own.
const ABROAD: &str = r#"#!/bin/sh
set -e
mount --rbind /etc "$ETC/.system"
for entry in "$ETC"/.system/*; do
    name=${entry##*/}
    [ "$name" = localtime ] || ln -s "$entry" "$ETC/$name"
done
mount --bind "$ETC" /etc
exec "$PROGRAM" "$@"
"#;

#[test]
fn they_travel_while_it_runs() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    desk.unset_env("TZ");
    let etc = desk.home().join("etc");
    let travel = |zone: &str| {
        let to = etc.join("localtime.new");
        std::os::unix::fs::symlink(format!("/usr/share/zoneinfo/{zone}"), &to).unwrap();
        fs::rename(to, etc.join("localtime")).unwrap();
    };
    fs::create_dir_all(etc.join(".system")).unwrap();
    travel("Asia/Almaty");
    let (script, wrapper) = (desk.home().join("abroad"), desk.home().join("both-heard"));
    for (file, text) in [
        (&script, ABROAD.to_owned()),
        // As root, or as whoever may be root in a world of their own.
        (&wrapper, format!("#!/bin/sh\nexec unshare --user --map-root-user --mount {} \"$@\"\n", script.display())),
    ] {
        fs::write(file, text).unwrap();
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    desk.set_env("ETC", &etc);
    desk.set_env("PROGRAM", program());

    let window = desk.open(&wrapper)?;
    evening::settle_in(&window)?;
    let said = take_a_break(&window)?;
    let back = agreed(&desk)?;
    let shown = |zone: &str| wall(&desk, Some(zone), back).format("%H:%M").to_string();
    assert!(said.contains(&shown("Asia/Almaty")), "{said:?} at home, {}", shown("Asia/Almaty"));
    travel("Pacific/Honolulu");
    window.wait_for_text(&shown("Pacific/Honolulu"))?;
    window.close()
}

#[test]
fn an_evening_is_told_as_its_own_clock_showed_it() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    desk.set_env("TZ", "Asia/Almaty");
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    evening::begin(&window)?;
    evening::check_in(&window, evening::Keep::All, None)?;
    window.close()?;

    let page = ask_store(&desk, |tx| tx.records().page(None, 1)).unwrap();
    let met = page.lines[0].met.naive_local();
    // They went to Honolulu since.
    desk.set_env("TZ", "Pacific/Honolulu");
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home]")?;
    evening::to_page(&window, 1, "past")?;
    evening::open_newest(&window)?;
    window.wait_for_text(&met.format("%A, %-d %B").to_string())?;
    window.wait_for_text(&met.format("%H:%M").to_string())?;
    window.close()
}

#[test]
fn an_evening_by_a_clock_of_1969_is_kept() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    WallClock::on(&mut desk)?.set(-3_000_000)?;
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    window.wait_for_text("Sunday, 19:30")?;
    evening::begin(&window)?;
    evening::check_in(&window, evening::Keep::All, None)?;
    window.close()?;
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home]")?;
    evening::open_newest(&window)?;
    window.wait_for_text("November")?;
    window.close()
}
