"""Reads a mail with Python's own parser and prints what it found as JSON."""

import email
import email.policy
import hashlib
import json
import re
import sys

raw = open(sys.argv[1], "rb").read()
mail = email.message_from_bytes(raw, policy=email.policy.default)
attachments = []
for part in mail.iter_attachments():
    content = part.get_payload(decode=True)
    attachments.append(
        {
            "name": part.get_filename(),
            "type": part.get_content_type(),
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    )
print(
    json.dumps(
        {
            "fields": mail.keys(),
            "subject": mail["Subject"],
            "from": mail["From"],
            "senders": [[sender.display_name, sender.addr_spec] for sender in mail["From"].addresses],
            "to": mail["To"],
            "recipients": len(mail["To"].addresses),
            "replyTo": mail["Reply-To"],
            "messageID": mail["Message-ID"],
            "date": mail["Date"].datetime.timestamp(),
            "autoSubmitted": mail["Auto-Submitted"],
            "body": mail.get_body(("plain",)).get_payload(decode=True).decode(),
            "attachments": attachments,
            "defects": sum(len(part.defects) for part in mail.walk()),
            "longestLine": max(len(line) for line in raw.split(b"\r\n")),
            "isSevenBit": raw.isascii(),
            "bareLineEnds": len(re.findall(rb"\r(?!\n)|(?<!\r)\n", raw)),
            "dotLines": len(re.findall(rb"(?m)^\.", raw)),
        }
    )
)
