extension RegisterSchema {
    /// Where people carry out a right that no archive answers, place by place.
    ///
    /// Which records a place holds is sealed; that there is something to do there, and who did it, is not.
    static let eighth = [
        """
        CREATE TABLE work (
            request TEXT NOT NULL REFERENCES request (id),
            round INTEGER NOT NULL,
            place TEXT NOT NULL,
            position INTEGER NOT NULL,
            needed INTEGER NOT NULL,
            lookedAt TEXT NOT NULL,
            detail BLOB,
            doneAt TEXT,
            doneBy TEXT,
            PRIMARY KEY (request, round, place),
            CHECK ((doneAt IS NULL) = (doneBy IS NULL))
        ) STRICT
        """
    ]
}
