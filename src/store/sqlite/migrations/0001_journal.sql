-- The journal: docs/formats/journal.md. Columns beside `bytes` are copies for indexes; verification
-- compares them with the bytes.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    leaf_hash BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX entry_by_subject ON entry (subject, seq);

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
