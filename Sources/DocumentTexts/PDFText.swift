/// The text of a PDF, by poppler.
enum PDFText {
    private static let input = "/dev/stdin"

    static func reading(of bytes: [UInt8]) -> DocumentReading {
        guard let file = MemoryFile(bytes) else { return DocumentReading(unread: "there is no memory to read it") }
        do throws(TextProgram.Failure) {
            let program = try TextProgram("pdftotext", ["-q", "-enc", "UTF-8", "-nopgbrk", input, "-"])
            let text = try program.output(of: file)
            guard text.contains(where: { $0 > 0x20 }) else {
                return DocumentReading(unread: "a PDF without text, as a scan is")
            }
            return DocumentReading(text: text, hidden: hidden(in: file))
        } catch {
            return DocumentReading(unread: sentence(error))
        }
    }

    private static func sentence(_ failure: TextProgram.Failure) -> String {
        switch failure {
        case .notInstalled: "a PDF, and pdftotext (package poppler-utils) is not installed"
        case .failed: "a PDF that cannot be read; it may be damaged or have a password"
        case .tooLong: "a PDF that takes too long to read"
        case .tooMuch: "a PDF with too much text"
        }
    }

    // MARK: What pages do not show

    /// So many pages are compared with their text; a thousand would take minutes.
    private static let pages = 40
    private static let pagesAtOnce = 8

    /// The words that stand in the text layer where the page shows one even colour.
    ///
    /// A page is drawn, and where each word should be is looked at: where every point has the same shade nothing is
    /// written that anybody sees, whatever put it there: a box over it, white on white, or text that is not drawn.
    private static func hidden(in file: borrowing MemoryFile) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var first = 1
        while first <= pages {
            let range = ["-f", "\(first)", "-l", "\(first + pagesAtOnce - 1)"]
            guard let boxes = try? TextProgram("pdftotext", ["-q", "-bbox"] + range + [input, "-"]).output(of: file)
            else { return found }
            let layers = TextLayer.pages(boxes)
            guard !layers.isEmpty else { return found }
            if layers.contains(where: { !$0.words.isEmpty }) {
                let drawing = ["-q", "-gray", "-r", "100"] + range + [input]
                let limits = TextProgram.Limits(output: 64 << 20)
                guard let pictures = try? TextProgram("pdftoppm", drawing).output(of: file, limits) else {
                    return found
                }
                for (layer, page) in zip(layers, GreyPage.pages(pictures)) {
                    found += layer.words.filter { page.isEven($0.box, of: layer) }.map(\.text)
                }
            }
            guard layers.count == pagesAtOnce else { return found }
            first += pagesAtOnce
        }
        return found
    }
}

/// The words of a page with where they stand, in points from the left and the top.
struct TextLayer {
    struct Box {
        var left, top, right, bottom: Double
    }

    struct Word {
        let text: [UInt8]
        let box: Box
    }

    var width: Double
    var height: Double
    var words: [Word] = []

    /// Reads what `pdftotext -bbox` writes, a page or a word a line.
    static func pages(_ output: [UInt8]) -> [TextLayer] {
        var pages: [TextLayer] = []
        for line in output.split(separator: UInt8(ascii: "\n")) {
            let text = line.drop { $0 <= 0x20 }
            if text.starts(with: "<page ".utf8), let width = number("width", in: text),
                let height = number("height", in: text)
            {
                pages.append(TextLayer(width: width, height: height))
            } else if text.starts(with: "<word ".utf8), !pages.isEmpty, let word = word(text) {
                pages[pages.count - 1].words.append(word)
            }
        }
        return pages
    }

    private static func word(_ line: ArraySlice<UInt8>) -> Word? {
        guard let left = number("xMin", in: line), let top = number("yMin", in: line),
            let right = number("xMax", in: line), let bottom = number("yMax", in: line),
            let start = line.firstIndex(of: UInt8(ascii: ">")),
            let end = line.lastIndex(of: UInt8(ascii: "<")), start < end
        else { return nil }
        let text = MarkupText.withoutEntities(line[(start + 1)..<end])
        // A point or a dash may be too small for anybody to see.
        guard text.count(where: { $0 >= 0x30 && $0 != 0x5F }) >= 2 else { return nil }
        return Word(text: text, box: Box(left: left, top: top, right: right, bottom: bottom))
    }

    private static func number(_ name: String, in line: ArraySlice<UInt8>) -> Double? {
        guard let found = line.firstRange(of: Array(" \(name)=\"".utf8)) else { return nil }
        let digits = line[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
        return Double(String(decoding: digits, as: UTF8.self))
    }
}

/// A page as it is drawn, in shades of grey.
struct GreyPage {
    private let width: Int
    private let height: Int
    private let points: ArraySlice<UInt8>

    /// Reads portable greymaps (`P5`), one after the other.
    static func pages(_ bytes: [UInt8]) -> [GreyPage] {
        var (pages, place): ([GreyPage], Int) = ([], 0)
        while bytes[place...].starts(with: "P5".utf8) {
            place += 2
            var numbers: [Int] = []
            while numbers.count < 3, place < bytes.count {
                let digits = bytes[place...].drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
                guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return pages }
                numbers.append(number)
                place = digits.endIndex
            }
            guard numbers.count == 3, numbers[2] == 255, numbers[0] > 0, numbers[1] > 0 else { return pages }
            let size = numbers[0].multipliedReportingOverflow(by: numbers[1])
            guard !size.overflow, place + 1 <= bytes.count, size.partialValue <= bytes.count - place - 1 else {
                return pages
            }
            let points = bytes[(place + 1)..<(place + 1 + size.partialValue)]
            pages.append(GreyPage(width: numbers[0], height: numbers[1], points: points))
            place = points.endIndex
        }
        return pages
    }

    /// Shades that differ by less are one to the eye.
    private static let tolerance: UInt8 = 12

    /// Whether every point where a word stands has the same shade.
    func isEven(_ box: TextLayer.Box, of layer: TextLayer) -> Bool {
        guard layer.width > 0, layer.height > 0 else { return false }
        let (across, down) = (Double(width) / layer.width, Double(height) / layer.height)
        // Another proportion is another part of the page.
        guard abs(across / down - 1) < 0.03 else { return false }
        // The middle, where small letters are: a black box covers what is seen, and no more of the line than that.
        let (wide, high) = (box.right - box.left, box.bottom - box.top)
        let columns = bounds((box.left + wide * 0.1) * across, (box.right - wide * 0.1) * across, width)
        let rows = bounds((box.top + high * 0.35) * down, (box.top + high * 0.75) * down, height)
        guard columns.count >= 3, rows.count >= 3 else { return false }
        var (least, most): (UInt8, UInt8) = (255, 0)
        for row in rows {
            let start = points.startIndex + row * width
            for point in points[(start + columns.lowerBound)..<(start + columns.upperBound)] {
                (least, most) = (min(least, point), max(most, point))
            }
            if most > least, most - least > Self.tolerance { return false }
        }
        return true
    }

    private func bounds(_ low: Double, _ high: Double, _ limit: Int) -> Range<Int> {
        guard low.isFinite, high.isFinite else { return 0..<0 }
        let start = Int(max(0, min(low, Double(limit))))
        let end = Int(max(0, min(high, Double(limit))))
        return start..<max(start, end)
    }
}
