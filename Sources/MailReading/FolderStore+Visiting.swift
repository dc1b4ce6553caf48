import DriverParts
import ExporterKit

extension FolderStore {
    /// What has been visited so far.
    private struct Walk {
        var number = 0
        var files = 0
        var goesOn = true
    }

    /// Visits the mails folder by folder, in the order of the names' bytes.
    package func visit(_ body: (MailPlace) throws -> Bool) throws {
        var walk = Walk()
        let start = try OpenFolder(connection: folder)
        if let file {
            try visit(file: file, in: start, names: [], label: label, &walk, body)
        } else {
            try visit(start, names: [], label: label, &walk, body)
        }
    }

    private func visit(
        _ folder: borrowing OpenFolder,
        names: [[UInt8]],
        label: [UInt8],
        _ walk: inout Walk,
        _ body: (MailPlace) throws -> Bool
    ) throws {
        let entries = try folder.names()
        let isMaildir = try folder.sort(of: MailFileName.new) == .folder && folder.sort(of: MailFileName.cur) == .folder
        if isMaildir {
            // What is new first: a mail that is moved meanwhile is then met twice, and never missed.
            for part in [MailFileName.new, MailFileName.cur] {
                try visit(mailsIn: folder.folder(part), names: names + [part], label: label, &walk, body)
            }
        }
        for name in entries where walk.goesOn {
            // Beside its mails a Maildir has folders, whose names begin with a dot, and indexes.
            if isMaildir, MailFileName.ofMaildir.contains(name) { continue }
            if !isMaildir, name.first == UInt8(ascii: ".") { continue }
            switch try folder.sort(of: name) {
            case .folder:
                let inner = label + MailFileName.label(of: name, inMaildir: isMaildir)
                try visit(folder.folder(name), names: names + [name], label: inner, &walk, body)
            case .file where !isMaildir && !MailFileName.isIndex(name):
                try visit(file: name, in: folder, names: names, label: label, &walk, body)
            case .other: throw Self.link
            case .file, nil: continue
            }
        }
    }

    private func visit(
        mailsIn folder: borrowing OpenFolder,
        names: [[UInt8]],
        label: [UInt8],
        _ walk: inout Walk,
        _ body: (MailPlace) throws -> Bool
    ) throws {
        for name in try folder.names() where walk.goesOn && name.first != UInt8(ascii: ".") {
            guard try folder.sort(of: name) != .other else { throw Self.link }
            try visit(&walk, label, names + [name], nil, body)
        }
    }

    /// Visits a file that is one mail or an mbox.
    private func visit(
        file name: [UInt8],
        in folder: borrowing OpenFolder,
        names: [[UInt8]],
        label: [UInt8],
        _ walk: inout Walk,
        _ body: (MailPlace) throws -> Bool
    ) throws {
        walk.files += 1
        if MailFileName.isMail(name) { return try visit(&walk, label, names + [name], nil, body) }
        let file = try folder.file(name)
        guard file.size > 0 else { return }
        let label = self.file == nil ? label + MailFileName.label(of: MailFileName.withoutEnding(name)) : label
        guard try Mbox.begins(file) else { throw Self.noMail(walk.files, isOnly: self.file != nil) }
        try Mbox.visit(file) { piece in
            try visit(&walk, label, names + [name], piece, body)
            return walk.goesOn
        }
    }

    private func visit(
        _ walk: inout Walk,
        _ label: [UInt8],
        _ names: [[UInt8]],
        _ piece: Range<Int>?,
        _ body: (MailPlace) throws -> Bool
    ) throws {
        try Task.checkCancellation()
        walk.number += 1
        walk.goesOn = try body(MailPlace(number: walk.number, folder: label, names: names, piece: piece))
    }

    private static let link = SourceFailure(
        .notARegularFile,
        "a link or a device stands among the mails",
        hint: "put the file itself there; links are not followed"
    )

    private static func noMail(_ number: Int, isOnly: Bool) -> Problem {
        Problem(
            .malformed,
            "connection",
            isOnly
                ? "the file is no mbox: it does not begin with `From `"
                : "file \(number) of the folder is no mail: no `.eml`, and no mbox that begins with `From `",
            fix: "move what is no mail out of the folder, and name mails `NAME.eml`"
        )
    }
}
