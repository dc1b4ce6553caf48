/// A language that Inzage answers in.
///
/// What it says has a folder of its own in `Languages`. A new language is such a folder, and a case here and there.
package enum Language: String, Sendable, Codable, CaseIterable {
    /// Dutch.
    case nl
    /// English.
    case en
    /// French.
    case fr
    /// German.
    case de

    /// Whether the controller chooses how people are addressed; the others have one form that suits all.
    package var knowsFormsOfAddress: Bool { self == .nl }

    /// All codes in a row, as a fix or a help text lists them.
    package static let list = allCases.map(\.rawValue).joined(separator: ", ")
}

/// How a Dutch reader is addressed.
package enum FormOfAddress: String, Sendable, Codable, CaseIterable {
    /// Formal.
    case u
    /// Familiar.
    case je
}
