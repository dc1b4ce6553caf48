import DriverParts
import ExporterKit

/// Everybody in an export by id: what they are called, and their address.
struct ChatPeople {
    private struct Entry {
        let name: [UInt8]?
        let address: [UInt8]?
        let number: Int
    }

    private var entries: [[UInt8]: Entry] = [:]
    private var count = 0

    /// Takes an account in; two with one id and different addresses would make one person of two.
    mutating func add(_ profile: ChatProfile) throws(Problem) {
        count += 1
        if let known = entries[profile.id] {
            guard known.address.map(AddressForms.canonical) == profile.address.map(AddressForms.canonical) else {
                throw Problem(
                    .malformed,
                    "connection",
                    "accounts \(known.number) and \(count) of the export have one id and two addresses",
                    fix: "nobody can tell whose their messages are; have it exported again, or take one out"
                )
            }
            return
        }
        entries[profile.id] = Entry(name: profile.name, address: profile.address, number: count)
    }

    /// Whether somebody has the id.
    func contains(_ id: [UInt8]) -> Bool { entries[id] != nil }
    /// What somebody is called, or nil.
    func name(of id: [UInt8]) -> [UInt8]? { entries[id]?.name }
    /// The address of somebody, or nil.
    func address(of id: [UInt8]) -> [UInt8]? { entries[id]?.address }

    /// Everybody who has one of some addresses, which are in their one form.
    func ids(withAddresses addresses: Set<[UInt8]>) -> Set<[UInt8]> {
        guard !addresses.isEmpty else { return [] }
        return Set(
            entries.filter { _, entry in entry.address.map { addresses.contains(AddressForms.canonical($0)) } == true }
                .keys
        )
    }
}

extension ChatExport {
    /// Everybody in the export.
    func allPeople() throws -> ChatPeople {
        var people = ChatPeople()
        try visitPeople { profile in
            try people.add(profile)
            return true
        }
        return people
    }
}
