// swift-tools-version: 6.2
import PackageDescription

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

        // What stands below everything.
        .target(name: "Groundwork"),
        .target(name: "Cryptography", dependencies: ["COpenSSL"], swiftSettings: [.strictMemorySafety()]),

        // What a plug-in author sees, and the ways to reach a store.
        .target(name: "ExporterKit"),
        .target(name: "ExporterTesting", dependencies: ["ExporterKit"]),
        .target(
            name: "Drivers",
            dependencies: [
                "ExporterKit",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),

        // The one part in C of our own, because it wants vectors of what the processor has.
        .target(name: "CKeyStretching"),

        // The fences around C: the sealed archive, the media types and the mail.
        .target(
            name: "SealedArchive",
            dependencies: ["CZip", "COpenSSL", "CKeyStretching", "CISAL", "Groundwork", "Cryptography"],
            swiftSettings: [.strictMemorySafety()]
        ),
        .target(name: "MediaTypes", dependencies: ["CMagic"], swiftSettings: [.strictMemorySafety()]),
        .target(name: "Mail", dependencies: ["CCurl"]),

        // The pipeline.
        .target(
            name: "Inzage",
            dependencies: [
                "Groundwork", "Cryptography", "ExporterKit", "Drivers", "SealedArchive", "MediaTypes", "Mail",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [
                .embedInCode("Deadlines/holidays-2026-1.yaml"), .embedInCode("Deadlines/holidays-2026-2.yaml"),
                .embedInCode("Languages/Dutch/DutchLetters"), .embedInCode("Languages/English/EnglishLetters"),
                .embedInCode("Languages/French/FrenchLetters"), .embedInCode("Languages/German/GermanLetters"),
            ]
        ),
        .target(
            name: "BundledExporters",
            path: "Exporters",
            sources: ["BundledExporters.swift"],
            resources: [.copy("crm"), .copy("orders"), .copy("chat-logs"), .copy("applications")]
        ),
        .target(
            name: "SampleCompany",
            dependencies: ["BundledExporters", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .executableTarget(
            name: "InzageCommand",
            dependencies: [
                "Inzage", "SampleCompany", "BundledExporters", "SealedArchive", "Drivers", "ExporterKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // What `make bench` measures the seal with.
        .executableTarget(
            name: "SealingBenchmark",
            dependencies: ["SealedArchive"],
            path: "Benchmarks/SealingBenchmark"
        ),

        // What `make fuzz` runs, and the tests replay.
        .target(
            name: "FuzzTargets",
            dependencies: ["Inzage", "ExporterKit", "SealedArchive"],
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
                "Drivers", "ExporterKit", "ExporterTesting", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(name: "SealedArchiveTests", dependencies: ["SealedArchive", "CKeyStretching", "TestSupport"]),
        .testTarget(name: "MediaTypesTests", dependencies: ["MediaTypes", "TestSupport"]),
        .testTarget(name: "MailTests", dependencies: ["Mail", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "InzageTests",
            dependencies: [
                "Inzage", "ExporterKit", "Drivers", "SealedArchive", "Mail", "TestSupport",
                "Cryptography",
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
            dependencies: ["TestSupport", "InzageCommand", "Inzage", "Drivers", "ExporterKit"],
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
