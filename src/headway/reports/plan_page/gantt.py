"""The critical path as a drawing: positions only, so that it can be tested without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_WEEK, to_datetime, to_instant, weekday
from headway.reports.plan_page.values import DONE_SHARE, Row
from headway.reports.wording import MONTHS, day

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHARACTER = 0.55
"""Mean width of a letter in units of the font size."""
_MOST_TICKS = 10
_SHORT = 16
"""Weeks up to which the axis counts in weeks."""
_TICK_LABEL = 58
"""Room a month's name needs; without it the line stands alone."""
_EDGE = 0.02
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, slots=True)
class Form:
    """Measures of one drawing, in its own units."""

    width: int
    labels: int
    """Width of the label column; 0 puts each label above its bar."""
    row: int
    font: int
    bar: int = 12
    head: int = 26


WIDE = Form(width=1040, labels=330, row=26, font=13)
NARROW = Form(width=358, labels=0, row=42, font=13)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its label, and the bar or diamond."""

    label: str
    title: str
    text_x: float
    text_y: float
    x: float
    y: float
    width: float
    done: float
    milestone: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the time axis and its label."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything of one drawing."""

    form: Form
    height: int
    left: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    now: float
    """Where the reference date stands."""


def draw(rows: Sequence[Row], reference: int, form: Form) -> Drawing | None:
    """The drawing of some rows; ``None`` without rows.  Time runs from the first start to the last finish, the
    reference date included."""
    if not rows:
        return None
    first, last = min(reference, *(row.start for row in rows)), max(reference, *(row.finish for row in rows))
    margin = max(int((last - first) * _EDGE), TENTHS_PER_DAY)
    first, last = first - margin, last + margin
    left, room = form.labels, form.width - form.labels

    def x(instant: int) -> float:
        return round(left + (instant - first) / (last - first) * room, 1)

    bars = tuple(_bar(row, number, form, x(row.start), x(row.finish)) for number, row in enumerate(rows))
    ticks = tuple(
        Tick(x(instant), label if x(instant) + _TICK_LABEL <= form.width else "")
        for instant, label in _ticks(first, last, room)
    )
    return Drawing(form, form.head + form.row * len(rows) + 8, left, bars, ticks, x(reference))


def _bar(row: Row, number: int, form: Form, begin: float, end: float) -> Bar:
    top = form.head + form.row * number
    middle = top + form.row / 2 if form.labels else top + form.row - form.bar
    space = form.labels - 12 if form.labels else form.width
    width = max(end - begin, 2.0)
    return Bar(
        label=shorten(row.name, int(space / (form.font * _CHARACTER))),
        title=f"{row.name}: {day(row.start)} to {day(row.finish)}",
        text_x=0,
        text_y=round(middle + form.font * 0.36, 1) if form.labels else top + form.font + 3.0,
        x=begin,
        y=round(middle - form.bar / 2, 1),
        width=round(width, 1),
        done=round(width * row.percent / DONE_SHARE, 1),
        milestone=row.milestone,
    )


def shorten(text: str, characters: int) -> str:
    """At most so many characters, cut at the end with an ellipsis.

    >>> shorten("Sign the contract", 9)
    'Sign the…'
    """
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"


def _ticks(first: int, last: int, room: int) -> list[tuple[int, str]]:
    """Mondays of a short time, else starts of months, only so many that their labels do not touch."""
    most = max(min(_MOST_TICKS, room // _TICK_LABEL), 2)
    weeks = (last - first) // TENTHS_PER_WEEK + 1
    if weeks <= _SHORT:
        return _mondays(first, last, -(-weeks // most))
    begin, end = to_datetime(first), to_datetime(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    step = next((step for step in _STEPS if months / step <= most), _STEPS[-1])
    found = []
    for number in range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month):
        instant = to_instant(datetime(number // 12, number % 12 + 1, 1))  # noqa: DTZ001 (the plan's wall clock)
        if number % step == 0 and first < instant < last:
            found.append((instant, f"{MONTHS[number % 12]} {number // 12}"))
    return found


def _mondays(first: int, last: int, every: int) -> list[tuple[int, str]]:
    monday = first // TENTHS_PER_DAY + (-weekday(first // TENTHS_PER_DAY)) % 7
    instants = (number * TENTHS_PER_DAY for number in range(monday, last // TENTHS_PER_DAY + 1, 7 * every))
    return [(instant, day(instant)[:6]) for instant in instants if first < instant < last]
