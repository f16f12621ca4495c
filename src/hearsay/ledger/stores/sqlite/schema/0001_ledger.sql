-- The ledger. Rows of the tables in the first part are hashed into the chain and are never
-- changed or deleted. What can endanger someone stands in `content` alone, and in the second
-- part, which is worked out from it. Bytes in columns named `hash` are SHA-256.

CREATE TABLE batch (
    number INTEGER PRIMARY KEY,
    previous BLOB NOT NULL,
    recorded_at TEXT NOT NULL,
    known_from INTEGER NOT NULL, -- microseconds since 1970, never less than the batch before
    hash BLOB NOT NULL UNIQUE
) STRICT;
CREATE INDEX batch_by_time ON batch (known_from, number);

CREATE TABLE content (
    number INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    salt BLOB, -- none for received bytes, which are named by their plain SHA-256
    packing INTEGER NOT NULL, -- 0 as it is, 1 deflated
    body BLOB -- none once redacted
) STRICT;

CREATE TABLE capture (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL, -- of the bytes as received, hexadecimal
    bytes INTEGER NOT NULL REFERENCES content,
    particulars INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX capture_by_sha256 ON capture (sha256);
CREATE INDEX capture_by_bytes ON capture (bytes);

CREATE TABLE reading (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    capture INTEGER NOT NULL REFERENCES capture,
    supersedes INTEGER UNIQUE REFERENCES reading,
    format TEXT NOT NULL,
    reader TEXT, -- none where the document is kept but not read
    document INTEGER NOT NULL REFERENCES content,
    found INTEGER REFERENCES content,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX reading_by_capture ON reading (capture);

CREATE TABLE claim (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    reading INTEGER NOT NULL REFERENCES reading,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE problem (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    capture INTEGER REFERENCES capture,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX problem_by_capture ON problem (capture);

CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    bytes INTEGER NOT NULL REFERENCES content,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE label (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    bytes INTEGER NOT NULL REFERENCES content,
    name TEXT NOT NULL,
    content INTEGER NOT NULL REFERENCES content,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX label_by_bytes ON label (bytes);

CREATE TABLE labelled (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    claim INTEGER NOT NULL REFERENCES claim,
    name TEXT NOT NULL,
    label INTEGER NOT NULL REFERENCES label,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX labelled_by_claim ON labelled (claim, name);

CREATE TABLE redaction (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    bytes INTEGER NOT NULL REFERENCES content,
    what TEXT NOT NULL, -- 'capture' or 'claim'
    reason TEXT NOT NULL,
    redacted_by TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX redaction_by_bytes ON redaction (bytes);

CREATE TABLE tombstone (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    redaction INTEGER NOT NULL REFERENCES redaction,
    content INTEGER NOT NULL REFERENCES content,
    leaves BLOB, -- hash of what was left in its place; none where nothing was
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX tombstone_by_content ON tombstone (content, batch);

-- Second part: worked out from the contents for listing and searching, checked by `verify`.

CREATE TABLE received (
    capture INTEGER PRIMARY KEY REFERENCES capture,
    address BLOB NOT NULL -- UTF-8 as far as the address is; a file name may be any bytes
) STRICT;
CREATE INDEX received_by_address ON received (address, capture);

CREATE TABLE source (
    reading INTEGER PRIMARY KEY REFERENCES reading,
    publisher TEXT,
    published TEXT,
    title TEXT
) STRICT;

CREATE TABLE listing (
    claim INTEGER PRIMARY KEY REFERENCES claim,
    reading INTEGER NOT NULL REFERENCES reading,
    bytes INTEGER NOT NULL REFERENCES content,
    id TEXT NOT NULL,
    first_day TEXT, -- of publication
    last_day TEXT,
    starts INTEGER NOT NULL, -- hull of its spans
    ends INTEGER NOT NULL,
    outlet TEXT NOT NULL, -- folded, as are the next two
    speakers TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX listing_by_day ON listing (last_day DESC, claim, first_day, reading);
CREATE INDEX listing_by_id ON listing (id, claim);
CREATE INDEX listing_by_place ON listing (bytes, starts, ends);

CREATE VIRTUAL TABLE listing_words USING fts5 (
    speakers, words, content = 'listing', content_rowid = 'claim',
    tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE passage (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES content,
    place INTEGER NOT NULL, -- its place in the document, from 0
    words TEXT NOT NULL
) STRICT;
CREATE INDEX passage_by_document ON passage (document);

CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = 'passage', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 0"
);

-- Notes of the store to itself; the only rows that come and go.
CREATE TABLE unfinished (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
