import CCurl
import ExporterKit

/// One request and its answer while libcurl carries them; lives on the thread that runs it.
final class Exchange {
    /// The longest page, as for a record in a file.
    static let pageLimit = 16 << 20
    /// How much is read of an answer that nobody looks at.
    private static let wasteLimit = 1 << 20
    /// How many bytes of headers are taken.
    private static let headerLimit = 256 << 10

    private(set) var status = 0
    private(set) var body: [UInt8] = []
    private(set) var links: [[UInt8]] = []
    private(set) var location: [UInt8]?
    /// Why it was broken off by us.
    private(set) var error: (any Error)?
    /// Whether enough was read of an answer that nobody looks at.
    private(set) var isWasted = false
    private var headerBytes = 0
    private var waste = 0
    private let sink: ((UnsafeRawBufferPointer) throws -> Void)?

    /// - Parameter sink: takes what a successful answer holds, which is kept where nobody takes it.
    init(_ sink: ((UnsafeRawBufferPointer) throws -> Void)? = nil) { self.sink = sink }

    /// The callbacks' view of an exchange.
    static func at(_ context: UnsafeMutableRawPointer?) -> Exchange? {
        context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Takes a line of the answer's head; false breaks it off.
    func take(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Self.headerLimit else {
            error = SourceFailure(.tooLarge, "the service's headers are too long")
            return false
        }
        if line.starts(with: "HTTP/".utf8) {
            // What comes before the last head, such as `100 Continue`, counts no longer.
            (links, location) = ([], nil)
            let code = line.split(separator: 0x20, maxSplits: 2).dropFirst().first?.prefix(3) ?? line[..<0]
            status = Int(String(decoding: code, as: UTF8.self)) ?? 0
        } else if let colon = line.firstIndex(of: Byte.colon) {
            let name = line[..<colon].map(asciiFolded)
            let value = line[(colon + 1)...].drop(while: Byte.isSpace).reversed().drop(while: Byte.isSpace).reversed()
            if name.elementsEqual("link".utf8) { links.append(Array(value)) }
            if name.elementsEqual("location".utf8) { location = Array(value) }
        }
        return true
    }

    /// Takes the next bytes of the answer; false breaks it off.
    func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard status == 200 else {
            waste += piece.count
            isWasted = waste > Self.wasteLimit
            return !isWasted
        }
        do {
            try keep(piece)
            return true
        } catch {
            self.error = error
            return false
        }
    }

    private func keep(_ piece: UnsafeRawBufferPointer) throws {
        try Task.checkCancellation()
        if let sink { return try sink(piece) }
        guard body.count + piece.count <= Self.pageLimit else {
            throw SourceFailure(
                .tooLarge,
                "an answer of the service is longer than \(Self.pageLimit >> 20) MiB",
                hint: "ask for smaller pages, with `next`"
            )
        }
        body.append(contentsOf: piece)
    }
}
