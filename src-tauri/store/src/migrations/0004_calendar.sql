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
