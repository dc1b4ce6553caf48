import Cases
import Foundation
import Groundwork

/// A file that somebody named and that must not be there yet.
package enum ChosenFile {
    /// Says no where a file of that name is there, or its folder is not.
    package static func check(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw InzageError(.usage, "there is a file of this name already", hint: "name one that does not exist")
        }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: parent, isDirectory: &isFolder), isFolder.boolValue else {
            throw InzageError(.usage, "the folder for this file is not there", hint: "make it, or name another one")
        }
    }

    /// Writes bytes into it, for its owner alone; what cannot be written whole is removed again.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        try check(path)
        do throws(NewFile.Problem) {
            var file = try NewFile(at: path)
            try file.append(bytes)
            try file.keep(replacing: false)
        } catch {
            // One that came in between is told as one that was there before.
            if error == .exists { try check(path) }
            throw failure(error)
        }
    }

    private static func failure(_ problem: NewFile.Problem) -> InzageError {
        switch problem {
        case .refused(EACCES), .refused(EPERM), .refused(EROFS):
            InzageError(.usage, "the file cannot be made", hint: "may you write into its folder?")
        case .exists, .refused:
            InzageError(.unexpected, "the file cannot be written", hint: "is the disk full?")
        }
    }
}
