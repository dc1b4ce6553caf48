package import ExporterKit
package import Policy
package import Correspondence

/// Everything that a controller's folder says, read and found valid.
package struct Configuration: Sendable {
    /// Who answers and what it promises.
    package var controller: Controller
    /// The record of processing.
    package var processing: Processing
    /// The source systems, sorted by id.
    package var systems: [SystemDescription]
    /// The controller's folder.
    package var folder: String
    /// The templates of letters, with the controller's own.
    package var letters: LetterTemplates

    /// Makes a configuration.
    package init(
        controller: Controller,
        processing: Processing,
        systems: [SystemDescription],
        folder: String,
        letters: LetterTemplates = .builtIn
    ) {
        self.controller = controller
        self.processing = processing
        self.systems = systems
        self.folder = folder
        self.letters = letters
    }

    /// The system with an id.
    package func system(_ id: String) -> SystemDescription? { systems.first { $0.id == id } }
}
