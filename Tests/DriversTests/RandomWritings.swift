import ExporterKit
import TestSupport

/// Identifiers of people, and the many ways in which systems write them.
struct RandomWritings {
    static let addresses = [
        "eva.jansen@example.org", "jo@x.nl", "info@xn--mnchen-3ya.example", "zoë@münchen.example", "a/b@example.org",
        "\"odd name\"@example.org", "o'brien@example.ie", "p+q@example.com", "eva@sub.münchen.example", "plain",
        "x_9@example.org", "1234@example.org",
    ]
    static let numbers = [
        "48213", "7", "0", "007", "-5", "5.25", "K-0042/7", "é12", "NL-12.34", "1e5", "1234567", "00042", "true",
    ]

    private var random: Seeded
    /// Whether ASCII is written by its number now and then.
    let hidesLetters: Bool

    init(seed: UInt64) {
        random = Seeded(state: seed)
        hidesLetters = seed % 3 == 0
    }

    mutating func below(_ limit: Int) -> Int { Int(random.next() >> 33) % limit }
    mutating func isOne(in count: Int) -> Bool { below(count) == 0 }
    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// An address as a cell may hold it, with what stands beside it.
    mutating func cell(address: String) -> String {
        var address = address
        if isOne(in: 3) { address = String(address.map { isOne(in: 2) ? Character($0.uppercased()) : $0 }) }
        if isOne(in: 4) {
            address = address.replacing("münchen", with: "xn--mnchen-3ya")
        } else if isOne(in: 3) {
            address = address.replacing("xn--mnchen-3ya", with: "münchen")
        }
        return switch below(9) {
        case 0: "Eva <\(address)>"
        case 1: " \(address)\u{A0}"
        case 2: "mailto:\(address)"
        case 3: "\(stranger), \(address)"
        case 4: "\(address);\(stranger)"
        case 5: "\"\(stranger)\" <\(address)>"
        default: address
        }
    }

    var stranger: String { "somebody.else@example.org" }

    /// A number or a code as a cell may hold it.
    mutating func cell(number: String) -> String {
        switch below(14) {
        case 0: number + ".0"
        case 1: number + ",00"
        case 2: "+" + number
        case 3: "000" + number
        case 4: " \(number)\t"
        case 5: "\u{A0}\(number)\u{A0}"
        case 6: "€ \(number)"
        case 7: "£\(number)"
        case 8: number.lowercased()
        case 9: grouped(number, ".")
        case 10: grouped(number, "-")
        case 11: number + pick(["0", "9", "x"])
        default: number
        }
    }

    /// A number with a mark between each three of its digits, as money is written.
    private func grouped(_ number: String, _ mark: String) -> String {
        guard number.count > 3, number.allSatisfy(\.isNumber) else { return number }
        return String(number.dropLast(3)) + mark + number.suffix(3)
    }

    /// A string of JSON, its escapes by chance.
    mutating func json(_ text: String) -> String {
        let hides = hidesLetters && isOne(in: 4)
        let escapesLetters = isOne(in: 2)
        let units = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": isOne(in: 3) ? "\\u0022" : "\\\""
            case "\\": "\\\\"
            case "/": isOne(in: 2) ? "\\/" : "/"
            case "\t": isOne(in: 2) ? "\\t" : "\\u0009"
            case "\n": "\\n"
            case _ where scalar.value < 0x20 || (hides && scalar.isASCII && isOne(in: 3)): number(scalar)
            case _ where !scalar.isASCII && escapesLetters: number(scalar)
            default: String(scalar)
            }
        }
        return "\"" + units.joined() + "\""
    }

    private mutating func number(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: isOne(in: 2))
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
