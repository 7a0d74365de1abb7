-- Statistics: blocks of observations by series and load, docs/formats/series-blocks.md. `recorded` is
-- the sequence number of the journal entry that brought the load.
CREATE TABLE series_load (
    recorded INTEGER PRIMARY KEY,
    load_id TEXT NOT NULL UNIQUE
) STRICT;

-- Here `recorded` is that of the first load that brought the series.
CREATE TABLE series (
    series INTEGER PRIMARY KEY,
    recorded INTEGER NOT NULL,
    dataflow TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE series_dimension (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    series INTEGER NOT NULL,
    PRIMARY KEY (name, value, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE series_block (
    series INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (series, recorded, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE series_source (
    recorded INTEGER NOT NULL,
    source TEXT NOT NULL,
    publisher TEXT NOT NULL,
    address TEXT NOT NULL,
    published TEXT NOT NULL,
    attributed_to TEXT NOT NULL,
    PRIMARY KEY (recorded, source)
) STRICT, WITHOUT ROWID;
