import Foundation
import ArchiveSealing

/// Spreads well and gives the same numbers in every run.
struct SteadyGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }
}

/// A passphrase for tests; another seed gives another one.
func passphrase(seed: UInt64 = 1) -> Passphrase {
    var generator = SteadyGenerator(seed: seed)
    return Passphrase(generatingWith: &generator)
}

/// Seals bytes as one entry, in one piece or in many.
func seal(
    _ bytes: [UInt8],
    as name: String,
    in folder: String,
    _ passphrase: Passphrase,
    pieces: Int? = nil
) throws -> SealedEntry {
    var sealer = try EntrySealer(creating: name, in: folder, keys: KeyRing(passphrase))
    for start in stride(from: 0, to: bytes.count, by: pieces ?? max(1, bytes.count)) {
        try sealer.write(bytes[start..<min(start + (pieces ?? bytes.count), bytes.count)])
    }
    return try sealer.finish(durably: false)
}

/// An archive in a folder, with what was put into it.
struct SealedFixture {
    let path: String
    let passphrase: Passphrase
    let contents: [(name: String, bytes: [UInt8])]
    let entries: [(name: String, entry: SealedEntry)]
    let facts: SealedArchiveFacts

    /// Seals contents and builds the archive `archive.zip` in a folder.
    init(_ contents: [(name: String, bytes: [UInt8])], in folder: String, seed: UInt64 = 1) throws {
        let secret = ArchiveSealingTests.passphrase(seed: seed)
        path = "\(folder)/archive.zip"
        passphrase = secret
        self.contents = contents
        entries = try contents.enumerated().map { place, item in
            (item.name, try seal(item.bytes, as: "\(place).sealed", in: folder, secret))
        }
        facts = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: KeyRing(secret))
    }
}

/// All bytes of one entry.
func contents(of name: String, in archive: String, _ passphrase: Passphrase, limit: UInt64 = .max) throws -> [UInt8] {
    var reader = try ArchiveReader(opening: archive, passphrase: passphrase)
    var bytes: [UInt8] = []
    try reader.read(name, limit: limit) { piece in
        for index in piece.indices { bytes.append(piece[index]) }
    }
    return bytes
}

/// Compares an archive with what was put into it.
func check(_ archive: String, against entries: [(name: String, entry: SealedEntry)], _ passphrase: Passphrase) throws {
    var reader = try ArchiveReader(opening: archive, passphrase: passphrase)
    try reader.checkAll(against: entries)
}

/// The code of the error that the body throws, or nothing if it throws none.
func failureCode(_ body: () throws -> Void) -> ArchiveError.Code? {
    do {
        try body()
        return nil
    } catch {
        return (error as? ArchiveError)?.code
    }
}

/// All bytes of a file.
func fileBytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

/// Writes a file.
func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

/// The names in a folder, sorted.
func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
