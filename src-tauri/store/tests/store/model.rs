//! Does random things to a store and to a model of it in memory; both must answer alike, also after a restart.

use crate::common::{Closing, Erase, Home, beginning, end, evening, id, utc};
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::{Record, Said, Spoken, Whole};
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{Change, Every, HeadsUp, Plan, Reminder, Repeat, RepeatReason, Rest, Rhythm, Rule};
use both_heard_core::ritual::{Event, FeltHeard, FormatId, Logged};
use both_heard_store::{Running, Store, StoreError};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Command {
    SetCouple(Couple),
    SetPlan(Plan),
    Remember(Reminder),
    Dismiss,
    Begin,
    Append(Logged),
    Seen(i64),
    End(Option<Record>),
    Forget(CheckInId),
    Reopen,
}

/// What a store holds, without SQL.
#[derive(Debug, Default)]
struct Model {
    couple: Option<Couple>,
    plan: Option<Plan>,
    reminders: BTreeMap<NaiveDateTime, (Reminder, bool)>,
    running: Option<Running>,
    kept: BTreeMap<CheckInId, Record>,
}

type Answer = Result<bool, StoreError>;

impl Model {
    fn run(&mut self, command: &Command) -> Answer {
        match command {
            Command::SetCouple(couple) => self.couple = Some(couple.clone()),
            Command::SetPlan(plan) => self.plan = Some(plan.clone()),
            Command::Remember(reminder) => {
                let earlier = self.reminders.values_mut().filter(|(other, _)| other.at < reminder.at);
                earlier.for_each(|(_, due)| *due = false);
                self.reminders.entry(reminder.planned).or_insert((*reminder, true)).0.repeat = reminder.repeat;
            }
            Command::Dismiss => self.reminders.values_mut().for_each(|(_, due)| *due = false),
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

    fn pending(&self) -> Option<Reminder> {
        let due = self
            .reminders
            .values()
            .filter(|(reminder, due)| *due && reminder.at <= noon())
            .map(|(reminder, _)| *reminder);
        due.max_by_key(|reminder| (reminder.at, reminder.planned))
    }
}

/// When it is asked: some of the times that are made up are still to come.
fn noon() -> DateTime<Utc> {
    NaiveDate::default().and_hms_opt(12, 0, 0).unwrap().and_utc() + TimeDelta::days(5_000)
}

fn run(store: &mut Store, command: &Command) -> Answer {
    match command {
        Command::SetCouple(couple) => store.transact(|tx| tx.couple().set(couple))?,
        Command::SetPlan(plan) => store.transact(|tx| tx.plan().set(plan))?,
        Command::Remember(reminder) => store.transact(|tx| tx.reminders().remember(reminder))?,
        Command::Dismiss => store.transact(|tx| tx.reminders().dismiss())?,
        Command::Begin => store.transact(|tx| tx.running().begin(&beginning()))?,
        Command::Append(logged) => store.transact(|tx| tx.running().append(logged))?,
        Command::Seen(second) => store.transact(|tx| tx.running().seen(utc(*second)))?,
        Command::End(record) => end(store, record.as_ref(), &Closing::default())?,
        Command::Forget(id) => store.erase(|tx| tx.records().delete(*id))?,
        Command::Reopen => {}
    }
    Ok(true)
}

fn compare(store: &mut Store, model: &Model) -> Result<(), TestCaseError> {
    prop_assert_eq!(store.transact(|tx| tx.couple().get()), Ok(model.couple.clone()));
    prop_assert_eq!(store.transact(|tx| tx.plan().get()), Ok(model.plan.clone().unwrap_or_default()));
    prop_assert_eq!(store.transact(|tx| tx.reminders().pending(noon())), Ok(model.pending()));
    prop_assert_eq!(store.transact(|tx| tx.running().get()), Ok(model.running.clone()));
    let newest = model.newest_first();
    let began = newest.iter().find_map(|record| record.whole.as_ref()).and_then(|whole| whole.beginner);
    prop_assert_eq!(store.transact(|tx| tx.records().last_beginner()), Ok(began));
    for nr in 0..6 {
        prop_assert_eq!(store.transact(|tx| tx.records().get(id(nr))), Ok(model.kept.get(&id(nr)).cloned()));
    }
    let (mut after, mut listed) = (None, vec![]);
    loop {
        let page = store.transact(|tx| tx.records().page(after, 2)).unwrap();
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
    let every = prop_oneof![Just(Every::Week), Just(Every::TwoWeeks), Just(Every::FourWeeks)];
    let changes = prop::collection::btree_map(local(), prop::option::of(local()), 0..3);
    let rests = prop::collection::btree_map(local(), 0i64..30, 0..3);
    (0u8..7, local(), every, any::<bool>(), changes, rests).prop_map(|(day, time, every, repeats, changes, rests)| {
        let rule = Rule { day: Weekday::try_from(day).unwrap(), time: time.time(), every, first: time.date() };
        let rests: BTreeMap<_, _> = rests.into_iter().map(|(from, days)| (from.date(), days)).collect();
        Plan {
            rhythm: Rhythm { rule, heads_up: HeadsUp::Day, repeats },
            changes: changes.into_iter().map(|(of, to)| Change { of, to }).collect(),
            rests: rests.into_iter().map(|(from, days)| Rest { from, to: from + TimeDelta::days(days) }).collect(),
            since: time.and_utc(),
        }
    })
}

fn reminder() -> impl Strategy<Value = Reminder> {
    let why = prop_oneof![Just(RepeatReason::Unanswered), Just(RepeatReason::Snoozed), Just(RepeatReason::Undelivered)];
    (local(), prop::option::of((0i64..100, why))).prop_map(|(planned, repeat)| Reminder {
        planned,
        at: planned.and_utc(),
        repeat: repeat.map(|(at, why)| Repeat { at: utc(at), why }),
    })
}

fn whole() -> impl Strategy<Value = Whole> {
    let spoken = (partner(), text(), prop::option::of(felt())).prop_map(|(by, topic, felt)| Spoken { by, topic, felt });
    let said = (partner(), text()).prop_map(|(by, text)| Said { by, text });
    let (spoken, said) = (prop::collection::vec(spoken, 0..4), prop::collection::vec(said, 0..4));
    (1u32.., text(), partner(), spoken, said, text()).prop_map(
        |(minutes, format, beginner, spoken, appreciated, note)| Whole {
            minutes: Some(minutes),
            format: Some(FormatId(format)),
            beginner: Some(beginner),
            spoken,
            appreciated,
            format_name: None,
            agreed: vec![],
            note,
            left_out: false,
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
    prop_oneof![
        1 => couple().prop_map(Command::SetCouple),
        1 => plan().prop_map(Command::SetPlan),
        4 => reminder().prop_map(Command::Remember),
        1 => Just(Command::Dismiss),
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
            compare(&mut store, &model)?;
        }
    }
}
