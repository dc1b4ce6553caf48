package import Groundwork
package import Cases
package import Policy

/// What the letter tells that nothing is held.
package struct NothingHeldFacts: Sendable {
    package var requestID: String
    package var right: Right
    /// How long the request itself is kept.
    package var recordKeptFor: ISOPeriod
    package var search: SearchSummary

    /// Gathers what the letter tells.
    package init(
        requestID: String,
        right: Right = .access,
        recordKeptFor: ISOPeriod,
        search: SearchSummary
    ) {
        self.requestID = requestID
        self.right = right
        self.recordKeptFor = recordKeptFor
        self.search = search
    }
}
