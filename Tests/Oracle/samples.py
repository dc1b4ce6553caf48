"""Files of many kinds, made by Python's own libraries and by the machine's tools, for the tests of media types.

    samples.py FOLDER
"""
import bz2
import email.message
import gzip
import io
import json
import lzma
import pathlib
import random
import sqlite3
import struct
import subprocess
import sys
import tarfile
import wave
import zipfile
import zlib


def container(*entries, comment=b""):
    """A ZIP file; the first entry is stored, as office programs do."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for number, (name, content) in enumerate(entries):
            file.writestr(name, content, zipfile.ZIP_STORED if number == 0 else zipfile.ZIP_DEFLATED)
        file.comment = comment
    return buffer.getvalue()


def office(part, *more):
    """A document as Office writes it."""
    return container(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"), (part, "<x/>"), *more)


def open_document(kind, *more):
    return container(("mimetype", "application/vnd.oasis.opendocument." + kind), ("content.xml", "<x/>"), *more)


def png(width, height):
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    pixels = zlib.compress(b"".join(b"\0" + bytes(3 * width) for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def sound():
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(1600))
    return buffer.getvalue()


def tar():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as file:
        info = tarfile.TarInfo("a.txt")
        file.addfile(info, io.BytesIO(b""))
    return buffer.getvalue()


def mail():
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "hello"
    message.set_content("text")
    return b"Received: from a by b; Mon, 2 Mar 2026 10:00:00 +0100\n" + bytes(message)


def brand(name):
    return struct.pack(">I", 24) + b"ftyp" + name + bytes(4) + b"mif1" + name + bytes(64)


def bomb():
    """Ten megabytes of nothing in a ZIP file in a ZIP file: a hundredth of a thousandth of what it unpacks to."""
    inner = container(("a", ""), ("zeros", bytes(10 << 20)))
    return container(("inner.zip", inner), *((f"copy-{number}.zip", inner) for number in range(20)))


def samples(folder):
    yield "empty", b""
    yield "one-byte", b"\0"
    yield "plain", b"hello\n"
    yield "accents", "h\u00e9llo w\u00f6rld\n".encode()
    yield "latin-1", "h\u00e9llo w\u00f6rld, een gewone zin\n".encode("latin-1")
    yield "utf-16", "h\u00e9llo\n".encode("utf-16")
    yield "pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
    yield "png", png(3, 2)
    yield "gif", b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
    yield "jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"
    yield "webp", b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0" + bytes(24)
    yield "tiff", b"II*\0\x08\0\0\0" + bytes(32)
    yield "heic", brand(b"heic")
    yield "avif", brand(b"avif")
    yield "wav", sound()
    yield "mp3", b"ID3\3\0\0\0\0\0\0" + b"\xff\xfb\x90\0" + bytes(413)
    yield "mp4", brand(b"isom")
    yield "docx", office("word/document.xml")
    yield "xlsx", office("xl/workbook.xml")
    yield "pptx", office("ppt/presentation.xml")
    yield "docm", office("word/document.xml", ("word/vbaProject.bin", bytes(600)))
    yield "xlsm", office("xl/workbook.xml", ("xl/vbaProject.bin", bytes(600)))
    yield "odt", open_document("text")
    yield "ods", open_document("spreadsheet")
    yield "odt-macro", open_document("text", ("Basic/script-lc.xml", "<x/>"))
    yield "old-office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
    yield "rtf", b"{\\rtf1\\ansi hello}"
    yield "eml", mail()
    yield "json", json.dumps({"a": [1, 2]}).encode()
    yield "csv", b"a,b\n=1+1,2\n=1+1,2\n"
    yield "html", b"<!DOCTYPE html><html><script>alert(1)</script></html>"
    yield "svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    yield "xml", b'<?xml version="1.0"?><a/>'
    yield "shell", b"#!/bin/sh\nrm -rf /\n"
    yield "python", b"#!/usr/bin/env python3\nimport os\n"
    yield "batch", b"@echo off\r\ndel *.*\r\n"
    yield "lnk", b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0\0\0\0F" + bytes(64)
    yield "elf", pathlib.Path("/bin/true").read_bytes()
    yield "exe", b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0\x64\x86" + bytes(200)
    yield "jar", container(("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"), ("A.class", b"\xca\xfe\xba\xbe\0\0\0\x34"))
    yield "class", b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(64)
    yield "zip", container(("a.txt", "text"))
    yield "bomb", bomb()
    yield "gzip", gzip.compress(b"text", mtime=0)
    yield "bzip2", bz2.compress(b"text")
    yield "xz", lzma.compress(b"text")
    yield "tar", tar()
    database = folder / "made.sqlite"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE a (b)")
    yield "sqlite", database.read_bytes()
    database.unlink()
    yield "seven-zip", by_tool(folder, "out.7z", "7z", "a", "-bso0", "out.7z", "/etc/hostname")
    yield "certificate", by_tool(folder, "out.pem", "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                                 "key.pem", "-out", "out.pem", "-subj", "/CN=a")
    yield from hostile()


def hostile():
    """Contents that try to be two things, to have no end, or to lead a reader astray."""
    yield "pdf-and-html", b"%PDF-1.4\n<html><script>alert(1)</script></html>"
    yield "gif-and-script", b"GIF89a/*" + bytes(16) + b"*/=1;alert(1)//"
    yield "zip-behind-pdf", b"%PDF-1.4\n" + container(("a.exe", b"MZ"))
    yield "html-behind-png", png(1, 1) + b"<script>alert(1)</script>"
    yield "deep-json", b"[" * 60_000
    yield "deep-xml", b"<a>" * 20_000
    yield "long-line", b"a" * 65_000
    yield "zeros", bytes(1 << 20)
    yield "cut-zip", container(("a", "b"))[:20]
    yield "cut-png", png(1, 1)[:9]
    yield "lying-lengths", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 1016
    yield "lying-riff", b"RIFF\xff\xff\xff\xffWEBP\xff\xff\xff\xff"
    yield "lying-elf", b"\x7fELF\2\1\1" + b"\xff" * 300
    yield "lying-tiff", b"II*\0" + b"\xff" * 300
    yield "lying-tar", b"a" * 100 + b"7" * 412
    steady = random.Random(63)
    for number in range(40):
        yield f"noise-{number}", steady.randbytes(steady.randrange(1, 4096))
    for number in range(40):
        content = bytearray(steady.choice([png(2, 2), office("word/document.xml"), brand(b"heic"), mail(), tar()]))
        for _ in range(8):
            content[steady.randrange(len(content))] = steady.randrange(256)
        yield f"spoilt-{number}", bytes(content)


def by_tool(folder, result, *command):
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    made = (folder / result).read_bytes()
    for name in (result, "key.pem"):
        (folder / name).unlink(missing_ok=True)
    return made


target = pathlib.Path(sys.argv[1])
for name, content in samples(target):
    (target / name).write_bytes(content)
