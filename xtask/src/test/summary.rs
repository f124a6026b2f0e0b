//! Keeps the time of each stage and tells at the end how it went.

use std::time::{Duration, Instant};

use super::{Bench, Ending, Kind, Stage, Tally};
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
    pub fn perform(&mut self, stage: &Stage, bench: &mut Bench) -> Result<(), Broken> {
        println!("\n── {}: {}", stage.name, stage.checks);
        let start = Instant::now();
        self.since.get_or_insert(start);
        let ending = stage.perform(bench);
        self.take(stage.name, ending, start.elapsed())
    }

    fn take(&mut self, name: &'static str, ending: Ending, time: Duration) -> Result<(), Broken> {
        if let Ok(Some(Tally { passed, failed, kind: Kind::Tests })) = ending {
            self.passed += passed;
            self.failed += failed;
        }
        let broken = |reason: String| (format!("BROKEN: {reason}"), false);
        let (what, is_fine) = match ending {
            Ok(None) => ("not on this system".to_owned(), true),
            Ok(Some(tally)) if tally.failed > 0 => {
                broken(format!("{} of {} failed", tally.failed, tally.passed + tally.failed))
            }
            Ok(Some(tally)) if tally.passed == 0 => broken("it found nothing to look at".to_owned()),
            Ok(Some(tally)) => (words(tally), true),
            Err(reason) => broken(reason.to_string()),
        };
        self.lines.push(format!("{name:<9} {what:>28} {:>9}", seconds(time)));
        if is_fine {
            return Ok(());
        }
        self.failed = self.failed.max(1);
        Err(Broken::Stage { stage: name })
    }

    /// Tells how it went: a line a stage, then the total alone on a line.
    pub fn tell(&self) {
        println!("\n{}", self.lines.join("\n"));
        println!("{:<9} {:>28} {:>9}", "", "", seconds(self.since.map_or(Duration::ZERO, |since| since.elapsed())));
        println!("{} passed, {} failed", self.passed, self.failed);
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
    use std::time::Duration;

    use super::Report;
    use crate::broken::Broken;
    use crate::test::{Ending, Kind, Tally};

    #[test]
    fn only_tests_make_the_total_and_an_empty_stage_is_broken() {
        let check = |ending: Ending, fine: bool, total: (usize, usize)| {
            let mut report = Report::default();
            let said = report.take("core", ending, Duration::ZERO);
            assert_eq!((said.is_ok(), report.passed, report.failed), (fine, total.0, total.1));
        };
        let tally = |passed, failed, kind| Ok(Some(Tally { passed, failed, kind }));
        check(tally(7, 0, Kind::Tests), true, (7, 0));
        check(tally(7, 0, Kind::Files), true, (0, 0));
        check(tally(0, 0, Kind::Tests), false, (0, 1));
        check(tally(5, 2, Kind::Tests), false, (5, 2));
        check(Ok(None), true, (0, 0));
        check(Err(Broken::Usage("x".into())), false, (0, 1));
    }
}
