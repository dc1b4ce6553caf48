/// What is given bytes that nobody thought of; it stops the process when a promise is broken.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// The reader of archives, which gets files from anywhere.
    case archive
    /// The writer of CSV, which gets values from anywhere.
    case csv
    /// The escaping of HTML, which gets values from anywhere.
    case html
    /// The writer of JSON, and the scanner that reads it back.
    case json

    /// Tries one input.
    public func run(_ bytes: [UInt8]) {
        switch self {
        case .archive: ArchiveTarget.run(bytes)
        case .csv: CSVTarget.run(bytes)
        case .html: HTMLTarget.run(bytes)
        case .json: JSONTarget.run(bytes)
        }
    }
}
