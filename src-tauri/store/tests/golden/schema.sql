-- application_id 0x42487264, user_version 8

CREATE TABLE agreement (
  check_in BLOB NOT NULL REFERENCES check_in ON DELETE CASCADE,
  place INTEGER NOT NULL, -- in the order they agreed, from 0
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  words TEXT NOT NULL,
  looked TEXT CHECK (looked IN ('working', 'let-go')), -- NULL while it is open
  PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_open ON agreement (check_in, place) WHERE looked IS NULL;

CREATE TABLE aside (
  row INTEGER NOT NULL, -- what was one row is one here: a random number
  of TEXT NOT NULL, -- what it is of, see table/aside.rs
  field TEXT NOT NULL, -- the column it was in
  value ANY,
  PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  id TEXT PRIMARY KEY,
  deck TEXT NOT NULL,
  in_group TEXT,
  words TEXT, -- NULL where a shipped one was not edited
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  favourite INTEGER NOT NULL CHECK (favourite IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  met INTEGER NOT NULL,
  met_offset INTEGER NOT NULL CHECK (abs(met_offset) < 86400), -- seconds east of UTC
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 4294967295),
  format TEXT,
  beginner TEXT CHECK (beginner IN ('one', 'two')),
  note TEXT, format_name TEXT,
  CHECK ((minutes IS NULL) = (format IS NULL)),
  CHECK ((minutes IS NULL) = (beginner IS NULL)),
  CHECK ((minutes IS NULL) = (note IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX check_in_met ON check_in (met, id);

CREATE TABLE couple (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  one TEXT NOT NULL,
  two TEXT NOT NULL,
  on_the_left TEXT NOT NULL CHECK (on_the_left IN ('one', 'two'))
) STRICT;

CREATE TABLE drawn (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  card TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  nr INTEGER PRIMARY KEY,
  field INTEGER UNIQUE, -- the step whose field was written to: only the last words count
  logged TEXT NOT NULL CHECK (json_valid(logged))
) STRICT;

CREATE TABLE format (
  id TEXT PRIMARY KEY,
  format TEXT NOT NULL CHECK (json_valid(format))
) STRICT, WITHOUT ROWID;

CREATE TABLE jar (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE running (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  beginning TEXT NOT NULL CHECK (json_valid(beginning)),
  seen INTEGER NOT NULL -- the last sign of life
) STRICT;

CREATE TABLE said (
  check_in BLOB NOT NULL REFERENCES check_in ON DELETE CASCADE,
  place INTEGER NOT NULL, -- in the order they said it, from 0
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  words TEXT NOT NULL,
  PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE spoken (
  check_in BLOB NOT NULL REFERENCES check_in ON DELETE CASCADE,
  place INTEGER NOT NULL, -- in the order they spoke, from 0
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  topic TEXT NOT NULL,
  felt TEXT CHECK (felt IN ('yes', 'mostly', 'not-yet')),
  PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE typed (
  field TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unswept (
  only INTEGER PRIMARY KEY CHECK (only = 1)
) STRICT;
