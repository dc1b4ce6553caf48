import Foundation

/// The words of a mail that is a document: its headers, and what its parts are encoded in.
enum MailWords {
    static func text(of bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var encoded: [UInt8] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if isBase64(line) {
                encoded += line
                continue
            }
            text += decoded(&encoded)
            if line.last == UInt8(ascii: "=") {
                text += unquoted(line.dropLast())
            } else {
                text += unquoted(line)
                text.append(0x0A)
            }
        }
        text += decoded(&encoded)
        return MarkupText.withoutEntities(text[...])
    }

    /// A long line of nothing but the letters of base64, or the last one of such.
    private static func isBase64(_ line: ArraySlice<UInt8>) -> Bool {
        line.count >= 4 && line.count % 4 == 0
            && line.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || [0x2B, 0x2F, 0x3D].contains($0)
            }
    }

    /// What was encoded, where it is text.
    private static func decoded(_ encoded: inout [UInt8]) -> [UInt8] {
        defer { encoded = [] }
        guard encoded.count > 60 || encoded.last == 0x3D, let bytes = Data(base64Encoded: Data(encoded)),
            !bytes.contains(0)
        else { return encoded.isEmpty ? [] : encoded + [0x0A] }
        return Array(bytes) + [0x0A]
    }

    private static func unquoted(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var (output, place): ([UInt8], Int) = ([], line.startIndex)
        while place < line.endIndex {
            if line[place] == UInt8(ascii: "="), place + 2 < line.endIndex,
                let byte = UInt8(String(decoding: line[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
            {
                output.append(byte)
                place += 3
            } else {
                output.append(line[place])
                place += 1
            }
        }
        return output
    }
}
