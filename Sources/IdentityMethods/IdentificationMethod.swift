package import Cases
package import Policy
import Groundwork

/// A way to prove who somebody is beyond the known-email rule; one file each, because more will come.
///
/// Configuration, the template of a controller, help, letters and the page on letters go through
/// ``IdentificationMethods/all``: a new way is a file, and a line there.
package protocol IdentificationMethod: Sendable {
    /// The word that `verify --evidence` and `identity.accepts` take.
    var word: String { get }
    /// What was done, for people.
    var summary: String { get }
    /// What an operator did who records it, in a few words for the help.
    var help: String { get }
    /// What a letter asks of the person, in each language; nil where each language's letter has words of its own.
    var request: [Language: String]? { get }
    /// Whether it is asked for beside one of the others, and not instead.
    var isBesideOthers: Bool { get }
    /// The doubts that it settles unless the controller's `identity.accepts` says otherwise.
    var settles: Set<Doubt.Kind> { get }
    /// Looks at what the operator recorded; a refusal is a value that says what is missing.
    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement
    /// Whether what it needs is on file: nobody is rung whose number is not.
    func isPossible(with candidate: Candidate) -> Bool
}

extension IdentificationMethod {
    package var request: [Language: String]? { nil }
    package var isBesideOthers: Bool { false }
    /// The flag by which a letter asks for it (`call_back`).
    package var flag: String { word.replacing("-", with: "_") }

    /// Most need nothing that is on file.
    package func isPossible(with candidate: Candidate) -> Bool { true }
}

/// What the operator says was checked.
package struct EvidenceRecord: Sendable {
    package var method: String
    package var checkedBy: String
    /// The kinds of facts that were compared (`--facts`), never their values.
    package var facts: [String]
    /// The kind of document that was looked at (`--document`), never its number or its image.
    package var document: String?
    /// The number of the candidate that the evidence names.
    package var subject: Int?
    /// Why it counts though the name on file is another than the one in the request, or nil.
    package var nameDiffers: String?

    package init(
        method: String,
        checkedBy: String,
        facts: [String] = [],
        document: String? = nil,
        subject: Int? = nil,
        nameDiffers: String? = nil
    ) {
        self.method = method
        self.checkedBy = checkedBy
        self.facts = facts
        self.document = document
        self.subject = subject
        self.nameDiffers = nameDiffers
    }
}

/// Whether a piece of evidence counts.
package enum EvidenceJudgement: Sendable, Hashable {
    /// It counts; the detail is what the register keeps of it.
    case accepted(detail: String?)
    /// It does not count, and why.
    case refused(String)
}

/// The methods, lightest first.
package enum IdentificationMethods {
    /// The sorted list: a new method is a file and a line here.
    package static let all: [any IdentificationMethod] = [
        CallBack(), KnownFacts(), LetterCode(), InPerson(), Video(), Mandate(),
    ]

    /// The method that a word names.
    package static func named(_ word: String) -> (any IdentificationMethod)? { all.first { $0.word == word } }

    /// The methods that a controller uses, lightest first.
    package static func used(by policy: IdentityPolicy) -> [any IdentificationMethod] {
        policy.methods.isEmpty ? all : all.filter { policy.methods.contains($0.word) }
    }

    /// The words of the methods that settle a doubt for a controller, lightest first.
    package static func words(settling doubt: Doubt.Kind, policy: IdentityPolicy) -> [String] {
        settling([doubt], policy: policy).map(\.word)
    }

    /// The methods of which each settles one of some doubts for a controller, lightest first.
    package static func settling(
        _ doubts: Set<Doubt.Kind>,
        policy: IdentityPolicy
    ) -> [any IdentificationMethod] {
        used(by: policy).filter { !self.doubts(settledBy: $0, policy: policy).isDisjoint(with: doubts) }
    }

    /// The doubts that a method settles for a controller.
    package static func doubts(
        settledBy method: any IdentificationMethod,
        policy: IdentityPolicy
    ) -> Set<Doubt.Kind> {
        Set(
            Doubt.Kind.allCases.filter { kind in
                policy.accepts[kind.rawValue].map { $0.contains(method.word) } ?? method.settles.contains(kind)
            }
        )
    }
}

extension EvidenceRecord: Redacted {}
