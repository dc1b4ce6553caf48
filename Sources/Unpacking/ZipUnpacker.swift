import CZip
import DriverParts
import ExporterKit
import Glibc

/// Unpacks one file of a zip archive by libzip, which compares its CRC at the end.
final class ZipUnpacker: Unpacker {
    /// How many entries an archive may have.
    private static let most = 10_000

    private let archive: OpaquePointer
    private var file: OpaquePointer?
    private var growth: Growth

    /// Opens the archive that a descriptor stands for; the descriptor stays the caller's.
    init(of descriptor: Int32, _ demands: UnpackingDemands) throws {
        let own = dup(descriptor)
        var code: Int32 = 0
        guard own >= 0, let archive = zip_fdopen(own, ZIP_CHECKCONS, &code) else {
            if own >= 0 { close(own) }
            throw code == ZIP_ER_NOZIP ? Problem.cut(.zip) : Problem.broken(.zip)
        }
        do {
            let facts = try Self.wanted(archive, demands)
            guard facts.size <= UInt64(demands.limit) else { throw Growth.tooLarge(.zip, demands.limit) }
            guard let file = zip_fopen_index(archive, facts.index, 0) else {
                throw zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_COMPNOTSUPP ? Self.strange : .broken(.zip)
            }
            self.archive = archive
            self.file = file
            growth = Growth(.zip, limit: demands.limit, packed: Int(clamping: facts.comp_size))
        } catch {
            zip_discard(archive)
            throw error
        }
    }

    deinit {
        if let file { zip_fclose(file) }
        zip_discard(archive)
    }

    func read(
        into memory: UnsafeMutableRawBufferPointer,
        from descriptor: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> Int {
        let count = zip_fread(file, memory.baseAddress, UInt64(memory.count))
        guard count >= 0 else { throw Problem.broken(.zip) }
        try growth.add(Int(count))
        return Int(count)
    }

    /// The file of the archive that is meant; folders are none.
    private static func wanted(_ archive: OpaquePointer, _ demands: UnpackingDemands) throws(Problem) -> zip_stat_t {
        let count = zip_get_num_entries(archive, 0)
        guard count <= most else {
            throw .packed(.zip, " with more than \(most) entries", fix: oneAlone, code: .tooLarge)
        }
        var files: [zip_stat_t] = []
        for index in 0..<UInt64(max(0, count)) {
            var facts = zip_stat_t()
            zip_stat_init(&facts)
            guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_RAW), &facts) == 0, let name = facts.name else {
                throw .broken(.zip)
            }
            let bytes = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            guard bytes.last != UInt8(ascii: "/"), demands.isWanted?(bytes) ?? true else { continue }
            files.append(facts)
        }
        guard files.count == 1 else { throw problem(files: files.count, isNamed: demands.isWanted != nil) }
        guard Int32(files[0].encryption_method) == ZIP_EM_NONE else {
            throw .packed(.zip, " with a password", fix: "have the job write it without one")
        }
        return files[0]
    }

    /// The names of files in an archive may be about people, so that none is told.
    private static func problem(files count: Int, isNamed: Bool) -> Problem {
        if isNamed {
            return Problem(
                .malformed,
                "entry",
                "the file is a zip archive, and `entry` names \(count == 0 ? "none" : "\(count)") of the files in it",
                fix: "write the name of the one that is meant; `unzip -l FILE` lists them"
            )
        }
        return .packed(.zip, count == 0 ? " without a file in it" : " with \(count) files in it", fix: oneAlone)
    }

    private static let oneAlone = "say `entry: NAME` for the one that is meant, or have the job write one alone"
    private static let strange = Problem.packed(
        .zip,
        ", and packed in a way that is not known",
        fix: "have the job pack it by deflate, as all programs can"
    )
}
