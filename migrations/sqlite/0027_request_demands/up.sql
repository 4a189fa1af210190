-- What a request may ask beyond goods, time and price, and until when it takes answers.
ALTER TABLE sourcing_requests ADD COLUMN quantity_most BIGINT;
ALTER TABLE sourcing_requests ADD COLUMN needed_from DATE;
ALTER TABLE sourcing_requests ADD COLUMN answers_by DATE NOT NULL DEFAULT '1970-01-01';
ALTER TABLE sourcing_requests ADD COLUMN certificates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sourcing_requests ADD COLUMN incoterms TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sourcing_requests ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sourcing_requests ADD COLUMN sample_wanted BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE sourcing_requests SET answers_by = needed_by;

-- The delivery rules that a maker who exports itself serves.
ALTER TABLE maker_profiles ADD COLUMN incoterms TEXT NOT NULL DEFAULT '[]';
