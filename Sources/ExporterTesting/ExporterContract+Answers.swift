import ExporterKit

extension ExporterContract {
    func findings() async -> [String] {
        await driver.findings(about: system, context).filter(\.isError).map { finding in
            "\(finding.collection ?? "system") \(finding.field): \(finding.problem)"
        }
    }

    func recordsFound(by question: Question) async throws -> [String] {
        try await allRecords(question).map { "\($0.collection) yields a record" }
    }

    func patternsThatFind() async throws -> [String] {
        var breaches: [String] = []
        for pattern in ["%", "_%", "*", "?", ".*", "..", "../", "/", "' OR '1'='1", "1 OR 1=1", "\"", "[a-z]*", "\0"] {
            let question = known.replacingValues { _ in Array(pattern.utf8) }
            breaches += try await recordsFound(by: question).map { "\($0) for `\(pattern)`" }
        }
        return breaches
    }

    func repeatsThatDiffer() async throws -> [String] {
        let (one, other) = (try await allRecords(known), try await allRecords(known))
        return one == other ? [] : ["\(one.count) records, then \(other.count), or in another order"]
    }

    func recordsOfWrongLength() async throws -> [String] {
        try await eachRecord { collection, record in
            record.count == collection.fields.count
                ? nil : "\(collection.id): \(record.count) cells for \(collection.fields.count) fields"
        }
    }

    func strangers() async throws -> [String] {
        try await eachRecord { collection, record in
            collection.isAnswer(record, to: known) ? nil : "\(collection.id): a record carries nothing it was asked by"
        }
    }

    func unreadableDocuments() async throws -> [String] {
        try await eachRecord { collection, record in
            for document in (0..<record.count).compactMap(record.document(at:)) {
                let content = try RecordSnapshot.content(of: document)
                if try RecordSnapshot.content(of: document) != content { return "\(collection.id): a document changes" }
            }
            return nil
        }
    }

    func mixedQuestions() async throws -> [String] {
        var breaches: [String] = []
        for collection in collections {
            let together = try await records(of: collection, for: [unknown, known, unknown, known])
            let apart = try await records(of: collection, for: [known])[0]
            if together != [[], apart, [], apart] { breaches.append("\(collection.id): the answers differ") }
        }
        return breaches
    }

    func mixedCalls() async throws -> [String] {
        let expected = try await allRecords(known)
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { try await allRecords(known) == expected } }
            return try await group.reduce(into: []) { breaches, isEqual in
                if !isEqual { breaches.append("the answers differ") }
            }
        }
    }

    private func eachRecord(
        _ breach: (CollectionDescription, RecordBuffer) throws -> String?
    ) async throws -> [String] {
        var breaches: [String] = []
        for collection in collections {
            try await read(collection, for: [known]) { record, _ in
                if let sentence = try breach(collection, record) { breaches.append(sentence) }
            }
        }
        return breaches
    }
}
