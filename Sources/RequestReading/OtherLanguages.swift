/// Languages that nobody answers in here, told apart so that a mail in one of them waits for a person instead of being
/// taken for one of ours.
enum OtherLanguages {
    static let common: [Set<[UInt8]>] = [
        // Spanish, Italian, Portuguese and Romanian.
        """
        el los las y que en por una con para mis datos su sus personales como es no se usted estimados saludos solicito \
        derecho acceso mi ustedes tienen sobre cordial buenos dias quiero
        """,
        """
        il lo gli e che di per una con sono miei dati vostri vostra personali come questo della dei delle nel gentili \
        saluti cordiali chiedo richiedo diritto accesso mi vi
        """,
        """
        o os as e que em por uma com para meus dados seus pessoais como nao se voces prezados cumprimentos solicito \
        direito acesso meu minha sobre dos das
        """,
        """
        si sa pe cu pentru din este sunt datele mele dumneavoastra stimate va rog doresc dreptul la care mea despre
        """,
        // Polish, Czech.
        """
        i w na z o do sie nie jest moje moich danych osobowych prosze dzien dobry panstwo panstwa prawo dostep ze dla \
        mnie wszystkie jakie pozdrawiam szanowni
        """,
        """
        a v na se je pro moje udaje osobni prosim dobry den mych vas vase podle pozadam jsem ktere uchovavate zadam
        """,
        // Swedish, Danish, Norwegian.
        """
        och att det som jag en er pa ar av for med till den mina har inte om personuppgifter ni vilka halsningar hej vill
        """,
        """
        og at det som jeg en er pa af for med til den mine har ikke om personoplysninger hvilke venlig hilsen hej vil i
        """,
        // Finnish, Hungarian, Turkish.
        """
        ja on etta minun tietoja tiedot teilla olen haluan henkilotiedot mita hei ystavallisin terveisin pyydan
        """,
        """
        es a az hogy nem en adataim szemelyes kerem tisztelt udvozlettel onok rolam milyen adatokat kerelem
        """,
        """
        ve bir bu icin ile kisisel verilerim hakkinda sayin lutfen benim size saygilar istiyorum hangi talep
        """,
    ].map(RequestWords.words)
}
