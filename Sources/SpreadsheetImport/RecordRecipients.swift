import Cases
import Groundwork
import Policy

/// The processors and recipients of a register, each once, whatever the spelling in one row or another.
struct RecordRecipients {
    /// One of them.
    struct Entry {
        let id: String
        let name: String
        var roles: [Processor.Role]
        var country: String?
        var transfers: [Transfer] = []
        /// Whether every activity that names it says that data goes to no third country.
        var staysInArea = true
    }

    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]
    // The word with which an exporter says that the controller itself holds its data.
    private var ids = RecordIds(taken: ["controller"])

    /// Takes the names of a cell and gives their ids.
    mutating func take(_ cell: RecordCell, as role: Processor.Role) -> [String] {
        guard !cell.saysNothing else { return [] }
        var taken: [String] = []
        for item in cell.names where !RecordCell.saysNothing(item) {
            let place = place(of: item)
            if !entries[place].roles.contains(role) { entries[place].roles.append(role) }
            if !taken.contains(entries[place].id) { taken.append(entries[place].id) }
        }
        return taken
    }

    /// Notes what an activity says of third countries about those it names; which of several is not said.
    mutating func take(_ reading: ThirdCountryReading, for names: [String]) {
        for id in names {
            guard let place = entries.firstIndex(where: { isSame($0.id, id) }) else { continue }
            if !reading.saysNo { entries[place].staysInArea = false }
            for destination in reading.destinations {
                entries[place].add(destination, isCertain: names.count == 1)
            }
        }
    }

    private mutating func place(of item: String) -> Int {
        let (bare, remark) = NameWithRemark.parts(of: item)
        let country = remark.flatMap(CountryWords.code)
        let name = country == nil ? item : bare
        let letters = FoldedWords(name).words.joined()
        let key = letters.isEmpty ? name : letters
        let place = places[key] ?? entries.count
        if place == entries.count {
            entries.append(Entry(id: ids.id(for: name, else: "recipient"), name: onOneLine(name), roles: []))
            places[key] = place
        }
        if let country {
            entries[place].country = entries[place].country ?? country
            if Countries.isOutsideEEA(country) {
                entries[place].add(ThirdCountryReading.Destination(country: country), isCertain: true)
            }
        }
        return place
    }
}

extension RecordRecipients.Entry {
    fileprivate mutating func add(_ destination: ThirdCountryReading.Destination, isCertain: Bool) {
        guard let known = transfers.firstIndex(where: { $0.country == destination.country }) else {
            transfers.append(
                Transfer(country: destination.country, isCertain: isCertain, safeguards: destination.safeguards)
            )
            return
        }
        transfers[known].isCertain = transfers[known].isCertain || isCertain
        for safeguard in destination.safeguards where !transfers[known].safeguards.contains(safeguard) {
            transfers[known].safeguards.append(safeguard)
        }
    }
}

/// Ids made of names: ASCII, lower case, each once.
struct RecordIds {
    private var taken: Set<String>

    init(taken: Set<String> = []) { self.taken = taken }

    /// An id for a name, or for another word where the name has no letter that an id may have.
    mutating func id(for name: String, else other: String) -> String {
        let words = FoldedWords(name).words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        var slug = ""
        for word in words where slug.utf8.count + word.utf8.count < 60 { slug += slug.isEmpty ? word : "_\(word)" }
        if slug.isEmpty { slug = String(words.first?.prefix(60) ?? Substring(other)) }
        var id = slug
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(slug)_\(number)"
            number += 1
        }
        return id
    }
}
