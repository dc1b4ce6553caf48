extension FrenchVocabulary {
    package var letters: [String: [UInt8]] {
        // The files of the folder `FrenchLetters`, which the build puts into the program.
        [
            "acknowledgement.fr": PackageResources.acknowledgement_fr_txt,
            "clarification.fr": PackageResources.clarification_fr_txt,
            "code.fr": PackageResources.code_fr_txt,
            "identification.fr": PackageResources.identification_fr_txt,
            "extension.fr": PackageResources.extension_fr_txt,
            "refusal.fr": PackageResources.refusal_fr_txt,
            "confirmation.fr": PackageResources.confirmation_fr_txt,
            "archive.fr": PackageResources.archive_fr_txt,
            "organisation.fr": PackageResources.organisation_fr_txt,
            "elsewhere.fr": PackageResources.elsewhere_fr_txt,
            "nothing-held.fr": PackageResources.nothing_held_fr_txt,
            "opening.fr": PackageResources.opening_fr_txt,
            "decryption.fr": PackageResources.decryption_fr_txt,
            "rights.fr": PackageResources.rights_fr_txt,
            "notice.fr": PackageResources.notice_fr_txt,
            "complaint.fr": PackageResources.complaint_fr_txt,
            "contact.fr": PackageResources.contact_fr_txt,
            "farewell.fr": PackageResources.farewell_fr_txt,
        ]
    }
}
