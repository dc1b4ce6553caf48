/// What can be done about something: a sentence in which the steps stand as values.
///
/// Each front end says them in its own words. Never holds personal data.
package struct Advice: Sendable, Hashable, ExpressibleByStringInterpolation {
    fileprivate enum Piece: Sendable, Hashable {
        case words(String)
        case step(NextStep)
    }

    private var pieces: [Piece]

    /// Words alone.
    package init(_ words: String) { pieces = [.words(words)] }

    package init(stringLiteral words: String) { self.init(words) }

    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// Puts pieces together as they stand in a literal: `"\(.export(id)) says so"`.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { pieces.append(.words(words)) }
        }

        package mutating func appendInterpolation(_ step: NextStep) { pieces.append(.step(step)) }
        package mutating func appendInterpolation(_ advice: Advice) { pieces += advice.pieces }
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendLiteral(value.description)
        }
    }

    /// The sentence, with each step in the words of who says it.
    package func said(_ words: (NextStep) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let text): text
            case .step(let step): words(step)
            }
        }.joined()
    }

    /// The steps that stand in it.
    package var steps: [NextStep] {
        pieces.compactMap { if case .step(let step) = $0 { step } else { nil } }
    }

    package static func + (one: Advice, other: Advice) -> Advice {
        var sum = one
        sum.pieces += other.pieces
        return sum
    }
}

extension Advice: CustomStringConvertible {
    /// The sentence with its steps as values, for who reads code or a failed test.
    package var description: String { said { "\($0)" } }
}

extension [Advice] {
    /// All in one sentence.
    package func joined(separator: String) -> Advice {
        guard let first else { return "" }
        return dropFirst().reduce(first) { $0 + Advice(separator) + $1 }
    }
}
