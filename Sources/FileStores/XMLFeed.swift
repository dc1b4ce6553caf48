import CXML
import DriverParts
import ExporterKit

/// Hands XML to libxml2 piece by piece, and what it finds to ``XMLElements``; no tree of the file is ever built.
///
/// A document type is refused where it begins: with it go entities, what they expand to, and what a DTD elsewhere would
/// add. Nothing is ever loaded.
final class XMLFeed {
    let elements: XMLElements
    private let parser: xmlParserCtxtPtr
    private var failure: (any Error)?
    private var hasFailed = false

    init(_ elements: XMLElements, isUTF8: Bool) throws {
        xmlInitParser()
        var handler = Self.makeHandler()
        guard let parser = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
            throw SourceFailure(.tooLarge, "the memory for reading XML is not there", retryable: true)
        }
        self.elements = elements
        self.parser = parser
        // What was converted already is no longer in the encoding that the file says of itself.
        let options = XML_PARSE_NONET.rawValue | (isUTF8 ? XML_PARSE_IGNORE_ENC.rawValue : 0)
        xmlCtxtUseOptions(parser, Int32(options))
        parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit { xmlFreeParserCtxt(parser) }

    /// The line that is being read.
    var line: Int { Int(xmlSAX2GetLineNumber(parser)) }

    /// Takes the next bytes of the file.
    func take(_ bytes: UnsafeRawBufferPointer) throws {
        xmlParseChunk(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
        if let failure { throw failure }
    }

    /// Ends the file.
    func end() throws {
        xmlParseChunk(parser, nil, 0, 1)
        if let failure { throw failure }
        try elements.end()
    }

    private func run(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try body()
        } catch {
            stop(error)
        }
    }

    /// The first failure counts; those that follow come of it.
    private func stop(_ error: any Error) {
        guard failure == nil else { return }
        failure = (error as? Problem).map { PlacedProblem($0, line: line) } ?? error
        xmlStopParser(parser)
    }

    private func note(_ error: xmlError) {
        guard error.level == XML_ERR_FATAL else { return }
        stop(PlacedProblem(XMLFault(code: UInt32(bitPattern: error.code)).problem, line: Int(error.line)))
    }
}

extension XMLFeed {
    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLFeed? {
        context.map { Unmanaged<XMLFeed>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func makeHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.internalSubset = { context, _, _, _ in XMLFeed.of(context)?.stop(XMLFault.documentType) }
        handler.startElementNs = { context, name, prefix, _, _, _, count, _, attributes in
            XMLFeed.of(context)?.open(XMLName(name, prefix), XMLAttributes(attributes, count))
        }
        handler.endElementNs = { context, _, _, _ in
            guard let feed = XMLFeed.of(context) else { return }
            feed.run { try feed.elements.close() }
        }
        handler.characters = { context, text, count in
            guard let feed = XMLFeed.of(context) else { return }
            feed.run { try feed.elements.add(UnsafeBufferPointer(start: text, count: Int(count))) }
        }
        handler.ignorableWhitespace = handler.characters
        handler.serror = { context, error in
            if let error { XMLFeed.of(context)?.note(error.pointee) }
        }
        return handler
    }

    private func open(_ name: XMLName, _ attributes: XMLAttributes) {
        run { try elements.open(name.bytes, attributes: attributes.forEach, isNil: attributes.isNil) }
    }
}

/// A name as the file writes it, with its prefix.
private struct XMLName {
    let bytes: [UInt8]

    init(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) {
        let local = Self.bytes(name)
        bytes = prefix == nil ? local : Self.bytes(prefix) + [Byte.colon] + local
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>?) -> [UInt8] {
        text.map { Array(UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0)))) } ?? []
    }
}

/// The attributes of an element, as libxml2 lays them out: name, prefix, namespace, and the value's start and end.
private struct XMLAttributes {
    private let memory: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let count: Int

    init(_ memory: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32) {
        (self.memory, self.count) = (memory, Int(count))
    }

    /// Hands over each attribute that says something of the data and not of its schema.
    func forEach(_ body: ([UInt8], UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        for attribute in 0..<count where !isOfSchema(attribute) {
            try body(XMLName(part(attribute, 0), part(attribute, 1)).bytes, value(attribute))
        }
    }

    /// Whether `xsi:nil` says that the element holds nothing.
    var isNil: Bool {
        (0..<count).contains { attribute in
            isOfSchema(attribute) && XMLName(part(attribute, 0), nil).bytes.elementsEqual("nil".utf8)
                && ["true", "1"].contains { value(attribute).elementsEqual($0.utf8) }
        }
    }

    private func part(_ attribute: Int, _ part: Int) -> UnsafePointer<xmlChar>? { memory?[attribute * 5 + part] }

    private func value(_ attribute: Int) -> UnsafeBufferPointer<UInt8> {
        guard let start = part(attribute, 3), let end = part(attribute, 4) else { return .init(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    private func isOfSchema(_ attribute: Int) -> Bool {
        part(attribute, 2).map { String(cString: $0) == "http://www.w3.org/2001/XMLSchema-instance" } ?? false
    }
}
