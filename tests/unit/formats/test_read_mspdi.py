"""A made Microsoft Project XML, read through the whole chain."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from headway.core.plan.entities import (
    BaselineDates,
    Constraint,
    ConstraintKind,
    LagKind,
    LinkKind,
    Manual,
    Rate,
    Recurrence,
    ResourceKind,
    Shift,
    TaskType,
    UnitsPeriod,
)
from headway.core.plan.plan import Rules
from headway.core.time import to_day, to_instant

if TYPE_CHECKING:
    from tests.unit.formats.conftest import Made

HOUR = 600
DAY_OF_WORK = 8 * HOUR


def at(day: int, hour: int, month: int = 3) -> int:
    return to_instant(datetime(2026, month, day, hour))


def test_settings_of_the_project(files: Made) -> None:
    project = files.plan("plan.xml").project
    assert (project.name, project.rules, project.currency) == ("Made plan", Rules.MSPROJECT, "EUR")
    assert (project.start, project.data_date, project.calendar) == (at(2, 8), at(4, 17), 1)
    assert project.critical_float == 2 * DAY_OF_WORK
    assert project.honour_constraints
    assert project.split_in_progress
    assert project.multiple_critical_paths
    assert project.p6 is None


def test_ids_are_the_file_s_own_and_row_zero_is_the_project(files: Made) -> None:
    plan = files.plan("plan.xml")
    assert list(plan.tasks) == [1, 2, 3, 4, 5, 6, 7, 9]
    assert (plan.tasks[2].parent, plan.tasks[4].parent) == (1, 0)
    assert plan.tasks[2].rank < plan.tasks[3].rank
    external = plan.tasks[2].external
    assert external is not None
    assert (external.unique_id, external.row) == (2, 2)


def test_a_lone_row_zero_is_kept_as_a_task(files: Made) -> None:
    plan = files.plan("summary_only.xml")
    assert [(task.id, task.name) for task in plan.tasks.values()] == [(1, "Only row")]


def test_durations_working_and_elapsed(files: Made) -> None:
    tasks = files.plan("plan.xml").tasks
    assert (tasks[2].duration, tasks[2].elapsed) == (2 * DAY_OF_WORK, False)
    assert (tasks[3].duration, tasks[3].elapsed) == (48 * HOUR, True)
    assert tasks[6].milestone


def test_codes_are_kept_only_where_typed(files: Made) -> None:
    tasks = files.plan("plan.xml").tasks
    assert (tasks[2].wbs, tasks[3].wbs) == (None, "CURE")


def test_manual_and_inactive_tasks(files: Made) -> None:
    tasks = files.plan("plan.xml").tasks
    assert tasks[4].manual == Manual(at(10, 8), at(11, 17), 2 * DAY_OF_WORK)
    assert tasks[2].manual is None
    assert [task.id for task in tasks.values() if task.inactive] == [5]


def test_links_and_every_kind_of_lag(files: Made) -> None:
    links = {(link.predecessor, link.successor): link for link in files.plan("plan.xml").links.values()}
    assert (links[2, 3].kind, links[2, 3].lag, links[2, 3].lag_kind) == (LinkKind.FS, 5_000, LagKind.PERCENT)
    assert (links[3, 4].kind, links[3, 4].lag, links[3, 4].lag_kind) == (LinkKind.SS, -DAY_OF_WORK, LagKind.WORKING)
    assert (links[3, 6].kind, links[3, 6].lag, links[3, 6].lag_kind) == (LinkKind.FF, 24 * HOUR, LagKind.ELAPSED)


def test_constraints_deadline_and_priority(files: Made) -> None:
    tasks = files.plan("plan.xml").tasks
    assert tasks[7].constraint == Constraint(ConstraintKind.START_NO_EARLIER_THAN, at(4, 8))
    assert tasks[9].constraint == Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE)
    assert tasks[3].deadline == at(20, 17)
    assert (tasks[7].priority, tasks[7].type, tasks[7].effort_driven) == (700, TaskType.FIXED_DURATION, True)
    assert (tasks[7].calendar, tasks[7].ignore_resource_calendars) == (3, True)
    assert (tasks[7].levelling_delay, tasks[7].levelling_delay_elapsed) == (24 * HOUR, True)


def test_progress(files: Made) -> None:
    tasks = files.plan("plan.xml").tasks
    progress = tasks[7].progress
    assert progress is not None
    assert (progress.actual_start, progress.actual_finish) == (at(4, 8), None)
    assert (progress.actual_duration, progress.remaining_duration) == (DAY_OF_WORK, DAY_OF_WORK)
    assert (progress.percent_complete, progress.stop, progress.resume) == (5_000, at(4, 17), at(5, 8))
    assert tasks[2].progress is None


def test_absent_float_is_zero_where_there_are_late_dates(files: Made) -> None:
    saved = files.plan("plan.xml").saved
    assert (saved[2].start, saved[2].late_finish, saved[2].total_float) == (at(2, 8), at(3, 17), 0)
    assert saved[2].critical is True
    assert saved[4].late_finish is None
    assert saved[4].total_float is None


def test_baselines_and_custom_fields(files: Made) -> None:
    plan = files.plan("plan.xml")
    assert [(each.id, each.name) for each in plan.baselines.values()] == [(1, "Baseline"), (3, "Baseline 2")]
    assert plan.baselines[1].dates == (
        BaselineDates(7, at(2, 8), at(3, 17), duration=2 * DAY_OF_WORK, work=DAY_OF_WORK),
    )
    assert plan.tasks[7].custom == {"Area": "North"}
    assert plan.tasks[7].notes == "Mind the pipe"
    amounts = plan.tasks[7].amounts
    assert amounts is not None
    assert amounts.fixed_cost == 12_000_000


def test_calendars(files: Made) -> None:
    calendars = files.plan("plan.xml").calendars
    office = (Shift(4_800, 7_200), Shift(7_800, 10_200))
    assert calendars[1].days == (office,) * 5 + ((), ())
    night = calendars[3]
    assert night.days[0] == (Shift(4_800, 7_200), Shift(13_200, 18_000))
    off, holidays = night.exceptions
    assert (holidays.first, holidays.last) == (to_day(date(2026, 12, 24)), to_day(date(2026, 12, 26)))
    assert off.recurrence == Recurrence(
        "weekly", to_day(date(2026, 3, 6)), to_day(date(2026, 5, 29)), 7, every=2, weekdays=(4,)
    )
    (june,) = night.work_weeks
    assert (june.name, june.days[5]) == ("June", (Shift(4_800, 7_200),))


def test_resources(files: Made) -> None:
    resources = files.plan("plan.xml").resources
    digger = resources[1]
    assert (digger.name, digger.kind, digger.max_units, digger.calendar) == ("Digger", ResourceKind.WORK, 15_000, 3)
    assert digger.rates == (Rate(standard=450_000, overtime=600_000, per_use=50_000),)
    assert digger.availability == (UnitsPeriod(at(1, 0), at(30, 0, 6), 15_000),)
    assert (resources[2].kind, resources[2].unit_label) == (ResourceKind.MATERIAL, "m3")
    assert resources[3].kind is ResourceKind.COST


def test_work_nobody_has_is_no_assignment(files: Made) -> None:
    (assignment,) = files.plan("plan.xml").assignments.values()
    assert (assignment.id, assignment.task, assignment.resource, assignment.units) == (10, 7, 1, 5_000)
    assert (assignment.work, assignment.actual_work, assignment.remaining_work) == (8 * HOUR, 2 * HOUR, 6 * HOUR)
    assert assignment.contour == "contoured"


def test_what_the_plan_does_not_keep_is_said(files: Made) -> None:
    losses = {(loss.entity, loss.field): loss for loss in files.result("plan.xml").losses}
    assert losses["task", "empty row"].count == 1
    assert losses["assignment", "work divided over time by hand"].count == 1
    rounded = losses["task", "duration"]
    assert (rounded.count, rounded.reason) == (1, "rounded to a tenth of a minute")


def test_byte_order_marks_and_wide_text(files: Made) -> None:
    assert [task.name for task in files.plan("marked.xml").tasks.values()] == ["Alone"]
    assert [task.name for task in files.plan("wide.xml").tasks.values()] == ["Größe"]


def test_source_says_what_it_was(files: Made) -> None:
    source = files.result("plan.xml").source
    assert (source.format, source.title) == ("mspdi", "Microsoft Project XML")
    assert source.bytes > 5_000
