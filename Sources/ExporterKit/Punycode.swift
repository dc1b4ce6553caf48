/// One label of an international domain name, between the letters people write and the ASCII form of the name system.
///
/// Only Punycode itself (RFC 3492): nothing is mapped, folded or normalised, because two names are one only where the
/// one is exactly the other's encoding. It is our own because ``ExporterKit`` depends on nothing.
enum Punycode {
    private static let base = 36
    private static let tMin = 1
    private static let tMax = 26
    private static let skew = 38
    private static let damp = 700
    private static let initialBias = 72
    private static let initialN = 128
    /// A label has at most 63 bytes (RFC 1035); what is longer is no label.
    private static let longestLabel = 63

    /// The letters that a label without its `xn--` stands for, or nil where it is no such encoding.
    static func decode(_ label: some Collection<UInt8>) -> [Unicode.Scalar]? {
        guard label.count <= longestLabel, label.allSatisfy({ $0 < 0x80 }) else { return nil }
        let bytes = Array(label)
        let hyphen = bytes.lastIndex(of: 0x2D)
        var output = bytes[..<(hyphen ?? 0)].map { Unicode.Scalar($0) }
        var (n, i, bias) = (initialN, 0, initialBias)
        var place = hyphen.map { $0 + 1 } ?? 0
        while place < bytes.count {
            let before = i
            guard let delta = decodeDelta(bytes, &place, bias) else { return nil }
            i += delta
            let count = output.count + 1
            bias = adapted(i - before, count: count, isFirst: before == 0)
            n += i / count
            i %= count
            guard n <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(n)) else { return nil }
            output.insert(scalar, at: i)
            i += 1
        }
        return output
    }

    /// The ASCII form of a label without its `xn--`, or nil where it would be too long for a label.
    static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
        guard label.count <= longestLabel else { return nil }
        var output = label.filter(\.isASCII).map { UInt8($0.value) }
        let basic = output.count
        if basic > 0 { output.append(0x2D) }
        var (n, delta, bias, handled) = (initialN, 0, initialBias, basic)
        while handled < label.count {
            guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in label {
                if scalar.value < n { delta += 1 }
                guard scalar.value == n else { continue }
                append(delta, bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                (delta, handled) = (0, handled + 1)
            }
            delta += 1
            n += 1
        }
        return output.count <= longestLabel - 4 ? output : nil
    }

    private static func decodeDelta(_ bytes: [UInt8], _ place: inout Int, _ bias: Int) -> Int? {
        var (delta, weight, k) = (0, 1, base)
        while place < bytes.count, let digit = digit(bytes[place]) {
            place += 1
            // At most 63 digits: what would run over is no name.
            let (part, isOver) = digit.multipliedReportingOverflow(by: weight)
            guard !isOver, part < 1 << 32, delta < 1 << 32 else { return nil }
            delta += part
            let t = threshold(k, bias)
            if digit < t { return delta }
            (weight, k) = (weight * (base - t), k + base)
            guard weight < 1 << 40 else { return nil }
        }
        return nil
    }

    private static func append(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
        var (q, k) = (delta, base)
        while true {
            let t = threshold(k, bias)
            guard q >= t else { break }
            output.append(symbol(t + (q - t) % (base - t)))
            (q, k) = ((q - t) / (base - t), k + base)
        }
        output.append(symbol(q))
    }

    private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, tMin), tMax) }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch asciiFolded(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(asciiFolded(byte) - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    private static func symbol(_ digit: Int) -> UInt8 {
        UInt8(digit < 26 ? digit + Int(UInt8(ascii: "a")) : digit - 26 + Int(UInt8(ascii: "0")))
    }
}
