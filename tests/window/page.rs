//! A page that dies comes back at its step, paused, with the words; one that keeps dying says so. WebDriver lets go of a
//! page that died, so what is seen here is seen on the display.

use crate::{WRITING, ask_store, program, wait_for_words, writing, written};
use both_heard_core::ritual::{Overlay, Session};
use both_heard_driver::{Desk, Display, Outcome, PATIENCE, Program, XWindow, until, until_true};

/// What is on the display of a program without WebDriver.
struct Shown<'a> {
    desk: &'a Desk,
    program: Program,
    display: Display,
    window: XWindow,
}

impl<'a> Shown<'a> {
    fn start(desk: &'a Desk) -> Outcome<Self> {
        let program = desk.start(program(), &[])?;
        let display = desk.display()?;
        let window = written(desk, program.process())?;
        let shown = Self { desk, program, display, window };
        shown.wait_for_another(&[])?;
        shown.display.bring_up(window)?;
        until_true("the focus", || shown.display.is_active(window))?;
        Ok(shown)
    }

    fn picture(&self) -> Outcome<Vec<u8>> {
        self.display.picture(self.window)
    }

    /// Waits until the window shows a page with writing that is not this one, and stands still: so many looks in a row.
    fn wait_for_another(&self, than: &[u8]) -> Outcome<Vec<u8>> {
        const LOOKS: u32 = 20;
        let (mut last, mut same) = (vec![], 0);
        until("another page", PATIENCE, || {
            let written = self.display.ink(self.window)? > WRITING;
            let now = self.picture()?;
            same = if written && now == last && now != than { same + 1 } else { 0 };
            last = now;
            Ok((same >= LOOKS).then(|| last.clone()))
        })
    }

    fn press(&self, key: &str) -> Outcome<()> {
        self.desk.hands(&["key", key])
    }
}

/// Reads what lies over the step of the check-in that runs, from the file.
fn over(desk: &Desk) -> Option<Overlay> {
    let running = ask_store(desk, |tx| tx.running().get())??;
    Session::replay(running.beginning, running.events).overlay().cloned()
}

fn wait_paused(desk: &Desk, paused: bool) -> Outcome<()> {
    let is_paused = || matches!(over(desk), Some(Overlay::Paused));
    until_true(if paused { "the pause" } else { "no pause" }, || Ok(is_paused() == paused))
}

#[test]
fn a_page_that_dies_in_the_middle_of_a_turn_comes_back_at_its_step() -> Outcome<()> {
    let words = "before the picture stood still";
    let (desk, window) = writing("3:floor", words)?;
    wait_for_words(&desk, words)?;
    window.kill()?;

    let shown = Shown::start(&desk)?;
    let home = shown.picture()?;
    shown.press("Return")?;
    let paused = shown.wait_for_another(&home)?;
    shown.press("Return")?;
    wait_paused(&desk, false)?;
    // It never stands still: the time runs.
    until_true("the turn on the screen", || Ok(shown.picture()? != paused))?;
    shown.program.process().kill_page()?;
    wait_paused(&desk, true)?;
    // The very picture that stood there when they came back the first time: the step, paused, with the words.
    until_true("the paused step", || Ok(shown.picture()? == paused))?;
    shown.press("Return")?;
    wait_paused(&desk, false)
}

#[test]
fn one_that_dies_three_times_in_a_minute_says_so_and_comes_back_when_asked() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let shown = Shown::start(&desk)?;
    let welcome = shown.picture()?;
    let again = || {
        shown.program.process().kill_page()?;
        shown.program.process().page_is_there()?;
        shown.wait_for_another(&[])
    };
    assert!(again()? == welcome, "another picture than the welcome");
    again()?;
    shown.program.process().kill_page()?;
    let display = &shown.display;
    let both = until("the dialog beside the window", PATIENCE, || {
        Ok(Some(display.windows()?).filter(|windows| windows.len() == 2))
    })?;
    let dialog = both.into_iter().find(|window| *window != shown.window).unwrap();
    until_true("the dialog with the focus", || display.is_active(dialog))?;
    shown.press("Return")?;
    until_true("the dialog gone", || Ok(display.windows()?.len() == 1))?;
    shown.program.process().page_is_there()?;
    shown.wait_for_another(b"")?;
    Ok(())
}
