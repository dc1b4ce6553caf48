import Groundwork
import ExporterKit

extension CutTarget {
    /// How a target is written, for a hint and for help.
    package static let form = "SYSTEM/COLLECTION[/KEY[/FIELD]]"

    /// How a key is written, for a hint and for help.
    package static let keyForm = """
        KEY is the record's key, its parts joined by commas; * means every record. In a part, / is written %2F, a comma \
        %2C, % itself %25 and * %2A; any byte may be written so. A part that is empty is %empty, one that is null %null.
        """

    /// Reads what an operator wrote; nil where it names no collection, record or field.
    ///
    /// A field is the last and stands as it is, whatever its name holds.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        var records: Records?
        if parts.count > 2 {
            guard let read = Records(parts[2]) else { return nil }
            records = read
        }
        self.init(
            CollectionID(system: String(Substring(parts[0])), collection: String(Substring(parts[1]))),
            records: records,
            field: parts.count > 3 ? String(Substring(parts[3])) : nil
        )
    }
}

extension CutTarget {
    /// The target as an operator writes it; it may name a person by their key.
    package var text: String {
        ["\(collection)", records?.text, field].compactMap(\.self).joined(separator: "/")
    }
}

extension CutTarget.Records {
    fileprivate var text: String {
        switch self {
        case .every: "*"
        case .keyed(let parts): parts.map(\.text).joined(separator: ",")
        case .joined(let text): text
        }
    }

    fileprivate init?(_ text: Substring.UTF8View) {
        guard !text.elementsEqual("*".utf8) else {
            self = .every
            return
        }
        let written = text.split(separator: Byte.comma, omittingEmptySubsequences: false)
        let parts = written.compactMap { CutKeyPart(written: $0) }
        guard parts.count == written.count else { return nil }
        self = .keyed(parts)
    }
}

extension CutKeyPart {
    private static let (nullWord, emptyWord) = ("%null", "%empty")
    /// What has a meaning in a target; the rest of ASCII that is seen stands for itself.
    private static let marks = Array("%/,*".utf8)

    /// Reads one part of a key; nil where an escape is none.
    fileprivate init?(written: Substring.UTF8View) {
        if written.elementsEqual(Self.nullWord.utf8) {
            self = .null
        } else if written.elementsEqual(Self.emptyWord.utf8) {
            self = .bytes([])
        } else {
            guard let bytes = Self.unescaped(written) else { return nil }
            self = .bytes(bytes)
        }
    }

    private static func unescaped(_ written: Substring.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = written[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(Byte.hexValue), let low = rest.popFirst().flatMap(Byte.hexValue)
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }

    /// The part as an operator writes it.
    package var text: String {
        switch self {
        case .null: Self.nullWord
        case .bytes(let bytes) where bytes.isEmpty: Self.emptyWord
        case .bytes(let bytes): Self.escaped(bytes)
        }
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        let isText = String(validating: bytes, as: UTF8.self) != nil
        let written = bytes.flatMap { byte -> [UInt8] in
            let isPlain = byte > 0x20 && byte != 0x7F && !marks.contains(byte) && (byte < 0x80 || isText)
            return isPlain ? [byte] : Array("%\([byte].hexadecimal.uppercased())".utf8)
        }
        return String(decoding: written, as: UTF8.self)
    }
}

extension CutKeyPart: Codable {
    /// Reads a part from the spelling in which operators write it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let part = CutKeyPart(written: try container.decode(String.self)[...].utf8) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no part of a key")
        }
        self = part
    }

    /// Writes a part in the spelling in which operators write it, which holds any bytes.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
