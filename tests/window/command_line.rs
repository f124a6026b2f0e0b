//! What the program prints instead of a start.

use crate::background::{hidden, plan};
use crate::{program, store};
use both_heard_driver::{Desk, Outcome, PATIENCE, WallClock, until};
use chrono::NaiveDateTime;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::ffi::OsStringExt;
use std::process::{Command, Output, Stdio};

/// Runs a command to its end; gives its status, what it said, and its complaint.
fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn the_command_line_says_the_next_time_and_knows_its_words() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let run = |words: &[&str]| {
        let (code, said, complaint) = run(desk.command(program()).args(words));
        (code == Some(0), said, complaint)
    };
    let (said, next, complaint) = run(&["--next"]);
    assert!(!said && next.is_empty() && complaint.contains("nothing is planned"), "{complaint}");
    assert!(!store(&desk).exists(), "asking makes nothing");
    plan(&desk, "Sun 19:30", |_| {});
    let (said, next, _) = run(&["--next"]);
    assert!(said && NaiveDateTime::parse_from_str(next.trim_end(), "%Y-%m-%d %H:%M").is_ok(), "{next}");
    // While it runs, too.
    let running = hidden(&desk)?;
    assert_eq!(run(&["--next"]).1, next);
    running.kill()?;
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
    let (said, _, complaint) = run(&[&format!("--\u{1b}[31m{}", "x".repeat(3_000))]);
    assert!(!said && !complaint.contains('\u{1b}') && complaint.len() < 1_500, "{complaint}");
    for folder in ["/dev/null", &format!("/{}", "x".repeat(300))] {
        let (said, _, complaint) = run(&["--next", "--data-dir", folder]);
        assert!(!said && complaint.contains("cannot be used") && complaint.contains(&folder[..9]), "{complaint}");
    }
    Ok(())
}

#[test]
fn what_cannot_be_printed_ends_with_a_word() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let full = || File::options().write(true).open("/dev/full").unwrap();
    for option in ["--next", "--version", "--help"] {
        let (reader, nobody_reads) = std::io::pipe().unwrap();
        drop(reader);
        for (into, what) in [(full().into(), "a full device"), (Stdio::from(nobody_reads), "a pipe that nobody reads")]
        {
            let (code, _, complaint) = run(desk.command(program()).arg(option).stdout(into));
            assert_eq!(code, Some(1), "{option} into {what}: {complaint}");
            assert!(complaint.starts_with("both-heard: this could not be printed"), "{complaint}");
        }
    }
    // Where there is no room for the complaint either, the status says it.
    let status = desk.command(program()).arg("--remind").stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(status.code(), Some(1));
    Ok(())
}

#[test]
fn a_zone_that_cannot_be_read_holds_nothing_up() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let (pipe, long) = (desk.home().join("pipe"), desk.home().join("long"));
    assert!(desk.command("mkfifo").arg(&pipe).status().unwrap().success());
    File::create(&long).unwrap().set_len(8 << 30).unwrap();
    let (pipe, long) = (pipe.into_os_string(), long.into_os_string());
    let names = [
        "/dev/zero", ":/dev/zero", "../../../dev/zero", "/etc", ".", "", ":", "right/UTC", "EST5EDT,M3.2.0/26,M11.1.0",
    ];
    let names = names.map(OsString::from).into_iter().chain([pipe, long, OsString::from_vec(b"\xff/\xfe".to_vec())]);
    for name in names {
        desk.set_env("TZ", &name);
        let mut asked = desk.command(program()).arg("--next").stdout(Stdio::piped()).spawn().unwrap();
        let ended = until("the next time", PATIENCE, || Ok(asked.try_wait().unwrap()));
        let _ = asked.kill();
        let next = std::io::read_to_string(asked.stdout.take().unwrap()).unwrap();
        assert!(ended?.success() && next.trim_end().ends_with(" 19:30"), "{name:?}: {next}");
    }
    Ok(())
}

#[test]
fn without_a_display_it_ends_with_a_word() -> Outcome<()> {
    let desk = Desk::fresh()?;
    for words in [&[][..], &["--hidden"]] {
        let (code, _, complaint) = run(desk.command(program()).args(words).env_remove("DISPLAY"));
        assert_eq!(code, Some(1), "{words:?}: {complaint}");
        assert!(complaint.contains("there is no display") && !complaint.contains("panicked"), "{complaint}");
    }
    Ok(())
}

#[test]
fn a_folder_without_a_name_is_refused_and_nothing_is_made() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let before = fs::read_dir(desk.home()).unwrap().count();
    for words in [&["--data-dir", ""][..], &["--data-dir="], &["--data-dir"], &["--data-dir", "--next"]] {
        for more in [&[][..], &["--next"]] {
            let words = [more, words].concat();
            let (code, _, complaint) = run(desk.command(program()).args(&words));
            assert_eq!(code, Some(1), "{words:?}: {complaint}");
            assert!(complaint.contains("--data-dir") && !complaint.contains("panicked"), "{words:?}: {complaint}");
        }
    }
    assert_eq!(fs::read_dir(desk.home()).unwrap().count(), before, "in the folder that it was started in");
    assert!(!store(&desk).exists());
    Ok(())
}

#[test]
fn a_clock_before_1970_is_a_clock() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    // A Wednesday, and then a Saturday.
    for (now, next) in [(-1, "1970-01-04 19:30"), (-2_000_000_000, "1906-08-19 19:30")] {
        WallClock::on(&mut desk)?.set(now)?;
        let (code, said, complaint) = run(desk.command(program()).arg("--next"));
        assert_eq!((code, said.trim_end()), (Some(0), next), "{complaint}");
    }
    let running = hidden(&desk)?;
    running.kill()
}
