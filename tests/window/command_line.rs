//! What the program prints instead of a start.

use crate::background::{hidden, plan};
use crate::{program, store};
use both_heard_driver::{Desk, Outcome, PATIENCE, until};
use chrono::NaiveDateTime;

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
    // While it runs, too.
    let mut running = hidden(&desk)?;
    until("it to have the store", PATIENCE, || Ok(running.process().thread_sleeps("alarm").then_some(())))?;
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
    Ok(())
}
