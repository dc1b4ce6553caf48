import CurlTransfers
import DriverParts
import ExporterKit

/// The fields of a collection that are documents: the service says an address, and there the document is.
struct DocumentFields {
    private let session: ServiceSession
    /// For each field that is a document, the field that says its name.
    private let fields: [Int: Int?]

    init(_ fields: [FieldDescription], _ session: ServiceSession) {
        self.session = session
        let documents = fields.enumerated().filter(\.element.file).map { index, field in
            (index, fields.firstIndex { $0.name.utf8.elementsEqual("\(field.name)_name".utf8) })
        }
        self.fields = Dictionary(uniqueKeysWithValues: documents)
    }

    /// Whether there is none.
    var isEmpty: Bool { fields.isEmpty }

    /// The record with documents in the place of their addresses.
    func opened(_ record: RecordBuffer, of page: ServicePage) throws(Problem) -> RecordBuffer {
        var opened = RecordBuffer()
        for index in 0..<record.count {
            let (kind, cell) = (record.kind(at: index), record.cell(at: index))
            guard let nameField = fields[index], kind != .null else {
                opened.append(kind, cell)
                continue
            }
            let url = kind == .text ? WebURL(String(decoding: cell, as: UTF8.self), relativeTo: page.url) : nil
            guard let url, url.isSameService(as: page.url) else { throw Self.elsewhere }
            let name = nameField.flatMap { record.kind(at: $0) == .text ? Array(record.cell(at: $0)) : nil }
            let last = url.path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
            opened.append(document: ServiceDocument(session: session, url: url), named: name ?? last)
        }
        return opened
    }

    private static let elsewhere = Problem(
        .refused,
        "fields",
        "a document is no address of the service's own",
        fix: "leave `file` out, so that the address is given; nothing is fetched from another host"
    )
}

/// A document on the service, fetched anew for each reading and never held whole.
struct ServiceDocument: DocumentContent {
    let session: ServiceSession
    let url: WebURL

    func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        do {
            try session.fetch(url, piece)
        } catch let problem as Problem {
            throw problem.failure
        }
    }
}
