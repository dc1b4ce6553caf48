#!/usr/bin/env python3
"""Holds the controllers' fixtures against source.yaml: every leaf of every entry must stand where the schema puts it.

    roundtrip.py              prints a line for every leaf that is missing or different; exits 1 if there is one
    roundtrip.py --selftest   spoils 200 leaves, one at a time and in memory, and exits 1 if one goes unnoticed
"""
import copy
import random
import re
import sys
from collections import namedtuple
from pathlib import Path

import yaml

import normalised as n

HERE = Path(__file__).parent
CONTROLLERS = ["protolabs_network", "three_d_config", "bechtle", "progressx", "letsbuild"]
FILES = {"controller": "controller.yaml", "record": "processing.yaml"}

# Every way in which a leaf may differ from the source, with the reason; `same` is a leaf that may not.
CHECKS = {
    "same": (n.same, "null, a missing key and an empty list all say that the policy is silent"),
    "note": (n.in_note, "one note holds several remarks"),
    "remark": (n.remark, "`X (Y)` is X with the note Y: a name or a country code must be clean"),
    "text": (n.text, "people read Dutch or English: one side is the source's, or REWORDED says how else it is put"),
    "title": (n.title, "both languages are the source's; a title that is the same in both is one text"),
    "condition": (n.condition, "a text for people, and a condition under `when` where a machine can decide it"),
    "event": (n.event, "the id stays; the words for it stand once, under `events`"),
    "article": (n.article, "letters of Art. 6(1) are written as articles"),
    "yes-no": (n.yes_no, "true and false are the words yes and no"),
    "right": (n.right, "marketing_opt_out is the right to object to direct marketing"),
    "key": (n.key, "ids are keys"),
    "true": (n.true_by_default, "true goes without saying"),
    "words": (n.words_instead, "a flag has become the sentence that people are told"),
    "one-of": (n.one_of, "a recipient may have several roles, of which the source has one under `role`"),
    "delivery": (n.delivery, "stated: false and a null addressee are `not_stated`; the flag is kept under statements"),
    "section": (n.section, "a section that is there is stated; that one is not is kept under statements"),
    "fee": (n.fee, "free for one right alone stands under `free_for`"),
    "authority": (n.authority, "several authorities are a list; one without any name is null, kept under statements"),
    "third-country": (n.third_country, "a transfer is one entry for each country, with its certainty"),
    "countries": (n.third_countries, "the same; no country is one entry without, or no transfer"),
    "safeguards": (n.safeguards, "the same; they stand at each country"),
    "named": (n.named, "who is not named has no name"),
    "recipient": (n.recipient, "the words for a kind of recipient stand before its service, or in the note"),
    "processor-for": (n.role_for, "a processor's category names whose it is"),
    "external": (n.external, "a source that must be named is named in `source`"),
    "decisions": (n.decisions, "the source's map is kept under statements; people are told a sentence"),
}

# Path in the source, place in the fixture, check. `*` is one key, `(a|b)` one of some, `**` any rest; $1 is the first of
# them, $** the rest. The first rule that fits counts; what has no place of its own stands under statements.
PLACES = """
name                                          controller.name                                    remark
name_note                                     controller.note
policy_date                                   controller.policy.date
policy_date_note                              controller.policy.note
policy_title                                  controller.policy.title
entities.*.*                                  controller.entities.$1.$2                          remark
contact.dpo                                   controller.contact.officer
contact.**                                    controller.contact.$**
country                                       controller.country
supervisory_authority.*                       controller.supervisory_authority.$1                authority
languages.policy.**                           controller.policy.languages.$**
languages.data_field                          controller.policy.language_field
languages.*                                   controller.statements.languages.$1

rights.*.id                                   controller.rights.$1.id                            right
rights.*.stated                               controller.rights.$1.stated                        yes-no
rights.*.(scope|notice|until|self_service)    controller.rights.$1.$2                            text
rights.*.confirmation_to_known_email          controller.rights.$1.confirmed_to_known_email
rights.*.on_upheld.**                         controller.rights.$1.when_upheld.$**
rights.*.**                                   controller.rights.$1.$**

request.channels_marketing_objection.**       controller.requests.marketing_objection_channels.$**
request.social_media_requests                 controller.requests.social_media                   text
request.self_service                          controller.requests.self_service                   text
request.**                                    controller.requests.$**
identity.identification_required_if.**        controller.identity.required_if.$**
identity.related                              controller.identity.note                           note
identity.**                                   controller.identity.$**
delivery.(stated|to)                          controller.delivery.to                             delivery
delivery.note                                 controller.delivery.note                           note
delivery.**                                   controller.delivery.$**
deadline.text                                 controller.deadline.pace
deadline.objection                            controller.deadline.per_right.objection
deadline.applies_to_rights.**                 controller.deadline.applies_to.$**
deadline.extension.notice_from                controller.deadline.extension.note                 note
deadline.**                                   controller.deadline.$**
refusal.**                                    controller.refusal.$**
fee.stated                                    controller.fee.default                             section
fee.default                                   controller.fee.default                             fee
fee.reasonable_fee_if.**                      controller.fee.reasonable_if.$**
fee.stated_for.**                             controller.fee.free_for.$**
fee.**                                        controller.fee.$**
answer_content.stated                         controller.answer.contents                         section
answer_content.fields.**                      controller.answer.contents.$**
answer_content.**                             controller.answer.$**
request_log.stated                            controller.request_log.keep                        section
request_log.related                           controller.statements.request_log.related
request_log.**                                controller.request_log.$**
children.stated                               controller.children.min_age                        section
children.**                                   controller.children.$**
automated_decisions.q                         controller.statements.automated_decisions_source.quote
automated_decisions.*                         controller.statements.automated_decisions_source.$1  decisions

transfer_general.condition.**                 record.transfers.conditions.$**
transfer_general.standard_warning             record.transfers.warning                           text
transfer_general.**                           record.transfers.$**
general_retention.*.from.**                   record.retention.$1.from.$**                       event
general_retention.*.applies_to                record.retention.$1.applies_to                     condition
general_retention.*.*                         record.retention.$1.$2

categories.*.id                               record.categories.$1                               key
categories.*.(nl|en)                          record.categories.$1.title                         title
categories.*.fields.**                        record.categories.$1.fields.$**                    text
categories.*.excluded_from_export.**          record.categories.$1.excluded_fields.$**
categories.*.source.**                        record.categories.$1.adapters.$**
categories.*.purposes.**                      record.categories.$1.purposes.$**                  text
categories.*.basis.**                         record.categories.$1.legal_bases.$**               article
categories.*.basis_stated_per_category        record.categories.$1.basis_stated                  true
categories.*.retention.*.from.**              record.categories.$1.retention.$2.from.$**         event
categories.*.retention.*.applies_to           record.categories.$1.retention.$2.applies_to       condition
categories.*.recipients.**                    record.categories.$1.processors.$**
categories.*.(must_state|external)_source     record.categories.$1.external_source               external
categories.*.contains_third_party_data        record.categories.$1.third_party_data
categories.*.requests_to_provider_first       record.categories.$1.ask_elsewhere_first           words
categories.*.role                             record.categories.$1.processor_for                 processor-for
categories.*.policy_text_note                 record.categories.$1.note
categories.*.**                               record.categories.$1.$**

processors.*.id                               record.processors.$1                               key
processors.*.named                            record.processors.$1.name                          named
processors.*.(name|service)                   record.processors.$1.$2                            recipient
processors.*.role                             record.processors.$1.role                          one-of
processors.*.country                          record.processors.$1.country                       text
processors.*.dpa                              record.processors.$1.agreement
processors.*.data.**                          record.processors.$1.data.$**                      text
processors.*.basis.**                         record.processors.$1.legal_bases.$**               article
processors.*.(own_purposes|confidentiality)   record.processors.$1.$2                            text
processors.*.conditional                      record.processors.$1.condition                     text
processors.*.url                              record.processors.$1.website
processors.*.transfer.third_country           record.processors.$1.transfers                     third-country
processors.*.transfer.countries.**            record.processors.$1.transfers                     countries
processors.*.transfer.safeguards.**           record.processors.$1.transfers                     safeguards
processors.*.note                             record.processors.$1.note                          note
processors.*.**                               record.processors.$1.$**

*.**                                          controller.statements.$1.$**
"""
Leaf = namedtuple("Leaf", "path value around")


def rule(line):
    source, place, check = (*line.split(), "same")[:3]
    pattern = source.replace(".", r"\.").replace(r"\.**", r"((?:\..+)?)").replace("*", r"([^.]+)")
    return re.compile(pattern), place, check


RULES = [rule(line) for line in PLACES.split("\n") if line]


class Fixture:
    """A controller's two files, as a tree of texts."""

    def __init__(self, folder):
        self.tree = {name: load(folder / file) for name, file in FILES.items()}

    def at(self, place):
        """What stands at a place, or None."""
        node = self.tree
        for part in place:
            key = index(node, part)
            if key is None:
                return None
            node = node[key]
        return node

    def put(self, place, value):
        """Writes at a place, making the way to it; None takes away what stands there."""
        node = self.tree
        for part in place[:-1]:
            key = index(node, part)
            if key is None or not isinstance(node[key], (dict, list)):
                key = part if key is None else key
                node[key] = {}
            node = node[key]
        key = index(node, place[-1])
        if value is None:
            del node[key]
        elif isinstance(node, list) and key is None:
            node.append(value)
        else:
            node[place[-1] if key is None else key] = value


def index(node, part):
    """The key of a part in a map, or its number in a list, where it may be an id or a name."""
    if isinstance(node, dict):
        return part if part in node else None
    if not isinstance(node, list):
        return None
    if part.isdigit():
        return int(part) if int(part) < len(node) else None
    names = [item.get("id", item.get("name")) if isinstance(item, dict) else None for item in node]
    return next((number for number, name in enumerate(names) if name and name in (part, part.split(" (")[0])), None)


def load(path):
    """A file in which every scalar is the text that was written."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def leaves(node, path=(), around=None):
    """Every scalar and every empty list of a tree; items of lists by their ids or numbers, legal entities by name."""
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from leaves(value, (*path, key), node)
    elif isinstance(node, list) and node:
        for number, item in enumerate(node):
            own = item if isinstance(item, dict) else {}
            key = own.get("id") or (own["name"] if path == ("entities",) else str(number))
            yield from leaves(item, (*path, key), around)
    else:
        yield Leaf(path, node, around)


def place_of(leaf):
    """Where the schema puts a leaf, and the check that it needs."""
    parts = [n.RIGHTS.get(part, part) if leaf.path[0] == "rights" else part for part in leaf.path]
    # Dots in a name are no separators.
    path = ".".join(part.replace(".", "\0") for part in parts)
    for pattern, place, check in RULES:
        if match := pattern.fullmatch(path):
            stars = [star.strip(".") for star in match.groups()]
            place = place.replace("$**", stars[-1] if stars else "")
            for number, star in enumerate(stars, 1):
                place = place.replace(f"${number}", star)
            words = [part.replace("\0", ".") for part in place.split(".") if part]
            return tuple("quote" if part == "q" else part for part in words), check
    raise n.Missing("no rule says where it belongs")


def held(fixture, leaf):
    """The groups of places that hold a leaf."""
    place, check = place_of(leaf)
    return CHECKS[check][0](fixture, place, leaf.value, leaf)


def report(fixture, entry):
    """Every leaf that is missing, with what is wrong."""
    for leaf in entry:
        try:
            held(fixture, leaf)
        except n.Missing as problem:
            yield leaf, problem


def spoil(fixture, leaf, chance):
    """A copy of a fixture with one leaf taken away or changed."""
    spoilt = copy.deepcopy(fixture)
    for place in chance.choice(held(fixture, leaf)):
        check = place_of(leaf)[1]
        # True goes without saying; and of words that the source does not have, only that they are there.
        takes_away = {"true": False, "words": True}.get(check, chance.random() < 0.5)
        takes_away = takes_away and not n.empty(spoilt.at(place))
        spoilt.put(place, None if takes_away else "spoilt")
    return spoilt


def selftest(entries, fixtures, count=200, seed=20260):
    chance = random.Random(seed)
    pool = [(name, leaf) for name, entry in entries.items() for leaf in entry]
    unnoticed = 0
    for name, leaf in chance.sample(pool, count):
        if not any(report(spoil(fixtures[name], leaf, chance), entries[name])):
            print(f"{name}.{'.'.join(leaf.path)}: spoilt, and not noticed")
            unnoticed += 1
    print(f"spoilt {count}, unnoticed {unnoticed}")
    return unnoticed


def main(arguments):
    source = load(HERE / "source.yaml")
    entries = {name: list(leaves(source[name])) for name in CONTROLLERS}
    fixtures = {name: Fixture(HERE / name.replace("_", "-")) for name in CONTROLLERS}
    missing = [(name, *found) for name in CONTROLLERS for found in report(fixtures[name], entries[name])]
    for name, leaf, problem in missing:
        print(f"{name}.{'.'.join(leaf.path)}: {problem}")
    count = sum(map(len, entries.values()))
    print(f"controllers {len(entries)}, leaves {count}, missing {len(missing)}")
    return 1 if missing or "--selftest" in arguments and selftest(entries, fixtures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
