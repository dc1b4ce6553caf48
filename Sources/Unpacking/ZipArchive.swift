import CZip
package import DriverParts
import ExporterKit
import Glibc

/// A zip archive of many files, which are read one by one and by name; it stays open as long as the value lives.
///
/// A class, because the library's handle is one, and files that are being read hold on to it. It is used by one thread.
package final class ZipArchive {
    /// How many entries an archive may have: the library holds a part of each in memory.
    package static let most = 200_000

    private let archive: OpaquePointer
    private let limit: Int

    /// Opens the archive that an open file is.
    ///
    /// - Parameter limit: how many bytes all files in it may have together.
    package init(_ file: borrowing OpenFile, limit: Int) throws {
        let own = dup(file.descriptor)
        var code: Int32 = 0
        guard own >= 0, let archive = zip_fdopen(own, ZIP_CHECKCONS, &code) else {
            if own >= 0 { close(own) }
            throw code == ZIP_ER_NOZIP ? Problem.cut(.zip) : Problem.broken(.zip)
        }
        (self.archive, self.limit) = (archive, limit)
        guard zip_get_num_entries(archive, 0) <= Self.most else {
            throw Problem.packed(
                .zip,
                " with more than \(Self.most) entries",
                fix: "unpack it into a folder, and name that folder",
                code: .tooLarge
            )
        }
    }

    deinit { zip_discard(archive) }

    /// The names of its files, as their bytes, in the archive's order; folders are none.
    package func names() throws -> [[UInt8]] {
        var (names, size): ([[UInt8]], UInt64) = ([], 0)
        for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
            let facts = try facts(of: index)
            let name = Array(UnsafeRawBufferPointer(start: facts.name, count: strlen(facts.name)))
            if name.last == UInt8(ascii: "/") { continue }
            guard Int32(facts.encryption_method) == ZIP_EM_NONE else {
                throw Problem.packed(.zip, " with a password", fix: "have it written without one")
            }
            size = size.addingReportingOverflow(facts.size).partialValue
            guard facts.size <= UInt64(limit), size <= UInt64(limit) else { throw Growth.tooLarge(.zip, limit) }
            names.append(name)
        }
        return names
    }

    /// Opens a file by its name; nil where there is none.
    package func file(_ name: [UInt8]) throws -> ZipFile? {
        let place = zip_name_locate(archive, name.map { CChar(bitPattern: $0) } + [0], UInt32(ZIP_FL_ENC_RAW))
        guard place >= 0 else { return nil }
        let facts = try facts(of: UInt64(place))
        guard Int32(facts.encryption_method) == ZIP_EM_NONE else {
            throw Problem.packed(.zip, " with a password", fix: "have it written without one")
        }
        guard let file = zip_fopen_index(archive, UInt64(place), 0) else { throw Problem.broken(.zip) }
        return ZipFile(file, of: self, Growth(.zip, limit: limit, packed: Int(clamping: facts.comp_size)))
    }

    private func facts(of index: UInt64) throws(Problem) -> zip_stat_t {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_RAW), &facts) == 0, facts.name != nil else {
            throw .broken(.zip)
        }
        return facts
    }
}

/// One file of a zip archive that is being read; its CRC is compared at its end.
package final class ZipFile {
    private let file: OpaquePointer
    private let archive: ZipArchive
    private var growth: Growth

    fileprivate init(_ file: OpaquePointer, of archive: ZipArchive, _ growth: Growth) {
        (self.file, self.archive, self.growth) = (file, archive, growth)
    }

    deinit { zip_fclose(file) }

    /// Unpacks into memory and says how many bytes came; 0 is the end.
    package func read(into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = zip_fread(file, memory.baseAddress, UInt64(memory.count))
        guard count >= 0 else { throw Problem.broken(.zip) }
        try growth.add(Int(count))
        return Int(count)
    }
}
