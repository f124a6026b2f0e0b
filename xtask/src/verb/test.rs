//! `test`: everything, or the stages named.

use crate::broken::Broken;
use crate::system::{self, Purpose};
use crate::test::{Bench, Report, STAGES, Stage};

/// Installs what the tests need, runs the stages in order, and stops at the first that is broken.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    let (options, names): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|word| word.starts_with('-'));
    if let Some(unknown) = options.iter().find(|word| !matches!(word.as_str(), "--yes" | "-y")) {
        return Err(Broken::Usage(format!("{unknown} means nothing here.")));
    }
    let stages = chosen(&names)?;
    system::provide(Purpose::Test, system::consent(!options.is_empty()))?;

    let mut bench = Bench::lay(!names.is_empty());
    let mut report = Report::default();
    let ending = stages.into_iter().try_for_each(|stage| report.perform(stage, || stage.perform(&mut bench)));
    report.tell();
    ending
}

/// Finds the stages by their names, in the order they always run; without names, all.
fn chosen(names: &[&String]) -> Result<Vec<Stage>, Broken> {
    if names.is_empty() {
        return Ok(STAGES.to_vec());
    }
    let asked = names.iter().map(|name| Stage::named(name).ok_or_else(|| unknown(name)));
    let asked = asked.collect::<Result<Vec<Stage>, Broken>>()?;
    Ok(STAGES.iter().copied().filter(|stage| asked.contains(stage)).collect())
}

fn unknown(name: &str) -> Broken {
    let lines: Vec<String> = STAGES.iter().map(|stage| format!("  {:<9} {}", stage.name(), stage.checks())).collect();
    Broken::Usage(format!("There is no stage {name}. The stages:\n{}", lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::chosen;
    use crate::test::{STAGES, Stage};

    #[test]
    fn stages_run_in_their_own_order() {
        let names = ["window".to_owned(), "core".to_owned()];
        let found = chosen(&names.iter().collect::<Vec<_>>());
        assert_eq!(found.ok(), Some(vec![Stage::Core, Stage::Window]));
        assert_eq!(chosen(&[]).ok(), Some(STAGES.to_vec()));
        assert!(chosen(&[&"nonsense".to_owned()]).is_err());
    }
}
