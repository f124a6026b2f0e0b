//! A window at rest: while nobody types, nothing wakes.

use crate::{program, wait_for_words, written};
use both_heard_driver::{Desk, Outcome, PATIENCE, Program, until};

/// So many looks in a row without a thread that woke are rest: a window that draws sixty pictures a second has none.
const CALM_LOOKS: u32 = 40;

fn wait_for_rest(program: &Program) -> Outcome<()> {
    let mut before = program.process().family_switches();
    let mut calm = 0;
    until("the window to come to rest", PATIENCE, || {
        let now = program.process().family_switches();
        calm = if now.since(&before) == 0 { calm + 1 } else { 0 };
        before = now;
        Ok((calm >= CALM_LOOKS).then_some(()))
    })
}

#[test]
fn a_field_with_the_focus_lets_the_window_rest() -> Outcome<()> {
    let desk = Desk::fresh()?;
    // Not under WebDriver, which wakes it.
    let program = desk.start(program(), &[])?;
    written(&desk, program.process())?;
    // What arrives in the file was typed into the field that has the focus. A key may come before the field does.
    until("a field that takes keys", PATIENCE, || {
        desk.hands(&["type", "Xenia"])?;
        Ok(wait_for_words(&desk, "Xenia").ok())
    })?;
    wait_for_rest(&program)
}
