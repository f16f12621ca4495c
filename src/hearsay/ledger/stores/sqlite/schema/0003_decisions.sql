-- What people decide of links between texts and of whose an outlet is, hashed into the chain as
-- all of the ledger is.

CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    about TEXT NOT NULL, -- 'link' or 'owner'
    one INTEGER REFERENCES content, -- the bytes that the later text stands in; none for an owner
    other INTEGER REFERENCES content, -- those of the earlier text; none for a source by name
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE undoing (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    decision INTEGER NOT NULL UNIQUE REFERENCES decision,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;
