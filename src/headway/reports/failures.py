"""What keeps a document from being made."""

from __future__ import annotations


class RenderError(Exception):
    """A renderer cannot make the file: ``message`` says why, ``mend`` what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
