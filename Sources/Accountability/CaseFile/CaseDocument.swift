import Cryptography
import Foundation
import Groundwork
import RegisterStore

/// The files of a case, as they are put into its archive.
struct CaseDocument: Sendable {
    /// What is signed; it names the others by their hashes.
    static let contentName = "case.json"
    static let signatureName = "case.json.p7s"
    static let pageName = "case.html"
    static let auditName = "audit.jsonl"

    let json: [UInt8]
    let page: [UInt8]
    let audit: [UInt8]

    /// Writes the files of a case.
    ///
    /// - Parameter isSigned: whether a signature follows, which then nobody can take away unnoticed.
    init(_ content: CaseContent, entries: [AuditEntry], isSigned: Bool) throws {
        page = CasePage(content).bytes
        audit = try entries.flatMap { try Self.encoder(pretty: false).encode($0) + [0x0A] }
        let files = [Self.pageName: page, Self.auditName: audit].mapValues { SHA256.digest(of: $0).hexadecimal }
        let named = Named(content: content, files: files, signature: isSigned ? Self.signatureName : nil)
        json = Array(try Self.encoder(pretty: true).encode(named)) + [0x0A]
    }

    /// The files in the order of the archive.
    func files(signedBy signature: [UInt8]?) -> [(name: String, bytes: [UInt8])] {
        let signed = signature.map { [(Self.signatureName, $0)] } ?? []
        return [(Self.pageName, page), (Self.contentName, json)] + signed + [(Self.auditName, audit)]
    }

    private static func encoder(pretty: Bool) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }

    /// The content and what it says of the files beside it, as one object.
    private struct Named: Encodable {
        let content: CaseContent
        let files: [String: String]
        let signature: String?

        private enum Key: String, CodingKey { case files, signature }

        func encode(to encoder: any Encoder) throws {
            try content.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(files, forKey: .files)
            try container.encodeIfPresent(signature, forKey: .signature)
        }
    }
}

extension CaseDocument: Redacted {}
