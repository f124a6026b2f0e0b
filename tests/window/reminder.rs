//! The weekly reminder, shown by a real notification daemon and clicked.

use crate::program;
use both_heard_driver::{Desk, Outcome, evening, until};
use std::time::Duration;

/// Is how long the next full minute can be away, with time to spare.
const A_MINUTE: Duration = Duration::from_secs(90);

#[test]
fn the_time_comes_and_a_click_brings_the_window_home() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    desk.start_notifications()?;
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    // The next full minute that is still some seconds away, in the program's own zone.
    let planned = window.script_async(
        "const done = arguments[arguments.length - 1]; \
         const at = new Date(Date.now() + 64_000); \
         const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][at.getDay()]; \
         const time = at.toTimeString().slice(0, 5) + ':00'; \
         const rule = { day, time, every: 'week', first: '2026-01-05' }; \
         window.__TAURI_INTERNALS__.invoke('save_rhythm', { rhythm: { rule, heads_up: 'none', repeats: true } }) \
           .then((home) => done(home.next[0].planned))",
        &[],
    )?;
    let (display, on_display) = window.on_display()?;
    evening::to_page(&window, 1, "past")?;
    display.minimise(on_display)?;

    let shown = until("the reminder", A_MINUTE, || {
        let shown = desk.notifications()?;
        Ok((!shown.is_empty()).then_some(shown))
    })?;
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(shown[0].summary, "Your time together");
    for name in ["Sam", "Robin"] {
        assert!(!shown[0].body.contains(name) && !shown[0].summary.contains(name), "{shown:?}");
    }

    desk.click_notification()?;
    until("the window up again", A_MINUTE, || {
        Ok((!display.is_minimised(on_display)? && display.is_active(on_display)?).then_some(()))
    })?;
    window.wait_for("[data-screen=home]")?;
    // Ready to begin: it is due, and Enter begins.
    let due = "const done = arguments[arguments.length - 1]; \
               window.__TAURI_INTERNALS__.invoke('overview', {}).then((home) => done(home.due?.planned ?? null))";
    assert_eq!(window.script_async(due, &[])?, planned);
    evening::begin(&window)?;
    assert_eq!(desk.notifications()?.len(), 1);
    window.close()
}
