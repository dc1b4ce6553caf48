import DriverParts
import ExporterKit
import Unpacking

/// What a collection says of how its files are to be opened, whatever their format.
struct FileReading: Sendable {
    /// How many MiB come out of a packed file at most, where nothing is said.
    private static let usualLimit = 64 << 10

    let encoding: TextEncoding
    /// What is asked of a file that is packed.
    let unpacking: UnpackingDemands
    /// Whether what is expected is XML.
    let isMarkup: Bool

    init(_ collection: CollectionDescription, isMarkup: Bool) throws(Problem) {
        encoding = try TextEncoding(collection)
        self.isMarkup = isMarkup
        unpacking = UnpackingDemands(
            limit: try Self.limit(of: collection) << 20,
            isWanted: try Self.entry(of: collection)
        )
    }

    private static func limit(of collection: CollectionDescription) throws(Problem) -> Int {
        guard collection.settings["unpacked_limit"] != nil else { return usualLimit }
        if let limit = Int(try collection.required("unpacked_limit")), (1...(1 << 30)).contains(limit) { return limit }
        throw Problem(
            .queryFailed,
            "unpacked_limit",
            "`unpacked_limit` is no number of MiB",
            fix: "write how many MiB may come out of a packed file, such as 100000"
        )
    }

    private static func entry(of collection: CollectionDescription) throws(Problem) -> (@Sendable ([UInt8]) -> Bool)? {
        guard collection.settings["entry"] != nil else { return nil }
        let pattern = Array(try collection.required("entry").utf8)
        return { FilePattern.matches($0, pattern) }
    }
}
