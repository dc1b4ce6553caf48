import Policy

/// What the template says only so that something stands there.
enum Placeholders {
    private static let company = "Voorbeeld B.V."
    private static let domain = "@voorbeeld.example"

    /// An error for each place where a controller still says what the template said: nobody could answer for it.
    static func findings(in controller: Controller) -> [Finding] {
        let names = controller.entities.enumerated().filter { $1.name == company }.map { "entities[\($0.offset)].name" }
        let written: [(field: String, address: String?)] = [
            ("contact.email", controller.contact.email), ("delivery.from", controller.delivery.from),
            ("delivery.reply_to", controller.delivery.replyTo),
        ]
        let addresses = written.filter { $0.address.map(isOfTemplate) == true }.map(\.field)
        return (names + addresses).map { field in
            Finding(
                severity: .error,
                file: "controller.yaml",
                line: nil,
                field: field,
                problem: "this is still what the template says",
                fix: field.utf8.starts(with: "entities".utf8)
                    ? "write your company's name" : "write an address of your company"
            )
        }
    }

    private static func isOfTemplate(_ address: String) -> Bool {
        address.utf8.reversed().starts(with: domain.utf8.reversed())
    }
}
