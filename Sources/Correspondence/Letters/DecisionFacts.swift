package import Policy

/// What a refusal tells (Article 12(4)).
package struct RefusalFacts: Sendable {
    package var requestID: String
    package var right: Right
    /// A word that ``RefusalGround`` knows, or the operator's own ground in the person's language.
    package var ground: String
    /// The article of an own ground, such as `15(4)`; a known ground has its own.
    package var article: String?
    /// Why the ground applies here, in the person's language.
    package var reason: String
    /// Whether the rest of the request is carried out.
    package var isPartial: Bool

    /// Gathers what the letter tells.
    package init(
        requestID: String,
        right: Right,
        ground: String,
        article: String? = nil,
        reason: String,
        isPartial: Bool = false
    ) {
        self.requestID = requestID
        self.right = right
        self.ground = ground
        self.article = article
        self.reason = reason
        self.isPartial = isPartial
    }
}

/// What a confirmation tells of a right that people carried out.
package struct ConfirmationFacts: Sendable {
    /// Something that is kept in spite of the request.
    package struct Kept: Sendable, Hashable {
        /// What it is, in the person's language: `Facturen`.
        package var title: String
        /// A word that ``RefusalGround`` knows, or the reason in the person's language.
        package var ground: String

        /// Names something that is kept.
        package init(title: String, ground: String) {
            self.title = title
            self.ground = ground
        }
    }

    /// How many places hold the person or may hold them, and in how many of them it was done.
    package struct Places: Sendable, Hashable {
        package var done: Int
        package var all: Int

        /// Counts places; nil where none is done, of which there is nothing to say.
        package init?(done: Int, all: Int) {
            guard done > 0, all >= done else { return nil }
            self.done = done
            self.all = all
        }
    }

    package var requestID: String
    package var right: Right
    package var kept: [Kept]
    /// Whether a copy of the data follows, as some promise for an objection that is upheld.
    package var copyFollows: Bool
    /// In how many places it was done; nil where nobody kept a list.
    package var places: Places?

    /// Gathers what the letter tells.
    package init(
        requestID: String,
        right: Right,
        kept: [Kept] = [],
        copyFollows: Bool = false,
        places: Places? = nil
    ) {
        self.requestID = requestID
        self.right = right
        self.kept = kept
        self.copyFollows = copyFollows
        self.places = places
    }
}
