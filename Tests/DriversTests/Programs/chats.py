#!/usr/bin/env python3
"""Writes an export of a chat service and, beside it, what is in it for some people, read again from the files with json
alone: chats.py FOLDER FLAVOUR COUNT SEED. Makes FOLDER/export and FOLDER/expected.json.

Rows are what the test shows of cells: `text X`, `json X`, `number N` or `null`.
"""
import collections
import datetime
import json
import os
import random
import re
import sys

folder, flavour, count, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
chance = random.Random(seed)
export = folder + "/export"
os.makedirs(export)
WIDTH = 2


def write(path, value):
    os.makedirs(os.path.dirname(f"{export}/{path}"), exist_ok=True)
    with open(f"{export}/{path}", "w", encoding="utf-8") as file:
        style = chance.choice([{}, {"indent": 2}, {"ensure_ascii": False}, {"separators": (",", ":")}])
        text = json.dumps(value, **style)
        # Some writers hide the angle brackets.
        file.write(text.replace("<", "\\u003c").replace(">", "\\u003E") if chance.random() < 0.3 else text)


def say(value):
    if value is None:
        return "null"
    if isinstance(value, list):
        return "json " + json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"number {value}" if isinstance(value, int) else "text " + value


def moment(seconds, fraction):
    day = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)
    return day.strftime("%Y-%m-%dT%H:%M:%S") + "." + fraction + "Z"


def unique(values):
    return list(dict.fromkeys(values))


# --- Slack

IDS = ["U1", "U12", "U123", "U1234", "W12", "U2B", "UNEW", "U12X"]
WORDS = ["hello", "<@U12>", "<@U123>", "<@U123|kim>", "<@W12> and <@U12>!", "&lt;@U12&gt;", "<!here>", "<#C1|general>",
         "kim@example.org", "<mailto:kim@example.org|kim@example.org>", "😀 Zoë \"x\" \\", "U12", "@U12", "<@U12",
         "<@u12>", "<@U1234><@U1>", "\n\t", "<https://x.example/@U12>"]


def make_slack():
    users = []
    for number, id in enumerate(IDS):
        if id == "UNEW":
            continue
        profile = {"real_name": f"Person {number} Ö", "display_name": f"p{number}"}
        if number % 3 != 2:
            profile["email"] = f"Person{number}@Example.org"
        users.append({"id": id, "team_id": "T1", "name": f"person{number}", "deleted": number == 3, "profile": profile,
                      "is_bot": False, "updated": 1700000000 + number, "color": "aabbcc"})
    write("users.json", users)
    channels = [{"id": f"C{n}", "name": f"room-{n}", "created": 1600000000 + n, "creator": "U1",
                 "is_archived": n == 2, "members": chance.sample(IDS, 4),
                 "topic": {"value": f"topic {n}", "creator": "U1", "last_set": 0}, "purpose": {"value": ""}}
                for n in range(4)]
    groups = [{"id": "G1", "name": "secret-plans", "created": 1600000000, "creator": "U12", "is_archived": False,
               "members": ["U12", "U123"], "topic": {"value": ""}, "purpose": {"value": "plans"}}]
    dms = [{"id": f"D{n}", "created": 1600000000, "members": pair}
           for n, pair in enumerate([["U12", "U123"], ["U1", "U12"], ["U1234", "U2B"]])]
    mpims = [{"id": "G9", "name": "mpdm-person1--person2--person4-1", "created": 1600000000, "creator": "U12",
              "is_archived": False, "members": ["U12", "U123", "W12"], "topic": {"value": ""}, "purpose": {"value": ""}}]
    write("channels.json", channels)
    write("groups.json", groups)
    write("dms.json", dms)
    write("mpims.json", mpims)
    folders = [c["name"] for c in channels + groups + mpims] + [d["id"] for d in dms] + ["forgotten"]
    days = collections.defaultdict(list)
    for number in range(count):
        place = chance.choice(folders)
        day = chance.randrange(12)
        seconds = 1704067200 + day * 86400 + chance.randrange(86400)
        days[place, day].append(slack_message(f"{seconds}.{number:06d}", number))
    for (place, day), messages in days.items():
        if chance.random() < 0.8:
            messages.sort(key=lambda message: message.get("ts", ""))
        date = datetime.date(2024, 1, 1) + datetime.timedelta(days=day)
        write(f"{place}/{date}.json", messages)


def slack_message(ts, number):
    message = {"type": "message", "ts": ts, "client_msg_id": f"m{number}",
               "text": " ".join(chance.choices(WORDS, k=chance.randrange(5)))}
    kind = chance.random()
    if kind < 0.85:
        message["user"] = chance.choice(IDS)
    elif kind < 0.9:
        message.update(subtype="bot_message", bot_id="B1", username="Robot")
    if chance.random() < 0.2:
        message["thread_ts"] = f"{1704067200 + chance.randrange(86400)}.000001"
        message["parent_user_id"] = chance.choice(IDS)
    if chance.random() < 0.1:
        message["edited"] = {"user": message.get("user"), "ts": f"{1704067300 + number}.000000"}
    if chance.random() < 0.2:
        message["reactions"] = [{"name": chance.choice(["+1", "eyes"]), "count": 9,
                                 "users": unique(chance.choices(IDS, k=chance.randrange(1, 4)))}
                                for _ in range(chance.randrange(1, 3))]
    if chance.random() < 0.15:
        message["files"] = [{"id": f"F{number}-{n}", "name": f"plan {n}.pdf", "title": "Plan", "mimetype": "application/pdf",
                             "size": 100 + n, "url_private": f"https://files.example/{n}", "mode": "hosted"}
                            for n in range(chance.randrange(1, 3))]
    if chance.random() < 0.1:
        message["blocks"] = [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
            {"type": "user", "user_id": chance.choice(IDS)}, {"type": "text", "text": "see"}]}]}]
    if "user" in message and chance.random() < 0.2:
        message["user_profile"] = {"real_name": "Called " + message["user"], "name": "<@U1>"}
    if chance.random() < 0.02:
        message["ts"] = "yesterday"
    return message


def read_slack():
    def load(path):
        with open(f"{export}/{path}", encoding="utf-8") as file:
            return json.load(file)

    users = load("users.json")
    names = {u["id"]: u["profile"]["real_name"] for u in users}
    addresses = {u["id"]: u["profile"].get("email") for u in users}
    places, conversations = {}, []
    for file, kind in [("channels", "public"), ("groups", "private"), ("dms", "direct"), ("mpims", "group")]:
        for entry in load(file + ".json"):
            is_direct = kind in ("direct", "group")
            place = {"id": entry["id"], "kind": kind, "name": None if is_direct else entry["name"],
                     "to": entry["members"] if is_direct else []}
            places[entry["id"]] = places[entry.get("name", entry["id"])] = place
            conversations.append({
                "members": entry["members"],
                "row": [say(entry["id"]), say(place["name"]), say(kind), say(entry["members"]),
                        say((entry.get("topic") or {}).get("value") or None)]})
    messages = []
    for place in sorted(os.listdir(export)):
        if not os.path.isdir(f"{export}/{place}"):
            continue
        known = places.get(place) or {"id": fnv(place.encode()), "kind": "unknown", "name": place, "to": []}
        for day in sorted(os.listdir(f"{export}/{place}")):
            for held in load(f"{place}/{day}"):
                messages.append(slack_row(held, known, names, addresses))
    profiles = [{"ids": [u["id"]], "address": u["profile"].get("email"),
                 "row": [say(u["id"]), say(u["name"]), say(u["profile"]["real_name"]), say(u["profile"].get("email"))]}
                for u in users]
    return messages, profiles, conversations, addresses


def strings(value, key=None):
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)
    elif isinstance(value, dict):
        for name, element in value.items():
            yield None, name
            yield from strings(element, name)


def slack_row(held, place, names, addresses):
    ts = held["ts"]
    found = re.fullmatch(r"(\d{1,12})\.(\d{1,9})", ts)
    time = moment(*found.groups()) if found else ts
    mentioned = []
    for key, value in held.items():
        if key in ("user_profile", "reactions", "edited", "files"):
            continue
        for inner, text in strings(value):
            if inner == "user_id":
                mentioned.append(text)
            else:
                mentioned += re.findall(r"<@([A-Z0-9]{2,})[|>]", text)
    mentioned = unique(mentioned)
    user = held.get("user")
    reactions = held.get("reactions", [])
    reacted = unique(user for one in reactions for user in one["users"])
    id = place["id"] + "/" + ts
    called = (names.get(user) or held.get("user_profile", {}).get("real_name") or held.get("username"))
    edited = held.get("edited", {}).get("ts")
    return {
        "id": id, "place": place["id"], "moment": found and int(found[1]) * 1000000 + int(found[2]),
        "user": user, "to": place["to"], "mentioned": mentioned, "reacted": reacted,
        "answered": held.get("parent_user_id"),
        "row": [say(id), say(time), say(place["name"]), say(place["kind"]), say(user), say(called),
                say(addresses.get(user)), say(held["text"] or None),
                say(place["id"] + "/" + held["thread_ts"] if "thread_ts" in held else None),
                say(edited and moment(*edited.split("."))), say(mentioned), say([names.get(id) for id in mentioned]),
                say(reacted)],
        "reactions": [(by, [say(id), say(one["name"]), say(by), say(names.get(by))])
                      for one in reactions for by in one["users"]],
        "files": [[say(id), say(file["name"]), say(file["mimetype"]), say(file["size"]), say(file["url_private"])]
                  for file in held.get("files", [])],
    }


# --- Mattermost

NAMES = ["ada", "ada.l", "ada.l.", "adam", "kim_1", "kim", "lee-x", "gone"]
TEXTS = ["hello", "@kim", "@kim.", "@Kim, look", "x@kim.example", "kim@example.org", "@all @here", "(@ada.l.)", "@ada.l",
         "@adam-", "@nobody.", "@kim_1...", "Zoë@kim", "@gone!", "@", "@.", "\n@lee-x\n", "\"@ada\" \\ 😀"]


def make_mattermost():
    lines = [{"type": "version", "version": 1, "info": {"generator": "test"}},
             {"type": "team", "team": {"name": "t", "display_name": "Team", "type": "O"}}]
    for number in range(4):
        lines.append({"type": "channel", "channel": {
            "team": "t", "name": f"room-{number}", "display_name": f"Room {number}", "type": "OP"[number % 2],
            "header": f"topic {number}", "purpose": ""}})
    for number, name in enumerate(NAMES):
        if name == "gone":
            continue
        rooms = [{"name": f"room-{n}", "roles": "channel_user"} for n in chance.sample(range(4), 2)]
        lines.append({"type": "user", "user": {
            "username": name, "email": f"{name}{number}@Example.org", "first_name": "F" + name,
            "last_name": f"L{number}" if number % 2 else "", "nickname": "", "password": "hush", "delete_at": 0,
            "teams": [{"name": "t", "roles": "team_user", "channels": rooms}]}})
    posts = []
    for number in range(count):
        post = mattermost_message(number)
        if chance.random() < 0.2:
            post["replies"] = [mattermost_message(f"{number}-{n}") for n in range(chance.randrange(4))]
        if chance.random() < 0.75:
            posts.append({"type": "post", "post": {"team": "t", "channel": f"room-{chance.randrange(5)}", **post}})
        else:
            members = chance.sample(NAMES, chance.choice([2, 2, 3]))
            posts.append({"type": "direct_post", "direct_post": {"channel_members": members, **post}})
    seen = {tuple(line["direct_post"]["channel_members"]) for line in posts if line["type"] == "direct_post"}
    for members in sorted(seen)[:20]:
        lines.append({"type": "direct_channel", "direct_channel": {"members": list(members), "header": "h"}})
    with open(f"{export}/mattermost.jsonl", "w", encoding="utf-8") as file:
        for line in lines + posts:
            file.write(json.dumps(line, ensure_ascii=chance.random() < 0.5) + chance.choice(["\n", "\n", "\r\n\n"]))


def mattermost_message(mark):
    at = 1704067200000 + chance.randrange(10 * 86400000)
    message = {"user": chance.choice(NAMES), "create_at": at,
               "message": f"{mark} " + " ".join(chance.choices(TEXTS, k=chance.randrange(5)))}
    if chance.random() < 0.1:
        message["edit_at"] = at + 1000
    if chance.random() < 0.2:
        message["reactions"] = [{"user": chance.choice(NAMES), "emoji_name": chance.choice(["+1", "eyes"]),
                                 "create_at": at + 5} for _ in range(chance.randrange(1, 4))]
    if chance.random() < 0.15:
        message["attachments"] = [{"path": f"2024/t/{mark}/plan {n}.pdf"} for n in range(chance.randrange(1, 3))]
    if chance.random() < 0.1:
        message["props"] = {"attachments": [{"text": chance.choice(TEXTS)}]}
    return message


def read_mattermost():
    with open(f"{export}/mattermost.jsonl", encoding="utf-8", newline="\n") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    users = [line["user"] for line in lines if line["type"] == "user"]
    rooms = {line["channel"]["name"]: line["channel"] for line in lines if line["type"] == "channel"}

    def called(user):
        return " ".join(part for part in (user["first_name"], user["last_name"]) if part)

    names = {user["username"]: called(user) for user in users}
    addresses = {user["username"]: user["email"] for user in users}
    messages, conversations = [], []

    def room(name):
        known = rooms.get(name)
        kind = {"O": "public", "P": "private"}[known["type"]] if known else "unknown"
        return {"id": "t/" + name, "kind": kind, "name": known["display_name"] if known else name, "to": []}

    def direct(members):
        kind = "group" if len(members) > 2 else "direct"
        return {"id": fnv("\0".join(sorted(members)).encode()), "kind": kind, "name": None, "to": members}

    for line in lines:
        if line["type"] == "user":
            for channel in line["user"]["teams"][0]["channels"]:
                place, member = room(channel["name"]), [line["user"]["username"]]
                conversations.append({"members": member, "row": [
                    say(place["id"]), say(place["name"]), say(place["kind"]), say(member), say(None)]})
        elif line["type"] == "direct_channel":
            place = direct(line["direct_channel"]["members"])
            conversations.append({"members": place["to"], "row": [
                say(place["id"]), say(None), say(place["kind"]), say(place["to"]), say("h")]})
        elif line["type"] in ("post", "direct_post"):
            held = line[line["type"]]
            place = room(held["channel"]) if line["type"] == "post" else direct(held["channel_members"])
            first = mattermost_row(held, place, names, addresses, None)
            messages.append(first)
            for reply in held.get("replies", []):
                messages.append(mattermost_row(reply, place, names, addresses, first))
    profiles = [{"ids": [u["username"]], "address": u["email"],
                 "row": [say(u["username"]), say(u["username"]), say(names[u["username"]]), say(u["email"])]} for u in users]
    return messages, profiles, conversations, addresses


def fnv(content):
    def half(data):
        value = 0xCBF29CE484222325
        for byte in data:
            value = (value ^ byte) * 0x100000001B3 % (1 << 64)
        return f"{value:016x}"

    return half(content) + half(b"\x01" + content)


def named(text, names):
    found = []
    for match in re.finditer(r"@([A-Za-z0-9._-]+)", text):
        before = text[match.start() - 1] if match.start() else " "
        if re.fullmatch(r"[A-Za-z0-9._-]", before) or ord(before) > 127:
            continue
        name = "".join(chr(ord(c) | 32) if "A" <= c <= "Z" else c for c in match[1])
        plain = name.rstrip("._-")
        if not plain or (plain in ("all", "here", "channel") and plain not in names):
            continue
        while len(name) > len(plain) and name not in names:
            name = name[:-1]
        found.append(name)
    return found


def mattermost_row(held, place, names, addresses, first):
    def at(value):
        return moment(value // 1000, f"{value % 1000:03d}")

    text, user = held["message"], held["user"]
    mentioned = named(text, names)
    for _, inner in strings(held.get("props", {})):
        mentioned += named(inner, names)
    mentioned = unique(mentioned)
    reactions = held.get("reactions", [])
    reacted = unique(one["user"] for one in reactions)
    marks = [place["id"], str(held["create_at"]), user, text, first["id"] if first else ""]
    id = fnv("\0".join(marks).encode())
    return {
        "id": id, "place": place["id"], "moment": held["create_at"] * 1000, "user": user, "to": place["to"],
        "mentioned": mentioned, "reacted": reacted, "answered": first and first["user"],
        "row": [say(id), say(at(held["create_at"])), say(place["name"]), say(place["kind"]), say(user),
                say(names.get(user)), say(addresses.get(user)), say(text), say(first and first["id"]),
                say(at(held["edit_at"]) if "edit_at" in held else None), say(mentioned),
                say([names.get(id) for id in mentioned]), say(reacted)],
        "reactions": [(one["user"], [say(id), say(one["emoji_name"]), say(one["user"]), say(names.get(one["user"]))])
                      for one in reactions],
        "files": [[say(id), say(file["path"].split("/")[-1]), say(None), say(None), say(None)]
                  for file in held.get("attachments", [])],
    }


# --- What is in it for somebody

def standing(message, id):
    words = [("author", [message["user"]]), ("recipient", message["to"]), ("mentioned", message["mentioned"]),
             ("reacted", message["reacted"]), ("answered", [message["answered"]])]
    return [word for word, ids in words if id in ids]


def is_found(message, id):
    return id == message["user"] or id in message["to"] + message["mentioned"] + message["reacted"]


def around(messages, id):
    """The numbers of messages within the window of those that are found."""
    rooms, last = collections.defaultdict(list), 0
    for number, message in enumerate(messages):
        last = last if message["moment"] is None else message["moment"]
        rooms[message["place"]].append((last, number))
    near = set()
    for room in rooms.values():
        room.sort()
        for index, (_, number) in enumerate(room):
            if is_found(messages[number], id):
                near |= {other for _, other in room[max(0, index - WIDTH) : index + WIDTH + 1]}
    return {number for number in near if not is_found(messages[number], id)}


def answers(id, messages, profiles, conversations, addresses):
    near = around(messages, id)
    window = []
    for number, message in enumerate(messages):
        is_own = id == message["user"] or id in message["to"]
        if number in near:
            words = standing(message, id) + ["context"]
            window.append([message["row"][0], say(words), say([id])])
        elif is_found(message, id) and not is_own:
            window.append([message["row"][0], say(standing(message, id)), say([])])
    own = [message for message in messages if is_found(message, id)]
    return {
        "messages": [message["row"] + [say(standing(message, id))] for message in own],
        "window": window,
        "reactions": [row for message in messages for by, row in message["reactions"] if by == id],
        "files": [row + [say(message["user"])] for message in messages if message["user"] == id for row in message["files"]],
        "users": [one["row"] for one in profiles if id in one["ids"]],
        "channels": [one["row"] for one in conversations if id in one["members"]],
    }


(make_slack if flavour == "slack" else make_mattermost)()
everything = read_slack() if flavour == "slack" else read_mattermost()
people = IDS if flavour == "slack" else NAMES
expected = {
    "people": {id: answers(id, *everything) for id in people},
    "addresses": {address: id for id, address in everything[3].items() if address},
}
with open(folder + "/expected.json", "w") as file:
    json.dump(expected, file)
