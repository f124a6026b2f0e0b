-- The first schema of the rhythm's file: when they meet and what was told of it, without a word of theirs. Instants are UTC
-- in milliseconds, local times are ISO 8601 text. Once released this file is never changed: a later schema is a later file.

PRAGMA application_id = 0x42487268; -- "BHrh"

-- One row from the welcome on.
CREATE TABLE plan (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  weekday TEXT NOT NULL CHECK (weekday IN ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')),
  time TEXT NOT NULL,
  every TEXT NOT NULL CHECK (every IN ('week', 'two-weeks', 'four-weeks')),
  first TEXT NOT NULL, -- a day of a week in which they meet
  heads_up TEXT NOT NULL CHECK (heads_up IN ('none', 'quarter-hour', 'hour', 'day')),
  repeats INTEGER NOT NULL CHECK (repeats IN (0, 1)),
  since INTEGER NOT NULL -- when the rule was made
) STRICT;

-- What became of one planned time: it was moved, or left out. One that was added beside the rule was moved to itself.
CREATE TABLE changed (
  of TEXT PRIMARY KEY,
  moved_to TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE rest (
  first_day TEXT PRIMARY KEY,
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The local time is the key: a planned time is told of once, whatever becomes of clock and zone.
CREATE TABLE reminder (
  planned TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  acted INTEGER, -- that someone acted on it; NULL while it is due
  again INTEGER, -- when it is told again
  why TEXT CHECK (why IN ('repeat', 'snoozed', 'untold'))
) STRICT, WITHOUT ROWID;

CREATE INDEX reminder_due ON reminder (at, planned) WHERE acted IS NULL;

-- The planned times of which it was told that they come.
CREATE TABLE ahead (
  planned TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The break from the check-in that runs; none without a row.
CREATE TABLE break (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  ends INTEGER NOT NULL,
  told INTEGER -- the instant that had come when it was last told of
) STRICT;

-- What calendars may hold of the files written for them: the name of the couple's own, and times still to come.
CREATE TABLE calendar (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  sequence INTEGER NOT NULL, -- the number of the latest file
  series TEXT -- where the rule's times began
) STRICT;

-- Single times, by the time they had before they were moved.
CREATE TABLE published (
  of TEXT PRIMARY KEY,
  start TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What cannot be read any more of all this, cell by cell as it was.
CREATE TABLE aside_rhythm (
  row INTEGER NOT NULL, -- what was one row is one here: a random number
  of TEXT NOT NULL, -- the table it was in
  field TEXT NOT NULL, -- the column it was in
  value ANY,
  PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;
