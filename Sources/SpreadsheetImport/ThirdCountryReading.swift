import Groundwork
import Cases
import Policy
import Languages

/// Reads where a register says that data goes outside the European Economic Area.
struct ThirdCountryReading {
    /// A third country, or one that is not named (`buiten de EU`), with what protects the data there.
    struct Destination: Hashable {
        var country: String?
        var safeguards: [String] = []
    }

    private(set) var destinations: [Destination] = []
    /// Whether the cell says that data goes nowhere.
    let saysNo: Bool
    /// Whether something in the cell was not understood, so that its words must be kept.
    private(set) var isUnclear = false

    init(_ cell: RecordCell, safeguards: RecordCell) {
        saysNo = !isBlank(cell.text) && (cell.saysNothing || Self.inside.contains(FoldedWords(cell.text).joined))
        guard !saysNo else { return }
        for item in cell.names { take(item) }
        let common = safeguards.saysNothing ? [] : safeguards.items
        for index in destinations.indices { destinations[index].safeguards += common }
    }

    private mutating func take(_ item: String) {
        let (name, remark) = NameWithRemark.parts(of: item)
        let joined = FoldedWords(name).joined
        if let code = CountryWords.code(name), Countries.isOutsideEEA(code) {
            destinations.append(Destination(country: code, safeguards: remark.map { [$0] } ?? []))
        } else if Self.somewhere.contains(joined) {
            destinations.append(Destination(country: nil, safeguards: remark.map { [$0] } ?? []))
        } else {
            isUnclear = true
        }
    }

    private static let inside: Set<String> = [
        "eu", "eer", "eea", "ewr", "eee", "ue", "binnen eu", "binnen de eu", "binnen eer", "binnen de eer", "within eu",
        "within the eu", "within the eea", "innerhalb der eu", "innerhalb des ewr", "dans l ue", "nee geen",
    ]

    private static let somewhere: Set<String> = [
        "ja", "yes", "oui", "buiten eu", "buiten de eu", "buiten eer", "buiten de eer", "outside eu", "outside the eu",
        "outside the eea", "drittland", "drittlander", "ausserhalb der eu", "hors ue", "hors eee", "derde land",
        "derde landen", "third country", "third countries", "pays tiers",
    ]
}

/// A name with a remark in parentheses at its end: `Mailchimp (VS)`.
enum NameWithRemark {
    static func parts(of item: String) -> (name: String, remark: String?) {
        guard let match = item.wholeMatch(of: /(.*[^\s(])\s*\(([^()]+)\)/.dotMatchesNewlines()) else {
            return (item, nil)
        }
        return (String(match.1), RecordCell.trimmed(String(match.2)))
    }
}

/// Countries as people write them, in four languages.
enum CountryWords {
    /// The code of a country; two letters count only as capitals, so that `in` and `no` are words.
    static func code(_ text: String) -> String? {
        if isCountryCode(text), Countries.names[text] != nil { return text }
        return codes[FoldedWords(text).joined]
    }

    private static let codes: [String: String] = {
        let all = [Countries.names, others].flatMap(\.self).flatMap { code, names in names.map { ($0, code) } }
        return Dictionary(all.map { (FoldedWords($0).joined, $1) }) { first, _ in first }
    }()

    /// What people write beside the official names.
    private static let others = [
        "US": [
            "VS", "V.S.", "USA", "U.S.A.", "U.S.", "Amerika", "Verenigde Staten van Amerika",
            "United States of America", "Vereinigte Staaten von Amerika", "Etats-Unis d'Amérique",
        ],
        "GB": [
            "VK", "UK", "U.K.", "Groot-Brittannië", "Great Britain", "England", "Engeland", "Großbritannien",
            "Grande-Bretagne",
        ],
        "IE": ["Republic of Ireland"], "NL": ["Holland"], "TR": ["Turkey"],
    ]
}
