package import DriverParts
package import ExporterKit

/// What one mail may cost, and how an mbox is read.
package struct MailLimits: Sendable {
    /// How an mbox marks a line of a text that begins like the next mail.
    enum Quoting: String, CaseIterable {
        /// `>From ` for `From `, and one more `>` for each that stood there.
        case mboxrd
        /// `>From ` for `From `, and nothing else.
        case mboxo
        /// Not at all.
        case none
    }

    /// The most bytes of a mail.
    package let message: Int
    /// The most bytes of its header; mail servers take a tenth of it.
    package let header = 1 << 20
    /// The most parts, those included that hold others.
    package let parts: Int
    /// The most parts in one another.
    package let levels = 50
    let quoting: Quoting

    /// The most lines that look like the edge of a part, before anything is made of them.
    var edges: Int { max(50_000, 50 * parts) }
    /// The most lines that look like a field of a header.
    let fields = 250_000

    package init(message: Int, parts: Int = 1000) {
        (self.message, self.parts, quoting) = (message, parts, .mboxrd)
    }

    package init(_ system: SystemDescription) throws(Problem) {
        message = try Self.number("message_limit", of: system, else: 64, most: 1024) << 20
        parts = try Self.number("part_limit", of: system, else: 1000, most: 100_000)
        let word = system.settings["quoting"].map { $0.text ?? "" }
        guard let quoting = word.map({ Quoting(rawValue: $0) }) ?? .mboxrd else {
            throw Problem(
                .queryFailed,
                "quoting",
                "`quoting` is none that there is",
                fix: "write \(Quoting.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or "))"
            )
        }
        self.quoting = quoting
    }

    private static func number(
        _ key: String,
        of system: SystemDescription,
        else usual: Int,
        most: Int
    ) throws(Problem) -> Int {
        guard let setting = system.settings[key] else { return usual }
        guard let number = setting.text.flatMap({ Int($0) }), (1...most).contains(number) else {
            throw Problem(
                .queryFailed,
                key,
                "`\(key)` is no whole number from 1 to \(most)",
                fix: "write a number, or leave it out for \(usual)"
            )
        }
        return number
    }
}
