"""Random calendars and instants near what is irregular in them.  All times are whole cells of the oracle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from headway.core.plan.entities import Calendar, CalendarException, Recurrence, Shift, WorkWeek
from tests.unit.core.calendar.oracle import CELL, CELLS_A_DAY

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

FIRST_DAY = 1_800
"""December 1974."""
LAST_DAY = FIRST_DAY + 50 * 365
"""Fifty years on."""
FULL_DAY = Shift(0, 14_400)


def day_numbers() -> SearchStrategy[int]:
    return st.integers(FIRST_DAY, LAST_DAY)


@st.composite
def day_shifts(draw: DrawFn) -> tuple[Shift, ...]:
    """Up to three shifts of a day that do not overlap, in any order; some run over midnight."""
    shape = draw(st.integers(0, 9))
    if shape == 0:
        return ()
    if shape == 1:
        return (FULL_DAY,)
    if shape == 2:
        start = draw(st.integers(CELLS_A_DAY // 2, CELLS_A_DAY - 1))
        finish = draw(st.integers(1, start))
        return (Shift(start * CELL, finish * CELL + draw(st.sampled_from((0, 14_400)))),)
    edges = draw(st.lists(st.integers(0, CELLS_A_DAY), min_size=2, max_size=6, unique=True))
    edges = sorted(edges[: len(edges) // 2 * 2])
    shifts = [Shift(a * CELL, b * CELL) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(draw(st.permutations(shifts)))


@st.composite
def rules(draw: DrawFn) -> Recurrence:
    kind = draw(st.sampled_from(("daily", "weekly", "monthly", "yearly")))
    start = draw(day_numbers())
    parts: dict[str, Any] = {"every": draw(st.integers(1, 4))}
    if draw(st.booleans()):
        parts["occurrences"] = draw(st.integers(1, 12))
    else:
        parts["finish"] = start + draw(st.integers(0, 2_000))
    if kind == "weekly":
        parts["weekdays"] = tuple(draw(st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True)))
    if kind in ("monthly", "yearly"):
        if draw(st.booleans()):
            parts["day"] = draw(st.integers(1, 31))
        else:
            parts |= {"week": draw(st.integers(1, 5)), "weekdays": (draw(st.integers(0, 6)),)}
    if kind == "yearly":
        parts |= {"month": draw(st.integers(1, 12)), "every": 1}
    return Recurrence(kind, start, **parts)


@st.composite
def exceptions(draw: DrawFn) -> CalendarException:
    shifts = draw(st.one_of(st.just(()), day_shifts()))
    if draw(st.integers(0, 3)) == 0:
        rule = draw(rules())
        return CalendarException(rule.start, rule.finish or rule.start, shifts, recurrence=rule)
    first = draw(day_numbers())
    return CalendarException(first, first + draw(st.integers(0, 40)), shifts)


@st.composite
def work_weeks(draw: DrawFn) -> WorkWeek:
    first = draw(day_numbers())
    days = draw(st.tuples(*[st.one_of(st.none(), day_shifts())] * 7))
    return WorkWeek(first, first + draw(st.integers(0, 200)), days)


@st.composite
def calendars(draw: DrawFn, number: int = 1, parent: int | None = None) -> Calendar:
    """A calendar whose week has at least one working day."""
    days = list(draw(st.tuples(*[st.one_of(st.none(), day_shifts())] * 7)))
    days[draw(st.integers(0, 6))] = draw(day_shifts().filter(bool))
    return Calendar(
        number,
        parent=parent,
        days=tuple(days),
        exceptions=tuple(draw(st.lists(exceptions(), max_size=6))),
        work_weeks=tuple(draw(st.lists(work_weeks(), max_size=2))),
    )


@st.composite
def families(draw: DrawFn) -> dict[int, Calendar]:
    """A calendar (1), its parent (2) and sometimes the parent's parent (3)."""
    depth = draw(st.integers(1, 3))
    return {n: draw(calendars(n, n + 1 if n < depth else None)) for n in range(1, depth + 1)}


def edges_of(plan: dict[int, Calendar]) -> list[int]:
    """Days on which something irregular begins or ends, and the ends of fifty years."""
    days = [FIRST_DAY, LAST_DAY]
    for calendar in plan.values():
        for entry in calendar.exceptions:
            days += [entry.first, entry.last]
        for week in calendar.work_weeks:
            days += [week.first, week.last]
    return days


@st.composite
def instants(draw: DrawFn, plan: dict[int, Calendar]) -> int:
    """An instant within twelve days of something irregular, or anywhere in four hundred years."""
    if draw(st.integers(0, 7)) == 0:
        day = draw(st.integers(-70_000, 70_000))
    else:
        day = draw(st.sampled_from(edges_of(plan))) + draw(st.integers(-12, 12))
    return day * 14_400 + draw(st.integers(0, CELLS_A_DAY - 1)) * CELL
