extension ArraySlice<UInt8> {
    /// What stands before, between and behind each place of a separator, which may be of several bytes.
    func parted(by separator: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var (start, place) = (startIndex, startIndex)
        while place + separator.count <= endIndex {
            if self[place..<place + separator.count].elementsEqual(separator) {
                parts.append(self[start..<place])
                place += separator.count
                start = place
            } else {
                place += 1
            }
        }
        return parts + [self[start...]]
    }
}
