import Cases
import IntakeStage
import RegisterStore
import Policy

extension Register {
    /// Takes in a request about an address, and returns its id.
    @discardableResult
    func open(_ email: String = "ada@example.org") throws -> String {
        let intake = Intake(
            controller: .small,
            processing: .small,
            systems: [],
            register: self,
            archives: "/nonexistent"
        )
        return try intake.open(Submission(right: .access, claim: Claim(email: email, name: "Ada"), language: .nl)).id
    }
}
