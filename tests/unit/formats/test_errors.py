"""Files that give no plan: each with an error that says what it is and how to mend it.  None of them starts Java."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from headway.formats import (
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    ForeignFileError,
    MissingFileError,
    PasswordProtectedError,
    PlanFileError,
    ReaderUnavailableError,
    RefusedFileError,
    UnknownProjectError,
    read,
    reader,
)
from headway.formats.child import Answer, Listed
from headway.formats.reader import finish
from headway.formats.registry import FORMATS
from headway.formats.staging import make_job

if TYPE_CHECKING:
    from pathlib import Path

XML_BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<Project xmlns="http://schemas.microsoft.com/project"><Name>&b;</Name></Project>"""
OUTSIDE = b"""<?xml version="1.0"?><!-- plan --><!DOCTYPE p SYSTEM "file:///etc/hostname">
<Project xmlns="http://schemas.microsoft.com/project"/>"""


def _read(tmp_path: Path, data: bytes, name: str = "plan.xml") -> PlanFileError:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PlanFileError) as caught:
        read(path)
    assert caught.value.path == path
    assert caught.value.message in str(caught.value)
    assert caught.value.mend
    return caught.value


def test_nothing_there_a_folder_and_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="no such file"):
        read(tmp_path / "none.mpp")
    with pytest.raises(MissingFileError, match="folder"):
        read(tmp_path)
    assert isinstance(_read(tmp_path, b""), EmptyFileError)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(MissingFileError, match="ordinary"):
        read(tmp_path / "pipe")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_BYTES", 100)
    assert isinstance(_read(tmp_path, b"ERMHDR" * 20), FileTooLargeError)


def test_foreign_files(tmp_path: Path) -> None:
    error = _read(tmp_path, b"%PDF-1.7 plan", "plan.mpp")
    assert isinstance(error, ForeignFileError)
    assert error.message == "this is a PDF document, not a plan"


def test_refused_formats(tmp_path: Path) -> None:
    error = _read(tmp_path, b"MZ" + bytes(1500) + b"!Self-Extracting Primavera Project", "old.prx")
    assert isinstance(error, RefusedFileError)
    assert "Primavera P3 archive" in error.message


@pytest.mark.parametrize("data", [XML_BOMB, OUTSIDE, XML_BOMB.decode().encode("utf-16"), b"\xef\xbb\xbf" + XML_BOMB])
def test_document_types_are_refused(tmp_path: Path, data: bytes) -> None:
    error = _read(tmp_path, data)
    assert isinstance(error, RefusedFileError)
    assert "document type" in error.message


def test_a_prolog_without_end_is_refused(tmp_path: Path) -> None:
    late = b"<!--" + b" " * 300_000 + b"-->"
    marked = b'<?xml version="1.0"?><!-- xmlns="http://schemas.microsoft.com/project" -->' + late + XML_BOMB
    assert isinstance(_read(tmp_path, marked), RefusedFileError)


def test_projectlibre_objects_are_never_read(tmp_path: Path) -> None:
    error = _read(tmp_path, b"\xac\xed\x00\x05sr\x00\x10java.util.HashMap", "plan.pod")
    assert isinstance(error, RefusedFileError)
    assert "serialised Java objects" in error.message


def test_projectlibre_xml_is_looked_at_before(tmp_path: Path) -> None:
    mark = b"@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@"
    error = _read(tmp_path, b"\xac\xed\x00\x05sr" + mark + XML_BOMB, "plan.pod")
    assert isinstance(error, RefusedFileError)
    job = make_job(tmp_path, b"\xac\xed\x00\x05sr" + mark + b"<Project/>", FORMATS["pod"], None)
    assert (job.format, job.suffix) == ("pod", ".pod")


_LISTED = (Listed(1, "Tower", "ONE", False, 3), Listed(2, "Road", None, False, 1))


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (Answer("password"), PasswordProtectedError, "password"),
        (Answer("empty"), EmptyFileError, "no project"),
        (Answer("unknown_project", projects=_LISTED), UnknownProjectError, "no such project; it holds 1: ONE, 2: Road"),
        (Answer("several_projects", projects=_LISTED), UnknownProjectError, "several projects of that name"),
        (Answer("timeout"), FileTooLargeError, "more time"),
        (Answer("too_large"), FileTooLargeError, "more memory"),
        (Answer("damaged", "line 3"), DamagedFileError, "line 3"),
        (Answer("crashed", "-11:"), DamagedFileError, "broke down"),
        (Answer("crashed", "1:ModuleNotFoundError: No module named 'mpxj'"), ReaderUnavailableError, "mpxj"),
        (Answer("ok", plan=b"{}", extra=b"[]"), DamagedFileError, "makes no sense"),
    ],
)
def test_what_the_child_says_becomes_an_error(
    tmp_path: Path, answer: Answer, kind: type[PlanFileError], words: str
) -> None:
    with pytest.raises(kind, match=words):
        finish(tmp_path / "plan.xer", b"ERMHDR", FORMATS["xer"], answer, asked=False)
