import Policy
import Languages

extension OverviewPage {
    /// Where to complain: the authorities as the policy names them, and where to look where it names none of today.
    var complaint: HTML {
        let authorities = facts.controller.supervisoryAuthorities
        let current = authorities.filter { $0.name != nil && !$0.isObsolete }
        let former = authorities.filter(\.isObsolete).compactMap(\.name)
        let unnamed = authorities.filter { $0.name == nil }
        var paragraphs: [HTML] = current.map { authority in
            "<p>\(text: words.complaint(authority: authority.name))\(details(authority))</p>\n"
        }
        if current.isEmpty { paragraphs.append("<p>\(text: words.complaint(authority: nil))</p>\n") }
        paragraphs += former.map { name in "<p>\(text: words.formerAuthority(name))</p>\n" }
        paragraphs += pointers(unnamed, listIsGiven: current.isEmpty)
        if let place = facts.controller.contact.complaintsFirstTo {
            paragraphs.append("<p>\(text: words.complaintsFirst(place))</p>\n")
        }
        return """
            <h3>\(text: words.complaintHeading)</h3>
            \(paragraphs)<p>\(text: words.courtNote)</p>
            """
    }

    private func details(_ authority: SupervisoryAuthority) -> HTML {
        let post = authority.post.map { post -> HTML in "<br>\(post)" } ?? .nothing
        let website = authority.website.map { website -> HTML in "<br>\(link(website))" } ?? .nothing
        return post + website
    }

    private func pointers(_ unnamed: [SupervisoryAuthority], listIsGiven: Bool) -> [HTML] {
        let countries = words.enumeration(unnamed.compactMap(\.country).map(words.country), words.and)
        guard !unnamed.isEmpty, !countries.isEmpty else { return [] }
        let list = listIsGiven ? "" : " \(words.listOfAuthorities)"
        return ["<p>\(text: words.unnamedAuthority(countries) + list)</p>\n"]
    }
}
