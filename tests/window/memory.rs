//! What stays of their words in the memory of the program, and where memory may go.

use crate::at_home;
use both_heard_driver::Outcome;
use std::fs;

#[test]
fn no_core_is_dumped_of_the_program_or_its_page() -> Outcome<()> {
    let (_desk, window) = at_home()?;
    let family = window.process().family();
    assert!(family.len() > 1);
    for member in family {
        let limits = fs::read_to_string(format!("/proc/{}/limits", member.number())).unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        let limits: Vec<&str> =
            core.split_whitespace().filter(|word| word.parse::<u64>().is_ok() || *word == "unlimited").collect();
        assert_eq!(limits, ["0", "0"], "{core}");
    }
    window.close()
}
