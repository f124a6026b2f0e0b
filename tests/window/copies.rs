//! One copy: whatever is started beside it raises its window, and ends.

use crate::background::{hidden, plan};
use crate::{program, store};
use both_heard_driver::{Arrangement, Desk, Outcome, PATIENCE, Program, until};

/// Starts many at once; answers the one that stays.
fn start_many(desk: &Desk, arguments: &[&str]) -> Outcome<Program> {
    let mut all = (0..50).map(|_| desk.start(program(), arguments)).collect::<Outcome<Vec<_>>>()?;
    until("one to stay", PATIENCE * 4, || {
        Ok((all.iter_mut().filter_map(|copy| copy.is_running().then_some(())).count() == 1).then_some(()))
    })?;
    all.retain_mut(Program::is_running);
    Ok(all.remove(0))
}

#[test]
fn of_fifty_starts_one_stays_and_its_window_is_raised() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let mut stays = start_many(&desk, &[])?;
    let display = desk.display()?;
    until("its window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
    assert_eq!(display.windows()?.len(), 1);
    stays.kill()
}

#[test]
fn of_fifty_starts_without_a_session_bus_one_stays() -> Outcome<()> {
    let desk = Desk::arranged(&Arrangement { bus: false, ..Arrangement::default() })?;
    plan(&desk, "Sun 19:30", |_| {});
    let mut stays = start_many(&desk, &["--hidden"])?;
    // Its window can be raised all the same.
    let display = desk.display()?;
    assert!(display.windows()?.is_empty());
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    until("its window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
    stays.kill()?;
    // The sign it leaves behind is no obstacle.
    assert!(store(&desk).with_extension("lock").exists());
    let mut next = hidden(&desk)?;
    until("the next to have the store", PATIENCE, || Ok(next.process().thread_sleeps("alarm").then_some(())))?;
    assert!(next.is_running());
    Ok(())
}

/// A socket's name has no room for more than 107 bytes; a folder's has.
#[test]
fn a_second_start_raises_the_window_however_deep_the_folder_lies() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let deep = desk.data_home().join("a folder of ours ".repeat(12)).join("and in it one more");
    let folder = format!("--data-dir={}", deep.display());
    let mut first = desk.start(program(), &["--hidden", &folder])?;
    until("the first to look", PATIENCE, || Ok(first.process().thread_sleeps("alarm").then_some(())))?;
    desk.start(program(), &[&folder])?.wait_end(PATIENCE)?;
    let display = desk.display()?;
    until("the window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
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
    until("the first to look", PATIENCE, || Ok(first.process().thread_sleeps("alarm").then_some(())))?;
    assert!(display.windows()?.is_empty());
    let mut second = desk.start(program(), &[])?;
    second.wait_end(PATIENCE)?;
    let window = until("the window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
    // Minimised, it is raised.
    display.minimise(window)?;
    until("the window away", PATIENCE, || Ok(display.is_minimised(window)?.then_some(())))?;
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    until("the window up again", PATIENCE, || {
        Ok((!display.is_minimised(window)? && display.is_active(window)?).then_some(()))
    })?;
    // Closed, it is gone and the program stays; started again, there is a window again.
    display.close(window)?;
    until("no window", PATIENCE, || Ok(display.windows()?.is_empty().then_some(())))?;
    assert!(first.is_running());
    desk.start(program(), &["--begin"])?.wait_end(PATIENCE)?;
    until("the window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
    first.kill()
}
