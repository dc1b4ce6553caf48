import DriverParts
import ExporterKit
import JSONParts

/// Records that are elements of an XML file.
struct XMLRecords: RecordCutter {
    /// How many bytes are parsed before the elements in them are looked at.
    private static let piece = 32 << 10

    private let path: XMLPath
    private var json: JSONRecordReader
    private var placed: PlacedRecords
    private var feed: XMLFeed?
    /// What was made of the element whose records are being taken.
    private var element: [UInt8] = []
    private var nextPlace = 0
    private var number = 0
    private var isAtEnd = false

    init(_ collection: CollectionDescription, path: RecordPath) {
        self.path = XMLPath(path, collection)
        let steps = self.path.steps
        placed = PlacedRecords(collection) { XMLPath.lifted($0, steps) ?? $0 }
        json = JSONRecordReader(collection, without: placed.fieldsAbove)
    }

    var place: String { "record \(number)" }

    mutating func begin(_ reader: inout ByteReader) throws {
        var offset = 0
        while let byte = try reader.next(offset), Byte.isSpace(byte) { offset += 1 }
        guard let first = try reader.next(offset) else { throw PlacedProblem(.empty) }
        guard first != Byte.openBrace, first != Byte.openBracket else { throw PlacedProblem(.jsonNotMarkup) }
        feed = try XMLFeed(XMLElements(path), isUTF8: reader.isConverted)
        (element, nextPlace, number, isAtEnd) = ([], 0, 0, false)
        placed.begin()
        placed.walk = ElementWalk()
    }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        guard let place = try goOn(&reader) else { return try placed.end() }
        let element = element
        try placed.read(place, element.span, by: &json, into: &record, virtual)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard let place = try goOn(&reader) else { return nil }
        let element = element
        return try placed.keys(of: place, element.span, by: &json)
    }

    private mutating func goOn(_ reader: inout ByteReader) throws -> ElementWalk.Place? {
        while nextPlace == placed.walk.places.count {
            guard let feed, let held = try Self.nextHeld(&reader, feed, &isAtEnd) else { return nil }
            element = held.json
            nextPlace = 0
            try placed.walk.find(feed.elements.walked, in: held.json.span, key: held.name)
        }
        number += 1
        nextPlace += 1
        return placed.walk.places[nextPlace - 1]
    }

    /// The next element that was held whole; nil at the file's end.
    private static func nextHeld(
        _ reader: inout ByteReader,
        _ feed: XMLFeed,
        _ isAtEnd: inout Bool
    ) throws -> (name: [UInt8], json: [UInt8])? {
        while true {
            if let held = feed.elements.takeFirst() { return held }
            if isAtEnd { return nil }
            if reader.count == 0, try !reader.fill() {
                isAtEnd = true
                try feed.end()
                continue
            }
            let length = min(reader.count, piece)
            try reader.buffer.withUnsafeBytes {
                try feed.take(UnsafeRawBufferPointer(rebasing: $0[reader.range(length)]))
            }
            reader.drop(length)
        }
    }
}
