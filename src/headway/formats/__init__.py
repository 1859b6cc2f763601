"""Plan files: bytes to plans and back."""

from __future__ import annotations

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
from headway.formats.reader import read
from headway.formats.results import Loss, ProjectName, ReadResult, Source

__all__ = [
    "DamagedFileError",
    "EmptyFileError",
    "FileTooLargeError",
    "ForeignFileError",
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
]
