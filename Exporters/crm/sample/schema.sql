CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    email_changed_at TEXT,
    phone TEXT,
    address TEXT,
    birth_date TEXT,
    loyalty_card INTEGER,
    created_at TEXT NOT NULL,
    password_hash TEXT
);
CREATE INDEX customer_email ON customer (lower(email));

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    written_at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('T', 'M', 'B', 'R')),
    agent TEXT,
    about_name TEXT,
    note TEXT NOT NULL
);
CREATE INDEX note_customer ON note (customer_id);

CREATE TABLE consent (
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('NEWS', 'POST', 'PROF')),
    state TEXT NOT NULL CHECK (state IN ('J', 'N', 'I')),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (customer_id, purpose)
) WITHOUT ROWID;

CREATE TABLE profile (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
    segment TEXT NOT NULL CHECK (segment IN ('A', 'B', 'C')),
    return_rate REAL NOT NULL,
    computed_at TEXT NOT NULL
);

INSERT INTO customer VALUES
    (1, 'Sam Voorbeeld', 'sam@example.org', '2021-03-04T09:00:00Z', '+31600000001',
     'Proefweg 1' || char(10) || '0101 AA Voorbeeldstad', '1980-02-29', 9007199254740993,
     '2019-05-06T10:00:00Z', '$2b$12$sampleSampleSampleSampleSampleSampleSampleSampleSampleS1'),
    (2, 'Robin Proef', 'Robin@example.org', NULL, NULL, NULL, NULL, NULL,
     '2020-01-01T00:00:00Z', '$2b$12$sampleSampleSampleSampleSampleSampleSampleSampleSampleS2'),
    (3, 'Zonder Adres', NULL, NULL, NULL, NULL, NULL, NULL, '2020-01-02T00:00:00Z', NULL);
INSERT INTO note VALUES
    (1, 1, '2022-01-02T10:30:00Z', 'T', 'Medewerker Een', 'Bo Ander', 'Bo Ander belde namens Sam over de levering.'),
    (2, 2, '2022-01-03T11:00:00Z', 'M', 'Medewerker Twee', NULL, 'Vraagt om een factuur.'),
    (3, 3, '2022-01-04T12:00:00Z', 'B', NULL, NULL, 'Kwam langs zonder afspraak.');
INSERT INTO consent VALUES
    (1, 'NEWS', 'J', '2021-03-04T09:00:00Z'),
    (1, 'PROF', 'I', '2022-03-04T09:00:00Z'),
    (2, 'NEWS', 'N', '2020-01-01T00:00:00Z');
INSERT INTO profile VALUES
    (1, 'A', 0.125, '2023-01-01T00:00:00Z'),
    (2, 'C', 0.0, '2023-01-01T00:00:00Z');
