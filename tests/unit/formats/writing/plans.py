"""Small plans to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import (
    Amounts,
    Assignment,
    Baseline,
    BaselineDates,
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    External,
    LagKind,
    Link,
    LinkKind,
    Manual,
    Progress,
    Rate,
    Resource,
    SavedDates,
    Shift,
    Task,
    TaskKind,
)
from headway.core.plan.plan import P6Options, Plan, Project, Rules
from headway.formats.registry import FORMATS
from headway.formats.writing.context import make_context
from headway.formats.writing.drafting import draft_plan

if TYPE_CHECKING:
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Draft

DAY, WORKDAY = 14_400, 4_800
MONDAY = 20_514 * DAY + 4_800
"""Monday 2026-03-02, 08:00."""
EVENING = MONDAY + 5_400
OFFICE = (Shift(4_800, 7_200), Shift(7_800, 10_200))
WEEK = (*(OFFICE,) * 5, (), ())


def dates(task: int, day: int, days: int = 1, total_float: int = 0) -> SavedDates:
    start, finish = MONDAY + day * DAY, EVENING + (day + days - 1) * DAY
    late = total_float * 3
    return SavedDates(
        task=task,
        start=start,
        finish=finish,
        early_start=start,
        early_finish=finish,
        late_start=start + late,
        late_finish=finish + late,
        total_float=total_float,
        free_float=total_float,
        critical=not total_float,
    )


def house() -> Plan:
    """A summary with three tasks and a milestone, two resources, three calendars: a bit of everything."""
    return Plan(
        project=Project(name="House", start=MONDAY, finish=EVENING + 4 * DAY, calendar=1, currency="EUR"),
        calendars={
            1: Calendar(1, "Standard", days=WEEK, exceptions=(CalendarException(20_600, 20_601, name="Holiday"),)),
            2: Calendar(2, "Mason", parent=1, personal=True),
            3: Calendar(3, "Long days", days=(*((Shift(4_200, 10_800),),) * 5, (), ())),
        },
        resources={
            1: Resource(1, "Mason", calendar=2, rates=(Rate(standard=500_000),), initials="M"),
            2: Resource(2, "Painter", generic=True, max_units=20_000),
        },
        tasks={
            1: Task(1, "Walls", rank="a"),
            2: Task(2, "Brick", parent=1, rank="a", duration=2 * WORKDAY, custom={"Lot": "A", "Urgency": 3}),
            3: Task(3, "Plaster", parent=1, rank="b", duration=WORKDAY, notes="Two\nlines", priority=700),
            4: Task(4, "Paint", parent=1, rank="c", duration=WORKDAY, calendar=3, deadline=EVENING + 9 * DAY),
            5: Task(
                5, "Done", rank="b", milestone=True, constraint=Constraint(ConstraintKind.START_NO_EARLIER_THAN, MONDAY)
            ),
        },
        links={
            1: Link(1, 2, 3),
            2: Link(2, 3, 4, LinkKind.SS, lag=WORKDAY),
            3: Link(3, 4, 5, lag=DAY, lag_kind=LagKind.ELAPSED),
        },
        assignments={
            1: Assignment(1, 2, 1, work=2 * WORKDAY, remaining_work=2 * WORKDAY, start=MONDAY, finish=EVENING + DAY),
            2: Assignment(
                2, 4, 2, work=WORKDAY, remaining_work=WORKDAY, start=MONDAY + 3 * DAY, finish=EVENING + 3 * DAY
            ),
        },
        baselines={1: Baseline(1, "Baseline", dates=(BaselineDates(2, MONDAY, EVENING + DAY, 2 * WORKDAY),))},
        saved={1: dates(1, 0, 4), 2: dates(2, 0, 2), 3: dates(3, 2), 4: dates(4, 3), 5: dates(5, 4)},
    )


def begun() -> Plan:
    """The house, with the first task half done, the second placed by hand and costs."""
    plan = house()
    half = Progress(actual_start=MONDAY, actual_duration=WORKDAY, remaining_duration=WORKDAY, percent_complete=5_000)
    changed = {
        2: msgspec.structs.replace(plan.tasks[2], progress=half, amounts=Amounts(cost=900_000, remaining_cost=900_000)),
        3: msgspec.structs.replace(plan.tasks[3], manual=Manual(MONDAY + 2 * DAY, EVENING + 2 * DAY, WORKDAY)),
    }
    return msgspec.structs.replace(plan, tasks=plan.tasks | changed)


def tower() -> Plan:
    """A plan of P6: elements of a work breakdown, activity ids, options."""
    code = External(unique_id=10, code="A100")
    return Plan(
        project=Project(
            name="Tower",
            rules=Rules.P6,
            start=MONDAY,
            finish=EVENING + DAY,
            data_date=MONDAY,
            calendar=1,
            p6=P6Options(open_ends_critical=True),
            external=External(code="TWR"),
        ),
        calendars={1: Calendar(1, "Office", days=WEEK, minutes_per_day=450, minutes_per_week=2_250)},
        tasks={
            1: Task(1, "Tower", kind=TaskKind.WBS, rank="a", wbs="TWR", external=External(code="TWR")),
            2: Task(2, "Dig", parent=1, rank="a", duration=WORKDAY, calendar=1, external=code),
            3: Task(3, "Start", parent=1, rank="b", kind=TaskKind.START_MILESTONE, milestone=True, calendar=1),
        },
        links={1: Link(1, 3, 2)},
        saved={2: dates(2, 0), 3: dates(3, 0)},
    )


def context_for(plan: Plan, name: str) -> Context:
    return make_context(plan, FORMATS[name])


def draft_for(plan: Plan, name: str) -> Draft:
    return draft_plan(context_for(plan, name))
