import ExporterKit

/// Writes values so that they are nothing but values where they stand.
enum Escaping {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// All but letters, digits and four marks by their numbers: for a path, a query and a form.
    static func percent(_ value: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        for byte in value {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.append(byte)
            default: text += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return text
    }

    /// Whether a value could be taken for a way to another folder, whatever is done with its escapes on the way.
    static func leadsElsewhere(_ value: [UInt8]) -> Bool {
        value.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            .contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
    }
}
