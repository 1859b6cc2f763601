"""What can be wrong with a plan file, read or to be written: one small family of errors, each with a sentence and a way
to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class PlanFileError(Exception):
    """A plan file that gives no plan.

    ``message`` says what the file is, ``mend`` what to do about it, ``path`` which file it is.
    """

    def __init__(self, path: Path, message: str, mend: str) -> None:
        super().__init__(f"{path.name}: {message}. {mend}.")
        self.path = path
        self.message = message
        self.mend = mend


class MissingFileError(PlanFileError):
    """There is no such file, it is a folder, or we may not read it."""


class EmptyFileError(PlanFileError):
    """The file has no bytes, or holds no project."""


class ForeignFileError(PlanFileError):
    """The file is something else than a plan: a document, an image, an archive, plain text."""


class PasswordProtectedError(PlanFileError):
    """The file opens only with a password, which we neither have nor ask for."""


class DamagedFileError(PlanFileError):
    """The file is of a known format and its reader fails on it."""


class RefusedFileError(PlanFileError):
    """The file could be read and is not, because reading it is not safe."""


class FileTooLargeError(PlanFileError):
    """The file, or what is packed in it, is over the limits."""


class UnknownProjectError(PlanFileError):
    """The file holds no project of the name or number asked for."""


class ReaderUnavailableError(PlanFileError):
    """The reader for this format cannot be started on this machine."""


class UnknownFormatError(PlanFileError):
    """There is no format of this name or ending that we write."""


class UndatedPlanError(PlanFileError):
    """Tasks of the plan have no dates yet, and a file needs them."""


class UnwritableError(PlanFileError):
    """The file cannot be put where it is to be, or its format cannot hold the plan."""
