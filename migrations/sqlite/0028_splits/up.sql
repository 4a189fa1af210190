-- One look at how a cluster could split a request: what was asked, and what can be made at all.
CREATE TABLE split_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    request_version BIGINT NOT NULL,
    cluster_id BIGINT NOT NULL REFERENCES clusters (id),
    quantity BIGINT NOT NULL,
    quantity_most BIGINT NOT NULL,
    needed_by DATE NOT NULL,
    tolerance_percent BIGINT NOT NULL,
    most_workshops BIGINT,
    left_out TEXT NOT NULL,
    possible BIGINT NOT NULL,
    all_by DATE,
    currency TEXT NOT NULL,
    rates_month TEXT NOT NULL,
    per_workshop_minor BIGINT NOT NULL,
    aside TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX split_runs_by_request ON split_runs (request_id, cluster_id, id);

-- The ways to split it, of which one is chosen. Amounts are in the run's currency; no split costs less than the bound.
CREATE TABLE splits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id BIGINT NOT NULL REFERENCES split_runs (id),
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    cluster_id BIGINT NOT NULL REFERENCES clusters (id),
    aims TEXT NOT NULL,
    status TEXT NOT NULL,
    pieces BIGINT NOT NULL,
    goods_minor BIGINT NOT NULL,
    cost_minor BIGINT NOT NULL,
    bound_minor BIGINT NOT NULL,
    ready_on DATE NOT NULL,
    exporter_id BIGINT REFERENCES organisations (id),
    chosen_at TIMESTAMP,
    confirmed_at TIMESTAMP,
    withdrawn_at TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX splits_by_request ON splits (request_id, cluster_id, status);

-- What each workshop would make, in its own currency, and what it says to that.
CREATE TABLE split_shares (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    split_id BIGINT NOT NULL REFERENCES splits (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    pieces BIGINT NOT NULL,
    price_minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    ready_on DATE NOT NULL,
    standing TEXT NOT NULL,
    asked_at TIMESTAMP,
    answered_at TIMESTAMP,
    answered_by BIGINT REFERENCES people (id),
    reason TEXT,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX split_shares_by_split ON split_shares (split_id, id);
CREATE INDEX split_shares_by_maker ON split_shares (maker_id, standing, id);
