import Cases
import Foundation
import Groundwork
import Policy
import TestSupport
import Testing

@Suite struct `Table of states` {
    private static func request(_ state: State) throws -> Request {
        Request(
            id: "R00001",
            right: .access,
            language: .nl,
            receivedOn: try #require(CivilDay("2026-11-30")),
            state: state,
            round: 1,
            roundScope: nil,
            claim: Claim(email: nil),
            tries: 0,
            closedBecause: nil,
            follows: nil
        )
    }

    /// The table as the page has it.
    private static var table: String {
        let rows = State.allCases.map { state in
            let next = State.allCases.filter(state.mayBecome.contains).map(\.rawValue).joined(separator: ", ")
            return "| \(state.rawValue) | \(next) |"
        }
        return (["| a request that is | may become |", "|---|---|"] + rows).joined(separator: "\n")
    }

    @Test func `the table in the documents is the one that holds`() throws {
        let page = try String(contentsOfFile: checkout + "/docs/states.md", encoding: .utf8)
        #expect(page.contains(Self.table), "docs/states.md should hold:\n\(Self.table)")
    }

    @Test(arguments: State.allCases, State.allCases)
    func `a request becomes what the table says, and nothing else`(from: State, next: State) throws {
        var request = try Self.request(from)
        if from == next || from.mayBecome.contains(next) {
            try request.move(to: next)
            #expect(request.state == next)
        } else {
            let error = #expect(throws: InzageError.self) { try request.move(to: next) }
            #expect(error?.ending == .notInThisState)
            #expect(request.state == from)
        }
    }

    @Test func `nothing leads to a state that is no longer used, and every other is reached`() {
        let reached = State.allCases.reduce(into: Set<State>()) { $0.formUnion($1.mayBecome) }
        #expect(reached == Set(State.allCases).subtracting([.onHold]))
    }

    @Test func `an end is left by reopening alone`() {
        for state in State.allCases where state.isFinal {
            #expect(state.mayBecome.subtracting([.closed]) == [.received, .verified])
        }
    }
}
