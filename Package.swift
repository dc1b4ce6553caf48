// swift-tools-version: 6.2
import PackageDescription

// The command brings Swift's own libraries along: it starts in three quarters of the time and holds 6 MiB less, and runs
// where no Swift is. A target's flag, because the switch of `swift build` would reach the tests, which need them shared.
let runtimeInside =
    ["-static-stdlib", "-Xlinker", "--start-group"]
    + [
        "Foundation", "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationICU",
        "_FoundationCShims", "_FoundationCollections", "dispatch", "BlocksRuntime", "stdc++", "dl", "m",
    ].map { "-l\($0)" } + ["-Xlinker", "--end-group"]

// Targets stand in the order in which they are built: a target imports only what stands above it.
let package = Package(
    name: "inzage",
    products: [
        .executable(name: "inzage", targets: ["InzageCommand"]),
        .library(name: "ExporterKit", targets: ["ExporterKit"]),
        .library(name: "ExporterTesting", targets: ["ExporterTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Debian's C libraries.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CMariaDB", pkgConfig: "libmariadb", providers: [.apt(["libmariadb-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CGObject", pkgConfig: "gobject-2.0", providers: [.apt(["libgmime-3.0-dev"])]),

        // What stands below everything.
        .target(name: "Groundwork"),
        .target(
            name: "Cryptography",
            dependencies: ["COpenSSL", "Groundwork"],
            swiftSettings: [.strictMemorySafety()]
        ),

        // What a plug-in author sees, and the ways to reach a store.
        .target(name: "ExporterKit"),
        .target(name: "ExporterTesting", dependencies: ["ExporterKit"]),
        .target(name: "StoreSchemas", dependencies: ["ExporterKit"]),
        .target(name: "DriverParts", dependencies: ["ExporterKit"]),
        .target(name: "SQLParts", dependencies: ["ExporterKit", "DriverParts"]),
        .target(
            name: "SQLiteStores",
            dependencies: [
                "ExporterKit", "StoreSchemas", "DriverParts", "SQLParts",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "PostgreSQLStores",
            dependencies: ["CPQ", "ExporterKit", "StoreSchemas", "DriverParts", "SQLParts"]
        ),
        .target(
            name: "MariaDBStores",
            dependencies: ["CMariaDB", "ExporterKit", "StoreSchemas", "DriverParts", "SQLParts"]
        ),
        .target(name: "JSONParts", dependencies: ["ExporterKit", "DriverParts"]),
        .target(name: "Unpacking", dependencies: ["CZip", "CZlib", "CZstd", "ExporterKit", "DriverParts"]),
        // In C of our own, because it wants vectors of what the processor has.
        .target(name: "CLineMarks"),
        .target(name: "ByteSearching", dependencies: ["CLineMarks", "ExporterKit"]),
        .target(
            name: "FileStores",
            dependencies: [
                "CXML", "ExporterKit", "StoreSchemas", "DriverParts", "JSONParts", "Unpacking", "ByteSearching",
            ]
        ),
        .target(name: "CSpawning"),
        .target(
            name: "ProgramStores",
            dependencies: ["CSpawning", "ExporterKit", "StoreSchemas", "DriverParts", "JSONParts"]
        ),
        // What stands in documents, to look for people in them.
        .target(name: "DocumentTexts", dependencies: ["CSpawning", "CXML", "CZip"]),
        .target(name: "CurlTransfers", dependencies: ["CCurl"]),
        .target(
            name: "WebStores",
            dependencies: ["CCurl", "CurlTransfers", "ExporterKit", "StoreSchemas", "DriverParts", "JSONParts"]
        ),
        // What GMime's own pkg-config says holds flags that SwiftPM does not take, and so it takes none of them.
        .target(
            name: "CMailReading",
            dependencies: ["CGObject"],
            cSettings: [.unsafeFlags(["-I/usr/include/gmime-3.0"])],
            linkerSettings: [.linkedLibrary("gmime-3.0")]
        ),
        .target(
            name: "MailReading",
            dependencies: ["CMailReading", "CCurl", "CurlTransfers", "ExporterKit", "DriverParts"]
        ),
        .target(
            name: "MailStores",
            dependencies: ["CMailReading", "MailReading", "ExporterKit", "DriverParts", "JSONParts"]
        ),
        .target(name: "ChatStores", dependencies: ["ExporterKit", "DriverParts", "JSONParts", "Unpacking"]),
        .target(
            name: "Drivers",
            dependencies: [
                "ExporterKit", "SQLiteStores", "PostgreSQLStores", "MariaDBStores", "FileStores", "ProgramStores",
                "WebStores", "MailStores", "ChatStores",
            ]
        ),

        // In C of our own, because it wants vectors of what the processor has.
        .target(name: "CKeyStretching"),

        // The fences around C: the sealed archive, the media types and the mail.
        .target(
            name: "ArchiveSealing",
            dependencies: ["CZip", "COpenSSL", "CKeyStretching", "CISAL", "Groundwork", "Cryptography"],
            swiftSettings: [.strictMemorySafety()]
        ),
        .target(name: "MediaTypes", dependencies: ["CMagic"], swiftSettings: [.strictMemorySafety()]),
        .target(name: "CSpoofing", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(
            name: "LookAlikes",
            dependencies: ["CSpoofing", "ExporterKit"],
            swiftSettings: [.strictMemorySafety()]
        ),
        .target(name: "Mail", dependencies: ["CCurl", "CurlTransfers"]),

        // Values: what a controller promises, what happens to one request, and how both are said.
        .target(
            name: "Calendars",
            dependencies: ["Groundwork", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("holidays-2026-1.yaml"), .embedInCode("holidays-2026-2.yaml")]
        ),
        .target(name: "Policy", dependencies: ["Groundwork", "ExporterKit"]),
        .target(name: "Cases", dependencies: ["Groundwork", "ExporterKit", "Policy"]),
        .target(
            name: "Languages",
            dependencies: ["Groundwork", "ExporterKit", "Policy", "Cases"],
            resources: [
                .embedInCode("Dutch/DutchLetters"), .embedInCode("English/EnglishLetters"),
                .embedInCode("French/FrenchLetters"), .embedInCode("German/GermanLetters"),
            ]
        ),

        // What people ask, as it is guessed from their own words.
        .target(name: "RequestReading", dependencies: ["Groundwork", "Policy", "Cases"]),

        // Services that several stages use.
        .target(name: "NamesInText", dependencies: ["ExporterKit", "Cases"]),
        .target(name: "RecordFormats", dependencies: ["Groundwork", "ExporterKit", "Policy", "Languages"]),
        .target(name: "Workbooks", dependencies: ["Groundwork", "ExporterKit", "ArchiveSealing"]),
        .target(
            name: "RegisterStore",
            dependencies: [
                "Cryptography", "Groundwork", "ArchiveSealing", "Calendars", "Policy", "Cases",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "SourceReading", dependencies: ["ExporterKit"]),
        .target(name: "IdentityMethods", dependencies: ["Groundwork", "Policy", "Cases"]),
        .target(
            name: "Correspondence",
            dependencies: [
                "Groundwork", "ExporterKit", "Mail", "Policy", "Cases", "Languages", "RegisterStore", "IdentityMethods",
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        .target(
            name: "ControllerFiles",
            dependencies: [
                "Cryptography", "Groundwork", "ExporterKit", "ArchiveSealing", "Calendars", "Policy", "Cases",
                "Languages", "SourceReading", "IdentityMethods", "Correspondence",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "SpreadsheetImport",
            dependencies: ["Groundwork", "FileStores", "Policy", "Cases", "Languages", "ControllerFiles"]
        ),

        .target(name: "ExporterDrafts", dependencies: ["ExporterKit", "StoreSchemas", "SpreadsheetImport"]),

        // The stages, each of which makes what the next one takes.
        .target(
            name: "IntakeStage",
            dependencies: [
                "Groundwork", "ExporterKit", "ArchiveSealing", "Mail", "Calendars", "Policy", "Cases", "RegisterStore",
            ]
        ),
        .target(
            name: "IdentityStage",
            dependencies: [
                "Cryptography", "Groundwork", "ExporterKit", "Mail", "Policy", "Cases", "RegisterStore",
                "SourceReading", "IdentityMethods", "Correspondence", "LookAlikes",
            ]
        ),
        .target(
            name: "GatheringStage",
            dependencies: [
                "Cryptography", "Groundwork", "ExporterKit", "ArchiveSealing", "MediaTypes", "Policy", "Cases",
                "Languages", "NamesInText", "RecordFormats", "RegisterStore", "SourceReading", "IdentityStage",
            ]
        ),
        .target(
            name: "PackagingStage",
            dependencies: [
                "Cryptography", "Groundwork", "ExporterKit", "ArchiveSealing", "Policy", "Cases", "Languages",
                "RecordFormats", "Workbooks", "RegisterStore", "ControllerFiles", "IdentityStage", "GatheringStage",
            ]
        ),
        .target(
            name: "DeliveryStage",
            dependencies: [
                "Cryptography", "Groundwork", "Mail", "Calendars", "Policy", "Cases", "RegisterStore", "Correspondence",
                "IdentityStage", "PackagingStage",
            ]
        ),

        // Mails that come in, where a request begins and a code comes back.
        .target(
            name: "MailIntake",
            dependencies: [
                "Groundwork", "ExporterKit", "DriverParts", "Mail", "MailReading", "Policy", "Cases", "RequestReading",
                "RegisterStore", "IntakeStage", "IdentityStage",
            ]
        ),

        // The pipeline.
        .target(
            name: "Inzage",
            dependencies: [
                "Groundwork", "ExporterKit", "ExporterTesting", "Drivers", "DocumentTexts", "Mail", "Calendars",
                "Policy",
                "Cases", "NamesInText", "RegisterStore", "SourceReading", "IdentityMethods", "Correspondence",
                "ControllerFiles", "IntakeStage",
                "IdentityStage", "GatheringStage", "PackagingStage", "DeliveryStage", "MailIntake",
            ]
        ),
        .target(
            name: "Accountability",
            dependencies: [
                "Cryptography", "Groundwork", "ExporterKit", "ArchiveSealing", "Calendars", "Policy", "Cases",
                "RegisterStore", "Correspondence", "IntakeStage", "GatheringStage", "PackagingStage", "Inzage",
            ]
        ),
        .target(
            name: "BundledExporters",
            path: "Exporters",
            sources: ["BundledExporters.swift"],
            resources: [
                .copy("crm"), .copy("orders"), .copy("chat-logs"), .copy("applications"), .copy("greenhouse"),
                .copy("hubspot"), .copy("keycloak"), .copy("mailchimp"), .copy("mailbox"), .copy("matomo"),
                .copy("mattermost"), .copy("mollie"),
                .copy("odoo"), .copy("opencats"), .copy("prestashop"), .copy("shopify"), .copy("slack"),
                .copy("stripe"),
                .copy("woocommerce"), .copy("wordpress"), .copy("zendesk"),
            ]
        ),
        .target(
            name: "SampleCompany",
            dependencies: ["BundledExporters", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        // The command, and what its commands share.
        .target(
            name: "CommandParts",
            dependencies: [
                "Groundwork", "ArchiveSealing", "Calendars", "Policy", "Cases", "RegisterStore", "Correspondence",
                "ControllerFiles", "SpreadsheetImport", "IntakeStage", "GatheringStage", "DeliveryStage", "Inzage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "InzageCommand",
            dependencies: [
                "CommandParts",
                "Groundwork", "ExporterKit", "StoreSchemas", "DriverParts", "Drivers", "ArchiveSealing", "Mail",
                "Calendars", "Policy", "Cases", "Languages", "RegisterStore", "SourceReading",
                "IdentityMethods", "Correspondence", "ControllerFiles", "SpreadsheetImport", "ExporterDrafts",
                "IntakeStage", "IdentityStage", "GatheringStage", "PackagingStage", "DeliveryStage", "MailIntake",
                "Inzage",
                "Accountability", "BundledExporters", "SampleCompany",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [.unsafeFlags(runtimeInside, .when(configuration: .release))]
        ),

        // What `make bench` measures the seal with.
        .executableTarget(
            name: "SealingBenchmark",
            dependencies: ["ArchiveSealing"],
            path: "Benchmarks/SealingBenchmark"
        ),
        // What it measures the search of files with.
        .executableTarget(
            name: "SearchBenchmark",
            dependencies: ["ExporterKit", "FileStores"],
            path: "Benchmarks/SearchBenchmark"
        ),

        // What `make fuzz` runs, and the tests replay.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "ExporterKit", "ArchiveSealing", "Policy", "RecordFormats", "PackagingStage", "Mail", "FileStores",
                "Drivers", "ControllerFiles",
            ],
            path: "Fuzz/Targets"
        ),
        .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Runner"),

        // Tests, one folder for each target.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography", "Groundwork", "TestSupport"]),
        .testTarget(name: "ExporterKitTests", dependencies: ["ExporterKit", "TestSupport"]),
        .testTarget(
            name: "DriversTests",
            dependencies: [
                "Drivers", "StoreSchemas", "DriverParts", "SQLParts", "SQLiteStores", "PostgreSQLStores",
                "MariaDBStores", "FileStores", "ByteSearching", "ExporterKit", "ExporterTesting", "Policy",
                "SourceReading",
                "ControllerFiles", "BundledExporters", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Programs", "Services"]
        ),
        .testTarget(name: "ArchiveSealingTests", dependencies: ["ArchiveSealing", "CKeyStretching", "TestSupport"]),
        .testTarget(name: "RequestReadingTests", dependencies: ["RequestReading", "Policy", "TestSupport"]),
        .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "ArchiveSealing", "TestSupport"]),
        .testTarget(name: "MediaTypesTests", dependencies: ["MediaTypes", "TestSupport"]),
        .testTarget(name: "MailTests", dependencies: ["Mail", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "InzageTests",
            dependencies: [
                "Groundwork", "Cryptography", "ExporterKit", "Drivers", "ArchiveSealing", "Mail", "Calendars", "Policy",
                "Cases", "Languages", "RecordFormats", "RegisterStore", "SourceReading", "IdentityMethods",
                "Correspondence", "ControllerFiles", "SpreadsheetImport", "IntakeStage", "IdentityStage",
                "GatheringStage", "PackagingStage", "DeliveryStage", "RequestReading", "MailIntake", "Inzage",
                "Accountability", "LookAlikes",
                "CommandParts", "NamesInText", "DocumentTexts", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Delivery/Goldens", "Languages/Goldens"]
        ),
        .testTarget(
            name: "SampleCompanyTests",
            dependencies: ["SampleCompany", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "TestSupport"]),
        // Scripts that read like the manual, run against the built command.
        .testTarget(
            name: "TranscriptTests",
            dependencies: ["Cases", "CommandParts", "ExporterKit", "Drivers", "ControllerFiles", "TestSupport"],
            exclude: ["Transcripts"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// One loop gives every Swift target the same rules.
for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),  // SE-0335
            .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
            .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
            .treatAllWarnings(as: .error),
        ]
}
