import Groundwork
import Foundation
import ArchiveSealing
import Cases

/// The descriptor of a package that was unpacked, and the signature beside it.
struct OpenedDescriptor {
    private struct Content: Decodable {
        struct Resource: Decodable {
            let path: String
            let hash: String
        }
        let resources: [Resource]
        let signature: String?

        private enum CodingKeys: String, CodingKey {
            case resources
            case signature = "inzage:signature"
        }
    }

    private let bytes: [UInt8]
    private let content: Content
    private let signature: [UInt8]?

    /// Reads both from the folder.
    init(in folder: String) throws {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(PackagePlan.descriptorName)"),
            let content = try? JSONDecoder().decode(Content.self, from: data)
        else {
            throw InzageError(.integrityBroken, "the archive holds no descriptor that can be read")
        }
        bytes = Array(data)
        self.content = content
        signature = FileManager.default.contents(atPath: "\(folder)/\(PackagePlan.signatureName)").map { Array($0) }
    }

    /// Compares the files' hashes with those that the descriptor names, and the descriptor with its signature.
    func check(_ digests: [String: String], _ trust: OpenedArchive.Trust) throws -> SignatureFacts? {
        let own: Set = [PackagePlan.descriptorName, PackagePlan.signatureName]
        var expected: [String: String] = [:]
        for resource in content.resources { expected[resource.path] = resource.hash }
        let found = digests.filter { !own.contains($0.key) }.mapValues { "sha256:" + $0 }
        guard found == expected else {
            throw InzageError(
                .integrityBroken,
                "the files are not those that the descriptor names",
                hint: "ask for the archive again"
            )
        }
        guard let signature else {
            guard content.signature == nil, trust.certificates == nil else {
                throw InzageError(
                    .integrityBroken,
                    "the package is not signed, and it should be",
                    hint: "ask for the archive again"
                )
            }
            return nil
        }
        return try DetachedSignature(signature)
            .check(against: bytes, trusting: trust.certificates, authorities: trust.authorities)
    }
}
