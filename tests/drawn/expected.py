"""What a text says the schedule should be, and the comparison with what it is.

After ``=>``: ``D..D`` (start and finish), ``start D``, ``finish D``, ``early D..D``, ``late D..D``, ``early start D``
and so on, ``float 2d``, ``free 1d``, ``start float 1d``, ``finish float 1d``, ``critical``, ``not critical``.  A date
without a time compares the day only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from headway.core.time import TENTHS_PER_DAY, from_day, to_datetime
from tests.drawn.words import DrawnError, Units, clauses, day, has_time, instant, opening, pair, signed_span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = {"early": ("early_start", "early_finish"), "late": ("late_start", "late_finish")}
_DATES = ["start", "finish", "early_start", "early_finish", "late_start", "late_finish"]
_FLOATS = {
    "float": "total_float",
    "total float": "total_float",
    "free": "free_float",
    "free float": "free_float",
    "start float": "start_float",
    "finish float": "finish_float",
}
_CRITICAL = {"critical": True, "not critical": False}


class Dated(Protocol):
    """Anything that answers with the dates of a task, as the schedule does."""

    def dates(self, task_id: int, /) -> Any: ...


class Expected(msgspec.Struct, frozen=True):
    """One statement about one task: ``field`` is an attribute of its dates; ``by_day`` compares the day only."""

    task: str
    field: str
    value: int | bool
    by_day: bool = False

    def differs(self, dates: object, units: Units) -> str | None:
        """A line that says how the schedule differs, ``None`` when it does not."""
        found = getattr(dates, self.field)
        wanted = self.value
        if self.field == "critical":
            return None if bool(found) is wanted else f"{self.task}: critical is {bool(found)}, expected {wanted}"
        if self.field in _FLOATS.values():
            if found == wanted:
                return None
            shown = "none" if found is None else f"{found / units.day:g}d"
            return f"{self.task}: {self.field} is {shown}, expected {wanted / units.day:g}d"
        if found is None:
            return f"{self.task}: {self.field} is none, expected {self._shown()}"
        if (_day_of(self.field, found) if self.by_day else found) == wanted:
            return None
        return f"{self.task}: {self.field} is {to_datetime(found):%a %Y-%m-%d %H:%M}, expected {self._shown()}"

    def _shown(self) -> str:
        return f"{from_day(self.value):%a %Y-%m-%d}" if self.by_day else f"{to_datetime(self.value):%a %Y-%m-%d %H:%M}"


def _day_of(field: str, moment: int) -> int:
    """The day of an instant; midnight belongs to the day before for a finish."""
    return (moment - 1 if field.endswith("finish") else moment) // TENTHS_PER_DAY


def expected_of(task: str, text: str, units: Units) -> Iterator[Expected]:
    """The statements in the text after ``=>``."""
    for clause in clauses(text):
        if re.match(r"\d{4}-", clause):
            yield from _both(task, ("start", "finish"), clause)
            continue
        word, rest = opening(clause, [*_PAIRS, *_FLOATS, *_CRITICAL, *(name.replace("_", " ") for name in _DATES)])
        if word in _CRITICAL:
            yield Expected(task, "critical", _CRITICAL[word])
        elif word in _FLOATS:
            yield Expected(task, _FLOATS[word], signed_span(rest, units).tenths)
        elif word in _PAIRS:
            yield from _both(task, _PAIRS[word], rest)
        else:
            yield _date(task, word.replace(" ", "_"), rest)


def _both(task: str, fields: tuple[str, str], text: str) -> Iterator[Expected]:
    for field, end in zip(fields, pair(text), strict=True):
        yield _date(task, field, end)


def _date(task: str, field: str, text: str) -> Expected:
    if has_time(text):
        return Expected(task, field, instant(text, 0))
    return Expected(task, field, day(text), by_day=True)


class Drawing(msgspec.Struct, frozen=True):
    """The columns of a drawn plan: ``first`` is the day of the first one, ``indent`` the blanks before it."""

    first: int
    indent: int

    def milestone_of(self, cell: str) -> str | None:
        """``<``, ``>`` or ``M`` when the cell draws a milestone."""
        mark = cell.strip()
        return mark if mark in ("<", ">", "M") else None

    def days_of_work(self, cell: str) -> int:
        """How many days of the cell are worked."""
        return cell.count("X")

    def expected(self, task: str, cell: str, units: Units, *, exact: bool) -> Iterator[Expected]:
        """Start and finish as drawn, by the day or ``exact`` at the start and the end of the working day."""
        cells = cell[self.indent :].rstrip()
        mark = self.milestone_of(cell)
        at = self.first + len(cells) - 1
        if not cells.strip():
            return
        if mark is not None:
            yield _milestone(task, mark, at, units)
            return
        if set(cells) - set(" .X"):
            raise DrawnError(f"a drawing is made of X and . or is one of < > M: {cell.strip()!r}")
        start = self.first + len(cells) - len(cells.lstrip())
        if exact:
            yield Expected(task, "start", start * TENTHS_PER_DAY + units.start_time)
            yield Expected(task, "finish", at * TENTHS_PER_DAY + units.finish_time)
        else:
            yield Expected(task, "start", start, by_day=True)
            yield Expected(task, "finish", at, by_day=True)


def _milestone(task: str, mark: str, at: int, units: Units) -> Expected:
    if mark == "<":
        return Expected(task, "start", at * TENTHS_PER_DAY + units.start_time)
    if mark == ">":
        return Expected(task, "finish", at * TENTHS_PER_DAY + units.finish_time)
    return Expected(task, "finish", at, by_day=True)


def drawing_of(cell: str, start: int) -> Drawing:
    """The columns under a header like ``MTWTFSS``; ``start`` is the day of the project's start, in the first week."""
    letters = cell.strip()
    for back in range(7):
        first = start - back
        if all(letter == "MTWTFSS"[(first + index + 3) % 7] for index, letter in enumerate(letters)):
            return Drawing(first, len(cell) - len(cell.lstrip()))
    raise DrawnError(f"the days {letters!r} do not fit a project that starts on a {from_day(start):%A}")
