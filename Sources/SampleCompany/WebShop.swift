import GRDB

/// The web shop: orders, their lines, and how they were paid.
struct WebShop {
    let customers: [Population.Person]
    let orders: Int
    let today: Day

    func write(into exporter: String, _ random: consuming Randomness) throws {
        var random = random
        try SourceDatabase(creating: "shop.sqlite", in: exporter).fill { database in
            try writeCustomers(database, &random)
            try writeOrders(database, &random)
        }
    }

    private func writeCustomers(_ database: Database, _ random: inout Randomness) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO customer VALUES (?,?,?,?,?,?)")
        for person in customers {
            let made = Day.moment(between: today - 2600, and: today - 2000, &random)
            let iban = person.number == 1 || random.chance(50) ? Names.iban(person.number) : nil
            let token = random.chance(30) ? random.text(32, from: Array("0123456789abcdef")) : nil
            try insert.execute(arguments: [person.customerID, person.name, person.email, iban, made, token])
        }
    }

    private func writeOrders(_ database: Database, _ random: inout Randomness) throws {
        let insert = Inserts(
            order: try database.makeStatement(sql: "INSERT INTO orders VALUES (?,?,?,?,?,?)"),
            line: try database.makeStatement(sql: "INSERT INTO order_line VALUES (?,?,?,?,?,?,?)"),
            payment: try database.makeStatement(sql: "INSERT INTO payment VALUES (?,?,?,?,?,?)")
        )
        let planted = customers.prefix(PlantedPeople.all.count { $0.customerID != nil })
        for index in 0..<orders {
            // Each planted customer first gets two orders; chance gives the rest.
            let customer =
                index < planted.count * 2 ? planted[planted.startIndex + index % planted.count] : random.pick(customers)
            try writeOrder(500_001 + index, of: customer, lines: Self.lineCounts[index % 5], insert, &random)
        }
    }

    private struct Inserts {
        let order: Statement
        let line: Statement
        let payment: Statement
    }

    private func writeOrder(
        _ id: Int,
        of customer: Population.Person,
        lines: Int,
        _ insert: Inserts,
        _ random: inout Randomness
    ) throws {
        let items = (0..<lines).map { _ in (article: random.pick(Self.articles), quantity: random.below(3) + 1) }
        let total = items.reduce(0) { $0 + $1.article.cents * $1.quantity }
        let placed = today - (random.below(1900) + 5)
        let status = random.pick([10, 20, 30, 40, 40, 40, 40, 90])
        let address = random.chance(90) ? customer.address : Names.address(&random)
        try insert.order.execute(arguments: [
            id, customer.customerID, placed.moment(second: random.below(86_400)), status, total, address,
        ])
        for (index, item) in items.enumerated() {
            try insert.line.execute(arguments: [
                id, index + 1, item.article.sku, item.article.title, item.quantity, item.article.cents,
                item.article.vat,
            ])
        }
        let byCard = random.chance(50)
        try insert.payment.execute(arguments: [
            id, status == 10 ? nil : (placed + 1).moment(second: random.below(86_400)), byCard ? "card" : "bank", total,
            byCard ? padded(random.below(10_000), to: 4) : nil, byCard ? nil : Names.iban(customer.number),
        ])
    }

    // Three lines an order on average, exactly.
    private static let lineCounts = [3, 1, 5, 2, 4]
    private static let articles: [(sku: String, title: String, cents: Int, vat: Double)] = [
        ("LMP-01", "Leeslamp", 3495, 0.21), ("BK-07", "Boek \"De Proef\"", 1999, 0.09),
        ("MOK-3", "Mok; blauw, groot", 1250, 0.21), ("KRS-2", "Geurkaars", 899, 0.21),
        ("THE-9", "Thee, 100 g", 675, 0.09), ("PLD-4", "Plaid 130×170 cm", 4995, 0.21),
        ("KST-5", "Kist van hout", 5900, 0.21), ("PZL-8", "Puzzel, 1.000 stukjes", 2450, 0.21),
        ("BRD-6", "Snijplank -30%", 1735, 0.21), ("CHO-1", "Chocolade 70%", 425, 0.09),
    ]
}
