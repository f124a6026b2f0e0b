//! Writes the plan as an iCalendar file, RFC 5545: floating local times, so that 19:30 is 19:30 wherever one travels.
//!
//! A calendar keeps what it took from an earlier file until a later one says otherwise, so every entry has an
//! id, and what is planned no more is written once more, as cancelled.

use super::plan::{AHEAD, HeadsUp, Plan};
use crate::ids::CalendarId;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// The most octets of a line before it is folded. RFC 5545, 3.1.
const LINE: usize = 75;
/// The last day that the format can write. RFC 5545, 3.3.4: a year has four digits.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// What the plan does not know of an entry.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// What others see in the calendar: neutral words.
    pub title: &'a str,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// When the file is written. A later one takes the place of an earlier one.
    pub written: DateTime<Utc>,
    /// That instant on the wall: nothing before it is written.
    pub now: NaiveDateTime,
}

/// What calendars may hold of the files written so far, as far as it is still to come: times, and no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The id of the couple's calendar.
    pub id: CalendarId,
    /// The number of the latest file: it grows, whatever the clock does.
    pub sequence: u32,
    /// Where the series began.
    pub series: Option<NaiveDateTime>,
    /// Where single times were, by the time they had before they were moved.
    pub singles: BTreeMap<NaiveDateTime, NaiveDateTime>,
}

impl Published {
    /// Makes a calendar of which there is no file yet.
    #[must_use]
    pub const fn nothing(id: CalendarId) -> Self {
        Self { id, sequence: 0, series: None, singles: BTreeMap::new() }
    }
}

/// Writes the file; answers its text, and what is published with it.
#[must_use]
pub fn calendar(plan: &Plan, before: &Published, invitation: &Invitation<'_>) -> (String, Published) {
    let minutes = invitation.written.timestamp() / 60;
    let sequence = u32::try_from(minutes).unwrap_or(0).min(i32::MAX.unsigned_abs());
    let mut published = Published { sequence: sequence.max(before.sequence.saturating_add(1)), ..before.clone() };
    let mut file = File { text: String::new(), plan, invitation, sequence: published.sequence };
    let uid = before.id.0.to_string();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Both Heard//EN");

    let series = Series::of(plan, invitation.now);
    match (&series, before.series) {
        (Some(series), _) => {
            file.entry(&uid, series.first, |file| file.series(series));
            published.series = Some(series.first);
        }
        (None, Some(first)) => file.cancelled(&uid, first),
        (None, None) => {}
    }

    // One that was moved to where another is becomes that other.
    let mut taken = BTreeSet::new();
    let mut singles = BTreeMap::new();
    for change in &plan.changes {
        let to = change.to.filter(|to| *to > invitation.now && to.date() <= LAST);
        if let Some(to) = to.filter(|to| series.as_ref().is_none_or(|series| !series.has(plan, *to)))
            && taken.insert(to)
        {
            singles.insert(change.of, to);
        }
    }
    published.singles.retain(|_, start| *start > invitation.now);
    published.singles.extend(singles.iter().map(|(of, to)| (*of, *to)));
    for (of, start) in &published.singles {
        let uid = format!("{uid}-{}", local(*of));
        if singles.contains_key(of) {
            file.entry(&uid, *start, |_| {});
        } else {
            file.cancelled(&uid, *start);
        }
    }
    file.line("END", "VCALENDAR");
    (file.text, published)
}

/// The rule's own times that are still to come.
struct Series {
    first: NaiveDateTime,
    /// The last one, where a rest covers all later ones that the plan looks at: such a rest is written as an end of
    /// the series, and not as thousands of exceptions.
    until: Option<NaiveDateTime>,
    /// Those between that are left out.
    without: Vec<NaiveDateTime>,
}

impl Series {
    /// Finds it; none where none of the rule's times is to come.
    fn of(plan: &Plan, now: NaiveDateTime) -> Option<Self> {
        let rule = plan.rhythm.rule;
        let ahead = rule.times_from(now.date()).take_while(|time| time.date() <= LAST).filter(|time| *time > now);
        let ahead: Vec<_> = ahead.take(AHEAD).collect();
        let (without, own): (Vec<_>, Vec<_>) = ahead.iter().partition(|time| plan.is_left_out(**time));
        let (first, last) = (*own.first()?, *own.last()?);
        let until = ahead.last().filter(|time| plan.is_rested(**time)).map(|_| last);
        let beyond = plan.changes.iter().map(|change| change.of);
        let beyond = beyond.filter(|time| Some(time) > ahead.last() && time.date() <= LAST && rule.has(*time));
        let within = |time: &NaiveDateTime| *time > first && until.is_none_or(|until| *time < until);
        Some(Self { first, until, without: without.into_iter().chain(beyond).filter(within).collect() })
    }

    /// Tells whether a time to come is one of it.
    fn has(&self, plan: &Plan, time: NaiveDateTime) -> bool {
        let within = self.until.is_none_or(|until| time <= until);
        within && plan.rhythm.rule.has(time) && !plan.is_left_out(time)
    }
}

fn local(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M%S").to_string()
}

struct File<'a> {
    text: String,
    plan: &'a Plan,
    invitation: &'a Invitation<'a>,
    sequence: u32,
}

impl File<'_> {
    fn series(&mut self, series: &Series) {
        let rule = self.plan.rhythm.rule;
        let day = &rule.day.to_string().to_uppercase()[..2];
        let until = series.until.map(|until| format!(";UNTIL={}", local(until))).unwrap_or_default();
        self.line("RRULE", &format!("FREQ=WEEKLY;INTERVAL={};BYDAY={day}{until}", rule.every.weeks()));
        for time in &series.without {
            self.line("EXDATE", &local(*time));
        }
    }

    fn entry(&mut self, uid: &str, start: NaiveDateTime, more: impl FnOnce(&mut Self)) {
        self.begin(uid, start, "CONFIRMED");
        more(self);
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("DESCRIPTION", &escaped(self.invitation.title));
        let ahead = match self.plan.rhythm.heads_up {
            HeadsUp::None => "PT0S",
            HeadsUp::QuarterHour => "-PT15M",
            HeadsUp::Hour => "-PT1H",
            HeadsUp::Day => "-P1D",
        };
        self.line("TRIGGER", ahead);
        self.line("END", "VALARM");
        self.line("END", "VEVENT");
    }

    fn cancelled(&mut self, uid: &str, start: NaiveDateTime) {
        self.begin(uid, start, "CANCELLED");
        self.line("END", "VEVENT");
    }

    fn begin(&mut self, uid: &str, start: NaiveDateTime, status: &str) {
        self.line("BEGIN", "VEVENT");
        self.line("UID", uid);
        self.line("DTSTAMP", &self.invitation.written.format("%Y%m%dT%H%M%SZ").to_string());
        // Grows with every file, so that a program that knows the entry takes the newer one.
        self.line("SEQUENCE", &self.sequence.to_string());
        self.line("STATUS", status);
        self.line("DTSTART", &local(start));
        self.line("DURATION", &format!("PT{}M", self.invitation.minutes));
        self.line("SUMMARY", &escaped(self.invitation.title));
    }

    /// Adds a line, folded where it is long: between characters, never within one.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for char in format!("{name}:{value}").chars() {
            if char.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= char.len_utf8();
            self.text.push(char);
        }
        self.text.push_str("\r\n");
    }
}

/// Escapes a text. RFC 5545, 3.3.11: a line break is written as two characters, and other control characters not at all.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.replace("\r\n", "\n").chars() {
        match char {
            '\\' | ';' | ',' => escaped.extend(['\\', char]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(char),
            _ if char.is_control() => {}
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhythm::{Change, Rest};
    use uuid::Uuid;

    #[test]
    fn the_file_says_the_rule_and_what_differs_from_it() {
        let time = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let mut plan = Plan {
            changes: vec![
                Change { of: time("2026-11-29 19:30"), to: Some(time("2026-11-30 20:00")) },
                Change { of: time("2026-12-06 19:30"), to: None },
                Change { of: time("2026-11-26 18:00"), to: Some(time("2026-11-26 18:00")) },
                Change { of: time("2026-11-01 19:30"), to: Some(time("2026-11-02 19:30")) },
            ],
            rests: vec![Rest { from: "2026-12-21".parse().unwrap(), to: "2027-01-03".parse().unwrap() }],
            ..Plan::default()
        };
        plan.rhythm.heads_up = HeadsUp::Hour;
        let invitation = Invitation {
            title: "Time, for you; two — and a title so long that no line of a calendar file could hold it whole",
            minutes: 30,
            written: "2026-11-23T20:00:00Z".parse().unwrap(),
            now: time("2026-11-23 21:00"),
        };
        let (file, published) = calendar(&plan, &Published::nothing(CalendarId(Uuid::nil())), &invitation);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        let lines = file.replace("\r\n ", "");
        let count = |line: &str| lines.split("\r\n").filter(|seen| *seen == line).count();
        assert_eq!(count("BEGIN:VEVENT"), 3);
        let uid = "UID:00000000-0000-0000-0000-000000000000";
        for line in [
            uid,
            "DTSTART:20261213T193000",
            "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=SU",
            "EXDATE:20261227T193000",
            "EXDATE:20270103T193000",
            &format!("{uid}-20261129T193000"),
            "DTSTART:20261130T200000",
            &format!("{uid}-20261126T180000"),
            "DTSTART:20261126T180000",
        ] {
            assert_eq!(count(line), 1, "{line} in {lines}");
        }
        assert_eq!(count("TRIGGER:-PT1H"), 3);
        assert!(lines.contains(r"SUMMARY:Time\, for you\; two — and"));
        assert_eq!((published.series, published.singles.len()), (Some(time("2026-12-13 19:30")), 2));
    }
}
