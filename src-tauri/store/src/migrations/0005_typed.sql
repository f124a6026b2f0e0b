-- Words that are typed and not kept yet, by the name of their field. Written anew as a whole at each change, so that the
-- pages of the table are overwritten with all the copies of rows that they may hold, see table/unswept.rs.
CREATE TABLE typed (
  field TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
