-- Drawings, specifications and the like that come along with a request: a picture in two sizes, or a PDF.
CREATE TABLE request_attachments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    name TEXT NOT NULL,
    file_id BIGINT NOT NULL REFERENCES stored_files (id),
    small_file_id BIGINT REFERENCES stored_files (id),
    added_at TIMESTAMP NOT NULL
);
CREATE INDEX request_attachments_by_request ON request_attachments (request_id, id);
