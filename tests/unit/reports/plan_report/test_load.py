"""Work by month and resource, beside a loop that walks the calendar hour by hour."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.plan.entities import Assignment, Resource, ResourceKind, SavedDates
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_HOUR, to_datetime, to_instant
from headway.reports.plan_report import Source, report_facts
from headway.reports.plan_report.load import periods
from tests.drawn import build, id_of

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan
    from headway.reports.plan_report.values import Load

HOUR = TENTHS_PER_HOUR


def load_of(plan: Plan) -> Load | None:
    return report_facts(schedule(plan), Source("plan", to_instant(datetime(2027, 3, 1)))).load


def with_work(text: str, work: dict[str, int]) -> Plan:
    """The plan of a text with one resource, and so many hours on each task."""
    plan = build(text)
    assignments = {
        number: Assignment(number, id_of(plan, name), 1, work=hours * HOUR, remaining_work=hours * HOUR)
        for number, (name, hours) in enumerate(work.items(), start=1)
    }
    return msgspec.structs.replace(plan, resources={1: Resource(1, "Ann")}, assignments=assignments)


def by_hours(begin: str, finish: str, hours: int) -> dict[str, float]:
    """Work by month, walking every working hour of a standard week."""
    shares: dict[str, int] = defaultdict(int)
    at, end = datetime.fromisoformat(begin), datetime.fromisoformat(finish)
    while at < end:
        if at.weekday() < 5 and at.hour in (8, 9, 10, 11, 13, 14, 15, 16):
            shares[f"{at:%Y-%m}"] += 1
        at += timedelta(hours=1)
    return {month: hours * count / sum(shares.values()) for month, count in shares.items()}


def months_of(load: Load) -> dict[str, float]:
    return {
        f"{to_datetime(month):%Y-%m}": work / HOUR for month, work in zip(load.months, load.total, strict=True) if work
    }


@pytest.mark.parametrize(("length", "hours"), [(3, 24), (10, 80), (30, 100), (60, 7), (200, 333)])
def test_work_is_spread_over_working_time(length: int, hours: int) -> None:
    plan = with_work(f"project: start 2027-03-22\nA {length}d", {"A": hours})
    dates = schedule(plan).dates(1)
    assert dates.finish is not None
    load = load_of(plan)
    assert load is not None
    expected = by_hours("2027-03-22T08:00", to_datetime(dates.finish).isoformat(), hours)
    assert months_of(load) == pytest.approx(expected, abs=0.01)
    assert sum(load.total) == hours * HOUR


def test_done_work_lies_before_the_data_date() -> None:
    text = "project: start 2027-03-01; rules p6; data date 2027-04-01\nA 40d; actual start=2027-03-01; percent 50"
    plan = with_work(text, {"A": 100})
    done = msgspec.structs.replace(plan.assignments[1], actual_work=75 * HOUR, remaining_work=25 * HOUR)
    load = load_of(msgspec.structs.replace(plan, assignments={1: done}))
    assert load is not None
    assert load.total[0] == 75 * HOUR
    assert sum(load.total[1:]) == 25 * HOUR


def test_a_resource_works_by_its_own_calendar() -> None:
    text = """
project: start 2027-03-29
calendar Away: off 2027-03-29..2027-03-31
A 5d
"""
    plan = with_work(text, {"A": 40})
    away = next(calendar for calendar in plan.calendars.values() if calendar.name == "Away")
    ann = Resource(1, "Ann", calendar=away.id)
    load = load_of(msgspec.structs.replace(plan, resources={1: ann}))
    assert load is not None
    assert months_of(load).keys() == {"2027-04"}


def test_the_files_own_dates_of_an_assignment_count_while_the_task_keeps_its_dates() -> None:
    plan = with_work("project: start 2027-03-22; rules p6; data date 2027-03-22\nA 20d", {"A": 40})
    dates = schedule(plan).dates(1)
    first = to_instant(datetime(2027, 4, 5, 8))
    own = msgspec.structs.replace(plan.assignments[1], start=first, finish=dates.finish)
    saved = {1: SavedDates(1, start=dates.start, finish=dates.finish)}
    load = load_of(msgspec.structs.replace(plan, assignments={1: own}, saved=saved))
    assert load is not None
    assert months_of(load) == {"2027-04": 40.0}
    moved = {1: SavedDates(1, start=dates.start, finish=first)}
    load = load_of(msgspec.structs.replace(plan, assignments={1: own}, saved=moved))
    assert load is not None
    assert "2027-03" in months_of(load)


def test_material_and_cost_are_no_work_and_nobody_is_somebody() -> None:
    plan = with_work("project: start 2027-03-01\nA 5d\nB 5d\nC 5d", {"A": 8, "B": 16, "C": 24})
    sand = Resource(2, "Sand", kind=ResourceKind.MATERIAL)
    assignments = dict(plan.assignments)
    assignments[1] = msgspec.structs.replace(assignments[1], resource=2)
    assignments[2] = msgspec.structs.replace(assignments[2], resource=None)
    load = load_of(msgspec.structs.replace(plan, resources={**plan.resources, 2: sand}, assignments=assignments))
    assert load is not None
    assert [(row.resource, row.name, sum(row.work) // HOUR) for row in load.rows] == [(1, "Ann", 24), (None, "", 16)]


def test_work_of_tasks_without_dates_is_told() -> None:
    plan = with_work("project: start 2027-03-01\nA 5d\nB 5d", {"A": 8, "B": 16})
    gone = msgspec.structs.replace(plan.tasks[2], inactive=True)
    load = load_of(msgspec.structs.replace(plan, tasks={**plan.tasks, 2: gone}))
    assert load is not None
    assert (sum(load.total), load.unspread) == (8 * HOUR, 16 * HOUR)


def test_work_on_a_milestone_falls_into_its_month() -> None:
    text = "project: start 2027-03-01; rules p6; data date 2027-03-01\nA 20d\nM milestone; after A"
    load = load_of(with_work(text, {"M": 3}))
    assert load is not None
    assert months_of(load) == {"2027-03": 3.0}
    assert len(load.months) == 1


def test_months_without_work_at_the_ends_are_left_out() -> None:
    # Assigned work makes the milestone last three hours from the end of March on.
    load = load_of(with_work("project: start 2027-03-01\nA 23d\nM milestone; after A", {"M": 3}))
    assert load is not None
    assert months_of(load) == {"2027-04": 3.0}
    assert len(load.months) == 1


def test_without_work_there_is_no_load() -> None:
    assert load_of(build("project: start 2027-03-01\nA 5d")) is None


@pytest.mark.parametrize(
    ("first", "last", "step", "count"),
    [
        ("2027-03-31", "2027-04-01T00:00", 1, 1),
        ("2027-03-31", "2027-04-01T00:01", 1, 2),
        ("2027-01-15", "2028-12-15", 1, 24),
        ("2027-01-15", "2029-01-15", 3, 9),
        ("2027-05-15", "2040-01-15", 12, 14),
    ],
)
def test_long_plans_are_shown_in_longer_periods(first: str, last: str, step: int, count: int) -> None:
    found, bounds = periods(*(to_instant(datetime.fromisoformat(each)) for each in (first, last)))
    assert (found, len(bounds) - 1) == (step, count)
    assert bounds[0] <= to_instant(datetime.fromisoformat(first)) < bounds[1]
    assert bounds[-2] < to_instant(datetime.fromisoformat(last)) <= bounds[-1]
    assert all(to_datetime(each).day == 1 and (to_datetime(each).month - 1) % step == 0 for each in bounds)


@given(
    st.lists(st.tuples(st.integers(1, 90), st.integers(1, 500), st.integers(0, 100)), min_size=1, max_size=6),
    st.dates(date(2027, 1, 1), date(2027, 12, 31)),
)
def test_no_work_is_lost_or_made(tasks: list[tuple[int, int, int]], data_date: date) -> None:
    text = [f"project: start 2027-01-04; data date {data_date}"]
    text += [f"T{number} {length}d" for number, (length, _, _) in enumerate(tasks)]
    plan = with_work("\n".join(text), {f"T{number}": hours for number, (_, hours, _) in enumerate(tasks)})
    assignments = {
        each.id: msgspec.structs.replace(
            each, actual_work=each.work * share // 100, remaining_work=each.work - each.work * share // 100
        )
        for each, (_, _, share) in zip(plan.assignments.values(), tasks, strict=True)
    }
    load = load_of(msgspec.structs.replace(plan, assignments=assignments))
    assert load is not None
    assert sum(load.total) == sum(hours for _, hours, _ in tasks) * HOUR
    assert all(work >= 0 for row in load.rows for work in row.work)
    assert [sum(column) for column in zip(*(row.work for row in load.rows), strict=True)] == list(load.total)
