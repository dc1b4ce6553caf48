import GRDB

/// The customer administration: who the customers are and what customer service wrote about them.
struct CustomerAdministration {
    let people: [Population.Person]
    let today: Day

    func write(into exporter: String, _ random: consuming Randomness) throws {
        var random = random
        try SourceDatabase(creating: "crm.sqlite", in: exporter).fill { database in
            try writeCustomers(database, &random)
            try writeNotes(database, &random)
            try writeConsents(database, &random)
            try writeProfiles(database, &random)
        }
    }

    private func writeCustomers(_ database: Database, _ random: inout Randomness) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO customer VALUES (?,?,?,?,?,?,?,?,?,?)")
        for person in people {
            let born = Day.moment(between: today - 30_000, and: today - 7000, &random).prefix(10)
            let card = random.chance(60) ? 9_007_199_254_740_993 + Int64(person.number) : nil
            try insert.execute(arguments: [
                person.customerID, person.name, person.email, person.emailChangedAt, Names.phone(person.number),
                person.address, String(born), card, Day.moment(between: today - 4000, and: today - 2600, &random),
                Names.passwordHash(&random),
            ])
        }
    }

    private func writeNotes(_ database: Database, _ random: inout Randomness) throws {
        let insert = try database.makeStatement(
            sql: "INSERT INTO note (customer_id, written_at, kind, agent, about_name, note) VALUES (?,?,?,?,?,?)"
        )
        for note in plantedNotes {
            try insert.execute(arguments: [
                note.customer, (today - note.daysAgo).moment(second: 36_000), note.kind, note.agent, note.about,
                note.text,
            ])
        }
        for person in people {
            for _ in 0..<random.below(4) {
                let about = random.chance(20) ? Names.person(&random) : nil
                let text = about.map { "\($0) \(random.pick(Self.repliesOfOthers))" } ?? random.pick(Self.remarks)
                try insert.execute(arguments: [
                    person.customerID, Day.moment(between: today - 2000, and: today - 3, &random),
                    random.pick(["T", "M", "B", "R"]), random.pick(Names.staff), about, text,
                ])
            }
        }
        // Bytes that are no UTF-8, as an import from an old system leaves them (case 63).
        try database.execute(
            sql: "UPDATE note SET note = CAST(x'4D61696C20766F6F722043616624E920E2' AS TEXT) WHERE note = ?",
            arguments: [Self.brokenMark]
        )
    }

    private func writeConsents(_ database: Database, _ random: inout Randomness) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO consent VALUES (?,?,?,?)")
        for person in people {
            for purpose in ["NEWS", "POST", "PROF"] where person.number == 1 || random.chance(60) {
                try insert.execute(arguments: [
                    person.customerID, purpose, random.pick(["J", "N", "I"]),
                    Day.moment(between: today - 2000, and: today - 3, &random),
                ])
            }
        }
    }

    private func writeProfiles(_ database: Database, _ random: inout Randomness) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO profile VALUES (?,?,?,?)")
        for person in people where person.number == 1 || random.chance(80) {
            try insert.execute(arguments: [
                person.customerID, random.pick(["A", "B", "C"]), Double(random.below(1000)) / 1000,
                (today - 2).moment(second: 10_800),
            ])
        }
    }

    private static let brokenMark = "(broken text)"
    private static let remarks = [
        "Vraagt wanneer de bestelling komt; uitgelegd.", "Wil een factuur op papier.",
        "Klacht over de verpakking, excuses aangeboden.", "Adres nagekeken, klopt.", "Called about a late parcel.",
        "Retour ontvangen; \"zo goed als nieuw\".", "Kreeg een tegoedbon van 5 euro.",
    ]
    private static let repliesOfOthers = [
        "belde namens de klant over de levering.", "wil het pakket aannemen.", "haalt de bestelling op.",
    ]
}

extension CustomerAdministration {
    private struct PlantedNote {
        var customer: Int?
        var daysAgo: Int
        var kind: String
        var agent: String? = PlantedPeople.agent
        var about: String?
        var text: String
    }

    private var plantedNotes: [PlantedNote] {
        let ada = PlantedPeople.ada.customerID
        let other = PlantedPeople.thirdPerson
        let applicant = PlantedPeople.applicantAndCustomer
        return [
            PlantedNote(
                customer: ada,
                daysAgo: 400,
                kind: "T",
                about: other,
                text: "\(other) belde namens haar buurvrouw; \(other) mag pakketten aannemen."
            ),
            // The name stands in the text alone: what other notes declare must find it here too.
            PlantedNote(customer: ada, daysAgo: 380, kind: "B", text: "Pakket meegegeven aan \(other), getekend."),
            PlantedNote(customer: ada, daysAgo: 200, kind: "M", text: "Vraagt naar de garantie op de leeslamp."),
            PlantedNote(
                customer: ada,
                daysAgo: 90,
                kind: "R",
                text: "Retour van twee boeken. Overgedragen door \(PlantedPeople.agent)."
            ),
            // The one it is about is the customer: a pseudonym would hide somebody from themselves.
            PlantedNote(
                customer: applicant.customerID,
                daysAgo: 60,
                kind: "T",
                about: applicant.name,
                text: "\(applicant.name) vraagt of er een vacature is."
            ),
            PlantedNote(
                customer: PlantedPeople.brokenText.customerID,
                daysAgo: 50,
                kind: "M",
                text: Self.brokenMark
            ),
        ]
    }
}
