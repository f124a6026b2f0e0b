//! Writes the plan as an iCalendar file, RFC 5545: floating local times, so that 19:30 is 19:30 wherever one travels.

use super::plan::{HeadsUp, Plan};
use chrono::{DateTime, NaiveDateTime, Utc};
use std::fmt::Write;

/// Is how many octets a line has before it is folded. RFC 5545, 3.1.
const LINE: usize = 75;

/// Is what the plan does not know of an entry.
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

/// Writes the file.
#[must_use]
pub fn calendar(plan: &Plan, invitation: &Invitation<'_>) -> String {
    let rule = plan.rhythm.rule;
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Both Heard//EN");
    let first = rule.from(invitation.now.date()).find(|time| *time > invitation.now);
    if let Some(first) = first {
        let own = |time: NaiveDateTime| time >= first && rule.has(time);
        lines.entry("both-heard", first, plan, invitation, |lines| {
            let day = &rule.day.to_string().to_uppercase()[..2];
            lines.add("RRULE", &format!("FREQ=WEEKLY;INTERVAL={};BYDAY={day}", rule.every.weeks()));
            let skipped = plan.changes.iter().filter(|change| change.to.is_none() && own(change.of));
            let rested = plan
                .rests
                .iter()
                .flat_map(|rest| rule.from(rest.from.max(first.date())).take_while(|time| time.date() <= rest.to));
            let moved = |time: &NaiveDateTime| plan.changes.iter().any(|change| change.of == *time);
            for left_out in skipped.map(|change| change.of).chain(rested.filter(|time| !moved(time))) {
                lines.add("EXDATE", &local(left_out));
            }
        });
        for change in &plan.changes {
            match change.to {
                Some(to) if own(change.of) => lines.entry("both-heard", to, plan, invitation, |lines| {
                    lines.add("RECURRENCE-ID", &local(change.of));
                }),
                Some(to) if to > invitation.now => {
                    lines.entry(&format!("both-heard-{}", local(change.of)), to, plan, invitation, |_| {});
                }
                _ => {}
            }
        }
    }
    lines.add("END", "VCALENDAR");
    lines.text
}

fn local(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M%S").to_string()
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn entry(
        &mut self,
        uid: &str,
        start: NaiveDateTime,
        plan: &Plan,
        invitation: &Invitation<'_>,
        more: impl FnOnce(&mut Self),
    ) {
        self.add("BEGIN", "VEVENT");
        self.add("UID", uid);
        self.add("DTSTAMP", &invitation.written.format("%Y%m%dT%H%M%SZ").to_string());
        // Grows with every file, so that a program that knows the entry takes the newer one.
        self.add("SEQUENCE", &(invitation.written.timestamp() / 60).to_string());
        self.add("DTSTART", &local(start));
        self.add("DURATION", &format!("PT{}M", invitation.minutes));
        self.add("SUMMARY", &escaped(invitation.title));
        more(self);
        self.add("BEGIN", "VALARM");
        self.add("ACTION", "DISPLAY");
        self.add("DESCRIPTION", &escaped(invitation.title));
        let ahead = match plan.rhythm.heads_up {
            HeadsUp::None => "PT0S",
            HeadsUp::QuarterHour => "-PT15M",
            HeadsUp::Hour => "-PT1H",
            HeadsUp::Day => "-P1D",
        };
        self.add("TRIGGER", ahead);
        self.add("END", "VALARM");
        self.add("END", "VEVENT");
    }

    /// Adds a line, folded where it is long: between characters, never within one.
    fn add(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for char in format!("{name}:{value}").chars() {
            if char.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= char.len_utf8();
            // Writing to a string cannot fail.
            let _ = self.text.write_char(char);
        }
        self.text.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace(';', r"\;").replace(',', r"\,").replace('\n', r"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhythm::{Change, Rest};

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
        let file = calendar(&plan, &invitation);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        let lines = file.replace("\r\n ", "");
        let count = |line: &str| lines.split("\r\n").filter(|seen| *seen == line).count();
        assert_eq!(count("BEGIN:VEVENT"), 3);
        for line in [
            "DTSTART:20261129T193000",
            "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=SU",
            "EXDATE:20261206T193000",
            "EXDATE:20261227T193000",
            "EXDATE:20270103T193000",
            "RECURRENCE-ID:20261129T193000",
            "DTSTART:20261130T200000",
            "DTSTART:20261126T180000",
            "UID:both-heard-20261126T180000",
        ] {
            assert_eq!(count(line), 1, "{line} in {lines}");
        }
        assert_eq!(count("TRIGGER:-PT1H"), 3);
        assert!(lines.contains(r"SUMMARY:Time\, for you\; two — and"));
    }
}
