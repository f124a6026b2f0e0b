//! Reads from the runners' own words how many things they looked at.

use serde_json::Value;

use super::{Kind, Tally};

/// Adds up libtest's lines such as `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
pub fn libtest(said: &str) -> Tally {
    let results = said.lines().filter_map(|line| line.trim().strip_prefix("test result:"));
    results.fold(Tally::passed(0, Kind::Tests), |sum, line| {
        sum.and(Tally {
            passed: before(line, " passed;").unwrap_or(0),
            failed: before(line, " failed;").unwrap_or(0),
            kind: Kind::Tests,
        })
    })
}

/// Reads vitest's report in JSON.
pub fn vitest(report: &str) -> Option<Tally> {
    let report: Value = serde_json::from_str(report).ok()?;
    let number = |name: &str| usize::try_from(report.get(name)?.as_u64()?).ok();
    let failed = number("numFailedTests")?;
    // A file that does not even load has no tests to fail.
    let fallen = number("numFailedTestSuites").unwrap_or(0).min(usize::from(failed == 0));
    Some(Tally { passed: number("numPassedTests")?, failed: failed + fallen, kind: Kind::Tests })
}

/// Reads Biome's `Checked 31 files in 12ms.`, which it colours even when nobody looks.
pub fn biome(said: &str) -> Option<usize> {
    said.lines().rev().find_map(|line| before(line.split_once("Checked ")?.1, " file"))
}

/// Reads svelte-check's `… COMPLETED 212 FILES 0 ERRORS …`, as it says it to machines.
pub fn svelte_check(said: &str) -> Option<usize> {
    said.lines().rev().find_map(|line| before(line.split_once("COMPLETED ")?.1, " FILES"))
}

/// Reads the number that ends right before a word.
fn before(text: &str, word: &str) -> Option<usize> {
    let (left, _) = text.split_once(word)?;
    left.rsplit(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{biome, libtest, svelte_check, vitest};

    #[test]
    fn adds_up_every_program_of_libtest() {
        let check = |said: &str, expected: (usize, usize)| {
            let tally = libtest(said);
            assert_eq!((tally.passed, tally.failed), expected, "{said}");
        };
        check("", (0, 0));
        check("running 0 tests\n", (0, 0));
        check("test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out", (12, 0));
        check("test result: ok. 2 passed; 0 failed; …\nx\ntest result: FAILED. 1 passed; 4 failed; …", (3, 4));
    }

    #[test]
    fn reads_vitests_report() {
        let check = |report: &str, expected: Option<(usize, usize)>| {
            assert_eq!(vitest(report).map(|tally| (tally.passed, tally.failed)), expected, "{report}");
        };
        check(r#"{"numPassedTests":41,"numFailedTests":2,"numFailedTestSuites":1}"#, Some((41, 2)));
        check(r#"{"numPassedTests":3,"numFailedTests":0,"numFailedTestSuites":2}"#, Some((3, 1)));
        check(r#"{"numPassedTests":3,"numFailedTests":0,"numFailedTestSuites":0}"#, Some((3, 0)));
        check("not JSON", None);
    }

    #[test]
    fn reads_the_ui_tools() {
        assert_eq!(biome("Checked 31 files in 12ms. No fixes applied."), Some(31));
        assert_eq!(biome("\u{1b}[34mChecked 1 file in 2\u{1b}[2mms."), Some(1));
        assert_eq!(biome("oh dear"), None);
        let machine = "1590680325583 START \"/repo/ui\"\n1590680326807 COMPLETED 20 FILES 0 ERRORS 0 WARNINGS 0 FILES_WITH_PROBLEMS";
        assert_eq!(svelte_check(machine), Some(20));
    }
}
