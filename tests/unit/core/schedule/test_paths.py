"""Float paths to any task."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.plan.entities import Link, Task
from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.schedule.paths import FloatPath, PathOrder, float_paths, near_critical, relative_floats
from tests.drawn import build, id_of
from tests.drawn.settings import STANDARD
from tests.unit.core.schedule.spoken import Spoken, spoken

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; data date 2027-03-01; rules p6\n"
BOTH = pytest.mark.parametrize("opening", [MS, P6])
DAY = 4_800


def paths(said: Spoken, target: str, **options: object) -> list[list[str]]:
    return [said.names(path.tasks) for path in found(said, target, **options)]


def found(said: Spoken, target: str, **options: object) -> tuple[FloatPath, ...]:
    return float_paths(said.schedule, said.id(target), drivers=said.drivers, **options)  # type: ignore[arg-type]


@BOTH
def test_the_first_path_drives_the_target(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 1d\nC 2d; after A, B\nD 1d; after C")
    assert paths(said, "D") == [["A", "C", "D"], ["B"]]


@BOTH
def test_paths_come_by_the_room_they_have(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 2d\nC 4d\nD 1d; after A, B, C")
    room = [(said.names(path.tasks), path.relative_float) for path in found(said, "D")]
    assert room == [(["A", "D"], 0), (["C"], DAY), (["B"], 3 * DAY)]


@BOTH
def test_room_adds_up_along_a_path(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 1d\nC 2d; after B; SNET 2027-03-03\nD 1d; after A, C")
    assert relative_floats(said.schedule, said.id("D")) == {
        said.id("D"): 0,
        said.id("A"): 0,
        said.id("C"): DAY,
        said.id("B"): 2 * DAY,
    }
    assert paths(said, "D") == [["A", "D"], ["C"], ["B"]]


@BOTH
def test_each_path_says_what_it_joins(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 3d\nC 1d; after A, B\nD 2d; after C")
    assert [path.joins and said.name(path.joins) for path in found(said, "D")] == [None, "C"]
    assert [path.number for path in found(said, "D")] == [1, 2]


@BOTH
def test_the_target_need_not_be_the_end(opening: str) -> None:
    said = spoken(opening + "A 2d\nB 1d\nC 1d; after A, B\nZ 9d; after C\nY 20d")
    assert paths(said, "C") == [["A", "C"], ["B"]]


@BOTH
def test_only_as_many_as_asked_for(opening: str) -> None:
    said = spoken(opening + "A 5d\nB 2d\nC 4d\nD 1d; after A, B, C")
    assert paths(said, "D", count=2) == [["A", "D"], ["C"]]
    assert paths(said, "D", count=0) == []


@BOTH
def test_equal_chains_are_paths_of_their_own(opening: str) -> None:
    said = spoken(opening + "A 3d\nB 3d\nC 1d; after A, B")
    assert [path.relative_float for path in found(said, "C")] == [0, 0]


@BOTH
def test_by_total_float_the_smallest_comes_first(opening: str) -> None:
    said = spoken(opening + "A 1d\nB 3d; after A\nC 1d\nD 1d; after B, C\nE 9d; after A")
    by_total = found(said, "D", order=PathOrder.TOTAL_FLOAT)
    assert said.names(by_total[0].tasks) == ["A", "B", "D"]
    assert by_total[0].total_float == 0
    assert [said.names(path.tasks) for path in by_total[1:]] == [["C"]]


@BOTH
def test_by_total_float_a_path_goes_on_over_a_gap(opening: str) -> None:
    said = spoken(opening + "A 1d\nB 1d; after A; SNET 2027-03-10\nC 1d; after B")
    assert paths(said, "C", order=PathOrder.TOTAL_FLOAT) == [["A", "B", "C"]]
    assert paths(said, "C") == [["B", "C"], ["A"]]


@BOTH
def test_finished_work_is_on_no_path(opening: str) -> None:
    said = spoken(opening + "A 1d; actual start=2027-03-01 finish=2027-03-01\nB 2d; after A\nC 1d; after B")
    assert paths(said, "C") == [["B", "C"]]


@BOTH
def test_a_task_without_predecessors_is_its_own_path(opening: str) -> None:
    assert paths(spoken(opening + "A 1d"), "A") == [["A"]]


def test_links_on_a_summary_lead_to_the_tasks_below() -> None:
    said = spoken(MS + "A 3d\nB 1d\nPhase; after A\n  C 1d; after B\n  D 1d; after C")
    assert paths(said, "D") == [["A", "C", "D"], ["B"]]


def test_a_summary_that_is_waited_for_leads_to_its_tasks() -> None:
    said = spoken(MS + "Phase\n  A 3d\n  B 1d\nC 1d; after Phase")
    assert paths(said, "C") == [["A", "Phase", "C"], ["B"]]


def test_a_summary_can_be_the_target() -> None:
    said = spoken(MS + "Phase\n  A 3d\n  B 1d\n  C 1d; after B")
    assert paths(said, "Phase")[0][0] == "A"
    assert relative_floats(said.schedule, said.id("Phase"))[said.id("C")] == DAY


def test_near_critical_to_a_milestone() -> None:
    said = spoken(MS + "A 5d\nB 4d\nC 1d\nM milestone; after A, B, C\nZ 30d")
    assert said.names(near_critical(said.schedule, said.id("M"), DAY)) == ["B"]
    assert said.names(near_critical(said.schedule, said.id("M"), 4 * DAY)) == ["B", "C"]


def test_unknown_tasks_are_refused() -> None:
    with pytest.raises(KeyError):
        float_paths(spoken(MS + "A 1d").schedule, 99)


def test_ten_thousand_tasks() -> None:
    count = 10_000
    tasks = {i: Task(i, f"T{i}", duration=DAY) for i in range(1, count + 1)}
    links = {i: Link(i, i, i + 1) for i in range(1, count)}
    links |= {count + i: Link(count + i, i, i + 7) for i in range(1, count - 7)}
    plan = Plan(Project(start=0, calendar=1), tasks, links, {1: STANDARD})
    done = float_paths(schedule(plan), count)
    assert len(done[0].tasks) == count


def later(plan: Plan, task: int, span: int) -> Plan:
    """The plan with one task longer."""
    longer = msgspec.structs.replace(plan.tasks[task], duration=plan.tasks[task].duration + span)
    return msgspec.structs.replace(plan, tasks={**plan.tasks, task: longer})


@st.composite
def drawn_plans(draw: st.DrawFn) -> str:
    """Up to eight tasks with finish-to-start links and lags."""
    count = draw(st.integers(2, 8))
    lines = ["project: start 2027-03-01"]
    for i in range(count):
        line = f"T{i} {draw(st.integers(1, 5))}d"
        before = draw(st.lists(st.integers(0, i - 1), max_size=3, unique=True)) if i else []
        lines.append(line + "".join(f"; after T{j} +{draw(st.integers(0, 2))}d" for j in before))
    return "\n".join(lines)


@given(drawn_plans())
def test_a_task_can_slip_by_its_relative_float_and_no_further(text: str) -> None:
    plan = build(text)
    done = schedule(plan)
    target = id_of(plan, f"T{len(plan.tasks) - 1}")
    start = done.dates(target).start
    for task, room in relative_floats(done, target).items():
        if task != target:
            assert schedule(later(plan, task, room)).dates(target).start == start
            assert schedule(later(plan, task, room + DAY)).dates(target).start != start


@given(drawn_plans())
def test_every_task_before_the_target_is_on_exactly_one_path(text: str) -> None:
    plan = build(text)
    done = schedule(plan)
    target = id_of(plan, f"T{len(plan.tasks) - 1}")
    for order in PathOrder:
        on_paths = [task for path in float_paths(done, target, 99, order) for task in path.tasks]
        assert sorted(on_paths) == sorted(relative_floats(done, target))
        assert len(set(on_paths)) == len(on_paths)
