-- Which facts of a kind lie ahead of a position is asked before each look for matches.
CREATE INDEX events_by_kind ON events (kind, id);
