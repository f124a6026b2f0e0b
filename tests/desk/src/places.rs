//! Finds every place of a format, and the way there, by trying every event in each: the ritual is core's alone.

use both_heard_app::content;
use both_heard_core::ids::{AgreementId, CheckInId};
use both_heard_core::memory::Agreement;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{Beginning, Event, Format, FormatId, Session, View};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use uuid::Uuid;

/// A place that was walked to.
struct Place {
    session: Session,
    way: Vec<Event>,
}

/// Lists every place of a shipped format, nearest first: its name, and what the screen is shown there.
pub fn all(format: &FormatId, agreed: bool) -> Vec<Value> {
    let now = DateTime::UNIX_EPOCH;
    let text = |place| Agreement {
        id: AgreementId { check_in: CheckInId(Uuid::nil()), place },
        by: Partner::One,
        text: "A walk on Fridays, whatever the weather.".into(),
    };
    let agreements = if agreed { vec![text(0), text(1)] } else { vec![] };
    let shipped = content::formats(Path::new("")).0.into_iter().find(|one| one.id() == format).unwrap();
    let places = walk(Session::begin(beginning(shipped, agreements)));
    places
        .map(|Place { session, .. }| json!({ "place": name(&session), "view": View::of(&session, &Utc, now) }))
        .collect()
}

/// Finds the shortest way to a place, named as the screen names it: `4:line say-back first 0`.
pub fn way_to(beginning: &Beginning, place: &str) -> Vec<Event> {
    let found = walk(Session::begin(beginning.clone())).find(|one| name(&one.session) == place);
    found.unwrap_or_else(|| panic!("no such place: {place}")).way
}

fn beginning(format: Format, agreements: Vec<Agreement>) -> Beginning {
    let format = if agreements.is_empty() { format.without_look_back() } else { format };
    let at = DateTime::UNIX_EPOCH.into();
    Beginning { id: CheckInId(Uuid::nil()), format, beginner: Partner::One, at, agreements, no_record: false }
}

/// Walks from place to place, nearest first.
fn walk(first: Session) -> impl Iterator<Item = Place> {
    let now = first.beginning().at.to_utc();
    let smaller = [Event::Hard, Event::GoOn, Event::GoOn, Event::Smaller].to_vec();
    let mut seen = BTreeSet::from([name(&first)]);
    let mut waiting = VecDeque::from([Place { session: first, way: vec![] }]);
    std::iter::from_fn(move || {
        let here = waiting.pop_front()?;
        for more in here.session.possible(now).into_iter().map(|event| vec![event]).chain([smaller.clone()]) {
            if let Ok(session) = more.iter().try_fold(here.session.clone(), |session, event| session.step(event, now))
                && session.ending().is_none()
                && session.is_live()
                && seen.insert(name(&session))
            {
                waiting.push_back(Place { session, way: [here.way.clone(), more].concat() });
            }
        }
        Some(here)
    })
}

fn name(session: &Session) -> String {
    let moment = json!(session.moment());
    let parts = ["kind", "line", "attempt", "round", "answer", "index"].iter().filter_map(|part| moment.get(part));
    let words: Vec<_> = parts.map(|part| part.to_string().replace('"', "")).collect();
    format!("{}:{}", session.step_index(), words.join(" "))
}
