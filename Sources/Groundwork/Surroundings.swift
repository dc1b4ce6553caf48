package import Foundation

/// What the outside world gives: the time, chance and the person at the keyboard; injected so that tests decide.
package struct Surroundings: Sendable {
    /// The moment now.
    package var now: @Sendable () -> Date
    /// Unpredictable bytes.
    package var randomBytes: @Sendable (_ count: Int) -> [UInt8]
    /// Who runs the command: `--as`, `INZAGE_OPERATOR` or the login name, for the audit.
    package var operatorName: String

    package init(
        now: @escaping @Sendable () -> Date,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        operatorName: String
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.operatorName = operatorName
    }

    /// The machine's clock, the system's random generator, and the operator from the environment.
    package static func machine(environment: [String: String]) -> Surroundings {
        Surroundings(
            now: { Date() },
            randomBytes: SecretBytes.random,
            operatorName: operatorName(environment)
        )
    }

    /// The variable of the environment that says who acts.
    package static let operatorVariable = "INZAGE_OPERATOR"

    /// Whether a name can stand in the audit as it is.
    package static func isOperatorName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64 && name.utf8.allSatisfy(isOfOperatorName)
    }

    private static func isOfOperatorName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || [0x2E, 0x5F, 0x2D, 0x40].contains(byte)
    }

    /// A name without what could forge a line of the audit.
    package static func operatorName(from name: String) -> String {
        let safe = name.utf8.filter(isOfOperatorName)
        return safe.isEmpty ? "unknown" : String(decoding: safe.prefix(64), as: UTF8.self)
    }

    /// The operator's name, cut to letters, digits and `._-@` so that it can forge no line.
    private static func operatorName(_ environment: [String: String]) -> String {
        operatorName(
            from: environment[operatorVariable] ?? environment["LOGNAME"] ?? environment["USER"] ?? NSUserName()
        )
    }

    /// The moment now as RFC 3339 in UTC, to the second.
    package var timestamp: String { Self.timestamp(now()) }

    /// A moment as RFC 3339 in UTC, to the second.
    package static func timestamp(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}

/// A random generator that draws from the surroundings.
package struct SurroundingsRandom: RandomNumberGenerator {
    private let surroundings: Surroundings

    package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    package mutating func next() -> UInt64 {
        surroundings.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Digits and capitals that nobody confuses: no I, L, O or U.
///
/// Used for request ids and pseudonyms.
package enum ReadableAlphabet {
    /// The 32 symbols.
    package static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The symbol that somebody meant who typed a capital letter or a digit: O is 0, and I and L are 1.
    package static func meant(by capital: UInt8) -> UInt8 {
        switch capital {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: capital
        }
    }

    /// A text as it was printed, typed in any case and with what looks like a digit.
    package static func meant(by typed: String) -> String {
        String(decoding: typed.utf8.map { meant(by: (0x61...0x7A).contains($0) ? $0 & 0xDF : $0) }, as: UTF8.self)
    }

    /// Five bits of each byte as a symbol.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.map { symbols[Int($0 & 31)] }, as: UTF8.self)
    }
}
