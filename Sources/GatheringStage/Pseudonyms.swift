import Cryptography
import ExporterKit
import Foundation
package import Policy
import Cases
import Groundwork
import Languages

/// Names for people who are not the subject: the same within one archive, unlinkable across archives, and
/// independent of the order in which people turn up.
package struct Pseudonyms {
    // Six symbols: with four, every fifth archive that names 700 people would call two of them the same.
    private let key: SecretKey
    private let personWord: String
    private let staffWord: String
    private var cache: [[UInt8]: [UInt8]] = [:]
    /// Bounds the memory of a chat with very many people; a name that fell out is simply computed again.
    private static let cacheLimit = 20_000

    package init(key: [UInt8], language: Language) {
        self.key = SecretKey(key)
        personWord = language.vocabulary.person
        staffWord = language.vocabulary.staff
    }

    /// The pseudonym of somebody, such as `Person 7K2Q9M` or `Staff 4H0V2A`.
    mutating func pseudonym(_ value: some Collection<UInt8>, _ ground: Redaction.Ground) -> [UInt8] {
        pseudonym(of: value, word: ground == .staff ? staffWord : personWord)
    }

    private mutating func pseudonym(of value: some Collection<UInt8>, word: String) -> [UInt8] {
        let folded = value.map(asciiFolded)
        if let known = cache[folded] { return Array(word.utf8) + known }
        let code = key.authenticationCode(for: folded)
        let suffix = Array(" \(ReadableAlphabet.text(code.prefix(6)))".utf8)
        if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
        cache[folded] = suffix
        return Array(word.utf8) + suffix
    }
}
