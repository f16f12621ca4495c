-- Decisions on more than two texts: things said that cannot all be so, ruled on by a person.

CREATE TABLE concern (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    decision INTEGER NOT NULL REFERENCES decision,
    bytes INTEGER NOT NULL REFERENCES content, -- of a capture that one of the texts stands in
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX concern_by_bytes ON concern (bytes);
