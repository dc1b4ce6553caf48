import DriverParts
import ExporterKit
import Unpacking

/// The bytes that a file holds: as they stand in it, or unpacked.
final class FileInput {
    private let file: OpenFile
    private var unpacker: (any Unpacker)?

    init(_ file: consuming OpenFile) { self.file = file }

    /// Reads what the file holds next; 0 at its end.
    func read(into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let unpacker else { return try file.read(into: memory) }
        return try placed { try unpacker.read(into: memory) { try file.read(into: $0) } }
    }

    /// Goes on with what is packed in the file, of which the first bytes have been read.
    func unpack(_ packing: Packing, beginning: [UInt8], _ demands: UnpackingDemands) throws {
        unpacker = try placed { try packing.unpacker(beginning: beginning, of: file.descriptor, demands) }
    }

    /// Reads what is left of a packed file, to see whether it is whole.
    func checkPacking() throws {
        guard unpacker != nil else { return }
        try withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { memory in
            repeat { try Task.checkCancellation() } while try read(into: memory) > 0
        }
    }

    /// What is wrong with a packed file is not where its records are being read.
    private func placed<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let problem as Problem {
            throw PlacedProblem(problem)
        }
    }
}
