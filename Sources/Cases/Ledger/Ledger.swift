/// Every collection of every exporter with its outcome.
///
/// Nothing is ever left out silently.
package struct Ledger: Sendable, Codable {
    /// The lines, in the order of systems and collections.
    package var lines: [LedgerLine]

    package init(lines: [LedgerLine]) { self.lines = lines }
}

/// What became of one collection.
package struct LedgerLine: Sendable, Codable, Hashable {
    package var system: String
    package var collection: String
    package var category: String
    package var outcome: Outcome
    /// How many records the package holds.
    package var records: Int
    /// What was cut or replaced, by ground.
    package var redactions: [Redaction]
    /// What the system holds otherwise than the collection's fields say; it is in the package as it is held.
    package var misfits: [Misfit]
    /// The days of the oldest and the newest thing are not kept; the moment of collection is.
    package var collectedAt: String?

    package init(
        system: String,
        collection: String,
        category: String,
        outcome: Outcome,
        records: Int = 0,
        redactions: [Redaction] = [],
        misfits: [Misfit] = [],
        collectedAt: String? = nil
    ) {
        self.system = system
        self.collection = collection
        self.category = category
        self.outcome = outcome
        self.records = records
        self.redactions = redactions
        self.misfits = misfits
        self.collectedAt = collectedAt
    }
}

extension LedgerLine {
    /// Reads a line, also one that an earlier edition of the register wrote.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            system: try values.decode(String.self, forKey: .system),
            collection: try values.decode(String.self, forKey: .collection),
            category: try values.decode(String.self, forKey: .category),
            outcome: try values.decode(Outcome.self, forKey: .outcome),
            records: try values.decode(Int.self, forKey: .records),
            redactions: try values.decode([Redaction].self, forKey: .redactions),
            misfits: try values.decodeIfPresent([Misfit].self, forKey: .misfits) ?? [],
            collectedAt: try values.decodeIfPresent(String.self, forKey: .collectedAt)
        )
    }
}

/// How the search of a collection ended.
package enum Outcome: Sendable, Codable, Hashable {
    /// Records were found.
    case records
    /// The collection holds nothing about the subject.
    case nothingHeld
    /// Nothing known about the subject lets the system be asked.
    case identifierUnsupported
    /// The identifier belongs to several people and evidence named one whom this collection cannot tell apart.
    case ambiguousSubject
    /// A colleague must look, because no exporter reaches it.
    case pendingHuman
    /// Withheld on a ground.
    case withheld(ground: WithholdingGround)
    /// The source could not be read; the reason is a code and a sentence without personal data.
    case failed(code: String, message: String, retryable: Bool)
    /// The source could not be read and the operator accepted the gap.
    case gapAccepted(reason: String)

    /// The word for it in JSON.
    package var word: String {
        switch self {
        case .records: "records"
        case .nothingHeld: "nothingHeld"
        case .identifierUnsupported: "identifierUnsupported"
        case .ambiguousSubject: "ambiguousSubject"
        case .pendingHuman: "pendingHuman"
        case .withheld: "withheld"
        case .failed: "failed"
        case .gapAccepted: "gapAccepted"
        }
    }

    /// Whose ground it is withheld on, as a word; the reason may be any text of the operator's.
    package var groundWord: String? {
        if case .withheld(let ground) = self { ground.word } else { nil }
    }

    /// Why a collection is not there, in words that hold no personal data.
    package var reason: String? {
        switch self {
        case .records, .nothingHeld, .identifierUnsupported, .ambiguousSubject, .pendingHuman: nil
        case .withheld(let ground): ground.text
        case .failed(_, let message, _): message
        case .gapAccepted(let reason): reason
        }
    }
}

/// Values that were cut or replaced in a collection, counted.
package struct Redaction: Sendable, Codable, Hashable {
    /// Why something does not stand as the system holds it.
    package enum Ground: String, Sendable, Codable, CaseIterable {
        /// Somebody else's data, Article 15(4).
        case otherPerson = "other-person"
        /// A member of staff.
        case staff
        /// A password, hash or token, whose export would endanger the account.
        case secret
        /// A value that the right to portability does not cover, beside others that it does.
        case notPortable = "not-portable"
        /// Cut by the operator on a stated ground.
        case operatorDecision = "operator-decision"
        /// A document in whose place a version stands from which the operator took something, on a stated ground.
        case redactedVersion = "redacted-version"
    }

    package var ground: Ground
    /// The field, where one field is meant.
    package var field: String?
    /// The ground that the operator stated, for `operatorDecision` and `redactedVersion`; the person reads it.
    package var reason: String?
    /// How many values.
    package var count: Int

    package init(ground: Ground, field: String?, reason: String? = nil, count: Int) {
        self.ground = ground
        self.field = field
        self.reason = reason
        self.count = count
    }
}
