import Foundation
import ArchiveSealing

/// Any file is refused with an error or read within its limit; no input ends the process.
enum ArchiveTarget {
    private static let limit: UInt64 = 1 << 20
    private static let entriesTried = 8
    private static let path = "\(NSTemporaryDirectory())/fuzz-\(ProcessInfo.processInfo.processIdentifier).zip"
    private static let passphrase = Passphrase("1234-5678-9012-3456-7890-1234")

    static func run(_ bytes: [UInt8]) {
        guard let passphrase, FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            preconditionFailure("the input cannot be written")
        }
        defer { unlink(path) }
        guard var reader = try? ArchiveReader(opening: path, passphrase: passphrase) else { return }
        for index in reader.entries.indices.prefix(entriesTried) {
            var total: UInt64 = 0
            try? reader.read(at: index, limit: limit) { total += UInt64($0.count) }
            precondition(total <= limit, "more was handed out than the limit")
        }
    }
}
