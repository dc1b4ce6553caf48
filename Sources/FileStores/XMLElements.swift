import DriverParts
import ExporterKit
import JSONParts

/// Follows an XML file from element to element and keeps those that hold records, one after the other.
final class XMLElements {
    private var path: XMLPath
    private var tree: XMLTree
    /// How many elements are open.
    private var depth = 0
    /// How many of them lead to records.
    private var leading = 0
    /// Whether an element in the root was where the path leads, and the names of those that were not.
    private var hasStep = false
    private var hasOther = false
    private var others = KeysThere()
    /// The elements that were held and are whole, with their names.
    private var held: [(name: [UInt8], json: [UInt8])] = []
    private var taken = 0

    init(_ path: XMLPath) {
        self.path = path
        tree = XMLTree(path)
    }

    /// The steps from a held element to its records.
    var walked: ArraySlice<RecordPath.Step> { path.walked }

    /// The first of the held elements, which is held no longer.
    func takeFirst() -> (name: [UInt8], json: [UInt8])? {
        guard taken < held.count else {
            held.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        taken += 1
        return held[taken - 1]
    }

    func open(
        _ name: [UInt8],
        attributes: (_ body: ([UInt8], UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Void,
        isNil: Bool
    ) throws {
        if depth == 0 { try begin(atRoot: name) }
        defer { depth += 1 }
        guard depth < XMLPath.deepest else { throw Self.tooDeep }
        if !tree.isOpen {
            guard leads(name) else { return }
            leading += 1
            guard depth == path.held else { return }
        }
        tree.open(name)
        if isNil { tree.setNil() }
        try attributes { try tree.add(attribute: $0, $1) }
    }

    func add(_ text: UnsafeBufferPointer<UInt8>) throws {
        if tree.isOpen { try tree.add(text) }
    }

    func close() throws {
        depth -= 1
        if tree.isOpen, let element = try tree.close() { held.append(element) }
        if !tree.isOpen { leading = min(leading, depth) }
    }

    /// Ends the file; a path that leads nowhere must not look like a file that holds nothing.
    func end() throws {
        guard path.depth == 0 || hasStep || !hasOther else { throw PlacedProblem(others.problem) }
    }

    private func begin(atRoot name: [UInt8]) throws {
        try path.begin(atRoot: name)
        tree = XMLTree(path)
        others.add(name)
    }

    /// Whether an element leads to records: all that it stands in do, and it is on the path.
    private func leads(_ name: [UInt8]) -> Bool {
        guard leading == depth else { return false }
        if depth == 0 { return true }
        let leads = path.leads(name, at: depth)
        if depth == 1 {
            if leads {
                hasStep = true
            } else {
                hasOther = true
                others.add(name)
            }
        }
        return leads
    }

    private static let tooDeep = Problem(
        .tooLarge,
        "file",
        "elements stand in one another more than \(XMLPath.deepest) deep",
        fix: "look at the job that writes the file"
    )
}
