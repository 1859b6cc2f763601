"""A plan as rows."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan.entities import External, PercentKind, Progress, SavedDates, Task
from headway.core.plan.plan import Plan
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.core.time import TENTHS_PER_DAY
from headway.formats.tables.columns import kind_of
from headway.formats.tables.rows import TaskRow, has_event, percent_of, tables_of
from tests.drawn import build
from tests.unit.reports.example import example


def rows_of(plan: Plan) -> dict[str, TaskRow]:
    return {row.task.name: row for row in tables_of(dated(schedule(plan))).tasks}


def test_rows_stand_in_outline_order_with_their_level_and_code() -> None:
    rows = tables_of(example()).tasks
    assert [(row.task.name, row.level, row.wbs) for row in rows[:3]] == [
        ("Prepare", 1, "1"),
        ("Survey", 2, "1.1"),
        ("Permit", 2, "1.2"),
    ]
    assert [row.unique_id for row in rows] == [row.task.id + 100 for row in rows]


def test_links_are_written_by_activity_id_where_all_tasks_have_one() -> None:
    rows = rows_of(example())
    assert rows["Deck"].predecessors == "A60 FS+1d"
    assert rows["Survey"].successors == "A30 FS"
    plain = example()
    bare = {each.id: msgspec.structs.replace(each, external=None) for each in plain.tasks.values()}
    assert rows_of(msgspec.structs.replace(plain, tasks=bare))["Deck"].predecessors == "6FS+1d"


def test_two_tasks_of_one_activity_id_are_told_apart_by_row() -> None:
    plan = example()
    same = {
        each.id: msgspec.structs.replace(each, external=External(row=each.id, code="A")) for each in plan.tasks.values()
    }
    assert rows_of(msgspec.structs.replace(plan, tasks=same))["Deck"].predecessors == "6FS+1d"


def test_a_summary_without_dates_has_those_of_its_rows_and_the_working_time_between() -> None:
    plan = dated(schedule(build("project: start 2027-03-01\nPhase\n  A 3d\n  B 4d; after A")))
    bare = msgspec.structs.replace(plan, saved={key: each for key, each in plan.saved.items() if key != 1})
    phase, first, last = tables_of(bare).tasks
    assert (phase.dates.start, phase.dates.finish) == (first.dates.start, last.dates.finish)
    assert phase.duration_days == 7
    assert (phase.summary, phase.milestone, phase.critical, kind_of(phase)) == (True, False, False, "summary")


def test_an_elapsed_duration_counts_days_of_24_hours() -> None:
    plan = Plan(tasks={1: Task(1, "Cure", duration=7 * TENTHS_PER_DAY, elapsed=True)})
    assert tables_of(plan).tasks[0].duration_days == 7


@pytest.mark.parametrize(
    ("progress", "percent"),
    [
        (None, 0),
        (Progress(percent_complete=4_000), 4_000),
        (Progress(actual_finish=1, percent_complete=9_000), 10_000),
        (Progress(percent_complete=4_000, physical_percent=2_500, percent_kind=PercentKind.PHYSICAL), 2_500),
        (Progress(percent_complete=12_000), 10_000),
    ],
)
def test_a_task_is_as_far_as_its_own_measure_says(progress: Progress | None, percent: int) -> None:
    assert percent_of(Task(1, progress=progress)) == percent


def test_a_summary_is_done_by_the_share_of_duration_below_it() -> None:
    rows = rows_of(build("project: start 2027-03-01\nPhase\n  A 3d; percent 100\n  B 1d; after A"))
    assert rows["Phase"].percent == 7_500


def test_units_stand_beside_a_name_unless_they_are_whole() -> None:
    rows = rows_of(build("resource Ann: units 100%\nresource Ben: units 100%\nA 1d; resource Ann; resource Ben 50%"))
    assert rows["A"].resources == "Ann; Ben [50%]"


def test_what_is_done_is_not_critical_any_more() -> None:
    plan = Plan(
        tasks={1: Task(1, "A", duration=10, progress=Progress(actual_start=0, actual_finish=10))},
        saved={1: SavedDates(1, 0, 10, critical=True)},
    )
    assert not tables_of(plan).tasks[0].critical


def test_milestones_and_deadlines_are_events_unless_inactive() -> None:
    rows = rows_of(build("A 1d\nB milestone\nC 1d; deadline 2027-05-01\nD milestone; inactive"))
    assert [has_event(rows[name]) for name in "ABCD"] == [False, True, True, False]


def test_no_tasks_no_rows() -> None:
    assert tables_of(Plan()).tasks == ()
