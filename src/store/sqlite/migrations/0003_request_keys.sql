-- Eight bytes of a hash in place of the identifier, which the entry itself holds: a filling touches a
-- quarter of the pages. The writer fills the table again from the entries.
DROP TABLE request;
CREATE TABLE request (
    key INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;
UPDATE meta SET value = '0' WHERE name = 'requests_indexed';
