package import DriverParts
package import ExporterKit

/// Where the records of a JSON file stand: keys and `*`, with points between, such as `orders.*.lines`.
///
/// `*` is every element of a list, or every value of a map. Where a key leads to a list, or the file is one, `*` may be
/// left out, because there is no other way into it; at the path's end a list is the list of the records.
package struct RecordPath: Sendable {
    package enum Step: Sendable, Hashable {
        case key([UInt8])
        case each
    }

    package let steps: [Step]

    package init(_ steps: [Step] = []) { self.steps = steps }

    /// The path that a collection's `records` says; without it the file is the list, or is one record.
    package init(_ collection: CollectionDescription) throws(Problem) {
        guard collection.settings["records"] != nil else {
            steps = []
            return
        }
        let parts = try collection.required("records").utf8
            .split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
        guard !parts.contains([]) else {
            throw Problem(
                .queryFailed,
                "records",
                "`records` has an empty part",
                fix: "write keys or `*` with one point between them, such as `data.orders` or `\"*.orders\"`"
            )
        }
        steps = parts.map { $0 == [UInt8(ascii: "*")] ? .each : .key($0) }
    }

    /// The path with one step more, as it would stand in exporter.yaml.
    package func text(adding step: String) -> String {
        let parts = steps.map { step in
            switch step {
            case .key(let key): String(decoding: key, as: UTF8.self)
            case .each: "*"
            }
        }
        return (parts + [step]).joined(separator: ".")
    }
}
