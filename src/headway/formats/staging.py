"""What is done to the bytes before a reader sees them: marks taken off, document types refused, character sets told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from headway.formats.child import Job
from headway.formats.errors import RefusedFileError
from headway.formats.sniff import as_text_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from headway.formats.registry import Format

_UTF8_MARK = b"\xef\xbb\xbf"
_POD_MARK = b"@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@"
_PROLOG_WINDOW = 262_144
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DECLARED = re.compile(rb"(<\?xml[^>]*encoding=)[\"'][^\"'>]*[\"']")
_CYRILLIC_RUN = re.compile(rb"[\xc0-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CHARSET_WINDOW = 1 << 20


def make_job(path: Path, data: bytes, known: Format, project: str | int | None) -> Job:
    """What the child process is to do with the file.

    Raises :class:`RefusedFileError` for content no reader may see.
    """
    if known.xml:
        refuse_document_type(path, data)
        data = _as_utf8(data.removeprefix(_UTF8_MARK))
    charset = None
    if known.name == "pod":
        _check_pod(path, data)
    elif known.name in ("xer", "mpx", "sdef"):
        data = data.removeprefix(_UTF8_MARK)
        charset = guess_charset(data) if known.name == "xer" else None
    return Job(data, known.name, known.suffixes[0], project, charset)


def _as_utf8(data: bytes) -> bytes:
    """XML in UTF-16 as UTF-8, its declaration included: not every reader looks at the byte order."""
    plain = as_text_bytes(data)
    return data if plain is data else _DECLARED.sub(rb'\1"UTF-8"', plain, count=1)


def refuse_document_type(path: Path, data: bytes) -> None:
    """Refuse XML with a document type: no plan format has one, and it is how XML is made to explode or to fetch files.

    Raises :class:`RefusedFileError`, too, when the root element does not begin within the first 256 KB.
    """
    text = as_text_bytes(data[: _PROLOG_WINDOW * 2])[:_PROLOG_WINDOW]
    prolog = _PROLOG.match(text)
    rest = text[prolog.end() if prolog else 0 :]
    if rest.startswith(b"<!") or (not rest and len(data) > len(text)):
        raise RefusedFileError(
            path,
            "it carries a document type definition, which no plan format uses and attackers do",
            "Export the plan again from its own program",
        )


def _check_pod(path: Path, data: bytes) -> None:
    """ProjectLibre stores Java objects and, behind a mark, the plan as Microsoft Project XML.  Only that is read."""
    _, mark, xml = data.partition(_POD_MARK)
    if not mark:
        raise RefusedFileError(
            path,
            "it holds serialised Java objects only (an old ProjectLibre or OpenProj file), which are never read",
            "Open it in ProjectLibre and save it again, or export it as Microsoft Project XML",
        )
    refuse_document_type(path, xml)


def guess_charset(data: bytes) -> str | None:
    """The character set of a XER, which names none: UTF-8 if it is valid, Cyrillic if most letters look so, else
    ``None`` for the reader's own Western one.

    >>> guess_charset("Фундамент".encode("cp1251")), guess_charset("Größe".encode("cp1252"))
    ('windows-1251', None)
    """
    sample = data[:_CHARSET_WINDOW]
    high = len(_HIGH.findall(sample))
    if not high:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        cyrillic = sum(len(run) for run in _CYRILLIC_RUN.findall(sample))
        return "windows-1251" if cyrillic > high * 0.6 else None
    return "UTF-8"
