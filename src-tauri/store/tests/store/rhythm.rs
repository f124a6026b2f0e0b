//! The rhythm's file: it goes with the words' in one commit, goes without them, and what is wrong with it costs them no word.

use crate::common::Home;
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{Plan, Rest};
use both_heard_store::{Store, StoreError, Unreadable};
use std::fs;
use std::path::{Path, PathBuf};

fn couple(number: u32) -> Couple {
    Couple::new(&format!("Sam {number}"), "Robin", Partner::One).unwrap()
}

/// A plan that tells its number by how many days of rest it has.
fn plan(number: u32) -> Plan {
    let from = "2026-12-01".parse().unwrap();
    let to = from + chrono::Days::new(number.into());
    Plan { rests: vec![Rest { from, to }], ..Plan::default() }
}

fn write(store: &mut Store, number: u32) {
    let both = store.transact(|tx| tx.couple().set(&couple(number)).and_then(|()| tx.plan().set(&plan(number))));
    both.unwrap();
}

/// Reads the number in both files.
fn read(store: &mut Store) -> (Option<Couple>, Plan) {
    store.transact(|tx| Ok((tx.couple().get()?, tx.plan().get()?))).unwrap()
}

#[test]
fn what_fails_in_one_file_changes_neither() {
    let home = Home::new();
    let mut store = home.open();
    write(&mut store, 1);
    for failing in 0..20 {
        store.fail_statement(Some(failing));
        let written = store.transact(|tx| tx.couple().set(&couple(2)).and_then(|()| tx.plan().set(&plan(2))));
        store.fail_statement(None);
        if written.is_ok() {
            assert!(failing > 4);
            break;
        }
        assert_eq!(read(&mut store), (Some(couple(1)), plan(1)), "statement {failing}");
    }
    assert_eq!(read(&mut home.open()), (Some(couple(2)), plan(2)));
}

#[test]
fn the_rhythm_is_there_without_the_words_and_holds_none() {
    let home = Home::new();
    write(&mut home.open(), 3);
    let bytes = String::from_utf8_lossy(&fs::read(home.rhythm()).unwrap()).into_owned();
    assert!(!bytes.contains("Sam") && !bytes.contains("Robin"));
    fs::write(home.file(), "locked, say").unwrap();
    let before = home.inside();
    let mut alone = Store::open_rhythm_to_read(&home.file()).unwrap().expect("a rhythm");
    assert_eq!(alone.transact(|tx| Ok((tx.plan().is_kept()?, tx.plan().get()?))), Ok((true, plan(3))));
    assert_eq!(alone.transact(|tx| tx.reminders().dismiss()), Err(StoreError::ReadOnly));
    assert!(home.inside() == before, "the folder has changed");
    assert!(Store::open_rhythm_to_read(&Home::new().file()).unwrap().is_none());
}

/// A rhythm's file that cannot be used lies aside, is told, and they have all else; one that is gone is told, too.
#[test]
fn a_rhythm_that_cannot_be_used_costs_no_word() {
    type Spoil<'a> = &'a dyn Fn(&Path);
    let spoil: [(&str, Spoil<'_>); 6] = [
        ("gone", &|file| fs::remove_file(file).unwrap()),
        ("no database", &|file| fs::write(file, "Dear diary".repeat(500)).unwrap()),
        ("cut short", &|file| fs::write(file, &fs::read(file).unwrap()[..9_000]).unwrap()),
        ("another program's", &|file| {
            let other = rusqlite::Connection::open(file).unwrap();
            other.pragma_update(None, "application_id", 7).unwrap();
        }),
        ("a folder", &|file| fs::remove_file(file).and_then(|()| fs::create_dir(file)).unwrap()),
        ("the words'", &|file| {
            fs::copy(file.with_file_name("both-heard.db"), file).unwrap();
        }),
    ];
    for (name, spoil) in spoil {
        let home = Home::new();
        write(&mut home.open(), 4);
        spoil(&home.rhythm());
        let before = home.inside();
        let mut copy = Store::open_to_read(&home.file()).unwrap().unwrap();
        assert_eq!(copy.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Rhythm]), "{name}");
        assert!(home.inside() == before, "{name}: the folder has changed");
        let mut store = home.open();
        assert_eq!(read(&mut store), (Some(couple(4)), Plan::default()), "{name}");
        assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Rhythm]), "{name}");
        let aside = home.folder().join("rhythm.db.unreadable");
        assert_eq!(aside.exists(), name != "gone", "{name}");
        write(&mut store, 5);
        store.transact(|tx| tx.aside().delete(Unreadable::Rhythm)).unwrap();
        drop(store);
        let mut store = home.open();
        assert_eq!(read(&mut store), (Some(couple(5)), plan(5)), "{name}");
        assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![]), "{name}");
    }
}

#[test]
fn a_newer_rhythm_is_refused_and_left() {
    let home = Home::new();
    write(&mut home.open(), 6);
    rusqlite::Connection::open(home.rhythm()).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = home.inside();
    assert!(matches!(Store::open(&home.file()).unwrap_err(), StoreError::Newer { found: 99, .. }));
    assert!(home.inside() == before, "the folder has changed");
}

/// Whoever is asked for by this name writes one number after another into both files, until it is killed.
const WRITER: &str = "BOTH_HEARD_TEST_WRITER";

/// Stops a program that writes to both files, again and again, and kills it: wherever it is, or where it stands between the two,
/// so that the file that names both journals is there, or only one of the journals. Both files say the same number then.
#[cfg(target_os = "linux")]
#[test]
fn a_kill_between_the_two_files_leaves_both_or_neither() {
    if let Some(file) = std::env::var_os(WRITER) {
        let mut store = Store::open(Path::new(&file)).unwrap();
        for number in (0..300).cycle() {
            write(&mut store, number);
        }
    }
    let home = Home::new();
    write(&mut home.open(), 0);
    for kill in 0..60 {
        let left = kill_a_writer(&home, kill % 4 == 0);
        let (couple_left, plan_left) = read(&mut home.open());
        let number = (0..300).find(|number| couple_left == Some(couple(*number))).expect("a whole number");
        assert_eq!(plan_left, plan(number), "kill {kill}: {left:?}");
        let names: Vec<_> = home.inside().into_iter().map(|(path, ..)| path).collect();
        assert_eq!(names, [home.file(), home.rhythm()], "nothing else is left after {left:?}");
    }
}

/// Kills a program that writes to both files, wherever it is or only `between` the two; answers which files there were then.
#[cfg(target_os = "linux")]
fn kill_a_writer(home: &Home, between: bool) -> Vec<String> {
    use std::process::{Command, Stdio};
    let mut writer = Command::new(std::env::current_exe().unwrap());
    writer.args(["--exact", "rhythm::a_kill_between_the_two_files_leaves_both_or_neither"]).env(WRITER, home.file());
    let mut writer = writer.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let signal = |name: &str| {
        let sent = Command::new("kill").args([name, &writer.id().to_string()]).status().unwrap();
        assert!(sent.success(), "the writer is there");
    };
    let is_stopped = || {
        let state = fs::read_to_string(format!("/proc/{}/stat", writer.id())).unwrap();
        state.rsplit(')').next().unwrap().trim_start().starts_with('T')
    };
    let left = (0..2_000).find_map(|stop| {
        signal("-STOP");
        while !is_stopped() {
            std::thread::yield_now();
        }
        let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        let names: Vec<_> = home.inside().into_iter().map(|(path, ..)| name(path)).collect();
        let journals = names.iter().filter(|name| name.ends_with("-journal")).count();
        let is_between = names.iter().any(|name| name.contains("-mj")) || journals == 1;
        if is_between || (!between && stop > 20) {
            return Some(names);
        }
        signal("-CONT");
        None
    });
    writer.kill().unwrap();
    writer.wait().unwrap();
    left.expect("it never stood between the two")
}
