-- What the whole ritual needs: agreements, the jar, formats and cards of their own.

ALTER TABLE check_in ADD COLUMN format_name TEXT; -- what they called it, where it was one of their own

ALTER TABLE plan ADD COLUMN instead_of TEXT; -- the rule's own time that `once` stands for

-- `acted` only says that someone acted. When they did would tell of a check-in that was to leave no trace.
UPDATE reminder SET acted = at WHERE acted IS NOT NULL;

CREATE TABLE agreement (
  check_in BLOB NOT NULL REFERENCES check_in ON DELETE CASCADE,
  place INTEGER NOT NULL, -- in the order they agreed, from 0
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  words TEXT NOT NULL,
  looked TEXT CHECK (looked IN ('working', 'let-go')), -- NULL while it is open
  PRIMARY KEY (check_in, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_open ON agreement (check_in, place) WHERE looked IS NULL;

CREATE TABLE jar (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  by TEXT NOT NULL CHECK (by IN ('one', 'two')),
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A format of their own, as core writes it.
CREATE TABLE format (
  id TEXT PRIMARY KEY,
  format TEXT NOT NULL CHECK (json_valid(format))
) STRICT, WITHOUT ROWID;

-- What they did with a card: one of their own, or a shipped one that they edited, hid or like.
CREATE TABLE card (
  id TEXT PRIMARY KEY,
  deck TEXT NOT NULL,
  in_group TEXT,
  words TEXT, -- NULL where a shipped one was not edited
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  favourite INTEGER NOT NULL CHECK (favourite IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The card that was drawn last, so that it is not drawn again at once.
CREATE TABLE drawn (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  card TEXT NOT NULL
) STRICT;
