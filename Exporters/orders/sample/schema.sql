CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    iban TEXT,
    created_at TEXT NOT NULL,
    session_token TEXT
);
CREATE INDEX customer_email ON customer (lower(email));

CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    placed_at TEXT NOT NULL,
    status INTEGER NOT NULL CHECK (status IN (10, 20, 30, 40, 90)),
    total_cents INTEGER NOT NULL,
    ship_to TEXT NOT NULL
);
CREATE INDEX orders_customer ON orders (customer_id);

CREATE TABLE order_line (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    line INTEGER NOT NULL,
    sku TEXT NOT NULL,
    title TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    price_cents INTEGER NOT NULL,
    vat_rate REAL NOT NULL,
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;

CREATE TABLE payment (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    paid_at TEXT,
    method TEXT NOT NULL CHECK (method IN ('card', 'bank')),
    amount_cents INTEGER NOT NULL,
    card_last4 TEXT CHECK (length(card_last4) = 4),
    iban TEXT
);

INSERT INTO customer VALUES
    (1, 'Sam Voorbeeld', 'sam@example.org', 'NL64VRBD0000000001', '2019-05-06T10:00:00Z', 'sampleTokenOne'),
    (2, 'Robin Proef', 'Robin@example.org', NULL, '2020-01-01T00:00:00Z', NULL);
INSERT INTO orders VALUES
    (1, 1, '2022-01-02T10:00:00Z', 40, 2999, 'Proefweg 1' || char(10) || '0101 AA Voorbeeldstad'),
    (2, 2, '2022-02-03T11:00:00Z', 30, 500, 'Oefenpad 2' || char(10) || '0102 BB Voorbeeldstad'),
    (3, 1, '2022-03-04T12:00:00Z', 90, 1250, 'Proefweg 1' || char(10) || '0101 AA Voorbeeldstad');
INSERT INTO order_line VALUES
    (1, 1, 'LMP-01', 'Leeslamp', 1, 1999, 0.21),
    (1, 2, 'BK-07', 'Boek "De Proef"', 2, 500, 0.09),
    (2, 1, 'BK-07', 'Boek "De Proef"', 1, 500, 0.09),
    (3, 1, 'MOK-3', 'Mok; blauw', 1, 1250, 0.21);
INSERT INTO payment VALUES
    (1, '2022-01-02T10:05:00Z', 'card', 2999, '4242', NULL),
    (2, '2022-02-03T11:05:00Z', 'bank', 500, NULL, 'NL37VRBD0000000002'),
    (3, NULL, 'bank', 1250, NULL, NULL);
