import MailReading

/// Finds the mail with which a conversation began, by what each mail says that it goes on from.
///
/// Of every mail that goes on from another, the two ids are kept as numbers, and each first id once as a text: a few
/// dozen bytes a mail.
struct MailThreads {
    private var roots: [[UInt8]] = []
    private var places: [Int: Int32] = [:]
    /// For a mail that goes on from another, the first that it names.
    private var parents: [Int: Int32] = [:]

    /// Takes note of a mail.
    mutating func note(_ mail: MailMessage) {
        guard let id = mail.messageID, let first = mail.references.first(where: { $0 != id }) else { return }
        let place = places[first.hashValue] ?? Int32(roots.count)
        if place == roots.count {
            roots.append(first)
            places[first.hashValue] = place
        }
        if parents[id.hashValue] == nil { parents[id.hashValue] = place }
    }

    /// The id of the first mail of a mail's conversation; nil where it goes on from none and has no id itself.
    func root(of mail: MailMessage) -> [UInt8]? {
        guard var root = mail.references.first ?? mail.messageID else { return nil }
        var seen: Set<[UInt8]> = [root]
        while let place = parents[root.hashValue] {
            let next = roots[Int(place)]
            // Mails that all go on from one another have no first one: each of them finds the same.
            guard seen.insert(next).inserted else { return seen.min { $0.lexicographicallyPrecedes($1) } }
            root = next
        }
        return root
    }
}
