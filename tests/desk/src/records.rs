//! Invents kept check-ins.

use both_heard_app::ports::Ids;
use both_heard_core::ids::{AgreementId, CheckInId};
use both_heard_core::memory::{Agreement, Record, Said, Spoken, Whole};
use both_heard_core::people::Partner;
use both_heard_core::ritual::{FeltHeard, FormatId};
use both_heard_desktop::ids::TimedIds;
use chrono::{DateTime, FixedOffset, TimeDelta};

const TOPICS: [[&str; 2]; 5] = [
    ["being the one who always plans", "the phone call with mother"],
    ["the evening you came home late", "how quiet Saturday was"],
    ["the money for the roof", "feeling left out at the party"],
    ["missing our walks", "the new job, and being scared of it"],
    ["the way we said goodbye on Tuesday", "not sleeping"],
];
const APPRECIATED: [&str; 4] = [
    "You drove through the night so that I wouldn’t wait at the station alone.",
    "You put the phone away when I began to talk.",
    "The soup on Wednesday.",
    "You asked my sister how she was, twice.",
];
const FELT: [FeltHeard; 7] = {
    use FeltHeard::{Mostly, NotYet, Yes};
    [Yes, Mostly, Yes, Yes, NotYet, Yes, Mostly]
};
/// What stays to be looked back on, where anything does.
const OPEN: [(Partner, &str); 2] =
    [(Partner::Two, "Phones stay in the hall at dinner."), (Partner::One, "A walk on Fridays, whatever the weather.")];

/// Invents so many, the newest first: one a week, every eighth with nothing but the day. The newest may have agreements that
/// are open still, behind any that is looked back on.
pub fn invent(count: usize, newest: DateTime<FixedOffset>, agreed: bool) -> Vec<Record> {
    let ids = TimedIds::default();
    let weeks = (0..i32::try_from(count).unwrap()).map(|nr| newest - TimeDelta::weeks(nr.into()));
    weeks
        .enumerate()
        .map(|(nr, met)| {
            let id = CheckInId(ids.fresh(met.to_utc()));
            let whole = (nr % 8 != 6).then(|| whole(nr, id, agreed && nr == 0));
            Record { id, met, whole }
        })
        .collect()
}

/// Lists what of these they looked back on already.
pub fn looked_back_on(records: &[Record]) -> impl Iterator<Item = AgreementId> {
    let agreed = records.iter().filter_map(|record| record.whole.as_ref()).flat_map(|whole| &whole.agreed);
    agreed.filter(|one| OPEN.iter().all(|(_, text)| *text != one.text)).map(|one| one.id)
}

fn whole(nr: usize, id: CheckInId, open: bool) -> Whole {
    let beginner = if nr % 2 == 1 { Partner::One } else { Partner::Two };
    let other = beginner.other();
    let [first, second] = TOPICS[nr % TOPICS.len()];
    let felt = |nr: usize| Some(FELT[nr % FELT.len()]);
    let walk = (nr.is_multiple_of(4)).then_some((beginner, "A walk on Fridays."));
    let agreed = walk.into_iter().chain(OPEN.into_iter().filter(|_| open));
    let appreciated = |nr: usize| APPRECIATED[nr % APPRECIATED.len()].to_owned();
    Whole {
        minutes: Some(28 + u32::try_from(nr % 9).unwrap()),
        format: Some(FormatId(if nr % 5 == 3 { "short" } else { "weekly" }.into())),
        format_name: None,
        beginner: Some(beginner),
        spoken: vec![
            Spoken { by: beginner, topic: if nr % 6 == 5 { "" } else { first }.into(), felt: felt(nr) },
            Spoken { by: other, topic: second.into(), felt: felt(nr + 3) },
        ],
        appreciated: vec![Said { by: beginner, text: appreciated(nr) }, Said { by: other, text: appreciated(nr + 1) }],
        agreed: (0..)
            .zip(agreed)
            .map(|(place, (by, text))| Agreement { id: AgreementId { check_in: id, place }, by, text: text.into() })
            .collect(),
        note: if nr.is_multiple_of(3) { "Robin books the September trip, start to end." } else { "" }.into(),
        left_out: false,
    }
}
