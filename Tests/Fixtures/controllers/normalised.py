"""How a leaf of the source may look in a fixture: the checks, each with its reason, and the texts said in other words.

A check gets the fixture, the place, the value to look for and the source's leaf. It returns the groups of places that
hold the leaf: one place of every group is needed, so a change of all places of one group must be noticed. Words that
the source does not have, such as a translation, must be there too, but are in no group. It raises `Missing` where the
leaf is not found.
"""
import re

NOTHING = (None, "", "null", "~")


class Missing(Exception):
    """A leaf that is not where it should be."""


def expect(found, wanted, got):
    if not found:
        raise Missing(f"wanted {wanted!r}, got {got!r}")


def empty(value):
    return value in NOTHING or value in ([], {})


def beside(place, *names):
    """A place next to another one."""
    return (*place[:-1], *names)


# --- Texts that are said to people in other words than the source's ---------------------------------------------------

# Words of the source, words of the fixture, and why.
REWORDED = {words: said for words, said, _ in [
    ("application_date < 2018-05-25", "applicants before 25 May 2018", "a condition, kept beside it under `when`"),
    ("chose to stay in touch", "applicants who chose to stay in touch", "needs its subject to be understood"),
    ("applicant chose to stay in touch", "applicants who chose to stay in touch", "the same"),
    ("data processed now or in the past, about or traceable to the person",
     "data that we process or have processed, about you or traceable to you", "speaks to the person"),
    ("service probably cannot continue",
     "If you have the service carried out by another party, we probably cannot continue it, because the data files can "
     "then no longer be linked securely.", "a whole sentence for the mail"),
    ("subject lifts it", "you lift the restriction", "speaks to the person"),
    ("go to the platform first, Bechtle helps if problems remain",
     "Go to the platform first; Bechtle helps if problems remain.", "a whole sentence"),
    ("aannemers en dienstverleners, contractual confidentiality",
     "contractors and service providers, contractual confidentiality", "two languages in one text"),
    ("IP-adres (plain then anonymous hash)", "IP address (plain then anonymous hash)", "the same"),
    ("IE / US", "Ireland / United States", "a code is for one country"),
    ("IE, servers in Frankfurt", "Ireland, servers in Frankfurt", "the same"),
    ("US or other non-EU", "United States or another country outside the EU", "the same"),
    ("outside EEA", "outside the EEA", "grammar"),
    ("may be outside EU", "may be outside the EU", "grammar"),
    ("possibly outside EU/EEA", "possibly outside the EU/EEA", "grammar"),
]}
# Conditions that a machine decides.
WHEN = {"application_date < 2018-05-25": "application < 2018-05-25", "chose to stay in touch": "stays_in_touch",
        "applicant chose to stay in touch": "stays_in_touch"}
RIGHTS = {"marketing_opt_out": "objection_direct_marketing"}
PROCESSOR_ROLE = "processor for {} (customer is the controller)"


# --- Checks -----------------------------------------------------------------------------------------------------------

def same(fixture, place, value, leaf):
    got = fixture.at(place)
    expect(empty(got) if empty(value) else got == value, value, got)
    return [[place]]


def in_note(fixture, place, value, leaf):
    got = fixture.at(place)
    expect(isinstance(got, str) and value in got, f"... {value} ...", got)
    return [[place]]


def remark(fixture, place, value, leaf):
    got = fixture.at(place)
    if empty(value) or got == value:
        return same(fixture, place, value, leaf)
    match = re.fullmatch(r"(.+?) \((.*)\)", value)
    expect(match and got == match[1], value, got)
    return [[place], *in_note(fixture, beside(place, "note"), match[2], leaf)]


def sides(fixture, place):
    """A text's words with their places: one in all languages, or both Dutch and English."""
    got = fixture.at(place)
    if isinstance(got, str):
        return [(got, place)]
    expect(isinstance(got, dict) and not any(empty(got.get(side)) for side in ("nl", "en")), "nl and en", got)
    return [(got["nl"], (*place, "nl")), (got["en"], (*place, "en"))]


def text(fixture, place, value, leaf):
    if empty(value):
        return same(fixture, place, value, leaf)
    quoted = re.findall(r" \('([^)]*)'\)", value)
    plain = re.sub(r" \('[^)]*'\)", "", value)
    words = sides(fixture, place)
    groups = [[where for said, where in words if said in (value, REWORDED.get(value))]]
    if not groups[0] and quoted:
        groups = [[where for said, where in words if said in (plain, REWORDED.get(plain))]]
        groups += [remarks(fixture, place, words) for words in quoted]
    if not groups[0]:
        groups = [remarks(fixture, place, f'"{value}"')]
    expect(all(groups), value, fixture.at(place))
    return groups


def title(fixture, place, value, leaf):
    words = sides(fixture, place)
    said, where = words[0 if leaf.path[-1] == "nl" else -1]
    expect(said == value, value, said)
    return [[where]]


def remarks(fixture, place, words):
    """The notes and quotes at a text that hold some words."""
    own = [(*place, key) for key in ("note", "quote")] + [beside(place, key) for key in ("note", "quote")]
    return [where for where in own if words in str(fixture.at(where))]


def condition(fixture, place, value, leaf):
    groups = text(fixture, place, value, leaf)
    if value in WHEN:
        groups += same(fixture, beside(place, "when"), WHEN[value], leaf)
    return groups


def event(fixture, place, value, leaf):
    groups = same(fixture, place, value, leaf)
    if not empty(value):
        sides(fixture, ("record", "events", value))
    return groups


def article(fixture, place, value, leaf):
    return same(fixture, place, value if empty(value) else f"6(1)({value})", leaf)


def yes_no(fixture, place, value, leaf):
    return same(fixture, place, {"true": "yes", "false": "no"}.get(value, value), leaf)


def right(fixture, place, value, leaf):
    return same(fixture, place, RIGHTS.get(value, value), leaf)


def key(fixture, place, value, leaf):
    expect(isinstance(fixture.at(place), dict), f"an entry {value}", fixture.at(place))
    return [[place]]


def true_by_default(fixture, place, value, leaf):
    if value == "true" and fixture.at(place) is None:
        return [[place]]
    return same(fixture, place, value, leaf)


def words_instead(fixture, place, value, leaf):
    expect(value == "true" and sides(fixture, place), "true", value)
    return [[place]]


def one_of(fixture, place, value, leaf):
    got = fixture.at(place)
    if isinstance(got, list) and value in got:
        return [[(*place, str(got.index(value)))]]
    return same(fixture, place, value, leaf)


def delivery(fixture, place, value, leaf):
    if leaf.around["stated"] == "true":
        expect(not empty(fixture.at(place)) and fixture.at(place) != "not_stated", "an addressee", fixture.at(place))
        return [[place]] if value == "true" else same(fixture, place, value, leaf)
    groups = same(fixture, place, "not_stated", leaf)
    return groups if empty(value) else groups + same(fixture, ("controller", "statements", "delivery", "stated"),
                                                     "false", leaf)


def section(fixture, place, value, leaf):
    if value == "true":
        expect(not empty(fixture.at(place)), "what the policy states", fixture.at(place))
        return [[place]]
    return same(fixture, ("controller", "statements", leaf.path[0], "stated"), value, leaf)


def fee(fixture, place, value, leaf):
    if value == "free_for_marketing_objection":
        return one_of(fixture, beside(place, "free_for"), "objection_direct_marketing", leaf)
    return same(fixture, place, value, leaf)


def authority(fixture, place, value, leaf):
    got, name = fixture.at(place[:-1]), place[-1]
    if isinstance(got, list):
        one = lambda number, key: (*place[:-1], str(number), key)
        if name == "quote":
            return same(fixture, one(0, "quote"), value, leaf)
        if name == "country":
            countries = value.split(", ")
            expect(len(countries) == len(got), countries, got)
            return [same(fixture, one(n, "country"), code, leaf)[0] for n, code in enumerate(countries)]
        notes = [in_note(fixture, one(n, "note"), value, leaf)[0] for n in range(len(got))]
        return notes + [same(fixture, one(n, "name"), "null", leaf)[0] for n in range(len(got))]
    if empty(got):
        return same(fixture, ("controller", "statements", "supervisory_authority", name), value, leaf)
    return remark(fixture, place, value, leaf)


def third_country(fixture, place, value, leaf):
    got = fixture.at(place)
    if value in ("no", "not_stated"):
        expect(got == "none" if value == "no" else got is None, value, got)
        return [[place]]
    expect(isinstance(got, list) and got, f"transfers with certainty {value}", got)
    return [same(fixture, (*place, str(n), "certainty"), value, leaf)[0] for n in range(len(got))]


def third_countries(fixture, place, value, leaf):
    got = fixture.at(place)
    if isinstance(value, str):
        return same(fixture, (*place, leaf.path[-1], "country"), value, leaf)
    if isinstance(got, list):
        expect(len(got) == 1, "one transfer", got)
        return same(fixture, (*place, "0", "country"), value, leaf)
    expect(got in (None, "none"), "no transfer", got)
    return [[place]]


def safeguards(fixture, place, value, leaf):
    got = fixture.at(place)
    if not isinstance(got, list):
        expect(empty(value) and got in (None, "none"), value, got)
        return [[place]]
    name = ("safeguards",) if empty(value) else ("safeguards", leaf.path[-1])
    return [same(fixture, (*place, str(n), *name), value, leaf)[0] for n in range(len(got))]


def named(fixture, place, value, leaf):
    got = fixture.at(place)
    expect(empty(got) == (value == "false"), f"named: {value}", got)
    return [[place]]


def recipient(fixture, place, value, leaf):
    """The name of a recipient, or its service, with which the words of a mere kind of recipient stand."""
    kind = None if leaf.around["named"] == "true" or empty(leaf.around["name"]) else leaf.around["name"]
    if kind is None:
        return (same if place[-1] == "name" else text)(fixture, place, value, leaf)
    service = beside(place, "service")
    if place[-1] == "name":
        prefixed = [where for said, where in sides(fixture, service) if said.startswith(f"{kind}: ")]
        noted = remarks(fixture, service, f'"{kind}"')
        expect(prefixed + noted, kind, fixture.at(service))
        return [prefixed + noted]
    try:
        return text(fixture, service, value, leaf)
    except Missing:
        return text(fixture, service, f"{kind}: {value}", leaf)


def role_for(fixture, place, value, leaf):
    got = fixture.at(place)
    expect(isinstance(got, str) and value == PROCESSOR_ROLE.format(got), value, got)
    return [[place]]


def external(fixture, place, value, leaf):
    sides(fixture, beside(place, "source"))
    return same(fixture, place, value, leaf)


def decisions(fixture, place, value, leaf):
    own = ("controller", "automated_decisions")
    groups = same(fixture, place, value, leaf)
    if place[-1] == "used":
        sides(fixture, own)
        return groups
    return groups + same(fixture, own, "null", leaf)
