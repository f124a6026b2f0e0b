-- What the rhythm needs: how often, what is told before, weeks of rest, what became of single times, what is told again.

ALTER TABLE plan ADD COLUMN every TEXT NOT NULL DEFAULT 'week' CHECK (every IN ('week', 'two-weeks', 'four-weeks'));
ALTER TABLE plan ADD COLUMN first TEXT NOT NULL DEFAULT '2026-01-05'; -- a day of a week in which they meet
ALTER TABLE plan ADD COLUMN heads_up TEXT NOT NULL DEFAULT 'none' CHECK (heads_up IN ('none', 'quarter-hour', 'hour', 'day'));
ALTER TABLE plan ADD COLUMN repeats INTEGER NOT NULL DEFAULT 1 CHECK (repeats IN (0, 1));
ALTER TABLE plan ADD COLUMN since INTEGER NOT NULL DEFAULT 0; -- when the rule was made

-- What became of one planned time: it was moved, or left out. One that was added beside the rule was moved to itself.
CREATE TABLE changed (
  of TEXT PRIMARY KEY,
  moved_to TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO changed (of, moved_to) SELECT coalesce(instead_of, once), once FROM plan WHERE once IS NOT NULL;

ALTER TABLE plan DROP COLUMN once;
ALTER TABLE plan DROP COLUMN instead_of;

CREATE TABLE rest (
  first_day TEXT PRIMARY KEY,
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE reminder ADD COLUMN again INTEGER; -- when it is told again
ALTER TABLE reminder ADD COLUMN why TEXT CHECK (why IN ('repeat', 'snoozed', 'untold'));

-- The planned times of which it was told that they come.
CREATE TABLE ahead (
  planned TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
