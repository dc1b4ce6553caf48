import Cases
import Foundation

/// The way into a folder's register for who writes: one process at a time opens it, or puts another in its place.
struct RegisterDoor: ~Copyable {
    private let descriptor: Int32

    /// Waits until nobody else stands in it.
    init(ofFolder folder: String) throws {
        let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw InzageError(.unexpected, "the controller's folder cannot be opened") }
        guard flock(opened, LOCK_EX) == 0 else {
            close(opened)
            throw InzageError(.unexpected, "the controller's folder cannot be opened")
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}
