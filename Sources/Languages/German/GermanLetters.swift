extension GermanVocabulary {
    package var letters: [String: [UInt8]] {
        // The files of the folder `GermanLetters`, which the build puts into the program.
        [
            "acknowledgement.de": PackageResources.acknowledgement_de_txt,
            "clarification.de": PackageResources.clarification_de_txt,
            "code.de": PackageResources.code_de_txt,
            "identification.de": PackageResources.identification_de_txt,
            "extension.de": PackageResources.extension_de_txt,
            "refusal.de": PackageResources.refusal_de_txt,
            "confirmation.de": PackageResources.confirmation_de_txt,
            "archive.de": PackageResources.archive_de_txt,
            "organisation.de": PackageResources.organisation_de_txt,
            "elsewhere.de": PackageResources.elsewhere_de_txt,
            "nothing-held.de": PackageResources.nothing_held_de_txt,
            "opening.de": PackageResources.opening_de_txt,
            "decryption.de": PackageResources.decryption_de_txt,
            "rights.de": PackageResources.rights_de_txt,
            "notice.de": PackageResources.notice_de_txt,
            "complaint.de": PackageResources.complaint_de_txt,
            "contact.de": PackageResources.contact_de_txt,
            "farewell.de": PackageResources.farewell_de_txt,
        ]
    }
}
