/// Points on the earth, as Table Schema writes them: longitude and latitude in degrees.
enum GeoPoint {
    /// `4.9,52.4`, with blanks around the numbers where they stand.
    static func isPair(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: Byte.comma, omittingEmptySubsequences: false)
        return parts.count == 2
            && isPoint(parts.map { Array($0.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()) })
    }

    /// `[4.9, 52.4]`, or for the format `object` `{"lon": 4.9, "lat": 52.4}`.
    static func isPoint(_ json: ArraySlice<UInt8>, format: String) -> Bool {
        format == "object" ? isObject(json) : isArray(json)
    }

    private static func isArray(_ json: ArraySlice<UInt8>) -> Bool {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(json.span), value.kind == .array else { return false }
        var numbers: [[UInt8]] = []
        try? scanner.forEachElement(of: value, in: json.span) { element in
            numbers.append(
                Array(json[json.startIndex + element.range.lowerBound..<json.startIndex + element.range.upperBound])
            )
        }
        return isPoint(numbers)
    }

    private static func isObject(_ json: ArraySlice<UInt8>) -> Bool {
        var scanner = JSONScanner()
        guard let members = try? scanner.scanObject(json.span), members.count == 2 else { return false }
        func number(_ name: String) -> [UInt8]? {
            let member = members.first { scanner.key(at: $0).elementsEqual(name.utf8) }
            return member.map { member in
                let range = scanner.value(at: member).range
                return Array(json[json.startIndex + range.lowerBound..<json.startIndex + range.upperBound])
            }
        }
        guard let longitude = number("lon"), let latitude = number("lat") else { return false }
        return isPoint([longitude, latitude])
    }

    private static func isPoint(_ numbers: [[UInt8]]) -> Bool {
        guard numbers.count == 2, numbers.allSatisfy({ JSONScanner.isNumber($0.span) }) else { return false }
        let degrees = numbers.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
        return degrees.count == 2 && abs(degrees[0]) <= 180 && abs(degrees[1]) <= 90
    }
}
