//! Shows what holds whatever a couple does, in every shipped format and in those they make.

use crate::script::{WEEKLY, looking_back};
use both_heard_core::people::Partner;
use both_heard_core::ritual::{
    Beginning, Draft, Event, FeltHeard, Format, FormatError, FormatId, Keep, Line, Logged, Looked, Minutes, Moment,
    Overlay, Refusal, Reply, Session, Step, StepKind, View, Whose,
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::select;

pub const SHIPPED: [&str; 7] = [
    WEEKLY,
    include_str!("../../../content/formats/first.toml"),
    include_str!("../../../content/formats/short.toml"),
    include_str!("../../../content/formats/long.toml"),
    include_str!("../../../content/formats/listening.toml"),
    include_str!("../../../content/formats/after-a-fight.toml"),
    include_str!("../../../content/formats/thanks.toml"),
];

/// A list of steps as an editor could leave it: any kinds, any whose, any length.
fn any_draft() -> impl Strategy<Value = Draft> {
    let whose = select(vec![Whose::Both, Whose::Beginner, Whose::Other]);
    let minutes = prop::option::of((1..=30u8).prop_map(|m| Minutes::new(m).unwrap()));
    // Mostly whose it can be, so that many lists pass.
    let step = (select(StepKind::ALL.to_vec()), whose, minutes, 0..8u8).prop_map(|(kind, whose, minutes, wild)| {
        let whose = match (kind.is_one_persons(), whose) {
            _ if wild == 0 => whose,
            (true, Whose::Both) => Whose::Beginner,
            (true, one) => one,
            (false, _) => Whose::Both,
        };
        Step { kind, whose, minutes }
    });
    prop::collection::vec(step, 0..12).prop_map(|mut steps| {
        steps.push(Step { kind: StepKind::Close, whose: Whose::Both, minutes: None });
        Draft { id: FormatId("own".into()), name: None, explains: false, steps }
    })
}

/// A shipped format, or one that a couple could have made.
fn any_format() -> impl Strategy<Value = Format> {
    prop_oneof![
        select(SHIPPED.to_vec()).prop_map(|text| Format::read(text).unwrap()),
        any_draft().prop_filter_map("refused", |draft| Format::try_from(draft).ok()),
    ]
}

fn any_beginning() -> impl Strategy<Value = Beginning> {
    (any_format(), select(vec![Partner::One, Partner::Two]), any::<bool>(), any::<bool>()).prop_map(
        |(format, beginner, agreed, no_record)| {
            let all = looking_back();
            match agreed {
                true => Beginning { format, beginner, no_record, ..all },
                false => {
                    Beginning { format: format.without_look_back(), beginner, no_record, agreements: vec![], ..all }
                }
            }
        },
    )
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        12 => Just(Event::GoOn),
        2 => Just(Event::Back),
        4 => any::<bool>().prop_map(|together| Event::Arrived { together }),
        4 => any::<bool>().prop_map(|yes| Event::GotIt { yes }),
        4 => any::<bool>().prop_map(|yes| Event::More { yes }),
        4 => prop_oneof![Just(FeltHeard::Yes), Just(FeltHeard::Mostly), Just(FeltHeard::NotYet)]
            .prop_map(|answer| Event::Felt { answer }),
        1 => prop_oneof![Just(Keep::All), Just(Keep::OnlyThatWeMet), Just(Keep::Nothing)]
            .prop_map(|choice| Event::Keep { choice }),
        1 => (0..12usize, "[a-zé ]{0,20}").prop_map(|(step, text)| Event::Write { step, text }),
        2 => Just(Event::Pause),
        3 => Just(Event::Resume),
        1 => Just(Event::OneMoreMinute),
        3 => select(vec![Looked::Working, Looked::TalkAboutIt, Looked::LetGo])
            .prop_map(|answer| Event::LookBack { answer }),
        2 => select(vec![Reply::Yes, Reply::LetMeThink, Reply::NotThisTime]).prop_map(|answer| Event::Reply { answer }),
        1 => Just(Event::NothingToAsk),
        1 => select(vec![Event::Hard, Event::TakeBreak, Event::Repair, Event::Smaller]),
        1 => "[a-zé ]{0,20}".prop_map(|text| Event::Name { text }),
        1 => (0..1500u16).prop_map(|minutes| Event::Away { minutes }),
    ]
}

fn events() -> impl Strategy<Value = (Beginning, Vec<(Event, i64)>)> {
    (any_beginning(), prop::collection::vec((any_event(), -5..400i64), 0..120))
}

/// Plays events with the seconds between them, refused ones left out; answers the session, its log and the time.
fn live((beginning, events): (Beginning, Vec<(Event, i64)>)) -> (Session, Vec<Logged>, DateTime<Utc>) {
    let mut now = beginning.at.to_utc();
    let (mut session, mut log) = (Session::begin(beginning), vec![]);
    for (event, seconds) in events {
        now += TimeDelta::seconds(seconds);
        if let Ok(next) = session.step(&event, now) {
            session = next;
            log.push(Logged { at: now, event });
        }
    }
    (session, log, now)
}

proptest! {
    #[test]
    fn any_events_leave_a_valid_session((events, extra) in (events(), any_event())) {
        let (session, _, now) = live(events);
        prop_assert!(session.step_index() < session.steps().len());
        let view = View::of(&session, &Utc, now);
        let step = session.step_now();
        prop_assert_eq!(view.turn.is_some(), step.kind.is_timed() && step.minutes.is_some());
        if let Some(turn) = view.turn {
            prop_assert!(turn.spent >= 0 && turn.length > 0 && turn.length <= 3_600_000);
            prop_assert_eq!(turn.runs, session.is_live());
        }
        if let Moment::Line { line, round, .. } = session.moment() {
            prop_assert!(round <= 2 && !(round == 2 && line == Line::IsThereMore));
        }
        if session.ending().is_some() {
            prop_assert_eq!(session.step(&extra, now).map(|_| ()), Err(Refusal::Over));
        }
    }

    #[test]
    fn replaying_gives_the_same_session(events in events()) {
        let (session, log, _) = live(events);
        let stored: Vec<Logged> = log
            .into_iter()
            .map(|logged| serde_json::from_str(&serde_json::to_string(&logged).unwrap()).unwrap())
            .collect();
        prop_assert_eq!(Session::replay(session.beginning().clone(), stored), session);
    }

    /// The store keeps only the last words of a field: leaving the earlier ones out changes nothing.
    #[test]
    fn only_the_last_words_of_a_field_count(events in events()) {
        let (session, log, _) = live(events);
        let field = |event: &Event| match event {
            Event::Write { step, .. } => Some(*step),
            Event::Name { .. } => Some(usize::MAX),
            _ => None,
        };
        // What is in the way goes as soon as nothing holds it any more.
        let held = session.overlay().is_some_and(Overlay::holds_a_name);
        let last = |index: usize, own: usize| !log[index + 1..].iter().any(|later| field(&later.event) == Some(own));
        let kept = log.iter().enumerate().filter(|(index, logged)| field(&logged.event).is_none_or(|own| last(*index, own) && (own != usize::MAX || held)));
        let kept: Vec<_> = kept.map(|(_, logged)| logged.clone()).collect();
        prop_assert_eq!(Session::replay(session.beginning().clone(), kept), session);
    }

    #[test]
    fn back_undoes_one_move((events, extra) in (events(), any_event())) {
        let (session, _, now) = live(events);
        let later = now + TimeDelta::seconds(90);
        let moves = matches!(
            extra,
            Event::GoOn | Event::Arrived { .. } | Event::GotIt { .. } | Event::More { .. } | Event::Felt { .. }
                | Event::LookBack { .. } | Event::Reply { .. } | Event::NothingToAsk
        );
        if let (true, Ok(moved)) = (moves && session.is_live(), session.step(&extra, now))
            && moved.ending().is_none()
        {
            let undone = moved.step(&Event::Back, later).unwrap();
            let (mut before, mut after) = (View::of(&session, &Utc, now), View::of(&undone, &Utc, later));
            prop_assert_eq!(before.turn.take(), after.turn.take());
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn a_pause_changes_nothing_but_the_time(events in events()) {
        let (session, _, now) = live(events);
        if let Ok(paused) = session.step(&Event::Pause, now) {
            prop_assert_eq!(paused.overlay(), Some(&Overlay::Paused));
            let resumed = paused.step(&Event::Resume, now + TimeDelta::hours(9)).unwrap();
            prop_assert_eq!(View::of(&resumed, &Utc, now + TimeDelta::hours(9)), View::of(&session, &Utc, now));
        }
    }

    /// What an editor leaves is a format, or is refused at a step that is there.
    #[test]
    fn an_edited_format_is_valid_or_refused_with_a_reason(draft in any_draft()) {
        let steps = draft.steps.clone();
        match Format::try_from(draft) {
            Err(FormatError::Step { step, .. }) => prop_assert!(step < steps.len()),
            Err(other) => prop_assert!(false, "{other}"),
            Ok(format) => {
                prop_assert_eq!(format.steps(), &steps[..]);
                prop_assert_eq!(Format::try_from(Draft::from(format.clone())), Ok(format.clone()));
                // It still makes sense when there is nothing to look back on.
                let rest = Draft::from(format.without_look_back());
                prop_assert!(Format::try_from(rest).is_ok());
            }
        }
    }
}
