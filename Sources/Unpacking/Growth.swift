import DriverParts
import ExporterKit

/// How much came out of a packed file for how much went in.
///
/// A small file that grows without end is made to fill memory or disks; neither would happen here, but time would pass.
struct Growth {
    /// How many times its packed size a file may grow, where tables and logs grow five to fifty times.
    private static let ratio = 250
    /// How much may come out of it whatever went in, because a small file may repeat one line.
    private static let start = 1 << 20

    private let packing: Packing
    private let limit: Int
    /// How many bytes went in.
    var packed: Int
    private var unpacked = 0

    init(_ packing: Packing, limit: Int, packed: Int = 0) {
        self.packing = packing
        self.limit = limit
        self.packed = packed
    }

    /// Counts bytes that came out.
    mutating func add(_ count: Int) throws(Problem) {
        unpacked += count
        guard unpacked <= limit else { throw Self.tooLarge(packing, limit) }
        guard unpacked <= Self.start || unpacked / Self.ratio <= packed else {
            throw .packed(
                packing,
                " and grows more than \(Self.ratio) times, as one does that was made to do harm",
                fix: "look at what wrote it; if it is sound, unpack it in that job and name the unpacked file",
                code: .tooLarge
            )
        }
    }

    static func tooLarge(_ packing: Packing, _ limit: Int) -> Problem {
        .packed(
            packing,
            " and holds more than \(limit >> 20) MiB",
            fix: "say a larger `unpacked_limit`, in MiB, if that is right",
            code: .tooLarge
        )
    }
}
