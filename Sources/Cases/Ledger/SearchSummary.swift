import ExporterKit
package import Groundwork

/// Where it was looked for a person, and where it could not be: what a denial is true of.
package struct SearchSummary: Sendable, Hashable {
    /// Something in which it was looked, and when.
    package struct Place: Sendable, Hashable {
        /// What people call the system, or the category that a colleague looked up by hand.
        package var title: String
        package var day: CivilDay

        package init(title: String, day: CivilDay) {
            self.title = title
            self.day = day
        }
    }

    package var searched: [Place]
    /// What people call the systems that could not be searched by what is known of the person.
    package var notSearched: [String]

    package init(searched: [Place] = [], notSearched: [String] = []) {
        self.searched = searched
        self.notSearched = notSearched
    }
}
