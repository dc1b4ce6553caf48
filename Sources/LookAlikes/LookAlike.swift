import ExporterKit

/// The plain addresses that a claimed address could be mistaken for.
///
/// Each is to be looked up among the stored addresses, and a hit warns the operator. It never matches: a claim is
/// compared with what is stored byte for byte, and what this type does to it is for human eyes only (cases 5 to 10).
package enum LookAlike {
    /// The longest claim that is looked at; no address of mail is longer.
    private static let longestClaim = 320

    /// Up to `limit` ASCII addresses in small letters, the likeliest first, none of them the claim itself.
    ///
    /// First comes the claim with every letter of another script or width replaced, then domains that the claim's
    /// domain begins with, then one swap of characters that look alike, then two. A domain in `xn--` form stays as is.
    package static func variants(of claim: [UInt8], limit: Int = 64) -> [[UInt8]] {
        guard claim.count <= longestClaim, let address = PlainAddress(lookingLike: claim) else { return [] }
        let candidates = [address.bytes] + address.withShorterDomains + address.withOneSwap + address.withTwoSwaps
        var seen: Set<[UInt8]> = [claim.map(asciiFolded)]
        var variants: [[UInt8]] = []
        for candidate in candidates.lazy.map({ $0.map(asciiFolded) }) where seen.insert(candidate).inserted {
            guard variants.count < limit else { break }
            variants.append(candidate)
        }
        return variants
    }
}

/// A claim as plain ASCII, cut at its last `@`.
private struct PlainAddress {
    let bytes: [UInt8]
    private let at: Int
    private let swaps: [Swap]
    private let labels: [ArraySlice<UInt8>]

    /// More places than this are not looked at, so that an address of nothing but `o` costs little.
    private static let mostSwaps = 48

    init?(lookingLike claim: [UInt8]) {
        guard let text = String(validating: claim, as: UTF8.self), let plain = Skeleton.ascii(of: text),
            let at = plain.lastIndex(of: UInt8(ascii: "@")), at > 0, at < plain.count - 1
        else { return nil }
        let labels = plain[(at + 1)...].split(separator: UInt8(ascii: "."))
        let isEncoded = labels.contains { $0.prefix(4).map(asciiFolded) == Array("xn--".utf8) }
        self.bytes = plain
        self.at = at
        self.swaps = Array(Swap.all(in: isEncoded ? plain[..<at] : plain[...]).prefix(Self.mostSwaps))
        self.labels = isEncoded ? [] : Array(labels.prefix(6))
    }

    /// `example.org` for `example.org.evil.com`: whoever reads the beginning takes the one for the other (case 10).
    var withShorterDomains: [[UInt8]] {
        guard labels.count > 2 else { return [] }
        return (2..<labels.count).map { count -> [UInt8] in
            Array(bytes[...at]) + Array(labels.prefix(count).joined(separator: [UInt8(ascii: ".")]))
        }
    }

    var withOneSwap: [[UInt8]] { swaps.map { $0.applied(to: bytes) } }

    /// Two swaps that do not overlap; the later is made first, so that the earlier still stands in its place.
    var withTwoSwaps: [[UInt8]] {
        swaps.flatMap { first in
            swaps.filter { $0.range.lowerBound >= first.range.upperBound }
                .map { first.applied(to: $0.applied(to: bytes)) }
        }
    }
}

/// A place in an address where other characters would look the same.
private struct Swap {
    let range: Range<Int>
    let replacement: [UInt8]

    private static let twins = [
        ("1", "l"), ("l", "1"), ("0", "o"), ("o", "0"), ("rn", "m"), ("m", "rn"), ("vv", "w"), ("w", "vv"),
    ].map { (seen: Array($0.0.utf8), meant: Array($0.1.utf8)) }

    /// Every place in the bytes, in order; a capital I, which looks like a small l, is one too.
    static func all(in bytes: ArraySlice<UInt8>) -> [Swap] {
        bytes.indices.flatMap { start -> [Swap] in
            if bytes[start] == UInt8(ascii: "I") {
                return [Swap(range: start..<(start + 1), replacement: Array("l".utf8))]
            }
            let rest = bytes[start...]
            return twins.filter { rest.prefix($0.seen.count).map(asciiFolded) == $0.seen }
                .map { Swap(range: start..<(start + $0.seen.count), replacement: $0.meant) }
        }
    }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        bytes[..<range.lowerBound] + replacement + bytes[range.upperBound...]
    }
}
