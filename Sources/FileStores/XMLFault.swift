import CXML
import DriverParts
import ExporterKit

/// What libxml2 found wrong with a file, told to who can mend it.
struct XMLFault {
    private let error: xmlParserErrors

    init(code: UInt32) { error = xmlParserErrors(rawValue: code) }

    /// A document type may name entities that grow without end, or a file elsewhere that would change what is read.
    static let documentType = Problem(
        .malformed,
        "file",
        "the XML has a document type (`<!DOCTYPE`), which is refused with the entities and files that it may name",
        fix: "have the job write it without one"
    )

    var problem: Problem {
        switch error {
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
            Problem(
                .malformed,
                "file",
                "the XML has an entity that XML does not know of itself, such as `&nbsp;`",
                fix: "have the job write the character, or its number as in `&#160;`"
            )
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
            XML_I18N_CONV_FAILED, XML_I18N_NO_NAME:
            Problem(
                .malformed,
                "encoding",
                "a byte stands here that the XML's encoding does not have, or XML never does",
                fix: "say the `encoding` in exporter.yaml, where the file says a wrong one or none, or write it again"
            )
        case XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED,
            XML_ERR_CDATA_NOT_FINISHED, XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_ATTRIBUTE_NOT_FINISHED:
            Problem(.malformed, "file", "the XML is cut or broken", fix: "look at the job that writes it")
        case XML_ERR_DOCUMENT_EMPTY:
            Problem(.malformed, "format", "the file is not XML", fix: "check `format`, and the job that writes it")
        case XML_ERR_NAME_TOO_LONG, XML_ERR_INTERNAL_ERROR:
            Problem(.tooLarge, "file", "the XML has a name or a value that is too long", fix: "look at what wrote it")
        default:
            Problem(
                .malformed,
                "file",
                "the XML is broken",
                fix: "look at the job that writes it; `xmllint --noout FILE` says what is wrong"
            )
        }
    }
}
