//! Does random things to a store and to a model of it in memory; both must answer alike, also after a restart.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use both_heard_core::ids::CheckInId;
use both_heard_core::memory::{Record, Said, Spoken, Whole};
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{Occurrence, Plan, Weekly};
use both_heard_core::ritual::{Event, FeltHeard, FormatId, Logged};
use both_heard_store::{Closing, Running, Store, StoreError};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use common::{Home, beginning, evening, id, utc};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Command {
    SetCouple(Couple),
    SetPlan(Plan),
    Remind(Occurrence),
    Acted,
    Begin,
    Append(Logged),
    Seen(i64),
    End(Option<Record>),
    Forget(CheckInId),
    Reopen,
}

/// Is what a store holds, without SQL.
#[derive(Debug, Default)]
struct Model {
    couple: Option<Couple>,
    plan: Option<Plan>,
    reminders: BTreeMap<NaiveDateTime, (Occurrence, bool)>,
    running: Option<Running>,
    kept: BTreeMap<CheckInId, Record>,
}

type Answer = Result<bool, StoreError>;

impl Model {
    fn run(&mut self, command: &Command) -> Answer {
        match command {
            Command::SetCouple(couple) => self.couple = Some(couple.clone()),
            Command::SetPlan(plan) => self.plan = Some(*plan),
            Command::Remind(occurrence) => {
                let new = !self.reminders.contains_key(&occurrence.planned);
                self.reminders.entry(occurrence.planned).or_insert((*occurrence, true));
                return Ok(new);
            }
            Command::Acted => self.reminders.values_mut().for_each(|(_, due)| *due = false),
            Command::Begin if self.running.is_some() => return Err(StoreError::Conflict),
            Command::Begin => {
                let seen = beginning().at.to_utc();
                self.running = Some(Running { beginning: beginning(), events: vec![], seen });
            }
            Command::Append(logged) => {
                let running = self.running.as_mut().ok_or(StoreError::Conflict)?;
                if let Event::Write { step: new, .. } = logged.event {
                    running.events.retain(|old| !matches!(old.event, Event::Write { step, .. } if step == new));
                }
                running.events.push(logged.clone());
                running.seen = logged.at;
            }
            Command::Seen(second) => {
                if let Some(running) = &mut self.running {
                    running.seen = utc(*second);
                }
            }
            Command::End(Some(record)) if self.kept.contains_key(&record.id) => return Err(StoreError::Conflict),
            Command::End(record) => {
                self.running = None;
                self.kept.extend(record.iter().map(|record| (record.id, record.clone())));
            }
            Command::Forget(id) => drop(self.kept.remove(id)),
            Command::Reopen => {}
        }
        Ok(true)
    }

    fn newest_first(&self) -> Vec<&Record> {
        let mut all: Vec<_> = self.kept.values().collect();
        all.sort_by_key(|record| std::cmp::Reverse((record.met, record.id)));
        all
    }

    fn due(&self) -> Option<Occurrence> {
        let due = self.reminders.values().filter(|(_, due)| *due).map(|(occurrence, _)| *occurrence);
        due.max_by_key(|occurrence| (occurrence.at, occurrence.planned))
    }
}

fn run(store: &mut Store, command: &Command) -> Answer {
    match command {
        Command::SetCouple(couple) => store.set_couple(couple)?,
        Command::SetPlan(plan) => store.set_plan(plan)?,
        Command::Remind(occurrence) => return store.remind(occurrence),
        Command::Acted => store.acted()?,
        Command::Begin => store.begin(&beginning())?,
        Command::Append(logged) => store.append(logged)?,
        Command::Seen(second) => store.seen(utc(*second))?,
        Command::End(record) => store.end(record.as_ref(), &Closing::default())?,
        Command::Forget(id) => store.forget(*id)?,
        Command::Reopen => {}
    }
    Ok(true)
}

fn compare(store: &Store, model: &Model) -> Result<(), TestCaseError> {
    prop_assert_eq!(store.couple(), Ok(model.couple.clone()));
    let plan = model.plan.unwrap_or(Plan { weekly: Weekly::default(), once: None, instead_of: None });
    prop_assert_eq!(store.plan(), Ok(plan));
    prop_assert_eq!(store.due(), Ok(model.due()));
    prop_assert_eq!(store.running(), Ok(model.running.clone()));
    let newest = model.newest_first();
    let began = newest.iter().find_map(|record| record.whole.as_ref()).map(|whole| whole.beginner);
    prop_assert_eq!(store.last_beginner(), Ok(began));
    for nr in 0..6 {
        prop_assert_eq!(store.record(id(nr)), Ok(model.kept.get(&id(nr)).cloned()));
    }
    let (mut after, mut listed) = (None, vec![]);
    loop {
        let page = store.past(after, 2).unwrap();
        prop_assert_eq!(page.total as usize, newest.len());
        prop_assert_eq!(page.since, newest.last().map(|record| record.met));
        after = page.lines.last().map(|line| line.id);
        listed.extend(page.lines.into_iter().map(|line| (line.id, line.met, line.whole)));
        if !page.more {
            break;
        }
    }
    let expect: Vec<_> = newest.iter().map(|record| (record.id, record.met, record.whole.is_some())).collect();
    prop_assert_eq!(listed, expect);
    Ok(())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), any::<String>(), "[a-z ]{0,60}", (0usize..=2_000).prop_map(|n| "ü".repeat(n))]
}

fn partner() -> impl Strategy<Value = Partner> {
    prop_oneof![Just(Partner::One), Just(Partner::Two)]
}

fn felt() -> impl Strategy<Value = FeltHeard> {
    prop_oneof![Just(FeltHeard::Yes), Just(FeltHeard::Mostly), Just(FeltHeard::NotYet)]
}

fn local() -> impl Strategy<Value = NaiveDateTime> {
    (0i64..10_000, 0i64..5).prop_map(|(days, minutes)| {
        NaiveDate::default().and_hms_opt(19, 30, 0).unwrap() + TimeDelta::days(days) + TimeDelta::minutes(minutes)
    })
}

fn couple() -> impl Strategy<Value = Couple> {
    ("[A-Zß-ÿ]{1,20}", "[א-ת]{1,20}", partner()).prop_map(|(one, two, left)| Couple::new(&one, &two, left).unwrap())
}

fn plan() -> impl Strategy<Value = Plan> {
    (0u8..7, local(), prop::option::of(local())).prop_map(|(day, time, once)| {
        let weekly = Weekly { day: Weekday::try_from(day).unwrap(), time: time.time() };
        Plan { weekly, once, instead_of: once }
    })
}

fn whole() -> impl Strategy<Value = Whole> {
    let spoken = (partner(), text(), prop::option::of(felt())).prop_map(|(by, topic, felt)| Spoken { by, topic, felt });
    let said = (partner(), text()).prop_map(|(by, text)| Said { by, text });
    let (spoken, said) = (prop::collection::vec(spoken, 0..4), prop::collection::vec(said, 0..4));
    (1u32.., text(), partner(), spoken, said, text()).prop_map(
        |(minutes, format, beginner, spoken, appreciated, note)| Whole {
            minutes,
            format: FormatId(format),
            beginner,
            spoken,
            appreciated,
            format_name: None,
            agreed: vec![],
            note,
        },
    )
}

fn record() -> impl Strategy<Value = Record> {
    (0u32..6, 0u32..4, prop::option::of(whole())).prop_map(|(nr, week, whole)| Record {
        id: id(nr),
        met: evening(week),
        whole,
    })
}

fn command() -> impl Strategy<Value = Command> {
    let write = (0usize..4, text()).prop_map(|(step, text)| Event::Write { step, text });
    let event = prop_oneof![write, felt().prop_map(|answer| Event::Felt { answer }), Just(Event::GoOn)];
    // Few planned days, so that many commands meet the same one.
    let occurrence = (0i64..3, 0i64..2).prop_map(|(day, travelled)| {
        let planned = NaiveDate::default().and_hms_opt(19, 30, 0).unwrap() + TimeDelta::days(day);
        Occurrence { planned, at: planned.and_utc() + TimeDelta::hours(travelled) }
    });
    prop_oneof![
        1 => couple().prop_map(Command::SetCouple),
        1 => plan().prop_map(Command::SetPlan),
        2 => occurrence.prop_map(Command::Remind),
        1 => Just(Command::Acted),
        3 => Just(Command::Begin),
        8 => (0i64..1_000, event).prop_map(|(at, event)| Command::Append(Logged { at: utc(at), event })),
        1 => (0i64..1_000).prop_map(Command::Seen),
        1 => Just(Command::End(None)),
        4 => record().prop_map(Some).prop_map(Command::End),
        2 => (0u32..6).prop_map(|nr| Command::Forget(id(nr))),
        2 => Just(Command::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_store_does_what_its_model_does(commands in prop::collection::vec(command(), 1..60)) {
        let home = Home::new();
        let mut store = home.open();
        let mut model = Model::default();
        for command in &commands {
            if matches!(command, Command::Reopen) {
                drop(store);
                store = home.open();
            }
            prop_assert_eq!(run(&mut store, command), model.run(command), "{:?}", command);
            compare(&store, &model)?;
        }
    }
}
