"""``.headway``: our own lossless format, a zip archive of the plan as canonical JSON and a note of what wrote it."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from headway._version import VERSION
from headway.core.plan import codec
from headway.core.plan.outline import outline_of
from headway.formats.errors import DamagedFileError, FileTooLargeError
from headway.formats.results import ProjectName, ReadResult, Source

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

FORMAT_VERSION = 1
PLAN_ENTRY = "plan.json"
NOTE_ENTRY = "headway.json"
MOST_INFLATED = 500 << 20
"""Bytes a plan may have when unpacked."""
MOST_RATIO = 100
"""A file may not grow more than this when unpacked (small ones may: the first megabyte is free)."""
_FREE = 1 << 20
_MOST_NOTE = 65_536
_CHUNK = 1 << 18
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Zip's first moment: the same plan gives the same bytes."""


class Note(msgspec.Struct, frozen=True, gc=False):
    """The second entry of the archive."""

    format: int
    application: str
    sha256: str


def encode_own(plan: Plan) -> bytes:
    """The bytes of a ``.headway`` file; the same plan gives the same bytes."""
    plan_json = codec.encode(plan)
    note = Note(FORMAT_VERSION, f"Headway {VERSION}", hashlib.sha256(plan_json).hexdigest())
    packed = _pack(plan_json, note, zipfile.ZIP_DEFLATED)
    # A plan that packs too well for our own guard against bombs is stored as it is.
    return packed if len(plan_json) <= _allowed(len(packed)) else _pack(plan_json, note, zipfile.ZIP_STORED)


def _pack(plan_json: bytes, note: Note, method: int) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in ((NOTE_ENTRY, msgspec.json.encode(note)), (PLAN_ENTRY, plan_json)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = method
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return target.getvalue()


def write_own(plan: Plan, path: Path) -> None:
    """Write a ``.headway`` file; an older one of that name stays until the new one is complete.

    Raises ``OSError`` when the folder is not there or not writable.
    """
    data = encode_own(plan)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def read_own(path: Path, data: bytes) -> ReadResult:
    """The plan in the bytes of a ``.headway`` file; ``path`` is for messages.

    Raises :class:`FileTooLargeError` for an archive that unpacks to too much, :class:`DamagedFileError` for one whose
    content is not what was written.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            note = msgspec.json.decode(_inflate(archive, NOTE_ENTRY, _MOST_NOTE, path), type=Note)
            limit = min(MOST_INFLATED, _allowed(len(data)))
            plan_json = _inflate(archive, PLAN_ENTRY, limit, path)
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(path, f"its archive is broken ({error})") from error
    except msgspec.DecodeError as error:
        raise _damaged(path, f"its note is not one of ours ({error})") from error
    if note.format > FORMAT_VERSION:
        raise _damaged(path, f"it was written by {note.application}, which is newer than this version")
    if hashlib.sha256(plan_json).hexdigest() != note.sha256:
        raise _damaged(path, "its plan was changed after it was written")
    try:
        plan = codec.decode(plan_json)
    except codec.PlanDecodeError as error:
        raise _damaged(path, str(error)) from error
    name = ProjectName(1, plan.project.name, tasks=sum(1 for _ in outline_of(plan).leaves()), chosen=True)
    return ReadResult(plan, (), (name,), Source("headway", "Headway plan", note.application, len(data)))


def _allowed(packed: int) -> int:
    return _FREE + MOST_RATIO * packed


def _inflate(archive: zipfile.ZipFile, name: str, limit: int, path: Path) -> bytes:
    """One entry, counted while it is unpacked: the size an archive states is not believed."""
    parts: list[bytes] = []
    total = 0
    with archive.open(name) as entry:
        while part := entry.read(_CHUNK):
            total += len(part)
            if total > limit:
                raise FileTooLargeError(
                    path,
                    f"{name} unpacks to more than {limit >> 20} MB",
                    "Ask its sender for a file that was not made to harm",
                )
            parts.append(part)
    return b"".join(parts)


def _damaged(path: Path, what: str) -> DamagedFileError:
    return DamagedFileError(path, what, "Take an older copy, or write it again from the program that made it")
