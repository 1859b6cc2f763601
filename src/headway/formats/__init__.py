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
    UndatedPlanError,
    UnknownFormatError,
    UnknownProjectError,
    UnwritableError,
)
from headway.formats.own import read_own, write_own
from headway.formats.reader import read, read_many
from headway.formats.registry import FORMATS, Format
from headway.formats.results import Loss, ProjectName, ReadResult, Source, WriteLoss, WriteResult
from headway.formats.writing import WRITTEN, write, write_many

__all__ = [
    "FORMATS",
    "WRITTEN",
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
    "UndatedPlanError",
    "UnknownFormatError",
    "UnknownProjectError",
    "UnwritableError",
    "WriteLoss",
    "WriteResult",
    "read",
    "read_many",
    "read_own",
    "sandbox_status",
    "write",
    "write_many",
    "write_own",
]
