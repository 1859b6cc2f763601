"""Where compiled kernels are kept: a folder that changes whenever any kernel does.

numba decides by the file of a kernel alone whether its cached form is still good; it does not see that a kernel in
another file, compiled into this one, has changed.  So the name of the folder has a digest of all files with kernels.
It must be set before numba is imported, which is why :mod:`headway` itself does it.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import sys
import tempfile
from pathlib import Path

from headway._version import VERSION

_CORE = Path(__file__).parent / "core"
_KEPT = 3
_KERNEL = re.compile(rb"\bnjit\b|from headway\.core\.kernel import")
_IMPORT = re.compile(rb"^from headway\.core\.([\w.]+) import", flags=re.MULTILINE)


def cache_root() -> Path:
    """``HEADWAY_CACHE``, or the user's cache folder."""
    named = os.environ.get("HEADWAY_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "headway"


def kernel_folder() -> Path:
    """The folder of this version, these kernels and this kind of processor."""
    digest = hashlib.blake2b(digest_size=6)
    for source in kernel_files().values():
        digest.update(source)
    return cache_root() / f"{VERSION}-{digest.hexdigest()}" / platform.machine()


def kernel_place() -> str:
    """Digest of where the kernels lie, how old their files are and which Python runs them.

    numba keeps compiled kernels by these, so the same text in another folder or another virtual environment has
    none yet.
    """
    digest = hashlib.blake2b(f"{sys.implementation.cache_tag} {_CORE}".encode(), digest_size=6)
    for name in kernel_files():
        digest.update(f"{name} {(_CORE / name).stat().st_mtime_ns}".encode())
    return digest.hexdigest()


def kernel_files() -> dict[str, bytes]:
    """The files with kernels and, since compiled code holds their constants, those that these import from."""
    texts = {path.relative_to(_CORE).as_posix(): path.read_bytes() for path in _CORE.rglob("*.py")}
    kernels = {name for name, text in texts.items() if _KERNEL.search(text)}
    imported = {
        module.decode().replace(".", "/") + ".py" for name in kernels for module in _IMPORT.findall(texts[name])
    }
    return {name: texts[name] for name in sorted(kernels | imported) if name in texts}


def use_kernel_cache() -> None:
    """Point numba at our folder, unless its own variable already says where.

    Where that folder cannot be written, kernels go to the temporary folder: slower to start once, but never an error.
    """
    if "NUMBA_CACHE_DIR" in os.environ:
        return
    folder = kernel_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        folder = Path(tempfile.gettempdir()) / f"headway-{os.getuid()}" / folder.parent.name
    os.environ["NUMBA_CACHE_DIR"] = str(folder)


def drop_old_kernels() -> int:
    """Remove the folders of earlier kernels but the newest few; answers how many went."""
    current = kernel_folder().parent
    others = [folder for folder in cache_root().glob("*-*") if folder.is_dir() and folder != current]
    others.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in others[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
    return len(others[_KEPT:])
