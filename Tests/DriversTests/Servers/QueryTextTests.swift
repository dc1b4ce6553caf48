import SQLParts
import Testing

@Suite struct `Parameters in a server's query` {
    private func text(_ query: String, _ dialect: SQLDialect) -> String {
        let text = QueryText(query, dialect)
        return text.text { "<\(text.parameters[$0])>" }
    }

    @Test(arguments: [
        ("SELECT a FROM t WHERE a = :email AND b=:b_2", "SELECT a FROM t WHERE a = <email> AND b=<b_2>"),
        ("SELECT :email::text, a::int", "SELECT <email>::text, a::int"),
        (
            "SELECT ':no', 'it''s :no', \"c:no\", \"x\"\":no\", :yes",
            "SELECT ':no', 'it''s :no', \"c:no\", \"x\"\":no\", <yes>"
        ),
        ("SELECT 'back\\', :yes", "SELECT 'back\\', <yes>"),
        ("SELECT E'it\\'s :no', :yes", "SELECT E'it\\'s :no', <yes>"),
        ("SELECT note'x', :yes", "SELECT note'x', <yes>"),
        ("SELECT $$ :no $$, $a$ :no $$ :no $a$, :yes", "SELECT $$ :no $$, $a$ :no $$ :no $a$, <yes>"),
        ("SELECT 1 -- :no\n, :yes", "SELECT 1 -- :no\n, <yes>"),
        ("SELECT 1 /* :no /* :no */ :no */, :yes", "SELECT 1 /* :no /* :no */ :no */, <yes>"),
        ("SELECT a[1:2], a[:yes]", "SELECT a[1:2], a[<yes>]"),
        ("SELECT 'never closed :no", "SELECT 'never closed :no"),
        ("SELECT '\u{1F9EB}:no', :größe", "SELECT '\u{1F9EB}:no', <größe>"),
    ])
    func `PostgreSQL's stand only in its code`(query: String, read: String) {
        #expect(text(query, .postgreSQL) == read)
    }

    @Test(arguments: [
        ("SELECT a FROM t WHERE a = :email", "SELECT a FROM t WHERE a = <email>"),
        (#"SELECT 'it\'s :no', "x\":no", `c\`, :yes"#, #"SELECT 'it\'s :no', "x\":no", `c\`, <yes>"#),
        ("SELECT 1 # :no\n, :yes", "SELECT 1 # :no\n, <yes>"),
        ("SELECT 5--:yes\n, 1 -- :no\n", "SELECT 5--<yes>\n, 1 -- :no\n"),
        ("SELECT 1 /* /* :no */, :yes", "SELECT 1 /* /* :no */, <yes>"),
        ("SELECT /*! :yes */ 1", "SELECT /*! <yes> */ 1"),
        ("SELECT @a := :yes", "SELECT @a := <yes>"),
    ])
    func `MariaDB's stand only in its code`(query: String, read: String) {
        #expect(text(query, .mariaDB) == read)
    }

    @Test func `a kind that stands twice is one kind and two parameters`() {
        let text = QueryText("SELECT :b, :a, :b", .mariaDB)
        #expect(text.kinds == ["b", "a"] && text.parameters == ["b", "a", "b"])
    }

    @Test func `a parameter without a name is seen, and none in a text`() {
        #expect(QueryText("SELECT $1", .postgreSQL).hasNameless)
        #expect(QueryText("SELECT ?", .mariaDB).hasNameless)
        #expect(!QueryText("SELECT '$1', $$ $1 $$, a ? 'b'", .postgreSQL).hasNameless)
        #expect(!QueryText("SELECT '?', `?`, \"?\" -- ?", .mariaDB).hasNameless)
    }

    @Test(arguments: [
        "SELECT a INTO OUTFILE '/tmp/x' FROM t", "SELECT 1 /*!50000 INTO @a */", "SELECT a FROM t FOR UPDATE",
        "SELECT a FROM t lock in share mode",
    ])
    func `what does more than read is seen`(query: String) {
        #expect(QueryText(query, .mariaDB).doesMore)
        #expect(!QueryText("SELECT 'into', t.into, `into` FROM t -- for update", .mariaDB).doesMore)
    }
}
