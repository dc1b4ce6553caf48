import ExporterKit
import Cases

/// Notices values that are not what their field says, as records are written.
///
/// What is written must be described truly, so a field with one such value is `any` in the descriptor. Of the system
/// only what it holds itself is counted: the pseudonym that stands for a number is no fault of its own.
struct FitWatch {
    private let readers: [(index: Int, type: FieldType, takesAnyText: Bool, reader: FieldReader)]
    private let names: [String]
    private var unfit: Set<Int> = []
    private var counts: [Int: Int] = [:]

    init(_ collection: CollectionDescription, exported: [Int]) {
        names = collection.fields.map(\.name)
        readers = exported.map { index in
            let reader = FieldReader(collection.fields[index])
            return (index, reader.type, reader.takesAnyText, reader)
        }
    }

    /// Looks at a record as it is written, and as its system holds it.
    mutating func look(at record: RecordBuffer, source: RecordBuffer) {
        for place in readers.indices {
            let index = readers[place].index
            let kind = record.kind(at: index)
            // Most cells are texts that may say anything, or nothing at all.
            if kind == .null || (kind == .text && readers[place].takesAnyText) { continue }
            // The type is asked first: to ask a reader, a class, costs a count of who holds it.
            let fits = readers[place].type.fits(record, at: index) ?? readers[place].reader.fits(record, at: index)
            if fits { continue }
            unfit.insert(index)
            if !readers[place].reader.fits(source, at: index) { counts[index, default: 0] += 1 }
        }
    }

    /// The names of the fields that hold a value which is not of their type, in order.
    var unfitFields: [String] { unfit.sorted().map { names[$0] } }

    /// How many values of each field the system holds otherwise than the field says, in the order of the fields.
    var misfits: [Misfit] {
        counts.sorted { $0.key < $1.key }.map { Misfit(field: names[$0.key], count: $0.value) }
    }
}
