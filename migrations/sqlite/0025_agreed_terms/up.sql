-- What two sides have agreed on where it is not what the catalogue says: it stands in the agreement, and in force here.
ALTER TABLE agreements ADD COLUMN agreed TEXT NOT NULL DEFAULT '{}';

CREATE TABLE agreed_terms (
    agreement_id BIGINT PRIMARY KEY REFERENCES agreements (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    collections TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    terms TEXT NOT NULL,
    released_at TIMESTAMP
);
CREATE INDEX agreed_terms_by_maker ON agreed_terms (maker_id, buyer_id);
