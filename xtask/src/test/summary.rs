//! Keeps the time of each stage and tells at the end how it went.

use std::time::{Duration, Instant};

use super::{Ending, Kind, Stage, Tally};
use crate::broken::Broken;

/// What has been found so far.
#[derive(Debug, Default)]
pub struct Report {
    lines: Vec<String>,
    passed: usize,
    failed: usize,
    since: Option<Instant>,
}

impl Report {
    /// Performs a stage, writes it down, and stops everything when it is broken.
    pub fn perform(&mut self, stage: Stage, work: impl FnOnce() -> Result<Ending, Broken>) -> Result<(), Broken> {
        let name = stage.name();
        println!("\n── {name}: {}", stage.checks());
        let start = Instant::now();
        self.since.get_or_insert(start);
        let ending = work().unwrap_or_else(Ending::Stopped);
        let time = start.elapsed();
        let reason = match &ending {
            Ending::NotHere => {
                self.line(name, "not on this system", time);
                return Ok(());
            }
            Ending::Ran(tally) if tally.failed == 0 && tally.passed > 0 => {
                self.line(name, &words(*tally), time);
                self.passed += if tally.kind == Kind::Tests { tally.passed } else { 0 };
                return Ok(());
            }
            Ending::Ran(tally) if tally.failed == 0 => "it found nothing to look at".to_owned(),
            Ending::Ran(tally) => format!("{} of {} failed", tally.failed, tally.passed + tally.failed),
            Ending::Stopped(broken) => broken.to_string(),
        };
        if let Ending::Ran(Tally { passed, failed, kind: Kind::Tests }) = ending {
            self.passed += passed;
            self.failed += failed;
        }
        self.failed = self.failed.max(1);
        self.line(name, &format!("BROKEN: {reason}"), time);
        Err(Broken::Stage { stage: name })
    }

    /// Tells how it went: a line a stage, then the total alone on a line.
    pub fn tell(&self) {
        println!("\n{}", self.lines.join("\n"));
        println!("{:<9} {:>28} {:>9}", "", "", seconds(self.since.map_or(Duration::ZERO, |since| since.elapsed())));
        println!("{} passed, {} failed", self.passed, self.failed);
    }

    fn line(&mut self, name: &str, what: &str, time: Duration) {
        self.lines.push(format!("{name:<9} {what:>28} {:>9}", seconds(time)));
    }
}

fn words(tally: Tally) -> String {
    let (one, many) = match tally.kind {
        Kind::Tests => ("test", "tests"),
        Kind::Files => ("file", "files"),
        Kind::Crates => ("crate", "crates"),
    };
    format!("{} {}", tally.passed, if tally.passed == 1 { one } else { many })
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::Report;
    use crate::broken::Broken;
    use crate::test::{Ending, Kind, Stage, Tally};

    #[test]
    fn only_tests_make_the_total_and_an_empty_stage_is_broken() {
        let check = |ending: Ending, fine: bool, total: (usize, usize)| {
            let mut report = Report::default();
            let said = report.perform(Stage::Core, || Ok(ending));
            assert_eq!((said.is_ok(), report.passed, report.failed), (fine, total.0, total.1));
        };
        let tally = |passed, failed, kind| Ending::Ran(Tally { passed, failed, kind });
        check(tally(7, 0, Kind::Tests), true, (7, 0));
        check(tally(7, 0, Kind::Files), true, (0, 0));
        check(tally(0, 0, Kind::Tests), false, (0, 1));
        check(tally(5, 2, Kind::Tests), false, (5, 2));
        check(Ending::NotHere, true, (0, 0));
        check(Ending::Stopped(Broken::Usage("x".into())), false, (0, 1));
    }
}
