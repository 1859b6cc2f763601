"""Walls around the child process that reads foreign bytes.  The child puts them up itself, before it opens the file.

Always: limits on memory, processor time, file size, open files and core dumps; a private temporary folder; a wall clock
kept by the parent.  Where the machine permits: no network (a network namespace of its own) and a user id of its own.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_DUMPABLE = 4
_OWN_UID_BASE = 0x30000000
_NOBODY = 65_534

ADDRESS_SPACE_OVERHEAD = 3 << 30
"""Bytes of address space the Java machine reserves beside its heap (code, classes, thread stacks, libraries)."""


def raise_walls(limits: dict[str, int]) -> dict[str, str]:
    """Put up the walls that must stand before the first thread of the Java machine, and say which hold.

    ``limits`` has ``heap``, ``cpu_seconds`` and ``file_bytes``.
    """
    return {"limits": _set_limits(limits), "network": _close_network()}


def drop_rights(folder: Path, install_roots: list[str]) -> dict[str, str]:
    """Give up what the reading itself does not need, and say what is gone.

    ``folder`` is handed over to the new user id; ``install_roots`` are the paths that must stay readable under it.
    """
    return {"user": _own_user(folder, install_roots), "privileges": _no_new_privileges()}


def _set_limits(limits: dict[str, int]) -> str:
    wanted = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, limits["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, limits["file_bytes"]),
        (resource.RLIMIT_NOFILE, 512),
        (resource.RLIMIT_AS, limits["heap"] + ADDRESS_SPACE_OVERHEAD),
    )
    for kind, value in wanted:
        hard = resource.getrlimit(kind)[1]
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # The signal for used-up processor time comes at the soft limit only; the hard one kills without a reason.
        spare = 5 if kind == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else 0
        resource.setrlimit(kind, (ceiling, ceiling + spare))
    return "set"


def _close_network() -> str:
    """A network namespace without any interface; unprivileged users get one inside a user namespace of their own."""
    if not sys.platform.startswith("linux"):
        return "open (only Linux can close it)"
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(_CLONE_NEWNET) == 0:
        return "closed"
    if os.geteuid() != 0 and library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        return "closed"
    return f"open ({os.strerror(ctypes.get_errno())})"


def _own_user(folder: Path, install_roots: list[str]) -> str:
    """A user id that nobody else has, when we are root and that user can still read the installation."""
    if os.geteuid() != 0:
        return "same as the caller (only root can change it)"
    if not _open_to_all(folder.resolve().parents):
        return "same as the caller (the temporary folder is not open to other users)"
    for root in install_roots:
        if not _readable_by_all(Path(root)):
            return "same as the caller (the installation is not readable by other users)"
    for uid in (_OWN_UID_BASE + os.getpid(), _NOBODY):
        try:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, uid, uid)
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
        except OSError:
            continue
        return "own"
    return "same as the caller (not permitted)"


def _readable_by_all(path: Path) -> bool:
    resolved = path.resolve()
    return _open_to_all(resolved.parents) and bool(resolved.stat().st_mode & 0o004)


def _open_to_all(folders: Iterable[Path]) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in folders)


def _no_new_privileges() -> str:
    if not sys.platform.startswith("linux"):
        return "as the system gives them"
    library = ctypes.CDLL(None, use_errno=True)
    # A change of user takes this away, and the Java machine wants to read its own memory map.
    library.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
    return "none to gain" if library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 else "not restricted"
