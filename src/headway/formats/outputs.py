"""Reading back what the child wrote.  It may have been taken over by the file it read, so nothing it left is trusted:
no link is followed, nothing but ordinary files of bounded size is opened, and no name leads out of its folder."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


class Outputs:
    """The child's folder, held open from before the child began: it stays that folder whatever is renamed."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def read(self, name: str, limit: int) -> bytes | None:
        """The bytes of a file by its name below the folder; ``None`` if it is not there, not an ordinary file of one
        name, or larger than ``limit``."""
        *folders, last = PurePath(name).parts
        opened: list[int] = []
        try:
            at = self._descriptor
            for folder in folders:
                at = os.open(folder, _FOLDER, dir_fd=at)
                opened.append(at)
            return _bounded(os.open(last, _FILE, dir_fd=at), limit)
        except OSError:
            return None
        finally:
            for descriptor in opened:
                os.close(descriptor)


def _bounded(descriptor: int, limit: int) -> bytes | None:
    with os.fdopen(descriptor, "rb") as stream:
        about = os.fstat(stream.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_nlink != 1 or about.st_size > limit:
            return None
        content = stream.read(limit + 1)
        return content if len(content) <= limit else None


@contextlib.contextmanager
def outputs_in(folder: Path) -> Iterator[Outputs]:
    """Hold a folder open for reading back."""
    descriptor = os.open(folder, _FOLDER)
    try:
        yield Outputs(descriptor)
    finally:
        os.close(descriptor)
