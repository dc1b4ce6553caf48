import Groundwork
import Cases
import GatheringStage
import IntakeStage
import PackagingStage
import RegisterStore

extension Pipeline {
    /// What will go, as it lies sealed; each look is audited.
    ///
    /// - Throws: exit 9 where nothing is gathered yet, or where the answer is sealed already.
    package func review(_ id: String) throws -> AnswerReview {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let request = try intake.request(id)
        guard [.verified, .gathered].contains(request.state), let gathered = try gathering.gathered(for: request) else {
            throw InzageError(
                .notInThisState,
                "request \(id) is \(request.state.rawValue): there is no gathered answer to look at",
                hint: request.state.precedesSeal
                    ? "\(.preview(id)) gathers it" : "\(.openArchive) shows a sealed archive"
            )
        }
        let notes = try intake.register.transaction { transaction in
            try transaction.audit("looked at the answer", request: id)
            return try transaction.decisions(request: id, round: request.round)
                .filter { $0.target == Decision.nameDiffers }.compactMap(\.detail.reason)
        }
        return AnswerReview(
            gathered,
            try gathering.reviewReasons(of: request),
            besides: try gathering.peopleReplaced(in: request),
            of: request,
            notes: notes
        )
    }

    /// The page that the person will read first, as it would be sealed now.
    package func overview(of review: AnswerReview) throws -> [UInt8] {
        try sealing.overview(of: review.gathered)
    }
}
