extension HTML {
    /// How a page begins, up to its body: no script runs in it, and nothing comes from elsewhere.
    ///
    /// - Parameter images: whether pictures may stand in the page itself, as data.
    package static func head(language: String, title: String, images: Bool, styles: StaticString...) -> HTML {
        let pictures = images ? "img-src data:; " : ""
        let policy = "default-src 'none'; style-src 'unsafe-inline'; \(pictures)base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="\(text: language)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(text: policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <meta name="format-detection" content="telephone=no, email=no, address=no">
            <title>\(text: title)</title>
            <style>\(styles.map(HTML.style))</style>
            </head>
            """
    }
}
