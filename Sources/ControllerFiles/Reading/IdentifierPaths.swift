import ExporterKit

/// Looks whether the systems of a company lead from an address to its people, and to no one else's records.
struct IdentifierPaths {
    let systems: [SystemFile]
    /// Where something is noted that is wrong with no system alone.
    let whole: Notes

    private var collections: [CollectionSection] { systems.flatMap(\.collections) }

    /// Notes what is wrong.
    func report() {
        let all = collections
        for (index, collection) in all.enumerated() {
            reportMixedKinds(collection, Array(all[..<index] + all[(index + 1)...]))
        }
        reportNobodyAsksByAddress()
    }

    /// A collection that is asked by two kinds must get them from one record: with accounts 5 in Amsterdam and 7 in
    /// Rotterdam, account 7 in Amsterdam is somebody else's.
    private func reportMixedKinds(_ collection: CollectionSection, _ others: [CollectionSection]) {
        let kinds = collection.needs.map(\.kind)
        // A kind that nobody yields is told apart.
        let yielded = Set(collections.flatMap(\.yields)).union(["email"])
        guard kinds.count > 1, yielded.isSuperset(of: kinds),
            !others.contains(where: { $0.kindsTogether.isSuperset(of: kinds) })
        else { return }
        let list = kinds.joined(separator: " and ")
        collection.needs[0].place.error(
            "no collection yields \(list) in one record, so what belongs to two people would be mixed",
            fix: "let one collection return all of them, each marked `identifies`"
        )
    }

    /// Where nothing can be asked by an address, nobody is ever known, and everybody is told that nothing is held.
    private func reportNobodyAsksByAddress() {
        guard let first = systems.first, !collections.isEmpty else { return }
        let byAddress = collections.filter { $0.needs.map(\.kind) == ["email"] }
        guard byAddress.isEmpty else {
            let known = collections.compactMap(\.description).contains { collection in
                collection.fields.contains { $0.addressOfRecord == .email }
            }
            // A mark that cannot be read may have been meant for one.
            if !known, !collections.contains(where: { $0.fields.contains(where: \.hasUnclearMarks) }) {
                byAddress[0].whole.warning(
                    "no collection of any system has an address of record, so two people under one are not told apart",
                    fix: "mark the field that holds a person's own address `address_of_record: email`"
                )
            }
            return
        }
        first.root.error(
            "no collection of any system can be asked by an e-mail address, so everybody would be told that nothing is held",
            fix: "add a collection with `needs: [email]` and a field marked `address_of_record: email`"
        )
    }
}
