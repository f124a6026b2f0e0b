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
    let ending = stages.into_iter().try_for_each(|stage| report.perform(stage, &mut bench));
    report.tell();
    ending
}

/// Finds the stages by their names, in the order they always run; without names, all.
fn chosen(names: &[&String]) -> Result<Vec<&'static Stage>, Broken> {
    if let Some(unknown) = names.iter().find(|name| STAGES.iter().all(|stage| stage.name != name.as_str())) {
        let lines: Vec<String> = STAGES.iter().map(|stage| format!("  {:<9} {}", stage.name, stage.checks)).collect();
        return Err(Broken::Usage(format!("There is no stage {unknown}. The stages:\n{}", lines.join("\n"))));
    }
    let is_chosen = |stage: &&Stage| names.is_empty() || names.iter().any(|name| stage.name == name.as_str());
    Ok(STAGES.iter().filter(is_chosen).collect())
}

#[cfg(test)]
mod tests {
    use super::chosen;
    use crate::test::STAGES;

    #[test]
    fn stages_run_in_their_own_order() {
        let found = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let stages = chosen(&names.iter().collect::<Vec<_>>()).ok()?;
            Some(stages.iter().map(|stage| stage.name).collect::<Vec<_>>())
        };
        assert_eq!(found(&["window", "core"]), Some(vec!["core", "window"]));
        assert_eq!(found(&[]).map(|all| all.len()), Some(STAGES.len()));
        assert_eq!(found(&["core", "nonsense"]), None);
    }
}
