"""Working time counted without the engine is the working time that the engine counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headway.core.calendar.compile import compile_calendars
from headway.core.calendar.working import working_calendar
from headway.core.plan.entities import Calendar, CalendarException, Shift
from headway.core.plan.plan import Plan, Project
from headway.core.time import TENTHS_PER_DAY
from headway.formats.tables.working_days import working_days

FIRST = 20_000
DAY = (Shift(4_800, 7_200), Shift(7_800, 10_200))
NIGHT = (Shift(13_200, 15_600),)
WEEK = (DAY, DAY, DAY, NIGHT, DAY, (), ())
CALENDARS = {
    1: Calendar(
        1,
        "Site",
        days=WEEK,
        exceptions=(
            CalendarException(FIRST + 3, FIRST + 4, name="Feast"),
            CalendarException(FIRST + 20, FIRST + 20, shifts=(Shift(4_800, 6_000),)),
        ),
    ),
    2: Calendar(2, "Crane", parent=1, exceptions=(CalendarException(FIRST + 10, FIRST + 12),)),
}
INSTANTS = st.integers(FIRST * TENTHS_PER_DAY, (FIRST + 40) * TENTHS_PER_DAY)


@given(st.sampled_from((None, 1, 2, 99)), INSTANTS, INSTANTS)
def test_work_between_two_instants(calendar: int | None, one: int, other: int) -> None:
    plan = Plan(project=Project(calendar=calendar), calendars=CALENDARS)
    start, finish = min(one, other), max(one, other)
    known = calendar if calendar in CALENDARS else None
    expected = working_calendar(compile_calendars(CALENDARS), known).work_between(start, finish)
    assert working_days(plan, FIRST - 2, FIRST + 42).work(start, finish) == expected


def test_days_on_which_a_shift_begins_are_worked() -> None:
    worked = working_days(Plan(project=Project(calendar=2), calendars=CALENDARS), FIRST, FIRST + 20).worked
    # 20,000 was a Friday.
    assert sorted(worked) == [FIRST + offset for offset in (0, 5, 6, 7, 13, 14, 17, 18, 19, 20)]


def test_a_century_is_the_end() -> None:
    assert len(working_days(Plan(), 0, 10_000_000).worked) < 30_000
