extension RegisterSchema {
    /// One more kind of decision: a redacted version stands in place of a document.
    static var versions: [String] { rebuilt("decision", columns: decisionColumns, index: "decisionByRequest") }

    private static let decisionColumns = """
        id INTEGER PRIMARY KEY,
        request TEXT NOT NULL REFERENCES request (id),
        round INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (
            kind IN (
                'gap', 'withhold', 'replacement', 'addition', 'nothing', 'note', 'waiver', 'extension', 'refusal', 'grant'
            )
        ),
        target TEXT NOT NULL,
        detail BLOB NOT NULL,
        decidedAt TEXT NOT NULL,
        decidedBy TEXT NOT NULL
        """
}
