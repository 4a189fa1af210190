-- Line sheets that were handed out: what a reader's document was, by its hash. Of the reader only the organisation is kept,
-- and none for whoever was not signed in. The document itself stays as long as it is the newest one for that reader.
CREATE TABLE line_sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    collection_id BIGINT NOT NULL REFERENCES collections (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    reader_id BIGINT REFERENCES organisations (id),
    language TEXT NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    collection_state TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_id BIGINT REFERENCES stored_files (id),
    issued_at TIMESTAMP NOT NULL
);
CREATE INDEX line_sheets_by_collection ON line_sheets (collection_id, language);
