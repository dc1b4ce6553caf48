/// A page's room, of which whoever needs little gets all they need, and the others share what is left.
enum Room {
    /// Lets each take its part, those that need least first; what they leave is for the others.
    ///
    /// - Parameter take: takes at most so much, and says how much it was.
    /// - Returns: what each took, in the order of the items.
    static func parted<Item, Taken>(
        _ room: Int,
        among items: [Item],
        need: (Item) -> Int,
        take: (Item, Int) throws -> (taken: Taken, used: Int)
    ) rethrows -> [Taken] {
        let order = items.indices.map { (need: need(items[$0]), index: $0) }
            .sorted { ($0.need, $0.index) < ($1.need, $1.index) }
        var left = room
        var taken: [(index: Int, taken: Taken)] = []
        for (turn, place) in order.enumerated() {
            let part = try take(items[place.index], left / (order.count - turn))
            left = max(0, left - part.used)
            taken.append((place.index, part.taken))
        }
        return taken.sorted { $0.index < $1.index }.map(\.taken)
    }
}
