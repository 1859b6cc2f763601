"""Invariants of calendars, the project, identities; and which problems an edit brought."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
import pytest

from headway.core.plan.entities import Calendar, CalendarException, Shift, Task, WorkWeek
from headway.core.plan.invariants import CODES, Severity, check, introduced
from headway.core.plan.plan import Plan, Project
from headway.core.time import to_instant
from tests.drawn import build

DAY = (Shift(4_800, 10_200),)
WEEK = (DAY,) * 5 + ((), ())


def told(*calendars: Calendar) -> list[tuple[str, int, str, str | None]]:
    plan = Plan(calendars={calendar.id: calendar for calendar in calendars})
    return [(problem.code, problem.id, problem.name, problem.field) for problem in check(plan)]


def test_a_calendar_with_a_week_is_sound() -> None:
    assert told(Calendar(id=1, days=WEEK), Calendar(id=2, parent=1)) == []


def test_a_calendar_needs_its_parent() -> None:
    assert told(Calendar(id=2, name="Night", parent=7)) == [("calendar.parent_missing", 2, "Night", "parent")]


def test_calendars_that_are_each_others_parents() -> None:
    plan = Plan(calendars={n: Calendar(id=n, name=f"C{n}", parent=p) for n, p in {1: 2, 2: 1, 3: 1}.items()})
    (problem,) = check(plan)
    assert (problem.code, problem.id, problem.names) == ("calendar.parent_cycle", 1, ("C1", "C2"))


def test_a_week_without_work_is_told_with_what_it_inherits() -> None:
    never = Calendar(id=2, name="Never", days=((),) * 7, parent=1)
    weekend = Calendar(id=3, name="Weekend", days=((),) * 5 + (None, None), parent=1)
    assert told(Calendar(id=1, days=WEEK), never, weekend) == [
        ("calendar.no_working_time", 2, "Never", "days"),
        ("calendar.no_working_time", 3, "Weekend", "days"),
    ]
    assert told(Calendar(id=1, days=WEEK), Calendar(id=2, parent=1, days=((), *(None,) * 6))) == []


@pytest.mark.parametrize(
    ("shifts", "sound"),
    [
        ((Shift(4_800, 7_200), Shift(7_200, 10_200)), True),
        ((Shift(13_200, 18_000),), True),
        ((Shift(0, 14_400),), True),
        ((Shift(4_800, 4_800),), False),
        ((Shift(7_200, 4_800),), False),
        ((Shift(4_800, 7_200), Shift(6_000, 10_200)), False),
        ((Shift(7_800, 10_200), Shift(4_800, 7_200)), False),
        ((Shift(-1, 7_200),), False),
        ((Shift(14_400, 15_000),), False),
        ((Shift(13_200, 28_801),), False),
    ],
)
def test_shifts_of_a_day(shifts: tuple[Shift, ...], sound: bool) -> None:
    days = (shifts, *WEEK[1:])
    assert told(Calendar(id=1, days=days)) == ([] if sound else [("calendar.shift_order", 1, "", "days.0")])
    exception = CalendarException(5, 6, shifts)
    found = told(Calendar(id=1, days=WEEK, exceptions=(exception,)))
    assert found == ([] if sound else [("calendar.shift_order", 1, "", "exceptions.0")])
    found = told(Calendar(id=1, days=WEEK, work_weeks=(WorkWeek(5, 12, (shifts, *WEEK[1:])),)))
    assert found == ([] if sound else [("calendar.shift_order", 1, "", "work_weeks.0")])


def test_ranges_and_counts_of_days() -> None:
    assert told(Calendar(id=1, days=WEEK[:5])) == [("calendar.days_count", 1, "", "days")]
    turned = Calendar(id=1, days=WEEK, exceptions=(CalendarException(6, 5),), work_weeks=(WorkWeek(6, 5, WEEK[:6]),))
    assert told(turned) == [
        ("calendar.range_order", 1, "", "exceptions.0"),
        ("calendar.range_order", 1, "", "work_weeks.0"),
        ("calendar.days_count", 1, "", "work_weeks.0"),
    ]


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"calendar": 9}, "project.calendar_missing", "calendar"),
        ({"from_finish": True}, "project.finish_missing", "finish"),
        ({"from_finish": True, "start": 20, "finish": 10}, "project.finish_before_start", "finish"),
        ({"minutes_per_day": 0}, "project.minutes_not_positive", "minutes_per_day"),
        ({"days_per_month": -1}, "project.minutes_not_positive", "days_per_month"),
        ({"data_date": to_instant(datetime(1899, 1, 1))}, "project.date_out_of_range", "data_date"),
    ],
)
def test_settings_of_the_project(fields: dict[str, Any], code: str, field: str) -> None:
    (problem,) = check(Plan(project=Project(**fields)))
    assert (problem.code, problem.entity, problem.id, problem.field) == (code, "project", 0, field)


@pytest.mark.parametrize("number", [0, -1, 2**53])
def test_ids_have_their_range(number: int) -> None:
    problems = check(Plan(tasks={number: Task(id=number, name="A")}))
    assert [(problem.code, problem.value) for problem in problems] == [("identity.range", number)]


def test_a_key_is_the_id_of_its_value() -> None:
    problems = check(Plan(tasks={4: Task(id=5)}))
    assert [(problem.code, problem.id, problem.other) for problem in problems] == [("identity.key", 5, 4)]


def test_problems_an_edit_brought_are_told_apart_from_those_that_were_there() -> None:
    before = build("A 1d after B\nB 1d after A\nC -1d".replace("C -1d", "C 1d"))
    moved = msgspec.structs.replace(before.tasks[3], rank="Z1", duration=-10)
    after = msgspec.structs.replace(before, tasks={**before.tasks, 3: moved})
    assert [problem.code for problem in check(after)] == ["task.duration_negative", "link.loop"]
    assert [problem.code for problem in introduced(before, after)] == ["task.duration_negative"]


def test_every_code_is_known_and_has_a_severity() -> None:
    assert set(CODES.values()) == {Severity.ERROR, Severity.WARNING}
    assert all(code.count(".") == 1 for code in CODES)
