/// Chat, order and CRM records as the product writes them: JSON, one record a line.
struct MixedRows {
    private let words = Words()
    private var random: FixedRandom
    private var number = 0

    init(seed: UInt64) { random = FixedRandom(seed: seed) }

    /// Appends one record; half of them are messages, a third orders, the rest notes about customers.
    mutating func append(to text: inout [UInt8]) {
        number += 1
        switch random.below(6) {
        case 0...2: appendMessage(to: &text)
        case 3, 4: appendOrder(to: &text)
        default: appendNote(to: &text)
        }
    }

    private mutating func appendMessage(to text: inout [UInt8]) {
        text += "\n{\"id\":\(1_000_000 + number),\"at\":\"\(moment())\",\"room\":\"room-\(random.below(40))\"".utf8
        text +=
            ",\"sender\":\"ada.jansen\",\"recipient\":\"Person \(code())\",\"agent\":\"Staff \(code())\",\"text\":\""
            .utf8
        words.append(4 + random.below(24), to: &text, &random)
        text += "\"},".utf8
    }

    private mutating func appendOrder(to text: inout [UInt8]) {
        text += "\n{\"id\":\(500_000 + number),\"customer_id\":48213,\"placed_at\":\"\(moment())\"".utf8
        text += ",\"status\":\(10 * (1 + random.below(4))),\"total_cents\":\(random.below(50_000))".utf8
        text += ",\"sku\":\"NL-\(random.below(90_000))\",\"title\":\"".utf8
        words.append(2 + random.below(4), to: &text, &random)
        text += "\",\"vat_rate\":0.21,\"ship_to\":\"Kerkstraat \(random.below(200)), 1017 GA Amsterdam\"},".utf8
    }

    private mutating func appendNote(to text: inout [UInt8]) {
        text +=
            "\n{\"note_id\":\(number),\"customer_id\":48213,\"written_at\":\"\(moment())\",\"author\":\"Staff \(code())\""
            .utf8
        text += ",\"subject\":\"".utf8
        words.append(3 + random.below(5), to: &text, &random)
        text += "\",\"body\":\"".utf8
        words.append(20 + random.below(80), to: &text, &random)
        text += "\"},".utf8
    }

    private mutating func moment() -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "20\(15 + random.below(10))-\(two(1 + random.below(12)))-\(two(1 + random.below(28)))T"
            + "\(two(random.below(24))):\(two(random.below(60))):\(two(random.below(60)))+02:00"
    }

    private mutating func code() -> String { String(1_000 + random.below(300), radix: 36, uppercase: true) }
}
