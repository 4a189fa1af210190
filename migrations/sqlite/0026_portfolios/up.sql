-- A folder of pictures between its arrival and its commit: which picture would go to which product.
CREATE TABLE portfolios (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    file TEXT NOT NULL,
    entries TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    committed_at TIMESTAMP
);
CREATE INDEX portfolios_by_maker ON portfolios (maker_id, id);
