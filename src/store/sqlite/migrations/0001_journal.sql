-- The journal: docs/formats/journal.md.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('requests_indexed', '0');

-- Entries are only ever added at the end, so that a commit touches few pages.
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    leaf_hash BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- Of the entries below 'requests_indexed'. Identifiers come in no order, so each would touch a page of
-- its own; they are added thousands at a time, and the writer keeps the newest in memory.
CREATE TABLE request (
    request_id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each commit. `frontier` holds the roots of the full subtrees, so that appending
-- continues without reading the entries.
CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY,
    root BLOB NOT NULL,
    frontier BLOB NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Personal data and narratives: docs/formats/privacy.md.
CREATE TABLE vault (
    commitment BLOB PRIMARY KEY,
    seq INTEGER NOT NULL REFERENCES entry (seq),
    salt BLOB,
    text TEXT,
    erased_at TEXT,
    CHECK ((erased_at IS NULL) = (salt IS NOT NULL AND text IS NOT NULL)),
    CHECK ((erased_at IS NULL) OR (salt IS NULL AND text IS NULL))
) STRICT, WITHOUT ROWID;
