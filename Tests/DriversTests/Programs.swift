import ExporterKit
import Foundation
import TestSupport

/// A collection with settings of any kind.
func collection(
    named id: String = "things",
    needs: [String] = ["email"],
    _ settings: [String: Setting],
    _ fields: [FieldDescription],
    findsCandidates: Bool = false,
    only: [String: String] = [:]
) -> CollectionDescription {
    CollectionDescription(
        id: id,
        title: LocalizedText(id),
        category: "account",
        origin: .provided,
        needs: needs,
        findsCandidates: findsCandidates,
        only: only,
        settings: settings,
        fields: fields
    )
}

/// The programs that the tests run.
enum Programs {
    static let folder = checkout + "/Tests/DriversTests/Programs"

    /// A system whose program stands in a folder.
    static func system(
        _ command: [String],
        in folder: String = folder,
        timeLimit: Int = 60,
        _ settings: [String: String] = [:],
        _ collections: CollectionDescription...
    ) -> SystemDescription {
        SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "program",
            connection: "",
            timeLimit: timeLimit,
            settings: settings.mapValues { .text($0) }.merging(["command": .list(command.map { .text($0) })]) { $1 },
            folder: folder,
            collections: collections
        )
    }

    /// A program that does something wrong, and the file in which it says what it started.
    static func fault(
        _ fault: String,
        marker: String = "/dev/null",
        timeLimit: Int = 60,
        _ settings: [String: String] = [:]
    ) -> SystemDescription {
        system(
            ["fault.py", fault, marker],
            timeLimit: timeLimit,
            settings,
            collection(["stream": "people"], [field("email", matches: "email"), field("text")])
        )
    }

    /// What the contract of a driver asks: one stream by one kind, and one by two.
    static var people: SystemDescription {
        system(
            ["people.py"],
            [:],
            collection(
                named: "customers",
                ["stream": "customers"],
                [field("email", matches: "email"), field("id", "integer"), field("balance", "number")]
            ),
            collection(
                named: "cards",
                needs: ["email", "customer_id"],
                ["stream": "cards"],
                [
                    field("customer_id", "integer", matches: "customer_id"), field("email", matches: "email"),
                    field("cards", "array"),
                ]
            )
        )
    }
}
