"""A mail server for tests: aiosmtpd on a free port of the loopback, with TLS and with faults to order.

Prints its port when it listens. Each mail that it took is a pair of files in the folder: 1.eml and 1.json. A mail that
it was ordered to refuse after having read it is 1.refused.
"""

import argparse
import asyncio
import json
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--tls", choices=["starttls", "implicit", "none"], default="starttls")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--login", help="USER:PASSWORD that is asked for")
    parser.add_argument("--size", type=int, help="the largest message")
    parser.add_argument("--utf8", action="store_true", help="offer SMTPUTF8")
    parser.add_argument("--blind", action="store_true", help="take UTF-8 on the envelope without offering it")
    parser.add_argument("--answer", action="append", default=[], help="STAGE=REPLY; {to} is the recipient")
    parser.add_argument("--stall", type=int, help="answer this mail, counted from 1, a minute after taking it")
    parser.add_argument("--fault", choices=["silent", "hang-mail", "hang-data", "drop-data", "drop-mail", "turn-away", "greet-no"])
    return parser.parse_args()


class Taker:
    """Answers as ordered and keeps what it takes."""

    def __init__(self, options):
        self.folder = options.folder
        self.answers = dict(answer.split("=", 1) for answer in options.answer)
        self.count = 0
        self.refused = 0
        self.stall = options.stall

    def answer(self, stage, recipient=""):
        reply = self.answers.get(stage)
        return reply and reply.replace("{to}", recipient)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if reply := self.answer("mail", address):
            return reply
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 fine"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if reply := self.answer("rcpt", address):
            return reply
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        if reply := self.answer("data", envelope.rcpt_tos[0]):
            self.refused += 1
            (self.folder / f"{self.refused}.refused").write_bytes(envelope.original_content)
            return reply
        self.count += 1
        (self.folder / f"{self.count}.eml").write_bytes(envelope.original_content)
        facts = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "options": envelope.mail_options,
            "encrypted": server.transport.get_extra_info("ssl_object") is not None,
            "login": session.auth_data.login.decode() if session.auth_data else None,
            "client": session.host_name,
        }
        (self.folder / f"{self.count}.json").write_text(json.dumps(facts))
        if self.count == self.stall:
            await asyncio.sleep(60)
        return "250 2.0.0 taken"


class FaultyServer(SMTP):
    """Hangs or hangs up where it is told to."""

    fault = None
    blind = False

    async def smtp_MAIL(self, arg):
        if self.fault == "hang-mail":
            await asyncio.sleep(3600)
        if self.fault == "drop-mail":
            self.transport.abort()
            return
        await super().smtp_MAIL(arg)

    async def smtp_DATA(self, arg):
        if self.fault in ("drop-data", "hang-data"):
            await self.push("354 go on")
            await self._reader.readexactly(1000)
            if self.fault == "hang-data":
                await asyncio.sleep(3600)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)

    async def push(self, status):
        is_greeting = self.fault == "greet-no" and isinstance(status, str) and status.startswith("220 ")
        await super().push("554 5.7.1 go away" if is_greeting else status)

    async def smtp_EHLO(self, arg):
        if self.fault == "turn-away":
            return await self.push("554 5.7.1 not from you")
        if not self.blind:
            return await super().smtp_EHLO(arg)
        self.enable_SMTPUTF8 = False
        await super().smtp_EHLO(arg)
        self.enable_SMTPUTF8 = True


def make_server(options, taker, tls):
    user = options.login.split(":", 1) if options.login else None

    def authenticate(server, session, envelope, mechanism, data):
        given = [data.login.decode(), data.password.decode()]
        return AuthResult(success=given == user, handled=False, auth_data=data)

    server = FaultyServer(
        taker,
        hostname="mail.test",
        data_size_limit=options.size,
        enable_SMTPUTF8=options.utf8,
        decode_data=False,
        tls_context=tls if options.tls == "starttls" else None,
        require_starttls=options.tls == "starttls",
        authenticator=authenticate if user else None,
        auth_required=user is not None,
        auth_require_tls=options.tls == "starttls",
        loop=asyncio.get_running_loop(),
    )
    server.fault = options.fault
    server.blind = options.blind
    return server


async def main():
    options = arguments()
    taker = Taker(options)
    tls = None
    if options.tls != "none":
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options.certificate, options.key)
    loop = asyncio.get_running_loop()
    factory = asyncio.Protocol if options.fault == "silent" else lambda: make_server(options, taker, tls)
    listener = await loop.create_server(
        factory, "127.0.0.1", 0, ssl=tls if options.tls == "implicit" else None
    )
    print(listener.sockets[0].getsockname()[1], flush=True)
    await listener.serve_forever()


asyncio.run(main())
