import Foundation
import Testing

/// A calendar read back by the rules of RFC 5545, without a line of what wrote it.
struct ReadCalendar {
    struct Property: Equatable {
        let name, parameters, value: String
    }

    /// A component with its properties and what stands in it.
    final class Component {
        let name: String
        var properties: [Property] = []
        var parts: [Component] = []

        init(_ name: String) { self.name = name }

        func values(_ name: String) -> [String] { properties.filter { $0.name == name }.map(\.value) }

        /// A text with its escapes undone.
        func text(_ name: String) throws -> String {
            var text: [UInt8] = []
            var bytes = Array(try #require(values(name).first).utf8)[...]
            while let byte = bytes.popFirst() {
                guard byte == UInt8(ascii: "\\") else {
                    try #require(byte != UInt8(ascii: ";") && byte != UInt8(ascii: ","), "unescaped in \(name)")
                    text.append(byte)
                    continue
                }
                let escaped = bytes.popFirst()
                let next = try #require(escaped)
                try #require("\\;,nN".utf8.contains(next), "no such escape")
                text.append([UInt8(ascii: "n"), UInt8(ascii: "N")].contains(next) ? 0x0A : next)
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    let root: Component

    init(_ bytes: [UInt8]) throws {
        var lines: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = try #require(
                rest.indices.dropLast().first { rest[$0] == 0x0D && rest[$0 + 1] == 0x0A },
                "a line without its end"
            )
            let line = Array(rest[..<end])
            try #require(line.count <= 75, "a line of \(line.count) bytes")
            try #require(!line.contains(0x0A) && !line.contains(0x0D), "a line's end of another kind")
            try #require(String(validating: line, as: UTF8.self) != nil, "a fold within a character")
            if line.first == 0x20 || line.first == 0x09 {
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(line)
            }
            rest = rest[(end + 2)...]
        }
        var open: [Component] = [Component("")]
        for line in lines {
            let property = try Self.property(String(decoding: line, as: UTF8.self))
            switch property.name {
            case "BEGIN":
                let component = Component(property.value)
                open[open.count - 1].parts.append(component)
                open.append(component)
            case "END":
                let closed = open.removeLast()
                try #require(closed.name == property.value)
            default: open[open.count - 1].properties.append(property)
            }
        }
        try #require(open.count == 1 && open[0].parts.count == 1)
        root = open[0].parts[0]
    }

    private static func property(_ line: String) throws -> Property {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count == 2, "no property: \(line)")
        let names = parts[0].split(separator: ";", maxSplits: 1).map(String.init)
        try #require(names[0].wholeMatch(of: /[A-Z0-9-]+/) != nil)
        return Property(name: names[0], parameters: names.count > 1 ? names[1] : "", value: parts[1])
    }
}
