/// Makes the cells of a record the values that its fields describe.
///
/// Every driver reads its records through it before it compares or hands over anything: a JSON array in a text column
/// is an array for whoever looks for an identifier or for a person in it.
public struct RecordReader: Sendable {
    /// The fields whose cells may become something else.
    private let readers: [(index: Int, leaves: FieldReader.Leaves, reader: FieldReader)]

    /// Makes a reader for records of these fields, in their order.
    public init(_ fields: [FieldDescription]) { self.init(fields.map(FieldReader.init)) }

    init(_ readers: [FieldReader]) {
        self.readers = readers.enumerated().filter { !$0.element.isIdle }.map {
            ($0.offset, $0.element.leaves, $0.element)
        }
    }

    /// Reads the cells in place; one that is no value of its field stays exactly as it is.
    public func read(_ record: inout RecordBuffer) {
        for place in readers.indices {
            let index = readers[place].index
            if !record.range(at: index).isEmpty, readers[place].leaves.contains(record.kind(at: index)) { continue }
            let reading = readers[place].reader.reading(
                of: record.kind(at: index),
                record.bytes.span.extracting(record.range(at: index))
            )
            switch reading {
            case nil: continue
            case .kind(let kind): record.recast(at: index, kind)
            case .value(let kind, let bytes): record.replace(at: index, kind, bytes)
            }
        }
    }
}
