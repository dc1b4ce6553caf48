import DriverParts
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
