import Foundation

/// A PDF of one page of text, written by hand: no library of ours makes one, and ten lines of text need none.
enum PDF {
    /// The bytes of a document whose first line is its title.
    static func document(_ lines: [String]) -> Data {
        let content = page(lines)
        let objects: [[UInt8]] = [
            Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
            Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
            Array(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>"
                    .utf8
            ),
            Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8),
            Array("<< /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8),
        ]
        var bytes = Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        return Data(bytes + trailer(offsets, startingAt: bytes.count))
    }

    private static func page(_ lines: [String]) -> [UInt8] {
        var bytes = Array("BT /F1 11 Tf 15 TL 60 780 Td\n".utf8)
        for line in lines {
            bytes += [0x28] + line.unicodeScalars.flatMap(winAnsi) + Array(") Tj T*\n".utf8)
        }
        return bytes + Array("ET".utf8)
    }

    // Latin-1 is what WinAnsi shares with Unicode; the rest has no glyph in the page's one font.
    private static func winAnsi(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar {
        case "(", ")", "\\": [0x5C, UInt8(scalar.value)]
        case "\u{20}"..."\u{7E}", "\u{A0}"..."\u{FF}": [UInt8(scalar.value)]
        default: [0x3F]
        }
    }

    private static func trailer(_ offsets: [Int], startingAt start: Int) -> [UInt8] {
        // Each entry is exactly twenty bytes long, its line's end included.
        let entries = offsets.map { "\(padded($0, to: 10)) 00000 n \n" }.joined()
        let size = offsets.count + 1
        let text = """
            xref
            0 \(size)
            0000000000 65535 f \n\(entries)trailer
            << /Size \(size) /Root 1 0 R >>
            startxref
            \(start)
            %%EOF

            """
        return Array(text.utf8)
    }
}
