import ExporterKit
package import Cases
package import Groundwork
package import RegisterStore
import IdentityMethods
import Policy

/// What is known of a request's identity at this moment.
package struct Examination: Sendable {
    let request: Request
    let claimed: [UInt8]
    package let found: CandidateSearchResult
    package let evidence: [Evidence]
    let chosen: ChosenSubject?
    let policy: IdentityPolicy

    /// The people under the claimed address, by number.
    package var candidates: [Candidate] { found.candidates }

    /// The person the request is about: the only one, or the one whom evidence names.
    package var subjectCandidate: Candidate? {
        if let chosen { return candidates.first(where: chosen.names) }
        return candidates.count == 1 ? candidates.first : nil
    }

    /// Every doubt, settled or not.
    var doubts: [Doubt] {
        var doubts: [Doubt] = []
        if policy.codeRequired || candidates.isEmpty {
            doubts.append(Doubt(.addressUnproven, "the code mailed to the address has not come back"))
        }
        if candidates.count > 1 {
            doubts.append(Doubt(.severalPeople, "\(candidates.count) people stand under the address"))
        } else if chosen != nil, subjectCandidate == nil {
            doubts.append(Doubt(.severalPeople, "whom evidence named no longer stands under the address"))
        }
        let concerned = subjectCandidate.map { [$0] } ?? candidates
        doubts += Set(concerned.flatMap(\.doubts)).sorted { $0.kind.rawValue < $1.kind.rawValue }
        if request.claim.destination != .addressOfRecord {
            let elsewhere = request.claim.destination.word
            doubts.append(Doubt(.anotherDestination, "the answer is to go elsewhere: \(elsewhere)"))
        }
        if request.claim.destination == .addressOfRecord, request.claim.certificate != nil {
            // Whoever reads the mailbox could have sent it, and would need no passphrase.
            doubts.append(Doubt(.anotherDestination, "the answer is to be sealed to a certificate that was sent"))
        }
        if request.claim.representative != nil {
            doubts.append(Doubt(.representative, "somebody asks for the subject; the mandate is unchecked"))
        }
        return doubts
    }

    /// The doubts that nothing has settled.
    package var openDoubts: [Doubt] {
        let settled = Set(evidence.flatMap(\.settles))
        return doubts.filter { doubt in
            // Evidence that named nobody does not tell people apart.
            if doubt.kind == .severalPeople, subjectCandidate == nil { return true }
            return !settled.contains(doubt.kind)
        }
    }

    /// What is missing, for the operator.
    package var reasons: [String] {
        openDoubts.map { "\($0.kind.rawValue): \($0.message)" } + candidateLines
    }

    private var candidateLines: [String] {
        guard candidates.count > 1 else { return [] }
        let claimed = request.claim.name.map { ["the request names \([$0].quoted)"] } ?? ["the request gives no name"]
        return claimed
            + candidates.map { candidate in
                let names = candidate.identifiers.map { "\($0.kind) \($0.text)" }.joined(separator: ", ")
                let called = candidate.names.isEmpty ? "no name on file" : "on file as \(candidate.names.quoted)"
                return
                    "candidate \(candidate.number): \(called), \(names), in \(candidate.foundIn.joined(separator: ", "))"
            }
    }

    /// What can be done about the open doubts, lightest first.
    package func next(codes: CodeStanding) -> [Advice] {
        openDoubts.compactMap { doubt in
            let methods = possible(IdentificationMethods.words(settling: doubt.kind, policy: policy))
            let evidence: Advice =
                "\(.recordEvidence(request.id, methods: methods, namesSubject: doubt.kind == .severalPeople))"
            guard doubt.kind == .addressUnproven else { return evidence }
            let ways = candidates.isEmpty ? [code(codes)] : [code(codes), evidence]
            let usable = ways.compactMap(\.self)
            return usable.isEmpty ? "\(.closeSilent(request.id))" : usable.joined(separator: ", or ")
        }
    }

    /// The methods that what is on file allows; all of them where it allows none, so that something is said.
    private func possible(_ words: [String]) -> [String] {
        let people = subjectCandidate.map { [$0] } ?? candidates
        let possible = words.filter { word in
            people.contains { IdentificationMethods.named(word)?.isPossible(with: $0) == true }
        }
        return possible.isEmpty ? words : possible
    }

    private func code(_ codes: CodeStanding) -> Advice? {
        switch codes {
        case .open: "\(.enterCode(request.id))"
        case .noneOpen: "\(.sendCode(request.id))"
        case .blocked: nil
        }
    }

    /// Where a code goes: the stored bytes of the address, or the claimed ones when nobody is known.
    package var codeAddress: [UInt8] {
        let candidate = subjectCandidate ?? candidates.first { $0.address == claimed } ?? candidates.first
        return candidate?.address ?? claimed
    }

    /// The candidate that evidence names, or the only one.
    func candidate(named number: Int?) -> Candidate? {
        guard let number else { return subjectCandidate }
        return candidates.first { $0.number == number }
    }

    /// Why a piece of evidence cannot count at all, or nil.
    func refusal(of record: EvidenceRecord) -> String? {
        if let number = record.subject, candidate(named: number) == nil {
            return candidates.isEmpty
                ? "nobody is on file under the address, so --subject names nobody"
                : "--subject takes 1 to \(candidates.count)"
        }
        if record.checkedBy.utf8.allSatisfy({ $0 <= 0x20 }) { return "say who checked it with --checked-by NAME" }
        if candidates.count > 1, record.subject == nil, subjectCandidate == nil {
            return "several people stand under the address; say whom with --subject 1 to \(candidates.count)"
        }
        if let candidate = candidate(named: record.subject), differsInName(candidate), record.nameDiffers == nil {
            return "candidate \(candidate.number) is on file as \(candidate.names.quoted), and the request names "
                + "\([request.claim.name ?? ""].quoted); --name-differs REASON takes it all the same"
        }
        return nil
    }

    /// Whether what a candidate is called is another name than the one in the request (one digit typed wrongly in
    /// `--subject` would send one spouse the other's data).
    func differsInName(_ candidate: Candidate) -> Bool {
        guard let claimed = request.claim.name.map(NameOnFile.init), !claimed.isEmpty else { return false }
        let known = candidate.names.map(NameOnFile.init).filter { !$0.isEmpty }
        return !known.isEmpty && !known.contains { $0.mayBe(claimed) }
    }

    /// What gathering starts from; asked only when no doubt is open.
    func subject() -> VerifiedSubject {
        guard let candidate = subjectCandidate else {
            return VerifiedSubject(
                address: claimed,
                // Every system is still asked by it: what is found between the look-up and the answer counts.
                identifiers: [KnownIdentifier(Identifier(kind: "email", value: claimed))],
                othersIdentifiers: [],
                sharesAddress: false,
                phones: [],
                hasPostalAddress: false,
                isUnknown: true
            )
        }
        let own = Set(candidate.identifiers)
        let others = Set(candidates.filter { $0.number != candidate.number }.flatMap(\.identifiers)).subtracting(own)
        let email = Identifier(kind: "email", value: candidate.address)
        return VerifiedSubject(
            address: candidate.address,
            identifiers: ([email] + candidate.identifiers).map(KnownIdentifier.init),
            together: candidate.tuples.map(KnownTuple.init),
            othersIdentifiers: others.sorted { ($0.kind, $0.text) < ($1.kind, $1.text) }.map(KnownIdentifier.init),
            sharesAddress: candidates.count > 1,
            phones: candidate.phones,
            hasPostalAddress: candidate.hasPostalAddress,
            isUnknown: false
        )
    }
}

extension Examination: Redacted {}

extension [String] {
    /// Names in quotes, for a sentence.
    fileprivate var quoted: String { map { "“\($0)”" }.joined(separator: " or ") }
}
