import ExporterKit

/// The fields' dotted paths as a tree, to bring the members of a JSON object into the fields' order.
///
/// A path such as `a.b` names the member `b` of `a`, and also a member whose key is `a.b` itself.
/// It is laid out flat, because it is walked for every key of every record.
struct FieldTree: Sendable {
    private struct Edge {
        let hash: UInt64
        let key: Range<Int>
        let node: Int
    }

    private struct Node {
        let edges: Range<Int>
        let fields: Range<Int>
    }

    private var nodes: [Node] = []
    private var edges: [Edge] = []
    private var keyBytes: [UInt8] = []
    private var fieldNumbers: [Int] = []
    /// For each field the path that says something of the file, or nil.
    let virtual: [VirtualPath?]

    /// Lays out the paths of fields, without those that lead out of the record.
    init(_ fields: [FieldDescription], without above: Set<Int> = []) {
        virtual = fields.map(\.virtualPath)
        var branches = [Branch()]
        for (field, description) in fields.enumerated() where !description.isVirtual && !above.contains(field) {
            let path = Array(description.path.utf8)
            let parts = path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
            branches.add(field, at: parts)
            if parts.count > 1 { branches.add(field, at: [path]) }
        }
        for branch in branches { append(branch) }
    }

    /// The node that the key of a member leads to, or nil.
    func child(of node: Int, _ scanner: borrowing JSONScanner, _ member: Int) -> Int? {
        let hash = scanner.keyHash(at: member)
        for number in nodes[node].edges {
            let edge = edges[number]
            if edge.hash == hash, scanner.isKey(at: member, equalTo: edge.key, of: keyBytes) { return edge.node }
        }
        return nil
    }

    /// Whether keys lead on from a node.
    func hasChildren(_ node: Int) -> Bool { !nodes[node].edges.isEmpty }

    /// The places of a node's fields, for ``field(at:)``.
    func fields(of node: Int) -> Range<Int> { nodes[node].fields }

    /// The number of a field at a place.
    func field(at place: Int) -> Int { fieldNumbers[place] }

    private mutating func append(_ branch: Branch) {
        let (firstEdge, firstField) = (edges.count, fieldNumbers.count)
        for child in branch.children {
            let start = keyBytes.count
            keyBytes += child.key
            edges.append(
                Edge(hash: JSONScanner.hash(of: child.key), key: start..<keyBytes.count, node: child.branch)
            )
        }
        fieldNumbers += branch.fields
        nodes.append(Node(edges: firstEdge..<edges.count, fields: firstField..<fieldNumbers.count))
    }
}

/// A node while the tree is being grown.
private struct Branch {
    var children: [(key: [UInt8], branch: Int)] = []
    var fields: [Int] = []
}

extension [Branch] {
    fileprivate mutating func add(_ field: Int, at parts: [[UInt8]]) {
        var branch = 0
        for part in parts {
            if let child = self[branch].children.first(where: { $0.key == part }) {
                branch = child.branch
            } else {
                append(Branch())
                self[branch].children.append((part, count - 1))
                branch = count - 1
            }
        }
        self[branch].fields.append(field)
    }
}
