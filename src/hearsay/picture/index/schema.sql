-- An index of what a case states: worked out from its documents, never the only place of anything.
-- Days are counted from the first day of the year 1, so that they are short and in order.

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
    named INTEGER NOT NULL,
    namings INTEGER NOT NULL DEFAULT 0, -- how often documents name it
    degree INTEGER NOT NULL DEFAULT 0 -- how many statements lead into or out of it
) STRICT;
CREATE INDEX entity_by_namings ON entity (namings DESC, name) WHERE named;

CREATE TABLE naming (
    entity INTEGER NOT NULL REFERENCES entity,
    name TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source,
    starts INTEGER NOT NULL, -- where it is first named there
    ends INTEGER NOT NULL
) STRICT;
CREATE INDEX naming_by_entity ON naming (entity, name);

-- Every name once for each that bears it, to be looked up by.
CREATE TABLE called (
    folded TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity,
    PRIMARY KEY (folded, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    number INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    claim TEXT,
    kind TEXT NOT NULL, -- Posting, Relation …
    type TEXT NOT NULL, -- of the kind: part_of, funds, attack …
    denied INTEGER NOT NULL,
    unsure INTEGER NOT NULL,
    first TEXT, -- the first day of its ranges; none where nothing says when
    last TEXT,
    held TEXT NOT NULL, -- its ranges, as `dates` writes them
    post TEXT, -- of a posting, its role, title and rank
    parties TEXT NOT NULL, -- `person 7 unit 12`, in the order of `parties_of`
    body BLOB NOT NULL
) STRICT;
CREATE INDEX statement_by_kind ON statement (kind, type, first, number);

CREATE TABLE party (
    entity INTEGER NOT NULL REFERENCES entity,
    kind TEXT NOT NULL, -- of the statement
    part TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statement,
    PRIMARY KEY (entity, kind, part, statement)
) STRICT, WITHOUT ROWID;

-- What leads from one to another, statement by statement; emptied when the ties are laid.
CREATE TABLE edge (
    source INTEGER NOT NULL REFERENCES entity,
    target INTEGER NOT NULL REFERENCES entity,
    kind TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statement,
    PRIMARY KEY (source, target, kind, statement)
) STRICT, WITHOUT ROWID;

-- What leads from one to another, all statements of one kind between them together.
CREATE TABLE tie (
    number INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES entity,
    target INTEGER NOT NULL REFERENCES entity,
    kind TEXT NOT NULL,
    first TEXT, -- of what affirms it, or of all where all deny it
    last TEXT,
    denied INTEGER NOT NULL, -- whether all of them deny it
    unsure INTEGER NOT NULL, -- whether the reader is unsure of all that affirms it
    statements TEXT NOT NULL -- `3 17 90`
) STRICT;
CREATE INDEX tie_from ON tie (source, target, kind);
CREATE INDEX tie_to ON tie (target, kind, source);

-- The days as of which a tie holds, one row for each stretch of them.
CREATE TABLE stretch (
    tie INTEGER NOT NULL REFERENCES tie,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    assumed INTEGER NOT NULL, -- whether only its source's word to take it as going on holds it
    PRIMARY KEY (tie, since, until)
) STRICT, WITHOUT ROWID;

-- The same for the search of ways: from either end, of what affirms that two belong together.
CREATE TABLE step (
    here INTEGER NOT NULL REFERENCES entity,
    there INTEGER NOT NULL REFERENCES entity,
    unsure INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES kind,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    degree INTEGER NOT NULL, -- of the entity there; 0 where nothing leads on from it
    PRIMARY KEY (here, there, unsure, kind, since, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE kind (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- From one rank to the next: how long it took, and as of which days that is known.
CREATE TABLE rise (
    rank TEXT NOT NULL, -- the lower one, by what two wordings of it are the same
    since TEXT NOT NULL, -- as of this day or later; empty for ever
    until TEXT, -- as of days before this one
    person INTEGER NOT NULL REFERENCES entity,
    lower TEXT NOT NULL,
    higher TEXT NOT NULL,
    least INTEGER NOT NULL, -- days
    most INTEGER NOT NULL,
    sights TEXT NOT NULL -- `3 17`: the statements that it rests on
) STRICT;
CREATE INDEX rise_by_rank ON rise (rank, least, most, person);

-- The same incident from several reports, once (`hearsay.picture.incidents`).
CREATE TABLE occurrence (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL, -- of those that are counted together
    quarter TEXT, -- the first day of the one it lies in; none where nothing says, or in several
    counts INTEGER NOT NULL, -- whether it is counted: done, and something said of it
    certain INTEGER NOT NULL, -- whether it is one of those of its quarter that are surely distinct
    first TEXT,
    last TEXT,
    worded INTEGER NOT NULL,
    said TEXT NOT NULL, -- `3 17`: the statements that tell of it, the surest first
    denials TEXT NOT NULL
) STRICT;
CREATE INDEX occurrence_by_quarter ON occurrence (kind, quarter, counts, certain);

-- What speaks of several incidents at once, or of one of which it says nothing more.
CREATE TABLE apart (
    place INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statement,
    many INTEGER NOT NULL
) STRICT;
