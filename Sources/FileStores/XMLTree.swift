import DriverParts
import ExporterKit
import JSONParts

/// Makes a JSON text of an element and what is in it, so that its records are taken as those of JSON are.
///
/// Attributes and elements are members by their names; elements of one name are a list; an element with nothing but
/// text is that text; text beside attributes or elements is `#text`. What holds nothing, or says `xsi:nil`, is null.
struct XMLTree {
    private struct Node {
        let name: [UInt8]
        /// Whether it is, or leads to, a record.
        let leads: Bool
        var attributes = Members()
        var elements = Members()
        var text: [UInt8] = []
        var isNil = false
    }

    private let path: XMLPath
    private var nodes: [Node] = []
    private var size = 0

    init(_ path: XMLPath) { self.path = path }

    /// Whether an element is open.
    var isOpen: Bool { !nodes.isEmpty }

    mutating func open(_ name: [UInt8]) {
        let leads = nodes.last.map { $0.leads && path.leads(name, at: path.held + nodes.count) } ?? true
        if nodes.isEmpty { size = 0 }
        nodes.append(Node(name: name, leads: leads))
    }

    mutating func add(attribute name: [UInt8], _ value: UnsafeBufferPointer<UInt8>) throws(Problem) {
        try count(name.count + value.count)
        var json: [UInt8] = []
        JSONString.append(value, to: &json)
        nodes[nodes.count - 1].attributes.add(name, json, isList: false)
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) throws(Problem) {
        try count(text.count)
        nodes[nodes.count - 1].text.append(contentsOf: text)
    }

    /// That the element at hand says it holds nothing.
    mutating func setNil() { nodes[nodes.count - 1].isNil = true }

    /// Closes the element at hand; what was made of the outermost one.
    mutating func close() throws(Problem) -> (name: [UInt8], json: [UInt8])? {
        let node = nodes.removeLast()
        let depth = path.held + nodes.count
        try count(node.name.count)
        let json = try json(of: node, at: depth)
        guard !nodes.isEmpty else { return (node.name, json) }
        let isList = node.leads || isListed(node)
        nodes[nodes.count - 1].elements.add(node.name, json, isList: isList)
        return nil
    }

    private func isListed(_ node: Node) -> Bool { path.isList(nodes.map(\.name) + [node.name], from: path.held) }

    private func json(of node: Node, at depth: Int) throws(Problem) -> [UInt8] {
        if !node.leads, node.attributes.isEmpty, node.elements.isEmpty { return Self.leaf(node) }
        if let name = node.attributes.names.first(where: node.elements.contains) { throw Self.twice(name) }
        var members = node.attributes
        if !node.text.allSatisfy(Byte.isSpace) {
            var text: [UInt8] = []
            JSONString.append(node.text, to: &text)
            members.add(Array("#text".utf8), text, isList: false)
        }
        if node.leads, path.leadsThroughAll(at: depth) {
            members.add(XMLPath.star, node.elements.json, isList: false)
            return members.json
        }
        members.add(node.elements)
        return members.json
    }

    private static func leaf(_ node: Node) -> [UInt8] {
        if node.isNil || node.text.isEmpty { return Array("null".utf8) }
        var json: [UInt8] = []
        JSONString.append(node.text, to: &json)
        return json
    }

    private mutating func count(_ bytes: Int) throws(Problem) {
        size += bytes + 16
        guard size <= ByteReader.pieceLimit else {
            throw Problem(
                .tooLarge,
                "records",
                "an element that must be held whole is longer than \(ByteReader.pieceLimit >> 20) MiB",
                fix:
                    "check that `records` leads to the records and not above them, and take a `^` out of the fields' paths"
            )
        }
    }

    private static func twice(_ name: [UInt8]) -> Problem {
        Problem(
            .malformed,
            Problem.plainWord(name) ?? "fields",
            "an element has an attribute and an element of the same name",
            fix: "have the job write one of them under another name"
        )
    }
}

/// Members of an object by their names, in the order in which the names came.
private struct Members {
    private struct Member {
        let name: [UInt8]
        /// The values, with commas between them.
        var values: [UInt8]
        var isList: Bool
    }

    private var members: [Member] = []
    private var places: [[UInt8]: Int] = [:]

    var isEmpty: Bool { members.isEmpty }
    var names: some Sequence<[UInt8]> { members.lazy.map(\.name) }

    func contains(_ name: [UInt8]) -> Bool { places[name] != nil }

    mutating func add(_ name: [UInt8], _ json: [UInt8], isList: Bool) {
        guard let place = places[name] else {
            places[name] = members.count
            return members.append(Member(name: name, values: json, isList: isList))
        }
        members[place].values.append(Byte.comma)
        members[place].values += json
        members[place].isList = true
    }

    mutating func add(_ others: Members) {
        for member in others.members { add(member.name, member.values, isList: member.isList) }
    }

    var json: [UInt8] {
        var json = [Byte.openBrace]
        for member in members {
            if json.count > 1 { json.append(Byte.comma) }
            JSONString.append(member.name, to: &json)
            json.append(Byte.colon)
            if member.isList { json.append(Byte.openBracket) }
            json += member.values
            if member.isList { json.append(Byte.closeBracket) }
        }
        json.append(Byte.closeBrace)
        return json
    }
}
