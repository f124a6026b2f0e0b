-- What cannot be read any more, cell by cell as it was: out of the way of what can be.
CREATE TABLE aside (
  row INTEGER NOT NULL, -- what was one row is one here: a random number
  of TEXT NOT NULL, -- what it is of, see table/aside.rs
  field TEXT NOT NULL, -- the column it was in
  value ANY,
  PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;
