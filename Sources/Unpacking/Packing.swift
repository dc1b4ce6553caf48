import DriverParts
import ExporterKit

/// How a file is packed, told by its first bytes and never by its name.
package enum Packing: String, Sendable, CaseIterable {
    /// One file, or several one behind the other (RFC 1952).
    case gzip
    /// One file, or several one behind the other (RFC 8878).
    case zstd
    /// An archive of files.
    case zip

    /// The packing of a file that begins so; nil where it is not packed in a way that is undone here.
    package init?(fileBeginning head: some Collection<UInt8>) {
        guard let packing = Self.allCases.first(where: { $0.marks.contains { head.starts(with: $0) } }) else {
            return nil
        }
        self = packing
    }

    /// The endings of the names of such files, which stand behind the ending that tells what is in them.
    package static let endings = ["gz", "zst", "zip"]

    private var marks: [[UInt8]] {
        switch self {
        case .gzip: [[0x1F, 0x8B]]
        case .zstd: [[0x28, 0xB5, 0x2F, 0xFD]]
        // An archive that holds nothing begins with the end of its directory.
        case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
        }
    }

    /// What the file is, as it is told.
    package var words: String { self == .zip ? "a zip archive" : "packed by \(rawValue)" }

    /// Begins to unpack a file whose first bytes have been read already.
    package func unpacker(beginning: [UInt8], of file: Int32, _ demands: UnpackingDemands) throws -> any Unpacker {
        switch self {
        case .gzip: try GzipUnpacker(beginning: beginning, demands)
        case .zstd: try ZstdUnpacker(beginning: beginning, demands)
        case .zip: try ZipUnpacker(of: file, demands)
        }
    }
}

/// What undoes the packing of a file, piece by piece, in little memory whatever the file's size.
package protocol Unpacker: AnyObject {
    /// Unpacks into memory and says how many bytes came; 0 is the end, and then the file was whole.
    ///
    /// - Parameter file: reads what the file holds next, as the file's own reading would.
    func read(
        into memory: UnsafeMutableRawBufferPointer,
        from file: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> Int
}

/// What is asked of a packed file.
package struct UnpackingDemands: Sendable {
    /// How many bytes may come out of it.
    package let limit: Int
    /// Which file of an archive is meant, by the bytes of its name; nil where it must hold one alone.
    package let isWanted: (@Sendable ([UInt8]) -> Bool)?

    /// Makes demands.
    package init(limit: Int, isWanted: (@Sendable ([UInt8]) -> Bool)? = nil) {
        self.limit = limit
        self.isWanted = isWanted
    }
}

extension Problem {
    /// A packed file that cannot be unpacked.
    static func packed(_ packing: Packing, _ text: String, fix: String, code: SourceFailure.Code = .malformed)
        -> Problem
    {
        Problem(code, "file", "the file is \(packing.words)\(text)", fix: fix)
    }

    static func cut(_ packing: Packing) -> Problem {
        .packed(packing, " and ends in the middle", fix: "write it again, beside the old one, and rename it at the end")
    }

    static func broken(_ packing: Packing) -> Problem {
        .packed(packing, " and is broken", fix: "write it again; `\(packing.test)` says whether it is whole")
    }
}

extension Packing {
    /// What an administrator types to look at a file.
    fileprivate var test: String {
        switch self {
        case .gzip: "gzip -t FILE"
        case .zstd: "zstd -t FILE"
        case .zip: "unzip -t FILE"
        }
    }
}
