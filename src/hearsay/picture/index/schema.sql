-- An index of what a case states: worked out from its documents, never the only place of anything.

CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    account TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    publisher TEXT,
    published TEXT,
    title TEXT
) STRICT;

CREATE TABLE entity (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    named INTEGER NOT NULL
) STRICT;

CREATE TABLE naming (
    entity INTEGER NOT NULL REFERENCES entity,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source,
    starts INTEGER NOT NULL, -- where it is first named there
    ends INTEGER NOT NULL
) STRICT;
CREATE INDEX naming_by_entity ON naming (entity, name);
CREATE INDEX naming_by_name ON naming (folded, entity);

CREATE TABLE statement (
    number INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    claim TEXT,
    kind TEXT NOT NULL, -- Posting, Relation …
    type TEXT NOT NULL, -- of the kind: part_of, funds, attack …
    denied INTEGER NOT NULL,
    first TEXT, -- the first day of its ranges; none where nothing says when
    last TEXT,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX statement_by_kind ON statement (kind, type, first, number);
CREATE INDEX statement_by_claim ON statement (claim);

CREATE TABLE party (
    entity INTEGER NOT NULL REFERENCES entity,
    part TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statement,
    place INTEGER NOT NULL, -- among the parties of the statement
    PRIMARY KEY (entity, part, statement, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_by_statement ON party (statement, place);

CREATE TABLE edge (
    source INTEGER NOT NULL REFERENCES entity,
    target INTEGER NOT NULL REFERENCES entity,
    kind TEXT NOT NULL,
    first TEXT,
    last TEXT,
    marks INTEGER NOT NULL, -- 1: open at its beginning, 2: at its end; 4: began or ended; 8: unsure
    denied INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statement,
    PRIMARY KEY (source, target, kind, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_backwards ON edge (target, source, kind, statement);
