"""Plan files: bytes to plans and back."""

from __future__ import annotations

from headway.formats.child import sandbox_status
from headway.formats.errors import (
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
)
from headway.formats.own import read_own, write_own
from headway.formats.reader import read, read_many
from headway.formats.registry import FORMATS, Format
from headway.formats.results import Loss, ProjectName, ReadResult, Source

__all__ = [
    "FORMATS",
    "DamagedFileError",
    "EmptyFileError",
    "FileTooLargeError",
    "ForeignFileError",
    "Format",
    "Loss",
    "MissingFileError",
    "PasswordProtectedError",
    "PlanFileError",
    "ProjectName",
    "ReadResult",
    "ReaderUnavailableError",
    "RefusedFileError",
    "Source",
    "UnknownProjectError",
    "read",
    "read_many",
    "read_own",
    "sandbox_status",
    "write_own",
]
