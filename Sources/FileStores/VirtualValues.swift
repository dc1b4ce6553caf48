import ExporterKit
import JSONParts

/// What a record says of the file it came from.
struct VirtualValues: Sendable {
    let file: FileTree.Match
    let size: Int
    let content: any DocumentContent

    func append(_ path: VirtualPath, to record: inout RecordBuffer) {
        switch path {
        case .folder: record.append(.text, file.folder)
        case .folderAbove: record.append(.text, file.folderAbove)
        case .name: record.append(.text, file.name)
        case .size: record.append(Int64(size))
        case .content: record.append(document: content, named: file.name)
        }
    }
}
