/// What is given bytes that nobody thought of; it stops the process when a promise is broken.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// The reader of addresses, which gets what people type and what systems hold.
    case address
    /// The reader of archives, which gets files from anywhere.
    case archive
    /// The writer of CSV, which gets values from anywhere.
    case csv
    /// The reader of exporter.yaml, which gets what administrators write.
    case configuration
    /// The escaping of HTML, which gets values from anywhere.
    case html
    /// The writer of JSON, and the scanner that reads it back.
    case json
    /// The reader of CSV, which gets files from any system.
    case rows
    /// The reader of signatures (CMS, RFC 5652), which gets files from anywhere.
    case signature

    /// Tries one input.
    public func run(_ bytes: [UInt8]) {
        switch self {
        case .address: AddressTarget.run(bytes)
        case .archive: ArchiveTarget.run(bytes)
        case .csv: CSVTarget.run(bytes)
        case .configuration: ConfigurationTarget.run(bytes)
        case .html: HTMLTarget.run(bytes)
        case .json: JSONTarget.run(bytes)
        case .rows: RowsTarget.run(bytes)
        case .signature: SignatureTarget.run(bytes)
        }
    }
}
