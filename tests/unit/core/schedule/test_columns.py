"""Tasks and links as columns: every field of the plan lands in its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.core.calendar.compile import ELAPSED
from headway.core.plan.entities import ConstraintKind, LagKind, Link, LinkKind, Manual, Task
from headway.core.schedule import compile_plan
from headway.core.schedule import network as net
from headway.core.schedule.columns import CONSTRAINTS, LINK_KINDS, TaskColumns, own_span, span_of_lag
from headway.core.schedule.network import TASK
from headway.core.time import NEVER
from tests.drawn import build, id_of
from tests.drawn.words import instant

if TYPE_CHECKING:
    import numpy as np

    from headway.core.plan.plan import Plan


def row(plan: Plan, name: str = "A") -> np.void:
    compiled = compile_plan(plan)
    found: np.void = compiled.network.tasks[compiled.index[id_of(plan, name)]]
    return found


def task_row(line: str, project: str = "start 2027-03-01", name: str = "A") -> np.void:
    return row(build(f"project: {project}\n{line}"), name)


def test_a_plain_task() -> None:
    found = task_row("A 3d")
    assert found["role"] == net.LEAF
    assert (found["span"], found["remaining"], found["progress"]) == (14_400, 14_400, net.NOT_STARTED)
    for name in ("actual_start", "actual_finish", "resume", "given_start", "constraint_date", "deadline"):
        assert found[name] == NEVER
    assert (found["parent"], found["gate"], found["summary_of"]) == (-1, -1, -1)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("A 1d inactive", net.ASIDE),
        ("A LOE", net.LEVEL_OF_EFFORT),
        ("A wbs summary", net.WBS_SUMMARY),
        ("A hammock", net.HAMMOCK),
        ("A wbs element", net.ASIDE),
        ("A milestone", net.LEAF),
    ],
)
def test_roles(line: str, role: int) -> None:
    assert task_row(line)["role"] == role


def test_what_has_children_is_a_summary_whatever_it_says() -> None:
    assert task_row("A LOE; deadline 2027-03-05\n  B 1d")["role"] == net.SUMMARY
    assert task_row("A 3d\n  B 1d")["role"] == net.ASIDE, "a summary without logic of its own is rolled up"


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("A milestone", net.MILESTONE),
        ("A 0d", net.MILESTONE),
        ("A start milestone", net.MILESTONE | net.START_MILESTONE),
        ("A finish milestone", net.MILESTONE | net.FINISH_MILESTONE),
        ("A 1d manual start=2027-03-02", net.MANUAL),
        ("A 1d manual", 0),
        ("A 1d external; manual start=2027-03-02 finish=2027-03-02", net.EXTERNAL | net.MANUAL),
        ("A 1d", 0),
    ],
)
def test_marks(line: str, marks: int) -> None:
    assert task_row(line)["marks"] == marks


def test_typed_dates() -> None:
    found = task_row("A 1d manual start=2027-03-02 finish=2027-03-04")
    assert found["given_start"] == instant("2027-03-02", 4_800)
    assert found["given_finish"] == instant("2027-03-04", 10_200)


def test_a_manual_duration_stands_in_for_a_missing_one() -> None:
    assert task_row("A manual start=2027-03-02 duration=2d")["span"] == 9_600
    assert task_row("A 1d manual start=2027-03-02 duration=2d")["span"] == 4_800


@pytest.mark.parametrize(
    ("task", "span"),
    [
        (Task(id=1, duration=100), 100),
        (Task(id=1, manual=Manual(start=5, duration=70)), 70),
        (Task(id=1, manual=Manual(duration=70)), 0),
        (Task(id=1, duration=100, manual=Manual(start=5, duration=70)), 100),
    ],
)
def test_own_span(task: Task, span: int) -> None:
    assert own_span(task) == span


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("SNET", net.SNET),
        ("SNLT", net.SNLT),
        ("FNET", net.FNET),
        ("FNLT", net.FNLT),
        ("SO", net.START_ON),
        ("FO", net.FINISH_ON),
        ("MSO", net.MUST_START),
        ("MFO", net.MUST_FINISH),
    ],
)
def test_constraints(words: str, code: int) -> None:
    found = task_row(f"A 1d {words} 2027-03-04T12:00; {words} 2027-03-05T12:00")
    assert (found["constraint"], found["second"]) == (code, code)
    assert found["constraint_date"] == instant("2027-03-04T12:00", 0)
    assert found["second_date"] == instant("2027-03-05T12:00", 0)


def test_a_constraint_without_a_date() -> None:
    found = task_row("A 1d ALAP")
    assert (found["constraint"], found["constraint_date"]) == (net.ALAP, NEVER)


def test_every_kind_of_constraint_and_link_has_its_code() -> None:
    assert set(CONSTRAINTS) == set(ConstraintKind)
    assert set(LINK_KINDS) == set(LinkKind)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("actual start=2027-03-01", (net.STARTED, 9_600, 0)),
        ("actual start=2027-03-01; remaining 1.5d", (net.STARTED, 7_200, 2_400)),
        ("actual start=2027-03-01; percent 25", (net.STARTED, 7_200, 2_400)),
        ("actual start=2027-03-01 finish=2027-03-02", (net.FINISHED, 0, 9_600)),
        ("remaining 1d", (net.NOT_STARTED, 4_800, 0)),
    ],
)
def test_progress(words: str, expected: tuple[int, int, int]) -> None:
    found = task_row(f"A 2d {words}")
    assert (found["progress"], found["remaining"], found["actual_duration"]) == expected


def test_p6_schedules_what_remains_also_of_work_that_has_not_begun() -> None:
    assert task_row("A 2d remaining 1d", "start 2027-03-01; rules p6")["span"] == 4_800
    assert task_row("A 2d remaining 1d")["span"] == 9_600


def test_resume_counts_for_unfinished_work_only() -> None:
    words = "A 4d actual start=2027-03-01; remaining 2d; resume 2027-03-09"
    assert task_row(words)["resume"] == instant("2027-03-09", 4_800)
    assert task_row("A 4d actual start=2027-03-01 finish=2027-03-04; resume 2027-03-09")["resume"] == NEVER


def test_deadline_expected_finish_and_levelling_delay() -> None:
    found = task_row("A 1d deadline 2027-03-04; expected finish 2027-03-05; delay 2ed")
    assert found["deadline"] == instant("2027-03-04", 10_200)
    assert found["expected_finish"] == instant("2027-03-05", 10_200)
    assert (found["delay"], found["delay_calendar"]) == (28_800, ELAPSED)
    working = task_row("A 1d delay 2d")
    assert (working["delay"], working["delay_calendar"]) == (9_600, working["calendar"])


def test_calendars() -> None:
    plan = build("calendar Night: Mon-Fri 22:00-30:00\nA 1d calendar Night\nB 1d\nC 1ed; calendar Night")
    a, b, c = (int(row(plan, name)["calendar"]) for name in "ABC")
    assert len({a, b, c}) == 3
    assert c == ELAPSED


def links_of(text: str) -> np.void:
    found: np.void = compile_plan(build(text)).network.links[0]
    return found


@pytest.mark.parametrize(("kind", "code"), [("FS", net.FS), ("SS", net.SS), ("FF", net.FF), ("SF", net.SF)])
def test_link_kinds(kind: str, code: int) -> None:
    assert links_of(f"A 1d\nB 1d after A {kind}")["kind"] == code


@pytest.mark.parametrize(
    ("lag", "span", "elapsed"),
    [
        ("+1d", 4_800, False),
        ("-2h", -1_200, False),
        ("+1ed", 14_400, True),
        ("+25%", 2_400, False),
        ("-50e%", -4_800, True),
    ],
)
def test_lags(lag: str, span: int, elapsed: bool) -> None:
    found = links_of(f"A 2d\nB 1d after A {lag}")
    assert found["lag"] == span
    assert bool(found["calendar"] == ELAPSED) is elapsed


def test_a_percentage_is_rounded_down_to_a_tenth_of_a_minute() -> None:
    link = Link(1, 1, 2, lag=3_333, lag_kind=LagKind.PERCENT)
    assert span_of_lag(link, Task(id=1, duration=100)) == 33
    assert span_of_lag(Link(1, 1, 2, lag=-3_333, lag_kind=LagKind.PERCENT), Task(id=1, duration=100)) == -34


def test_a_percentage_leaves_the_gaps_of_a_split_out() -> None:
    text = "A 2d parts 2027-03-01..2027-03-01, 2027-03-05..2027-03-05\nB 1d after A SS+50%"
    assert links_of("project: start 2027-03-01\n" + text)["lag"] == 4_800


def test_every_column_is_a_field_of_the_record() -> None:
    assert set(TaskColumns.__dataclass_fields__) <= set(TASK.names or ())
