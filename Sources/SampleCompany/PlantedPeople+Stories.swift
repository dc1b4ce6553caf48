extension PlantedPeople {
    /// Somebody to try, and what the request of such a person shows.
    package struct Story: Sendable {
        /// The address to open a request with.
        package var email: String
        /// What it shows, in a sentence.
        package var shows: String
    }

    /// The people of the sample company who are worth a request each, the plain one first.
    package static let stories: [Story] =
        [
            (ada, "the whole story: all four systems, notes that name others, 2,241 chat messages"),
            (sharing[0], "two people under one address: which of them asks is to be proven"),
            (changedYesterday, "an address that changed yesterday: a code alone does not do"),
            (lookAlike.ascii, "somebody else has an address that looks the same (a Cyrillic letter): a warning"),
            (caseTwins[1], "two customers whose addresses differ in capitals alone, which is one address"),
            (applicantAndCustomer, "an applicant who is a customer too, and in a colleague's note"),
            (applicantOnly, "an applicant with documents whose names are traps"),
            (
                chatOnly,
                "known to the chat alone, without a number or a postal address: the passphrase is told in person"
            ),
            (unreadableSince, "an address on file since a day that cannot be read"),
            (brokenText, "a note that is not valid text: kept byte for byte"),
        ].compactMap { person, shows in person.email.map { Story(email: $0, shows: shows) } }
        + [Story(email: "nobody@example.com", shows: "nobody knows the address: the answer that nothing is held")]
}
