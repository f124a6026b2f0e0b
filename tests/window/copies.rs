//! One copy: whatever is started beside it raises its window, and ends.

use crate::background::{hidden, plan, wait_for_look};
use crate::{program, store};
use both_heard_driver::{Arrangement, Desk, Outcome, PATIENCE, Program, until, until_true};

/// Starts many at once; answers the one that stays.
fn start_many(desk: &Desk, arguments: &[&str]) -> Outcome<Program> {
    let mut all = (0..50).map(|_| desk.start(program(), arguments)).collect::<Outcome<Vec<_>>>()?;
    until("one to stay", PATIENCE * 4, || {
        all.retain_mut(Program::is_running);
        Ok((all.len() == 1).then(|| all.remove(0)))
    })
}

#[test]
fn of_fifty_starts_one_stays_and_its_window_is_raised() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let stays = start_many(&desk, &[])?;
    let display = desk.display()?;
    display.wait_for_window()?;
    assert_eq!(display.windows()?.len(), 1);
    stays.kill()
}

#[test]
fn of_fifty_starts_without_a_session_bus_one_stays() -> Outcome<()> {
    let desk = Desk::arranged(&Arrangement { bus: false, ..Arrangement::default() })?;
    plan(&desk, "Sun 19:30", |_| {});
    let stays = start_many(&desk, &["--hidden"])?;
    // Its window can be raised all the same.
    let display = desk.display()?;
    assert!(display.windows()?.is_empty());
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    display.wait_for_window()?;
    stays.kill()?;
    // The sign it leaves behind is no obstacle.
    assert!(store(&desk).with_extension("lock").exists());
    let mut next = hidden(&desk)?;
    assert!(next.is_running());
    Ok(())
}

/// A socket's name has no room for more than 107 bytes; a folder's has.
#[test]
fn a_second_start_raises_the_window_however_deep_the_folder_lies() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let deep = desk.data_home().join("a folder of ours ".repeat(12)).join("and in it one more");
    let folder = format!("--data-dir={}", deep.display());
    let first = desk.start(program(), &["--hidden", &folder])?;
    wait_for_look(&first)?;
    desk.start(program(), &[&folder])?.wait_end(PATIENCE)?;
    let display = desk.display()?;
    display.wait_for_window()?;
    let socket = std::fs::symlink_metadata(deep.join("both-heard.socket")).unwrap();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&socket.permissions()) & 0o777, 0o600);
    first.kill()
}

#[test]
fn a_second_start_raises_the_window_also_of_one_that_is_in_the_background() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let mut first = hidden(&desk)?;
    let display = desk.display()?;
    assert!(display.windows()?.is_empty());
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    let window = display.wait_for_window()?;
    // Minimised, it is raised.
    display.minimise(window)?;
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    until_true("the window up again", || Ok(!display.is_minimised(window)? && display.is_active(window)?))?;
    // Closed, it is gone and the program stays; started again, there is a window again.
    display.close(window)?;
    display.wait_for_none()?;
    assert!(first.is_running());
    desk.start(program(), &["--begin"])?.wait_end(PATIENCE)?;
    display.wait_for_window()?;
    first.kill()
}
