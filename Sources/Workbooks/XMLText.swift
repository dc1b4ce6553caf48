import ExporterKit
import Groundwork

/// Writes text into XML as Office Open XML has it, on bytes.
///
/// What XML cannot hold stands as `_xHHHH_` (ST_Xstring), and so does the line of a text that looks like that. A carriage
/// return is among it, because every reader of XML would make a line break of it. Bytes that are not UTF-8 are repaired.
enum XMLText {
    private struct Piece {
        /// How many bytes are looked at.
        var length: Int
        /// How many UTF-16 units they count for, as spreadsheets count.
        var units = 1
        /// What stands in their place.
        var substitute: [UInt8]?
    }

    /// Appends a text and says how many UTF-16 units it has, as it is written.
    @discardableResult
    static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Int {
        var units = 0
        var copied = 0
        var index = 0
        while true {
            let end = ByteRun.endOfPlainMarkup(in: text, from: index)
            units += end - index
            index = end
            guard index < text.count else { break }
            let piece = piece(at: index, of: text)
            units += piece.units
            if let substitute = piece.substitute {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                output.append(contentsOf: substitute)
                copied = index + piece.length
            }
            index += piece.length
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
        return units
    }

    /// Appends a text that is known here.
    static func append(_ text: String, to output: inout [UInt8]) {
        Array(text.utf8).withUnsafeBufferPointer { _ = append($0, to: &output) }
    }

    private static func piece(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Piece {
        switch text[index] {
        case 0x26: Piece(length: 1, substitute: Array("&amp;".utf8))
        case 0x3C: Piece(length: 1, substitute: Array("&lt;".utf8))
        case 0x3E: Piece(length: 1, substitute: Array("&gt;".utf8))
        case 0x5F where looksEscaped(index, text): escape(0x5F, length: 1)
        case 0x09, 0x0A, 0x5F: Piece(length: 1)
        case 0x00...0x1F: escape(UInt16(text[index]), length: 1)
        default: character(at: index, of: text)
        }
    }

    private static func character(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Piece {
        switch UTF8Sequence.at(index, of: text) {
        case .character(3) where text[index] == 0xEF && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
            return escape(text[index + 2] == 0xBE ? 0xFFFE : 0xFFFF, length: 3)
        case .character(let length): return Piece(length: length, units: length == 4 ? 2 : 1)
        case .broken(let length):
            return Piece(length: length, substitute: UTF8Sequence.replacement)
        }
    }

    private static func escape(_ unit: UInt16, length: Int) -> Piece {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = Array("_x".utf8) + [12, 8, 4, 0].map { digits[Int(unit >> $0 & 0xF)] } + [0x5F]
        return Piece(length: length, units: bytes.count, substitute: bytes)
    }

    /// Whether `_xHHHH` stands there: with a line behind it, which may be that of an escape, it would be read as the
    /// character that it names.
    private static func looksEscaped(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + 5 < text.count, text[index + 1] == 0x78 else { return false }
        return text[index + 2...index + 5].allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
        }
    }
}
