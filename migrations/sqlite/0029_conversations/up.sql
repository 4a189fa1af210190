-- A talk between a buyer and a maker: one for each request, and one about nothing in particular.
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    request_id BIGINT REFERENCES sourcing_requests (id),
    begun_by BIGINT NOT NULL REFERENCES organisations (id),
    latest_message BIGINT NOT NULL,
    latest_of_buyer BIGINT NOT NULL,
    latest_of_maker BIGINT NOT NULL,
    latest_at TIMESTAMP NOT NULL,
    tell_from TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX conversations_by_pair ON conversations (buyer_id, maker_id, COALESCE(request_id, 0));
CREATE INDEX conversations_by_buyer ON conversations (buyer_id, latest_message);
CREATE INDEX conversations_by_maker ON conversations (maker_id, latest_message);
CREATE INDEX conversations_by_beginning ON conversations (begun_by, created_at);
CREATE INDEX conversations_to_tell ON conversations (tell_from);

-- What was said. Rows are only ever added.
CREATE TABLE conversation_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id BIGINT NOT NULL REFERENCES conversations (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    body TEXT NOT NULL,
    language TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX conversation_messages_by_conversation ON conversation_messages (conversation_id, id);

-- What came with it: a picture in two sizes, or a PDF.
CREATE TABLE conversation_attachments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id BIGINT NOT NULL REFERENCES conversation_messages (id),
    name TEXT NOT NULL,
    file_id BIGINT NOT NULL REFERENCES stored_files (id),
    small_file_id BIGINT REFERENCES stored_files (id)
);
CREATE INDEX conversation_attachments_by_message ON conversation_attachments (message_id, id);

-- How far a person has read, and how far they were told by letter.
CREATE TABLE conversation_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id BIGINT NOT NULL REFERENCES conversations (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    read_to BIGINT NOT NULL,
    told_to BIGINT NOT NULL,
    told_at TIMESTAMP,
    UNIQUE (conversation_id, person_id)
);
