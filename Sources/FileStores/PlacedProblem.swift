import DriverParts
import Unpacking

/// A problem of a file that is not where its records are being read: of the whole file, or on a line of its own.
struct PlacedProblem: Error {
    let problem: Problem
    /// The line, counted from 1, or nil where the whole file is meant.
    let line: Int?

    init(_ problem: Problem, line: Int? = nil) {
        self.problem = problem
        self.line = line
    }
}

extension PlacedProblem {
    /// The problem of what came out of a packed file.
    func within(_ packing: Packing?) -> PlacedProblem {
        guard let packing else { return self }
        let text = "the file is \(packing.words), and what is in it is wrong: \(problem.text)"
        return PlacedProblem(Problem(problem.code, problem.field, text, fix: problem.fix), line: line)
    }
}
