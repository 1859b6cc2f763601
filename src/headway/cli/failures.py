"""What can go wrong between a command line and an answer, and the exit code of each.

0 is an answer, 1 an answer with findings over the threshold under ``--strict``, 2 bad use, 3 a bad file.
"""

from __future__ import annotations

OK = 0
FINDINGS = 1
BAD_USE = 2
BAD_FILE = 3
OUR_FAULT = 70
INTERRUPTED = 130


class CommandError(Exception):
    """No answer: ``message`` says what and where, ``mend`` how to go on, ``candidates`` what may have been meant."""

    exit_code = BAD_USE

    def __init__(self, message: str, mend: str = "", candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.candidates = candidates


class BadUseError(CommandError):
    """An argument that means nothing here: an unknown task, an unreadable date."""


class BadFileError(CommandError):
    """A file that is not there, cannot be read or cannot be written."""

    exit_code = BAD_FILE
