import ExporterKit

/// The fields' dotted paths as a tree, to bring the members of a JSON object into the fields' order.
///
/// A path such as `a.b` names the member `b` of `a`, and also a member whose key is `a.b` itself.
struct FieldTree: Sendable {
    struct Node: Sendable {
        var children: [(hash: UInt64, key: [UInt8], node: Int)] = []
        var fields: [Int] = []
    }

    private(set) var nodes = [Node()]
    /// For each field the path that says something of the file, or nil.
    let virtual: [VirtualPath?]

    init(_ fields: [FieldDescription]) {
        virtual = fields.map(\.virtualPath)
        for (field, description) in fields.enumerated() where !description.isVirtual {
            let path = Array(description.path.utf8)
            let parts = path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
            add(field, at: parts)
            if parts.count > 1 { add(field, at: [path]) }
        }
    }

    /// The node that a key leads to, or nil.
    func child(of node: Int, _ key: ArraySlice<UInt8>, hash: UInt64) -> Int? {
        for child in nodes[node].children where child.hash == hash && child.key.elementsEqual(key) { return child.node }
        return nil
    }

    private mutating func add(_ field: Int, at parts: [[UInt8]]) {
        var node = 0
        for part in parts {
            let hash = JSONScanner.hash(of: part)
            if let child = child(of: node, part[...], hash: hash) {
                node = child
            } else {
                nodes.append(Node())
                nodes[node].children.append((hash, part, nodes.count - 1))
                node = nodes.count - 1
            }
        }
        nodes[node].fields.append(field)
    }
}
