import ArchiveSealing

extension ArchiveRecord {
    /// Whether it is sealed to a certificate; then there is no passphrase to tell.
    package var isEnvelope: Bool { name.utf8.suffix(Envelope.suffix.utf8.count).elementsEqual(Envelope.suffix.utf8) }
}
