import DriverParts
import ExporterKit
import JSONParts

/// Where the records of an XML file stand, counted in elements: the root's depth is 0, that of what is in it 1.
struct XMLPath {
    /// How deep elements may stand in one another (case 56).
    static let deepest = 128
    /// What stands for `*` in the text that is made of an element: no element can be called so.
    static let star: [UInt8] = [UInt8(ascii: "*")]

    /// The elements on the way from the root, without it, to the records.
    private(set) var steps: [RecordPath.Step]
    /// How far above the records the element stands that must be held whole, for what fields take from it.
    private let height: Int
    /// Fields that are lists also where one element stands alone: how far above the records their path begins, and it.
    private let lists: [(height: Int, parts: [[UInt8]])]

    init(_ path: RecordPath, _ collection: CollectionDescription) {
        let steps = path.steps.isEmpty ? [.each] : path.steps
        self.steps = steps
        let above = collection.fields.map { Self.lifted(AbovePath($0.path), steps) }
        height = above.compactMap { $0?.level }.max() ?? 0
        lists = collection.fields.indices.filter { collection.fields[$0].type == FieldType.array.rawValue }.map {
            field in
            let parts =
                above[field]?.parts
                ?? collection.fields[field].path.utf8
                .split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
            return (above[field]?.level ?? 0, parts)
        }
    }

    /// The path to the root itself, which is held whole.
    init() { (steps, height, lists) = ([], 0, []) }

    /// A path of a field that leads above the records, with its level counted in elements.
    ///
    /// `^` is the element next above; where `records` has a `*`, the nearest for which one stands.
    static func lifted(_ path: AbovePath?, _ steps: [RecordPath.Step]) -> AbovePath? {
        guard let path else { return nil }
        var depth = steps.count
        for _ in 0..<path.level { depth = (1..<max(depth, 1)).last { steps[$0 - 1] == .each } ?? depth - 1 }
        return AbovePath(level: steps.count - depth, parts: path.parts)
    }

    /// How deep the records stand.
    var depth: Int { steps.count }
    /// How deep the elements stand that are held whole, one after the other.
    var held: Int { depth - height }
    /// The steps from such an element to its records, in the text that is made of it.
    var walked: ArraySlice<RecordPath.Step> {
        steps[held...].flatMap { $0 == .each ? [.key(Self.star), .each] : [$0] }[...]
    }

    /// Whether an element of a name and a depth leads to records, where the one it stands in does.
    func leads(_ name: [UInt8], at depth: Int) -> Bool {
        depth > 0 && depth <= steps.count && (steps[depth - 1] == .each || steps[depth - 1] == .key(name))
    }

    /// Whether every element in one of a depth that leads to records does so, too.
    func leadsThroughAll(at depth: Int) -> Bool { depth < steps.count && steps[depth] == .each }

    /// Whether a field takes elements for a list, by the names of the elements that are open from a depth on.
    func isList(_ names: [[UInt8]], from depth: Int) -> Bool {
        lists.contains { list in
            let first = self.depth - list.height + 1 - depth
            return first >= 0 && names.count == first + list.parts.count && names[first...].elementsEqual(list.parts)
        }
    }

    /// Leaves the root's own name out where the path begins with it.
    mutating func begin(atRoot name: [UInt8]) throws(Problem) {
        if steps.first == .key(name) { steps.removeFirst() }
        guard held >= 0 else { throw Self.noneAbove }
    }

    private static let noneAbove = Problem(
        .missingField,
        "fields",
        "a field's path begins with `^`, and no element stands so far above the records",
        fix: "take a `^` out of it; `records: orders.order.line` has one element above, the order"
    )
}
