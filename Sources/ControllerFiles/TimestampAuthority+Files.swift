package import Policy
package import ArchiveSealing

extension TimestampAuthority {
    /// The authority that a controller names, with the certificates from its folder.
    package init(_ policy: TimestampPolicy, in folder: String) throws(ConfigurationError) {
        let trust = try KeyFolder.readOpen("\(folder)/\(policy.trust)", as: "the file of signature.timestamp.trust")
        do throws(ArchiveError) {
            try self.init(url: policy.url, certificates: trust)
        } catch {
            throw ConfigurationError(
                .keyMalformed,
                "signature.timestamp.trust: \(error.message)",
                hint: error.hint
            )
        }
    }
}
