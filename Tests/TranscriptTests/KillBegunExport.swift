import Foundation
import TestSupport
import Testing

/// A verified request whose export was killed as soon as its package was begun, and what an undisturbed run made of it.
///
/// From then on date, package id and secrets stand in the register: every copy must come to the same package.
struct BegunExport {
    let request: String
    /// How long an undisturbed run takes, in seconds.
    let duration: Double
    /// The undisturbed run's package, opened.
    let package: String
    private let start: String
    private let values: [PrivateValue]

    init(in folder: String) throws {
        start = folder + "/start"
        package = folder + "/package"
        try SampleShop.copy(to: start)
        let inzage = Command(controller: start)
        request = try inzage.openRequest(PrivateValues.person)
        try inzage.proveIdentity(of: request)
        // A workbook names its parts in the clear, so that one that lay open would show, compressed as it is.
        values = try PrivateValues.all(in: start) + [PrivateValue(kind: "workbook", value: "xl/worksheets/")]
        let spool = KillMoment.seeing(1, suffix: ".spool", folder: "archives")
        try #require(try KilledRun.export(request, with: inzage, at: spool))
        duration = try Self.undisturbed(request, from: start, in: folder + "/undisturbed", package: package)
    }

    private static func undisturbed(_ request: String, from start: String, in folder: String, package: String) throws
        -> Double
    {
        try copyFolder(start, to: folder)
        let inzage = Command(controller: folder)
        let began = Date()
        try inzage.expect(0, "export", request)
        let duration = Date().timeIntervalSince(began)
        try inzage.openArchive(inzage.archive(of: request), of: request, into: package)
        return duration
    }

    /// A copy to run, and to kill.
    func copy(to folder: String) throws -> KilledExport {
        try FileManager.default.createDirectory(atPath: folder + "/scratch", withIntermediateDirectories: true)
        try copyFolder(start, to: folder + "/shop")
        return KilledExport(request: request, folder: folder, values: values)
    }
}

/// Copies a folder with everything in it, as it is.
private func copyFolder(_ source: String, to target: String) throws {
    let result = try runTool("cp", ["-a", source, target])
    guard result.status == 0 else { throw UnexpectedEnd(description: "no copy: \(result.errors)") }
}

/// One copy of a begun export.
struct KilledExport {
    let request: String
    /// Holds the controller's folder `shop` and the folder for temporary files `scratch`.
    let folder: String
    let values: [PrivateValue]

    var inzage: Command { Command(controller: folder + "/shop") }

    /// Exports and kills; false when the run had ended before.
    func killedExport(at moment: KillMoment) throws -> Bool {
        try KilledRun.export(request, with: inzage, at: moment, scratch: folder + "/scratch")
    }

    /// Nothing that a person would know themselves by stands on the disk, but in the systems themselves.
    func expectNothingInTheClear(after moment: KillMoment) {
        for place in [folder + "/shop", folder + "/scratch"] {
            let found = PrivateValues.found(values, in: place, except: ["exporters", "outbox"])
            #expect(found.isEmpty, "\(found) \(moment)")
        }
        // A mail holds the address that it goes to, and nothing else of the person.
        let mailed = PrivateValues.found(values.filter { $0.kind != "email" }, in: folder + "/shop/outbox", except: [])
        #expect(mailed.isEmpty, "\(mailed) \(moment)")
    }

    /// The package is the undisturbed run's, one mail carries it, and nothing is left over.
    func expectTheSame(as begun: BegunExport, after moment: KillMoment) throws {
        let archive = inzage.archive(of: request)
        try inzage.openArchive(archive, of: request, into: folder + "/opened")
        // A signature has its own time and chance; that it fits, `open` has checked.
        let difference = try runTool("diff", ["-r", "-x", "*.p7s", begun.package, folder + "/opened"])
        #expect(difference.status == 0 && difference.output.isEmpty, "\(moment): \(difference.output.prefix(300))")
        try FileManager.default.removeItem(atPath: folder + "/opened")

        let names = try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/outbox")
        let mails = names.filter { $0.contains("-archive-") && $0.hasSuffix(".eml") }
        #expect(mails.count == 1 && names.count == 2, "\(moment): \(names.count) files in the outbox")
        let attached = try MailReading.attachment(of: "\(inzage.folder)/outbox/\(mails.first ?? "-")")
        #expect(attached == (try Data(contentsOf: URL(fileURLWithPath: archive))), "\(moment)")
        let archives = try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/archives")
        #expect(archives == ["\(request)-1.zip"], "\(moment): \(archives)")
        #expect(try inzage("audit", "verify").status == 0, "\(moment)")
        expectNothingInTheClear(after: moment)
    }
}
