-- What was told of a break: the instant that had come, its end or the day after.

ALTER TABLE running ADD COLUMN told INTEGER;
