//! What a stand-in for the desktop's notification service is asked to show: told, chosen, ignored, nobody there to tell it by.

use super::{asked, at, hidden, plan, sunday, wait_for_snooze};
use both_heard_driver::{Desk, NotificationServer, Outcome, WallClock};

#[test]
fn it_is_told_with_choices_where_there_are_any_and_without_where_not() -> Outcome<()> {
    for (can, offered) in [(&["actions", "body"][..], 6), (&["body"], 0)] {
        let (desk, _clock) = sunday("2026-11-22 19:29:58")?;
        let service = NotificationServer::on(&desk, can)?;
        let _program = hidden(&desk)?;
        let asked = asked(&service, 1)?;
        assert_eq!(asked[0].actions.len(), offered, "{asked:?}");
        assert_eq!(asked[0].body, "It is the time you two planned.");
    }
    Ok(())
}

#[test]
fn snoozed_killed_and_started_again_it_comes_at_the_snoozed_instant() -> Outcome<()> {
    let (desk, clock) = sunday("2026-11-22 19:29:58")?;
    let service = NotificationServer::on(&desk, &["actions"])?;
    let first = hidden(&desk)?;
    let told = asked(&service, 1)?;
    service.choose(told[0].id, "snooze")?;
    let again = wait_for_snooze(&desk)?;
    first.kill()?;
    clock.set(again - 60)?;
    let second = hidden(&desk)?;
    clock.jump(&second, again - 20)?;
    assert_eq!(service.asked().len(), 1, "not before");
    clock.jump(&second, again + 1)?;
    let told = asked(&service, 2)?;
    assert_eq!(told[1].body, "You two had planned Sunday, 19:30.");
    Ok(())
}

#[test]
fn ignored_it_is_told_once_more_and_no_further() -> Outcome<()> {
    let (desk, clock) = sunday("2026-11-22 19:30:00")?;
    let service = NotificationServer::on(&desk, &["actions"])?;
    let program = hidden(&desk)?;
    let first = asked(&service, 1)?;
    clock.jump(&program, at("2026-11-22 20:01:00"))?;
    let both = asked(&service, 2)?;
    assert_eq!(both[1].id, first[0].id, "the second takes the place of the first");
    clock.jump(&program, at("2026-11-23 08:00:00"))?;
    asked(&service, 2).map(drop)
}

#[test]
fn a_service_that_is_slow_to_answer_is_not_asked_again() -> Outcome<()> {
    let (desk, clock) = sunday("2026-11-22 19:30:00")?;
    let service = NotificationServer::without_answers(&desk)?;
    let program = hidden(&desk)?;
    asked(&service, 1)?;
    // Two looks later it would have been, were it taken for a failure.
    clock.jump(&program, at("2026-11-22 19:40:00"))?;
    clock.jump(&program, at("2026-11-22 19:41:00"))?;
    asked(&service, 1).map(drop)
}

#[test]
fn without_a_service_it_waits_and_is_told_when_one_appears() -> Outcome<()> {
    let (mut desk, clock) = sunday("2026-11-22 19:30:00")?;
    let program = hidden(&desk)?;
    clock.jump(&program, at("2026-11-22 19:50:00"))?;
    // A real one this time.
    desk.set_env("LD_PRELOAD", "");
    desk.start_notifications()?;
    let shown = desk.wait_for_notifications(1)?;
    assert_eq!((shown.len(), shown[0].body.as_str()), (1, "You two had planned Sunday, 19:30."));
    Ok(())
}

#[test]
fn a_heads_up_says_what_comes() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(at("2026-11-22 18:29:58"))?;
    plan(&desk, "Sun 19:30", |plan| plan.rhythm.heads_up = both_heard_core::rhythm::HeadsUp::Hour);
    let service = NotificationServer::on(&desk, &["actions"])?;
    let _program = hidden(&desk)?;
    let told = asked(&service, 1)?;
    assert_eq!(told[0].body, "Sunday, 19:30.");
    Ok(())
}
