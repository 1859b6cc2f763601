"""From the path on the command line to a plan and its schedule, with notes on the way."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from headway import formats
from headway.cli import screen
from headway.cli.failures import BadFileError
from headway.core.plan.plan import Plan, Rules
from headway.formats.placing import place
from headway.formats.registry import FORMATS

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """Which plan, by whose rules and as of when."""

    file: Path
    project: str | None = None
    rules: Rules | None = None
    as_of: int | None = None
    moving: bool = True
    """Whether unfinished work is put after that date as well, where the rules leave it in the past."""


def read(asked: Asked) -> formats.ReadResult:
    """Read the file; says on standard error which project was taken when there are several.

    Raises :class:`BadFileError` for a missing file, :class:`headway.formats.PlanFileError` for one that gives no plan.
    """
    if not asked.file.exists():
        raise BadFileError(f"there is no file {asked.file}", *_near(asked.file))
    with screen.working(f"Reading {asked.file.name}"):
        found = formats.read(asked.file, project=_choice(asked.project))
    for warning in found.warnings:
        screen.warn(warning)
    return found


def plan_of(found: formats.ReadResult, asked: Asked) -> Plan:
    """The plan of the file with the rules and the data date asked for."""
    project = found.plan.project
    if asked.rules is not None:
        project = msgspec.structs.replace(project, rules=asked.rules)
    if asked.as_of is not None:
        moving = asked.moving or project.move_unfinished_after_data_date
        project = msgspec.structs.replace(project, data_date=asked.as_of, move_unfinished_after_data_date=moving)
    return found.plan if project is found.plan.project else msgspec.structs.replace(found.plan, project=project)


def write(path: Path, data: bytes) -> None:
    """Write a result, whole or not at all; raises :class:`BadFileError` when that cannot be done."""
    try:
        place(path, data)
    except OSError as error:
        raise BadFileError(f"{path} cannot be written ({error.strerror or error})", "Choose another place") from error


def _choice(project: str | None) -> str | int | None:
    return int(project) if project is not None and project.isascii() and project.isdigit() else project


def _near(path: Path) -> tuple[str, tuple[str, ...]]:
    """What to do about a missing file, and the files beside it that may have been meant."""
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder} either", ()
    plans = {suffix for known in FORMATS.values() for suffix in known.suffixes}
    names = {each.name.lower(): each.name for each in folder.iterdir() if each.suffix.lower() in plans}
    near = difflib.get_close_matches(path.name.lower(), names, n=_NEAR, cutoff=0.5)
    if not near:
        return "Check the path", ()
    return "Did you mean one of these?", tuple(str(folder / names[name]) for name in near)
