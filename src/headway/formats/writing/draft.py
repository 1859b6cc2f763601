"""What the child process is told to write: rows of named fields, in the words of the library that writes them.

A draft is plain data.  The child sets exactly the fields that are in it and decides nothing, so everything worth a test
(units, names of kinds, which field takes which value) is decided here, without a Java machine.

Values by the kind of their field: an instant is tenths of a minute since 1970, a duration ``[amount, unit]``, money and
units plain numbers, a kind its name, a range of dates a list of pairs.
"""

from __future__ import annotations

from typing import Any

import msgspec

Fields = dict[str, Any]
"""Values by the library's name of the field; what is not set is left out."""

Duration = tuple[float, str]
"""Amount and the library's name of the unit."""

DraftShifts = tuple[tuple[int, int], ...]
"""Working time of a day in tenths of a minute after midnight."""


class Part(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Base of the parts of a draft."""


class DraftRule(Part, frozen=True):
    """A rule that yields days; days are counted from 1970."""

    kind: str
    start: int
    finish: int | None = None
    occurrences: int | None = None
    every: int = 1
    weekdays: tuple[int, ...] = ()
    relative: bool = False
    day: int | None = None
    month: int | None = None


class DraftException(Part, frozen=True):
    first: int
    last: int
    name: str = ""
    shifts: DraftShifts = ()
    rule: DraftRule | None = None


class DraftWeek(Part, frozen=True):
    first: int
    last: int
    name: str = ""
    days: tuple[DraftShifts | None, ...] = ()


class DraftCalendar(Part, frozen=True):
    id: int
    name: str
    parent: int | None = None
    guid: str | None = None
    kind: str | None = None
    project: int | None = None
    """The project it belongs to, where that is not all of them."""
    personal: bool = False
    minutes: tuple[int | None, int | None, int | None] = (None, None, None)
    """Of a day, a week and a month."""
    days: tuple[DraftShifts | None, ...] = ()
    exceptions: tuple[DraftException, ...] = ()
    weeks: tuple[DraftWeek, ...] = ()


class DraftRate(Part, frozen=True):
    table: int
    start: int | None
    finish: int | None
    standard: float
    """Money an hour."""
    overtime: float
    per_use: float


class DraftResource(Part, frozen=True):
    fields: Fields
    rates: tuple[DraftRate, ...] = ()
    availability: tuple[tuple[int | None, int | None, float], ...] = ()
    parent: int | None = None
    unit: str | None = None
    """P6: what a material is counted in."""


class DraftExpense(Part, frozen=True):
    name: str
    actual: float
    remaining: float


class DraftTask(Part, frozen=True):
    level: int
    """Depth in the outline; rows come in the order of the outline."""
    fields: Fields
    rule: DraftRule | None = None
    expense: DraftExpense | None = None


class DraftLink(Part, frozen=True):
    id: int
    predecessor: int
    successor: int
    kind: str
    lag: Duration


class DraftWork(Part, frozen=True):
    """A stretch of an assignment's work."""

    start: int
    finish: int
    work: int
    """A span; 0 where nothing is done for a while."""
    done: bool


class DraftAssignment(Part, frozen=True):
    task: int
    resource: int | None
    fields: Fields
    contour: str | None = None
    worked: tuple[DraftWork, ...] = ()
    """The work divided over time, where that has to be said."""


class DraftName(Part, frozen=True):
    """The name users gave a field."""

    entity: str
    field: str
    name: str


class Draft(Part, frozen=True):
    """One plan, as it is to be written."""

    settings: Fields
    calendars: tuple[DraftCalendar, ...] = ()
    resources: tuple[DraftResource, ...] = ()
    tasks: tuple[DraftTask, ...] = ()
    links: tuple[DraftLink, ...] = ()
    assignments: tuple[DraftAssignment, ...] = ()
    names: tuple[DraftName, ...] = ()
    currency: str | None = None
    """P6: the currency of the file."""
    dates: tuple[int, int] | None = None
    """The first and the last instant the format's programs know; others are written as the nearest of these."""
    stand_ins: tuple[tuple[str, str], ...] = ()
    """Letters in the texts that stand for others, and those others."""


def encode_draft(draft: Draft) -> bytes:
    """The draft as the JSON that the child reads."""
    return msgspec.json.encode(draft)
