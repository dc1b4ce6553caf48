import Policy

/// Reads `signature` in `controller.yaml`.
enum SignatureSection {
    static func read(_ map: YAMLMapping) -> SignaturePolicy {
        guard let section = map["signature"]?.mapping(known: ["timestamp"]) else { return SignaturePolicy() }
        return SignaturePolicy(timestamp: section["timestamp"].flatMap(timestamp))
    }

    private static func timestamp(_ section: YAMLValue) -> TimestampPolicy? {
        guard let map = section.mapping(known: ["url", "trust"]) else { return nil }
        let url = map.required("url", fix: "write the authority's address, such as http://tsa.example/")
        let trust = map.required("trust", fix: "put the authority's certificates in this folder and name the file")
        guard let address = url?.text(), let file = trust?.pathInFolder() else { return nil }
        guard address.utf8.starts(with: "http://".utf8), address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            url?.error(
                "the address is not like http://HOST/PATH",
                fix: "write the one without TLS: only a hash leaves, and the answer is signed itself"
            )
            return nil
        }
        return TimestampPolicy(url: address, trust: file)
    }
}
