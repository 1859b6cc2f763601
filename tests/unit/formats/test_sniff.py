"""What a file is, told from its first bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from headway.formats.registry import FORMATS
from headway.formats.sniff import sniff

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_OLE2 + b"..MSProject.MPP14", "mpp"),
        (_OLE2 + _wide("Root") + _wide("   114"), "mpp"),
        (_OLE2 + _wide("SourceInfo"), "openplan"),
        (b"MPX,Microsoft Project", "mpx"),
        (b"\xef\xbb\xbfMPX,Microsoft Project", "mpx"),
        (b"ERMHDR\t8.2", "xer"),
        (b"\x00\x01\x00\x00Standard Jet DB" + _wide("MSP_PROJECTS"), "mpd"),
        (b"\x00\x01\x00\x00Standard ACE DB" + b"\xff\xfeEXCEPTIONN", "asta-mdb"),
        (b'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">', "mspdi"),
        ('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'.encode("utf-16"), "mspdi"),
        ('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'.encode("utf-16-le"), "mspdi"),
        ('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'.encode("utf-16-be"), "mspdi"),
        (b"<Project><Title>Plan</Title>", "mspdi"),
        (b'<APIBusinessObjects xmlns="x"><Project><Name>', "pmxml"),
        (b'<project name="a" company="" webLink="http://x" view-date="2026-03-01">', "gan"),
        (b'<project name="a" mrproject-version="2">', "planner"),
        (b'<project name="a" version="4.5" update_mode="true">', "phoenix"),
        (b'<Document Application="CDProject">', "conceptdraw"),
        (b'<Gantt Version="4.6">', "ganttdesigner"),
        (b'<Document DocGuid="{1}">', "edraw"),
        (b"\xac\xed\x00\x05sr", "pod"),
        (b"PPX!!!!4.0", "phoenix"),
        (b"\x1c\x00\x00\x00", "fasttrack"),
        (b"....dWBSTAB", "turboproject"),
        (b"\xb6\x17", "synchro"),
        (b"VOLM  1", "sdef"),
        (b"**** Schedule Grid", "sage"),
        (b"\x00\x80\x01\x00", "projectcommander"),
        (b"\x00\x00000000", "asta-text"),
        (b"SQLite format 3\0.. CREATE TABLE PROJWBS", "p6-sqlite"),
        (b"SQLite format 3\0.. CREATE TABLE EXCEPTIONN", "asta-sqlite"),
        (b"SQLite format 3\0.. CREATE TABLE ZSCHEDULEITEM", "merlin"),
        (b"MZ" + bytes(1500) + b"!Self-Extracting Primavera Project", "prx"),
        (b"MZ" + bytes(32_766) + b"PRX3", "stx"),
        (b"FC\x00\x00", "p3"),
        (_zip("headway.json", "plan.json"), "headway"),
    ],
)
def test_plan_formats(data: bytes, name: str) -> None:
    assert sniff(data).format == name
    assert name in FORMATS


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (_zip("word/document.xml"), "a Word document"),
        (_zip("xl/workbook.xml"), "an Excel workbook"),
        (_zip("content.xml"), "an OpenDocument file"),
        (_zip("plan.mpp"), "a zip archive"),
        (_OLE2 + _wide("WordDocument"), "a Word document"),
        (_OLE2 + _wide("EncryptedPackage"), "a password-protected Office document"),
        (_OLE2, "an Office document of an unknown kind"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\x00\x01\x00\x00Standard Jet DB", "an Access database"),
        (b"MZ\x90", "a program"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"<svg xmlns='x'>", "an SVG image"),
        (b"<?xml version='1.0'?><letters/>", "an XML file of an unknown kind"),
        (b'{"plan": 1}', "a JSON file"),
        (b"Dig a hole by Friday.", "plain text"),
        (b"\x01\x02\x00\x03binary", "a binary file of an unknown kind"),
        (bytes(range(1, 9)) * 4, "a binary file of an unknown kind"),
    ],
)
def test_foreign_files_are_named(data: bytes, what: str) -> None:
    assert sniff(data).format is None
    assert sniff(data).foreign == what
