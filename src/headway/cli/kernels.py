"""Whether the engine is compiled, and compiling it: a user's first answer must say when it has to wait for that.

A stamp beside the compiled kernels says for which rules all of them are there.  Its name carries the digests of the
kernel sources and of their place, so it is void as soon as one of them changes and for another installation.
"""

from __future__ import annotations

import os
from pathlib import Path

from headway._kernel_cache import kernel_folder, kernel_place
from headway.core.plan.plan import Rules

SECONDS = 40
"""What compiling takes at most on a machine of two cores, for the message."""


def cache_folder() -> Path:
    """Where numba keeps the kernels of this process."""
    return Path(os.environ.get("NUMBA_CACHE_DIR") or kernel_folder())


def stamp(rules: Rules) -> Path:
    """The file that says that all kernels for these rules are compiled."""
    return cache_folder() / f"warm-{kernel_folder().parent.name}-{kernel_place()}-{rules.value}"


def are_warm(rules: Rules) -> bool:
    """Whether an answer by these rules needs no compiler."""
    return stamp(rules).is_file()


def mark_warm(rules: Rules) -> None:
    """Note that all kernels for these rules are compiled; where nothing can be kept, nothing is noted."""
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        stamp(rules).touch()
    except OSError:
        return
