"""What reading and writing a plan file gives."""

from __future__ import annotations

from pathlib import Path

import msgspec

from headway.core.plan.plan import Plan


class Loss(msgspec.Struct, frozen=True, gc=False):
    """Something the file holds that the plan does not keep."""

    entity: str
    """``project``, ``task``, ``link``, ``calendar``, ``resource``, ``assignment`` or ``baseline``."""
    field: str
    """The field's name as the reader calls it."""
    count: int
    """How many rows have it."""
    example: str = ""
    """Row and value of the first one."""
    reason: str = ""
    """Why it is not kept; empty where the plan simply has no place for it."""


class ProjectName(msgspec.Struct, frozen=True, gc=False):
    """One project of a file that may hold several."""

    number: int
    """Place in the file, from 1."""
    name: str
    code: str | None = None
    """P6: the project id."""
    tasks: int = 0
    """Rows without children."""
    exported: bool = False
    """P6: the project this file was made for; the others came along with it."""
    chosen: bool = False


class Source(msgspec.Struct, frozen=True, gc=False):
    """What kind of file it was."""

    format: str
    """The format's short name, as in the formats table."""
    title: str
    """The format's name for people."""
    application: str | None = None
    """The program that wrote the file, where the file says so."""
    bytes: int = 0


class ReadResult(msgspec.Struct, frozen=True, gc=False):
    """A plan, what of the file it does not keep, and the projects that the file holds."""

    plan: Plan
    losses: tuple[Loss, ...]
    projects: tuple[ProjectName, ...]
    source: Source
    warnings: tuple[str, ...] = ()


class WriteLoss(msgspec.Struct, frozen=True, gc=False):
    """Something of the plan that the file does not hold, or holds otherwise: found by reading the file back."""

    entity: str
    """``project``, ``task``, ``link``, ``calendar``, ``resource``, ``assignment``, ``baseline`` or ``dates``."""
    field: str
    """The plan's name of the field, parts after a dot; ``existence`` for a value that is not there at all."""
    count: int
    """How many values differ in this field."""
    id: int = 0
    """Id of the first one (of the task, for its dates); 0 for the project."""
    name: str = ""
    """Its name, of a link the names of its ends."""
    before: str = ""
    """What the plan has, as short text."""
    after: str = ""
    """What the file gives back."""
    reason: str = ""
    """Why, where it is known and documented; empty for a loss nobody has explained yet."""


class WriteResult(msgspec.Struct, frozen=True, gc=False):
    """A file written, and what of the plan it does not keep."""

    path: Path
    format: str
    losses: tuple[WriteLoss, ...] = ()
