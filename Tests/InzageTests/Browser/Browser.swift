import Foundation
import TestSupport

/// Runs a script of Tests/Browser over pages in headless Chromium, and reads what it found.
func browse<Findings: Decodable>(_ script: String, over pages: [String]) throws -> Findings {
    let result = try runTool("\(checkout)/.venv/bin/python", ["\(checkout)/Tests/Browser/\(script).py"] + pages)
    guard result.status == 0 else { throw UnexpectedEnd(description: "\(script).py: \(result.errors)") }
    return try JSONDecoder().decode(Findings.self, from: Data(result.output.utf8))
}

/// Writes pages into a folder, each under its own name, and gives their paths in order.
func written(_ pages: [(name: String, bytes: [UInt8])], in folder: String) throws -> [String] {
    try pages.map { page in
        let path = "\(folder)/\(page.name).html"
        try Data(page.bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}
