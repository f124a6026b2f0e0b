-- application_id 0x42487268, user_version 1

CREATE TABLE ahead (
  planned TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE aside_rhythm (
  row INTEGER NOT NULL, -- what was one row is one here: a random number
  of TEXT NOT NULL, -- the table it was in
  field TEXT NOT NULL, -- the column it was in
  value ANY,
  PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE break (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  ends INTEGER NOT NULL,
  told INTEGER -- the instant that had come when it was last told of
) STRICT;

CREATE TABLE calendar (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  sequence INTEGER NOT NULL, -- the number of the latest file
  series TEXT -- where the rule's times began
) STRICT;

CREATE TABLE changed (
  of TEXT PRIMARY KEY,
  moved_to TEXT
) STRICT, WITHOUT ROWID;

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

CREATE TABLE published (
  of TEXT PRIMARY KEY,
  start TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder (
  planned TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  acted INTEGER, -- that someone acted on it; NULL while it is due
  again INTEGER, -- when it is told again
  why TEXT CHECK (why IN ('repeat', 'snoozed', 'untold'))
) STRICT, WITHOUT ROWID;

CREATE INDEX reminder_due ON reminder (at, planned) WHERE acted IS NULL;

CREATE TABLE rest (
  first_day TEXT PRIMARY KEY,
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
