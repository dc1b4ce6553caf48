import ByteSearching
import ExporterKit

/// Goes past the lines of a file that hold nothing that is wanted, by their bytes alone (docs/decisions/044).
///
/// It takes what the reader holds at once, up to the last line there, which is always read as a record: so one line of
/// each buffer and the last of the file are, and what has changed in how the file is written is noticed.
struct LineSieve<Lines: PlainLines> {
    /// So many lines of each file are read as records, whatever they hold.
    private static var firstLines: Int { 64 }

    private let lines: Lines
    private var runs: WantedRuns
    private var hasBegun = false
    private var left = Self.firstLines
    /// How much of the file has been searched.
    private var searched = 0

    init(_ runs: WantedRuns, _ lines: Lines) { (self.runs, self.lines) = (runs, lines) }

    /// Drops lines from the start of what is read next, and says how many; what stands there then is to be read as a
    /// record.
    mutating func dropLines(_ reader: inout ByteReader) -> Int {
        guard left == 0 else {
            left -= 1
            return 0
        }
        let passed = reader.passed
        let plain = reader.withBytes { unwantedLines(in: $0, passed: passed) }
        reader.drop(plain.length)
        return plain.count
    }

    /// The length and the number of the lines that come before one that is to be read.
    private mutating func unwantedLines(in bytes: UnsafeRawBufferPointer, passed: Int) -> (length: Int, count: Int) {
        if searched <= passed { searched = passed + endOfLines(bytes) }
        guard searched > passed else { return (0, 0) }
        if !hasBegun { runs.begin(like: bytes) }
        hasBegun = true
        let text = UnsafeRawBufferPointer(rebasing: bytes[..<(searched - passed)])
        let wanted = runs.firstPlace(in: text, passed: passed)
        return lines.lines(in: text, before: wanted)
    }

    /// Where the last line but one ends.
    private func endOfLines(_ bytes: UnsafeRawBufferPointer) -> Int {
        var end = bytes.count - 1
        while end > 0, bytes[end - 1] != lines.newline { end -= 1 }
        return max(0, end)
    }
}
