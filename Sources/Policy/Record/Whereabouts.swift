import ExporterKit

/// Where a recipient handles data, as far as the record of processing says.
package enum Whereabouts: Sendable, Hashable {
    /// Within the European Economic Area.
    case inside
    /// In countries outside it, certainly or possibly.
    case abroad([Transfer])
    /// The record does not say.
    case unknown
}

extension Processing {
    /// Where a recipient handles data; what protects it is the policy's general safeguard where nothing else is said.
    package func whereabouts(of processor: Processor) -> Whereabouts {
        if processor.staysInArea { return .inside }
        if !processor.transfers.isEmpty { return .abroad(processor.transfers.map(safeguarded)) }
        let country = processor.country?.text(in: "en") ?? ""
        if Countries.isOutsideEEA(country) { return .abroad([safeguarded(Transfer(country: country))]) }
        return Countries.isInsideEEA(country) ? .inside : .unknown
    }

    private func safeguarded(_ transfer: Transfer) -> Transfer {
        guard transfer.safeguards.isEmpty, let safeguard = transferPolicy?.safeguard else { return transfer }
        return Transfer(country: transfer.country, isCertain: transfer.isCertain, safeguards: [safeguard])
    }
}

extension Transfer {
    /// Whether an adequacy decision of the Commission covers it, as its country or its safeguards tell.
    package var isCoveredByAdequacy: Bool {
        if let country, Countries.isAdequate(country) { return true }
        return safeguards.contains { Safeguard($0).kind == .adequacy }
    }

    /// The safeguards that still hold.
    package var validSafeguards: [String] { safeguards.filter { !Transfer.isOutdated($0) } }
}

/// What a record calls a safeguard, recognised where it uses a usual name.
package struct Safeguard: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case standardClauses, bindingRules, adequacy, consent, processingAgreement, chapterFive, otherwisePermitted
        case privacyShield
    }

    package let name: String
    package let kind: Kind?

    package init(_ name: String) {
        self.name = name
        let words = name.lowercased()
        kind = Self.names.first { $0.names.contains(where: words.contains) || $0.exact.contains(words) }?.kind
    }

    /// What the name says beyond the kind, such as for which service: `SCC (Conversion API)`.
    package var remark: String? {
        guard kind != nil, let open = name.utf8.firstIndex(of: UInt8(ascii: "(")), name.utf8.last == UInt8(ascii: ")")
        else { return nil }
        return String(name[name.utf8.index(after: open)...].dropLast())
    }

    /// What records of processing call a safeguard, in English, Dutch, French and German.
    private static let names: [(kind: Kind, names: [String], exact: [String])] = [
        (.privacyShield, ["privacy shield"], []),
        (
            .standardClauses,
            [
                "scc", "standard contractual", "modelcontract", "standaardcontract", "clauses contractuelles types",
                "standardvertragsklausel", "standarddatenschutzklausel",
            ], []
        ),
        (
            .bindingRules,
            [
                "bcr", "binding corporate", "bindende bedrijfsvoorschriften", "règles d'entreprise contraignantes",
                "verbindliche interne datenschutzvorschriften",
            ], []
        ),
        (.adequacy, ["adequa", "adequaat", "adéquation", "angemessenheit", "data privacy framework"], []),
        (.chapterFive, ["art. 44 ff", "artikel 44 en volgende", "articles 44 et suivants"], []),
        (.consent, [], ["consent", "toestemming", "consentement", "einwilligung"]),
        (.processingAgreement, [], ["dpa", "verwerkersovereenkomst", "auftragsverarbeitungsvertrag"]),
        (.otherwisePermitted, [], ["otherwise permitted"]),
    ]
}
