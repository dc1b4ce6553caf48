import ExporterKit

/// What the contract of a driver is tried on.
extension ServerKind {
    var contractTables: String {
        let bytes =
            self == .postgresql ? ("bytea", #"'\x255044462d'"#, #"'\x00'"#) : ("LONGBLOB", "x'255044462d'", "x'00'")
        return """
            CREATE TABLE customer (id INTEGER PRIMARY KEY, email VARCHAR(200));
            CREATE TABLE letter (customer_id INTEGER, scan \(bytes.0), scan_name VARCHAR(200));
            INSERT INTO customer VALUES (4217, 'ada@example.org'), (2, 'bob@example.org'), (3, ''), (4, NULL);
            INSERT INTO letter VALUES (4217, \(bytes.1), 'a.pdf'), (2, \(bytes.2), 'b.pdf'), (4217, NULL, NULL);
            """
    }

    func contractSystem(_ database: String) throws -> SystemDescription {
        let scan = FieldDescription(name: "scan", type: "string", title: LocalizedText("Scan"), file: true)
        return try system(
            database,
            collection(
                named: "customers",
                ["query": "SELECT id, email FROM customer WHERE lower(email) = lower(:email) ORDER BY id"],
                [field("email", matches: "email"), field("id", "integer")]
            ),
            collection(
                named: "letters",
                needs: ["customer_id"],
                ["query": "SELECT * FROM letter WHERE customer_id = :customer_id ORDER BY scan_name"],
                [field("customer_id", "integer", matches: "customer_id"), scan, field("scan_name")]
            ),
            collection(
                named: "many",
                needs: ["customer_id"],
                [
                    "query":
                        "SELECT id, email FROM customer WHERE id \(self == .postgresql ? "= ANY" : "IN") (:customer_id)",
                    "many": "true",
                ],
                [field("id", "integer", matches: "customer_id"), field("email")]
            )
        )
    }
}
