import ArchiveSealing

/// A signature that came from somewhere is refused or read, and is never one of content that it was not made for.
enum SignatureTarget {
    static func run(_ bytes: [UInt8]) {
        let signature = DetachedSignature(bytes)
        let content = Array("what was signed".utf8)
        guard let facts = try? signature.check(against: content) else { return }
        precondition(facts.certificate.isValid(at: facts.signedAt), "signed when the certificate was not valid")
        precondition(!facts.isTrusted, "trusted, though nobody was")
        precondition((try? signature.check(against: content + [0])) == nil, "it is of any content")
        precondition((try? signature.check(against: [])) == nil, "it is of nothing too")
    }
}
