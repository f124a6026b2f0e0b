-- The rhythm goes into a file of its own, which is attached as `rhythm`: one commit for both.

INSERT OR REPLACE INTO rhythm.plan (only, weekday, time, every, first, heads_up, repeats, since)
  SELECT only, weekday, time, every, first, heads_up, repeats, since FROM main.plan;
-- Of those who never changed what the welcome offers, some versions wrote none.
INSERT OR IGNORE INTO rhythm.plan (only, weekday, time, every, first, heads_up, repeats, since)
  SELECT 1, 'Sun', '19:30:00', 'week', '2026-01-05', 'none', 1, 0 FROM main.couple;
INSERT OR REPLACE INTO rhythm.changed (of, moved_to) SELECT of, moved_to FROM main.changed;
INSERT OR REPLACE INTO rhythm.rest (first_day, last_day) SELECT first_day, last_day FROM main.rest;
INSERT OR REPLACE INTO rhythm.reminder (planned, at, acted, again, why)
  SELECT planned, at, acted, again, why FROM main.reminder;
INSERT OR REPLACE INTO rhythm.ahead (planned) SELECT planned FROM main.ahead;
-- When it ends, the events of the check-in say, see `take_up` in use_case/check_in.rs.
INSERT OR REPLACE INTO rhythm.break (only, ends, told) SELECT 1, told, told FROM main.running WHERE told IS NOT NULL;
INSERT OR REPLACE INTO rhythm.calendar (only, id, sequence, series) SELECT only, id, sequence, series FROM main.calendar;
INSERT OR REPLACE INTO rhythm.published (of, start) SELECT of, start FROM main.published;
INSERT OR REPLACE INTO rhythm.aside_rhythm (row, of, field, value)
  SELECT row, of, field, value FROM main.aside
  WHERE of IN ('plan', 'changed', 'rest', 'reminder', 'ahead', 'calendar', 'published');

-- What it was is not to be read here any more.
INSERT OR IGNORE INTO main.unswept (only) SELECT 1 FROM main.plan;

DELETE FROM main.aside WHERE of IN ('plan', 'changed', 'rest', 'reminder', 'ahead', 'calendar', 'published');
DROP TABLE main.plan;
DROP TABLE main.changed;
DROP TABLE main.rest;
DROP TABLE main.reminder;
DROP TABLE main.ahead;
DROP TABLE main.calendar;
DROP TABLE main.published;
ALTER TABLE main.running DROP COLUMN told;
