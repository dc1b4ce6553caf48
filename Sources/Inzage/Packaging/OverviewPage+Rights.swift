extension OverviewPage {
    /// The rights that the law gives, how to use them, and where to complain (Article 15(1)(e) and (f)).
    var rights: HTML {
        let items = words.rights.map { right -> HTML in
            """
            <li><h3>\(text: right.name) <span class="article">\(text: words.reference(right.article))</span></h3>
            <p>\(text: right.meaning)</p></li>

            """
        }
        return """
            <section class="card" id="rights" aria-labelledby="rights-title">
            <h2 id="rights-title">\(text: words.rightsHeading)</h2>
            <p>\(text: words.rightsIntroduction(contact: contactLine))</p>
            <ul class="rights">
            \(items)</ul>
            <h3>\(text: words.complaintHeading)</h3>
            <p>\(text: words.complaint(authority: facts.controller.supervisoryAuthorities.first?.name))\(authorityDetails)</p>
            <p>\(text: words.courtNote)</p>
            </section>
            """
    }

    private var authorityDetails: HTML {
        guard let authority = facts.controller.supervisoryAuthorities.first else { return .nothing }
        let post = authority.post.map { post -> HTML in "<br>\(post)" } ?? .nothing
        let website = authority.website.map { website -> HTML in "<br>\(link(website))" } ?? .nothing
        return post + website
    }

    /// Only what parses as an https address becomes a link; anything else stays text.
    private func link(_ website: String) -> HTML {
        guard let address = WebAddress(website) else { return "\(website)" }
        return "<a href=\"\(text: address.text)\" rel=\"noreferrer noopener\">\(text: address.text)</a>"
    }
}
