"""Putting a finished file in its place: written beside it under another name, then renamed, so that nobody ever meets
half a file and an older one stays until the new one is complete."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def place(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; on any failure what was there before is still there, and nothing beside it.

    A link is followed, the rights of an older file are kept, and what is no ordinary file (a pipe, a terminal) is
    written to directly.  Raises ``OSError`` when the folder is not there, not writable or full.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    target = path.resolve()
    fresh = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
