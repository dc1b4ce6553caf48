import CXML
import CZip
import Glibc

/// The text of an office file: a zip of XML, read with limits and without anything that it points to.
///
/// All of its XML is read: what was struck out in tracked changes, remarks and who wrote them stand there too.
enum OfficeText {
    private static let mostEntries = 10_000
    private static let mostText = 16 << 20
    private static let mostUnpacked: UInt64 = 64 << 20
    /// XML grows five to thirty times; what grows more was made to do harm.
    private static let growth: UInt64 = 250

    static func reading(of bytes: [UInt8]) -> DocumentReading {
        bytes.withUnsafeBytes { memory in
            guard let archive = MemoryArchive(memory), archive.count <= mostEntries else {
                return DocumentReading(unread: "an office file that cannot be read")
            }
            var (text, unpacked, isWhole): ([UInt8], UInt64, Bool) = ([], 0, true)
            for index in 0..<archive.count {
                guard let entry = archive.entry(index), entry.isText else { continue }
                unpacked += entry.size
                let isSound = entry.size <= 1 << 20 || entry.size / growth <= entry.packed
                guard isSound, unpacked <= mostUnpacked, text.count <= mostText,
                    let xml = archive.read(index, entry.size),
                    XMLWords.append(xml, to: &text)
                else {
                    isWhole = false
                    continue
                }
            }
            guard !text.isEmpty else { return DocumentReading(unread: "an office file without text that can be read") }
            return DocumentReading(text: text, unread: isWhole ? nil : "a part of it that cannot be read")
        }
    }
}

/// A zip archive that lies in memory.
private struct MemoryArchive: ~Copyable {
    struct Entry {
        let size, packed: UInt64
        let isText: Bool
    }

    private let archive: OpaquePointer

    /// The memory must outlive it.
    init?(_ memory: UnsafeRawBufferPointer) {
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, &error) else {
            return nil
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            return nil
        }
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    var count: Int { Int(max(0, zip_get_num_entries(archive, 0))) }

    func entry(_ index: Int) -> Entry? {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat_index(archive, UInt64(index), UInt32(ZIP_FL_ENC_RAW), &facts) == 0, let name = facts.name,
            Int32(facts.encryption_method) == ZIP_EM_NONE
        else { return nil }
        let bytes = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
        let isText =
            bytes.count > 4 && bytes.suffix(4).map { $0 | 0x20 }.elementsEqual(".xml".utf8)
            // How things look names nobody.
            && !["theme/", "settings.xml", "fontTable.xml", "[Content_Types]"].contains {
                bytes.firstRange(of: Array($0.utf8)) != nil
            }
        return Entry(size: facts.size, packed: facts.comp_size, isText: isText)
    }

    func read(_ index: Int, _ size: UInt64) -> [UInt8]? {
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else { return nil }
        defer { zip_fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        var place = 0
        while place < bytes.count {
            let count = bytes.withUnsafeMutableBytes { memory in
                zip_fread(file, memory.baseAddress.map { $0 + place }, UInt64(memory.count - place))
            }
            guard count > 0 else { return nil }
            place += Int(count)
        }
        return bytes
    }
}

/// Collects what stands between the tags of an XML text.
///
/// A class, because libxml2 holds a pointer to it while it parses.
private final class XMLWords {
    private var text: [UInt8] = []
    private var isRefused = false
    private var parser: xmlParserCtxtPtr?

    /// Elements at whose end no word ends: a word may be cut into several of them by a change of its looks.
    private static let within: Set<String> = [
        "t", "r", "span", "a", "hyperlink", "ins", "rPr", "lang", "smartTag", "delText",
    ]

    /// Appends the words of a text; false where it is no XML, or has a document type.
    static func append(_ xml: [UInt8], to text: inout [UInt8]) -> Bool {
        let words = XMLWords()
        guard words.parse(xml) else { return false }
        text += words.text
        return true
    }

    private func parse(_ xml: [UInt8]) -> Bool {
        xmlInitParser()
        var handler = Self.makeHandler()
        guard let parser = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return false }
        defer { xmlFreeParserCtxt(parser) }
        self.parser = parser
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        let code = xml.withUnsafeBytes { memory in
            xmlParseChunk(parser, memory.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(memory.count), 1)
        }
        return code == 0 && !isRefused
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLWords? {
        context.map { Unmanaged<XMLWords>.fromOpaque($0).takeUnretainedValue() }
    }

    private func refuse() {
        isRefused = true
        if let parser { xmlStopParser(parser) }
    }

    private static func makeHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.internalSubset = { context, _, _, _ in XMLWords.of(context)?.refuse() }
        handler.startElementNs = { context, _, _, _, _, _, count, _, attributes in
            XMLWords.of(context)?.add(attributes, Int(count))
        }
        handler.endElementNs = { context, name, _, _ in
            guard let words = XMLWords.of(context), let name else { return }
            if !XMLWords.within.contains(String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))) {
                words.text.append(0x0A)
            }
        }
        handler.characters = { context, text, count in
            guard let words = XMLWords.of(context), let text else { return }
            words.text += UnsafeBufferPointer(start: text, count: Int(count))
        }
        handler.serror = { _, _ in }
        return handler
    }

    /// Who wrote a change or a remark stands in attributes.
    private func add(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) {
        for number in 0..<count {
            guard let name = attributes?[number * 5], let start = attributes?[number * 5 + 3],
                let end = attributes?[number * 5 + 4],
                ["author", "initials", "userName", "name"].contains(
                    String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
                )
            else { continue }
            text += UnsafeBufferPointer(start: start, count: end - start)
            text.append(0x0A)
        }
    }
}
