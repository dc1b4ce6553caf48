import Foundation

/// A PDF of one page, drawn by the operators that are given.
func samplePDF(_ drawing: String) -> [UInt8] {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    return Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj\(page)endobj
        4 0 obj<</Length \(drawing.utf8.count)>>stream
        \(drawing)
        endstream endobj
        5 0 obj\(font)endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8
    )
}

/// Draws a letter that says this.
func letter(_ text: String) -> String { "BT /F1 12 Tf 20 150 Td (\(text)) Tj ET" }

/// Draws a black box over what stands behind `Letter about`.
let blackBox = "0 g 86 147 72 12 re f"
