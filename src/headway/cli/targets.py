"""What a plan can be turned into: documents of ours and the plan files of other programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from headway.cli.failures import BadUseError
from headway.formats.registry import FORMATS

OWN = "headway"
"""The format that keeps a plan without loss."""
PICTURES = ("svg", "png")


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of file that can be written."""

    name: str
    title: str
    endings: tuple[str, ...]
    document: bool
    """Made for people or programs to read; no plan can be read back from it."""


_DOCUMENTS = (
    Target("xlsx", "workbook", (".xlsx",), document=True),
    Target("csv", "comma-separated tasks", (".csv",), document=True),
    Target("ics", "calendar of milestones", (".ics",), document=True),
    Target("json", "record of the dates", (".json",), document=True),
    Target("svg", "Gantt chart", (".svg",), document=True),
    Target("png", "Gantt chart as a picture", (".png",), document=True),
)
_PLAN_ENDINGS = (
    ("mspdi", (".xml",)),
    ("pmxml", (".pmxml",)),
    ("xer", (".xer",)),
    ("mpx", (".mpx",)),
    ("planner", (".planner",)),
    (OWN, (".headway",)),
)
_PLANS = tuple(Target(name, FORMATS[name].title, endings, document=False) for name, endings in _PLAN_ENDINGS)
TARGETS: MappingProxyType[str, Target] = MappingProxyType({each.name: each for each in (*_DOCUMENTS, *_PLANS)})
_BY_ENDING = MappingProxyType({ending: each for each in TARGETS.values() for ending in each.endings})
_MENDS = MappingProxyType(
    {
        ".mpp": "Only Microsoft Project writes it; write .xml, which Microsoft Project opens",
        ".xls": "Write .xlsx",
        ".html": "`headway report` writes web pages",
        ".htm": "`headway report` writes web pages",
        ".pdf": "`headway report` writes documents",
    }
)
"""What to do for an ending that people try."""


def target_for(path: Path, name: str | None = None, option: str = "-o") -> Target:
    """What to write to ``path``: as ``name`` says, else as its ending says.

    Raises :class:`BadUseError`, before any work is done.
    """
    if name is not None:
        found = TARGETS.get(name.lower().removeprefix("."))
        if found is None:
            raise BadUseError(f"--to {name!r} is nothing we write", f"It is one of {', '.join(TARGETS)}")
        return found
    ending = path.suffix.lower()
    found = _BY_ENDING.get(ending)
    if found is None:
        what = f"{option} {path.name!r} has " + ("an ending we cannot write" if ending else "no ending")
        mend = _MENDS.get(ending)
        raise BadUseError(what, f"{mend + '. ' if mend else ''}Use one of {', '.join(_BY_ENDING)}")
    return found


def are_same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file; false while either is not there."""
    return one.exists() and other.exists() and one.samefile(other)
