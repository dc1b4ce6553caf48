extension EnglishVocabulary {
    package var letters: [String: [UInt8]] {
        // The files of the folder `EnglishLetters`, which the build puts into the program.
        [
            "acknowledgement.en": PackageResources.acknowledgement_en_txt,
            "clarification.en": PackageResources.clarification_en_txt,
            "code.en": PackageResources.code_en_txt,
            "identification.en": PackageResources.identification_en_txt,
            "extension.en": PackageResources.extension_en_txt,
            "refusal.en": PackageResources.refusal_en_txt,
            "confirmation.en": PackageResources.confirmation_en_txt,
            "archive.en": PackageResources.archive_en_txt,
            "organisation.en": PackageResources.organisation_en_txt,
            "elsewhere.en": PackageResources.elsewhere_en_txt,
            "nothing-held.en": PackageResources.nothing_held_en_txt,
            "opening.en": PackageResources.opening_en_txt,
            "decryption.en": PackageResources.decryption_en_txt,
            "rights.en": PackageResources.rights_en_txt,
            "notice.en": PackageResources.notice_en_txt,
            "complaint.en": PackageResources.complaint_en_txt,
            "contact.en": PackageResources.contact_en_txt,
            "farewell.en": PackageResources.farewell_en_txt,
        ]
    }
}
