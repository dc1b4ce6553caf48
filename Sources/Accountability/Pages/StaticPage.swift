import PackagingStage

/// A page that stands alone: no script, nothing from elsewhere, fit for a phone, a desk and paper.
struct StaticPage: Sendable {
    let title: String
    /// Whose page it is, above the title.
    let sender: String
    /// What follows the title.
    let lead: HTML
    /// A heading and what stands under it, each a card of its own.
    var sections: [Section]
    let footer: String

    /// A part of the page.
    struct Section: Sendable {
        let id: String
        let heading: String
        let content: HTML
    }

    /// The page's bytes.
    var bytes: [UInt8] { page.bytes }

    private var page: HTML {
        """
        \(HTML.head(language: "en", title: title, images: false, styles: overviewStyle, accountStyle))
        <body>
        <a class="skip" href="#content">To the content</a>
        <header class="page-head">
        <div>
        <p class="sender">\(sender)</p>
        <h1>\(text: title)</h1>
        \(lead)
        </div>
        </header>
        <main id="content">
        \(sections.map(card))
        </main>
        <footer><p>\(text: footer)</p></footer>
        </body>
        </html>

        """
    }

    private func card(_ section: Section) -> HTML {
        """
        <section class="card" aria-labelledby="\(text: section.id)">
        <h2 id="\(text: section.id)">\(text: section.heading)</h2>
        \(section.content)
        </section>

        """
    }
}

/// What these pages need beside the overview's style.
private let accountStyle: StaticString = """

    main { padding-top: 2rem; }
    .picture h3 { margin-top: 1.5rem; }
    .picture + .picture { margin-top: 1.75rem; }
    .lead .term { white-space: nowrap; }
    .page-head .lead { max-width: 46rem; }
    .chart .above { text-anchor: middle; }
    .figures { display: grid; gap: 1rem 1.25rem; margin-top: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(6rem, 100%), 1fr)); }
    .figures > div { border-top: 3px solid var(--accent); padding-top: .5rem; }
    .figures dd { font-size: 1.9rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .figures dt { color: var(--soft); font-size: .9rem; }
    .figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .numbers td { text-align: right; white-space: nowrap; }
    .numbers th[scope="row"] { font-weight: 400; }
    .letter { white-space: pre-wrap; font: .9rem/1.5 ui-monospace, monospace; margin: 0 0 1rem 1.4rem; overflow-wrap: anywhere; }
    .hash { font: .82rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    .steps td:first-child { white-space: nowrap; }
    @media (max-width: 43.99rem) { .letter { margin-left: 0; } }

    """
