-- Judgements on two claims, hashed into the chain as all of the ledger is, and work that is kept.

CREATE TABLE pairing (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    one INTEGER NOT NULL REFERENCES content, -- the bytes that the first claim stands in
    other INTEGER NOT NULL REFERENCES content,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE unpairing (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    pairing INTEGER NOT NULL UNIQUE REFERENCES pairing,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;

-- What was worked out from the whole case. It comes and goes, and is no part of the chain.
CREATE TABLE work (
    name TEXT NOT NULL,
    place INTEGER NOT NULL, -- of the piece among those of this name, from 0
    head BLOB NOT NULL, -- the newest batch's hash when it was worked out
    hash BLOB NOT NULL, -- of name, head and all pieces together
    packing INTEGER NOT NULL, -- 0 as it is, 1 deflated
    body BLOB NOT NULL,
    UNIQUE (name, place)
) STRICT;

-- Nobody can tell whose words it holds: whoever redacts anything removes all of it.
CREATE TRIGGER work_goes_with_a_redaction AFTER INSERT ON redaction
BEGIN DELETE FROM work; END;
