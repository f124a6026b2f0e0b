-- The first schema. Ids are UUIDs as 16 bytes, instants are UTC in milliseconds, local times are ISO 8601 text.
-- Once released this file is never changed: a later schema is a later file.

PRAGMA application_id = 0x42487264; -- "BHrd"

CREATE TABLE couple (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  one TEXT NOT NULL,
  two TEXT NOT NULL,
  on_the_left TEXT NOT NULL CHECK (on_the_left IN ('one', 'two'))
) STRICT;

CREATE TABLE plan (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  weekday TEXT NOT NULL CHECK (weekday IN ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')),
  time TEXT NOT NULL,
  once TEXT -- one more local time, agreed once
) STRICT;

-- The local time is the key: a planned time is told of once, whatever becomes of clock and zone.
CREATE TABLE reminder (
  planned TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  acted INTEGER -- when someone acted on it; NULL while it is due
) STRICT, WITHOUT ROWID;

CREATE INDEX reminder_due ON reminder (at, planned) WHERE acted IS NULL;

-- The check-in that runs: what it started from and its events, as core writes them. Gone when it ends.
CREATE TABLE running (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  beginning TEXT NOT NULL CHECK (json_valid(beginning)),
  seen INTEGER NOT NULL -- the last sign of life
) STRICT;

-- No reference to `running`: only without one does SQLite drop the pages of the table all at once. Each is overwritten
-- whole then, with the copies of rows that it may hold, see table/unswept.rs.
CREATE TABLE event (
  nr INTEGER PRIMARY KEY,
  field INTEGER UNIQUE, -- the step whose field was written to: only the last words count
  logged TEXT NOT NULL CHECK (json_valid(logged))
) STRICT;

-- A kept check-in: whole, or only that they met, and then nothing else.
CREATE TABLE check_in (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  met INTEGER NOT NULL,
  met_offset INTEGER NOT NULL CHECK (abs(met_offset) < 86400), -- seconds east of UTC
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 4294967295),
  format TEXT,
  beginner TEXT CHECK (beginner IN ('one', 'two')),
  note TEXT,
  CHECK ((minutes IS NULL) = (format IS NULL)),
  CHECK ((minutes IS NULL) = (beginner IS NULL)),
  CHECK ((minutes IS NULL) = (note IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX check_in_met ON check_in (met, id);

CREATE TABLE spoken (
  check_in BLOB NOT NULL REFERENCES check_in ON DELETE CASCADE,
  place INTEGER NOT NULL, -- in the order they spoke, from 0
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  topic TEXT NOT NULL,
  felt TEXT CHECK (felt IN ('yes', 'mostly', 'not-yet')),
  PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE said (
  check_in BLOB NOT NULL REFERENCES check_in ON DELETE CASCADE,
  place INTEGER NOT NULL, -- in the order they said it, from 0
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  words TEXT NOT NULL,
  PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

-- Holds a row from a deletion until the file was rewritten without what was deleted.
CREATE TABLE unswept (
  only INTEGER PRIMARY KEY CHECK (only = 1)
) STRICT;
