import Calendars
import Cases
import Foundation
import Groundwork
import RegisterStore

/// What register and audit say of one request, as far as the yearly report counts it.
struct RequestAccount: Sendable {
    let request: Request
    let deadlines: Deadlines
    let closedOn: CivilDay?
    /// By which methods evidence was taken, also what counts no longer.
    private(set) var methods: Set<String> = []
    private(set) var codesMailed = 0
    private(set) var codesReturned = 0
    private(set) var codesWrong = 0
    private(set) var reopened = 0
    /// The day on which who asked was first told what becomes of the request: an answer, a confirmation or a refusal.
    private(set) var toldOn: CivilDay?
    private(set) var refusalGround: String?
    private var heldNothing = false

    var outcome: RequestOutcome { RequestOutcome(request, heldNothing: heldNothing) }

    /// Whether an answer is still awaited.
    var isOpen: Bool { outcome == .open }

    /// How many days after receipt they were first told.
    var daysToTell: Int? { toldOn.map { $0.sinceEpoch - request.receivedOn.sinceEpoch } }

    init(
        _ request: Request,
        deadlines: Deadlines,
        entries: [AuditEntry],
        closedAt: String?,
        zone: TimeZone
    ) {
        self.request = request
        self.deadlines = deadlines
        closedOn = closedAt.flatMap { Self.day(of: $0, in: zone) }
        var mailedNothing = false
        for entry in entries {
            guard let step = AuditedStep(entry.action) else { continue }
            switch step {
            case .codeMailed: codesMailed += 1
            case .codeReturned:
                codesReturned += 1
                methods.insert(Evidence.returnedCode)
            case .evidence(let method): methods.insert(method)
            case .codeWrong: codesWrong += 1
            case .reopened: reopened += 1
            case .nothingHeldMailed: mailedNothing = true
            case .answered:
                heldNothing = mailedNothing
                mailedNothing = false
                tell(entry, in: zone)
            case .refused(let ground):
                refusalGround = ground
                tell(entry, in: zone)
            }
        }
    }

    private mutating func tell(_ entry: AuditEntry, in zone: TimeZone) {
        toldOn = toldOn ?? Self.day(of: entry.at, in: zone)
    }

    /// The day that a clock on the controller's wall showed at a moment of the register.
    private static func day(of moment: String, in zone: TimeZone) -> CivilDay? {
        (try? Date(moment, strategy: .iso8601)).map { CivilDay.of($0, in: zone) }
    }
}
