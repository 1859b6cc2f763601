"""What a file is, told from its bytes alone: a plan format, or something foreign with a name people know."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = 65_536
"""How many bytes from the start are looked at for text formats."""

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """``format`` is a name of the formats table, or ``None`` and then ``foreign`` says what the file is."""

    format: str | None
    foreign: str | None = None


_MAGIC = (
    (b"ERMHDR", "xer"),
    (b"MPX", "mpx"),
    (b"\xac\xed\x00\x05", "pod"),
    (b"\x00\x0000000", "asta-text"),
    (b"PPX!!!!", "phoenix"),
    (b"\x1c\x00\x00\x00", "fasttrack"),
    (b"\xb6\x17", "synchro"),
    (b"VOLM", "sdef"),
    (b"**** Schedule Grid", "sage"),
    (b"\x00\x80\x01\x00", "projectcommander"),
    (b"\x02\x80\x01\x00", "projectcommander"),
    (b"FC\x00\x00", "p3"),
    (b"STW", "p3"),
)

_XML = tuple(
    (name, re.compile(pattern, re.DOTALL))
    for name, pattern in (
        ("pmxml", rb"<(?:\w+:)?(?:API)?BusinessObjects[\s>]"),
        ("mspdi", rb'xmlns(?::\w+)?="http://schemas\.microsoft\.com/project'),
        ("planner", rb"<project\s[^>]*mrproject-version"),
        ("phoenix", rb'<project\s[^>]*version="[\d.]+"[^>]*(?:update_mode="(?:true|false)"|application="Phoenix)'),
        ("gan", rb"<project\s[^>]*(?:webLink|view-date)="),
        ("conceptdraw", rb'Application="CDProject"'),
        ("ganttdesigner", rb"<Gantt\s+Version="),
        ("edraw", rb"<Document\s[^>]*DocGuid="),
        ("mspdi", rb"<Project[\s>].{0,4000}?<(?:SaveVersion|Title)>"),
    )
)

_FOREIGN_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"bplist", "a web archive (binary property list)"),
    (b"\xca\xfe\xba\xbe", "a Java class"),
)

_OLE2_FOREIGN = (
    ("WordDocument", "a Word document"),
    ("Workbook", "an Excel workbook"),
    ("Book", "an Excel workbook"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("EncryptedPackage", "a password-protected Office document"),
    ("VisioDocument", "a Visio drawing"),
    ("__nameid_version1.0", "an Outlook message"),
)

_ZIP_FOREIGN = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("META-INF/MANIFEST.MF", "a Java archive"),
    ("content.xml", "an OpenDocument file"),
)

_TEXT_FOREIGN = (
    (re.compile(rb"\s*(<!DOCTYPE html|<html)", re.IGNORECASE), "a web page"),
    (re.compile(rb"\s*<svg[\s>]"), "an SVG image"),
    (re.compile(rb"\s*(<\?xml|<[A-Za-z])"), "an XML file of an unknown kind"),
    (re.compile(rb'\s*[\[{]\s*["\[{\]}]'), "a JSON file"),
)


def sniff(data: bytes) -> Sniffed:
    """Tell the format of a whole file (or of enough of it) by its content.  The name and suffix play no part.

    >>> sniff(b"ERMHDR\\t20.12\\t2026-01-01")
    Sniffed(format='xer', foreign=None)
    >>> sniff(b"%PDF-1.7").foreign
    'a PDF document'
    """
    if data.startswith(_OLE2):
        return _sniff_ole2(data)
    if data.startswith(b"PK"):
        return _sniff_zip(data)
    if data.startswith(b"SQLite format 3\0"):
        return _sniff_sqlite(data)
    if data.startswith(b"\x00\x01\x00\x00Standard "):
        return _sniff_access(data)
    if data.startswith(b"MZ"):
        return _sniff_program(data)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return Sniffed(name)
    return _sniff_text(data)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _sniff_ole2(data: bytes) -> Sniffed:
    """Compound documents: Microsoft Project names itself in the stream ``CompObj``; others by their stream names."""
    if b"MSProject." in data or b"Microsoft Project" in data or _utf16("MSProject.") in data:
        return Sniffed("mpp")
    if any(_utf16("R\0o\0o\0t") and _utf16(f"   {version}") in data for version in ("114", "112", "19")):
        return Sniffed("mpp")
    if _utf16("SourceInfo") in data:
        return Sniffed("openplan")
    for stream, what in _OLE2_FOREIGN:
        if _utf16(stream) in data:
            return Sniffed(None, what)
    return Sniffed(None, "an Office document of an unknown kind")


def _sniff_zip(data: bytes) -> Sniffed:
    """The names in an archive stand in clear in its directory at the end."""
    directory = data[-262_144:]
    if b"headway.json" in directory and b"plan.json" in directory:
        return Sniffed("headway")
    for name, what in _ZIP_FOREIGN:
        if name.encode() in directory:
            return Sniffed(None, what)
    return Sniffed(None, "a zip archive")


def _sniff_sqlite(data: bytes) -> Sniffed:
    for table, name in ((b"EXCEPTIONN", "asta-sqlite"), (b"PROJWBS", "p6-sqlite"), (b"ZSCHEDULEITEM", "merlin")):
        if table in data:
            return Sniffed(name)
    return Sniffed(None, "an SQLite database")


def _sniff_access(data: bytes) -> Sniffed:
    for table, name in (("MSP_PROJECTS", "mpd"), ("EXCEPTIONN", "asta-mdb")):
        # Access writes names as UTF-16 or, compressed, as Latin-1 behind the mark FF FE.
        if _utf16(table) in data or b"\xff\xfe" + table.encode() in data:
            return Sniffed(name)
    return Sniffed(None, "an Access database")


def _sniff_program(data: bytes) -> Sniffed:
    if b"!Self-Extracting Primavera Project" in data[:4096]:
        return Sniffed("prx")
    if data[32_768:32_772] == b"PRX3":
        return Sniffed("stx")
    return Sniffed(None, "a program")


def _sniff_text(data: bytes) -> Sniffed:
    text = as_text_bytes(data[:HEAD])
    for name, pattern in _XML:
        if pattern.search(text):
            return Sniffed(name)
    for magic, name in _MAGIC[:2]:
        if text.startswith(magic):
            return Sniffed(name)
    if b"dWBSTAB" in data[:512]:
        return Sniffed("turboproject")
    return Sniffed(None, _foreign(data, text))


def _foreign(data: bytes, text: bytes) -> str:
    for magic, what in _FOREIGN_MAGIC:
        if data.startswith(magic):
            return what
    for pattern, what in _TEXT_FOREIGN:
        if pattern.match(text):
            return what
    if b"\0" in text or (text and sum(byte < 9 for byte in text[:4096]) > 8):
        return "a binary file of an unknown kind"
    return "plain text"


def as_text_bytes(data: bytes) -> bytes:
    """The bytes of a text with its byte order mark taken off and UTF-16 turned into UTF-8, to look for ASCII words."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    if data[:4] == b"<\0?\0":
        return data.decode("utf-16-le", "replace").encode("utf-8", "replace")
    if data[:4] == b"\0<\0?":
        return data.decode("utf-16-be", "replace").encode("utf-8", "replace")
    return data
