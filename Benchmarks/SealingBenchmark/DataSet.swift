import Foundation

/// The files that everything is measured on, the same bytes in every run.
enum DataSet {
    /// Writes so many megabytes of rows into eight files, and as many of documents into files of two megabytes.
    static func write(megabytes: Int, into folder: String) throws {
        for sort in ["rows", "documents"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(sort)", withIntermediateDirectories: true)
        }
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            writeRows(bytes: megabytes * 1_000_000 / 8, to: "\(folder)/rows/\(number).json", seed: UInt64(number + 2))
        }
        for number in 0..<(megabytes / 2) {
            writeDocument(to: "\(folder)/documents/\(number).pdf", seed: UInt64(number + 1000))
        }
    }

    private static func writeRows(bytes total: Int, to path: String, seed: UInt64) {
        var rows = MixedRows(seed: seed)
        var text: [UInt8] = []
        text.reserveCapacity(total + 4096)
        while text.count < total { rows.append(to: &text) }
        write(text[..<total], to: path)
    }

    /// A PDF whose one stream is compressed already, as the pictures and texts in real ones are.
    private static func writeDocument(to path: String, seed: UInt64) {
        var random = FixedRandom(seed: seed)
        var bytes = Array("%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode/Length 1999800>>\nstream\n".utf8)
        bytes.reserveCapacity(2_000_000)
        while bytes.count < 1_999_900 { withUnsafeBytes(of: random.next()) { bytes += $0 } }
        bytes += "\nendstream\nendobj\n%%EOF\n".utf8
        write(bytes[...], to: path)
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to path: String) {
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            fatalError("cannot write \(path)")
        }
    }
}
