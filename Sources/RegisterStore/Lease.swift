import Foundation
import Cases
import Groundwork

/// The right to work on a request, held by one process at a time.
///
/// A lock of the operating system that dies with its process, so that a run after a kill starts at once.
package struct Lease: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Takes the lease of a request.
    ///
    /// - Throws: `heldBySomebodyElse` when another process or task has it.
    package init(request id: String, inFolder folder: String) throws {
        // An id is a file's name here, and it comes from whoever typed it.
        guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy(ReadableAlphabet.symbols.contains) else {
            throw InzageError(.usage, "there is no request with this id", hint: "\(.listRequests) shows them all")
        }
        let locks = folder + "/locks"
        try FileManager.default.createDirectory(
            atPath: locks,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let opened = open("\(locks)/\(id).lock", O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw InzageError(.unexpected, "the lock of request \(id) cannot be opened") }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            throw InzageError(
                .heldBySomebodyElse,
                "somebody else is working on request \(id)",
                hint: "wait until the other command is done"
            )
        }
        descriptor = opened
    }

    /// The leases of all requests that anybody ever worked on, so that nobody works on any of them.
    ///
    /// - Throws: `heldBySomebodyElse` when another process has one.
    static func all(inFolder folder: String) throws -> [HeldLease] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/locks")) ?? []
        return try names.filter { $0.hasSuffix(".lock") }.sorted()
            .map { try HeldLease(String($0.dropLast(5)), inFolder: folder) }
    }

    deinit {
        // Given back by word: a child that is just being started still has a copy of the descriptor.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

/// A lease that an array can hold.
package final class HeldLease: Sendable {
    package let id: String
    private let lease: Lease

    /// Takes the lease of a request, as ``Lease`` does.
    package init(_ id: String, inFolder folder: String) throws {
        self.id = id
        lease = try Lease(request: id, inFolder: folder)
    }
}
