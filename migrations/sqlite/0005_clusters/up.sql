CREATE TABLE clusters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation_id BIGINT NOT NULL UNIQUE REFERENCES organisations (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    place TEXT NOT NULL,
    sector TEXT NOT NULL,
    crafts TEXT NOT NULL,
    summary TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX clusters_by_country ON clusters (country);

CREATE TABLE cluster_memberships (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cluster_id BIGINT NOT NULL REFERENCES clusters (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    standing TEXT NOT NULL CHECK (standing IN ('requested', 'confirmed', 'refused', 'left')),
    requested_at TIMESTAMP NOT NULL,
    decided_at TIMESTAMP,
    decided_by BIGINT REFERENCES people (id),
    UNIQUE (cluster_id, maker_id)
);
CREATE INDEX cluster_memberships_by_maker ON cluster_memberships (maker_id);

-- What the world reads about a maker; the organisation itself stands in organisations.
CREATE TABLE maker_profiles (
    maker_id BIGINT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    place TEXT NOT NULL,
    crafts TEXT NOT NULL,
    story TEXT NOT NULL,
    founded BIGINT,
    people_count BIGINT,
    weekly_capacity BIGINT,
    exports_itself BOOLEAN NOT NULL,
    currency TEXT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
