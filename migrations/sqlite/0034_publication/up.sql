-- For whom a request is: for all makers, for those who are invited, or for one cluster.
ALTER TABLE sourcing_requests ADD COLUMN visibility TEXT NOT NULL DEFAULT 'open';
ALTER TABLE sourcing_requests ADD COLUMN cluster_id BIGINT REFERENCES clusters (id);
CREATE TABLE request_invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    UNIQUE (request_id, maker_id)
);
CREATE INDEX request_invitations_by_maker ON request_invitations (maker_id);

-- Since when a draft waits for an officer to read it, and what an officer said who sent it back.
ALTER TABLE sourcing_requests ADD COLUMN submitted_at TIMESTAMP;
ALTER TABLE sourcing_requests ADD COLUMN review_note TEXT;
