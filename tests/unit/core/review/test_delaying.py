"""A task that takes longer, and the schedule after it."""

from __future__ import annotations

import pytest

from headway.core.changes import apply, inverse
from headway.core.review.critical_path import critical_path
from headway.core.review.delaying import Trial, delayed, longer, try_delay
from headway.core.review.reviewed import Reviewed
from headway.core.schedule import schedule
from tests.drawn import id_of
from tests.recounts.drawing import drawn

DAY = 4_800
CASES = [
    "A 5d",
    "A 5d actual start=2027-03-01; remaining 2d",
    "A 5d manual start=2027-03-03 finish=2027-03-09",
    "A 5d manual start=2027-03-03",
    "A 5d resource Ann 50%",
    "A 5d resource Ann work=80h",
    "A 5d resource Ann work=80h; type fixed_work; actual start=2027-03-01; remaining 4d",
    "A 5d parts 2027-03-01..2027-03-02, 2027-03-08..2027-03-10",
    "A 5d delay 1d",
    "A 5d SNET 2027-03-09",
]


def moved(text: str, days: int = 10) -> tuple[int, int]:
    """Working time by which task A starts and finishes later."""
    found = drawn("resource Ann:\n" + text)
    task = id_of(found.compiled.plan, "A")
    after, reviewed = delayed(found, task, days * DAY), Reviewed(found)
    ends = [(each.dates(task).start, each.dates(task).finish) for each in (found, after)]
    (start, finish), (new_start, new_finish) = ends
    assert start is not None
    assert finish is not None
    assert new_start is not None
    assert new_finish is not None
    return reviewed.work(start, new_start), reviewed.work(finish, new_finish)


@pytest.mark.parametrize("text", CASES)
def test_the_finish_moves_by_the_delay_whatever_decided_it(text: str) -> None:
    assert moved(text) == (0, 10 * DAY)


@pytest.mark.parametrize(
    "text",
    [
        "A 5d",
        "A 5d actual start=2027-03-01; remaining 2d",
        "A 5d expected finish 2027-03-24",
        "A 5d resource Ann work=80h driving; resource dependent",
        "A 5d remaining 3d",
    ],
)
def test_it_does_by_the_rules_of_p6_as_well(text: str) -> None:
    assert moved("project: rules p6\n" + text) == (0, 10 * DAY)


@pytest.mark.parametrize("text", CASES)
def test_patched_and_scheduled_afresh_are_the_same(text: str) -> None:
    found = drawn("resource Ann:\n" + text + "\nB 3d after A")
    plan = found.compiled.plan
    changes = longer(found, plan.tasks[id_of(plan, "A")], 10 * DAY)
    fresh = schedule(apply(plan, changes))
    after = delayed(found, id_of(plan, "A"), 10 * DAY)
    assert [after.dates(task) for task in plan.tasks] == [fresh.dates(task) for task in plan.tasks]
    assert after.finish == fresh.finish


@pytest.mark.parametrize("text", CASES)
def test_the_changes_can_be_taken_back_and_touch_no_actual_date(text: str) -> None:
    plan = drawn("resource Ann:\n" + text).compiled.plan
    changes = longer(schedule(plan), plan.tasks[1], DAY)
    after = apply(plan, changes)
    assert apply(after, inverse(changes)) == plan
    before, now = plan.tasks[1].progress, after.tasks[1].progress
    assert (before is None) == (now is None)
    if before is not None and now is not None:
        assert (before.actual_start, before.actual_finish) == (now.actual_start, now.actual_finish)
    assert plan.tasks[1].constraint == after.tasks[1].constraint


def tried(text: str, days: float = 10) -> Trial:
    """A delay of the first task on the path."""
    reviewed = Reviewed(drawn(text))
    path = critical_path(reviewed)
    assert path.first is not None
    return try_delay(reviewed, path, path.first, days)


def test_a_trial_tells_what_moved() -> None:
    trial = tried("A 5d\nB 3d after A\nC 1d after A")
    ids = [id_of(trial.reviewed.plan, name) for name in "ABC"]
    assert (trial.moved, trial.expected, trial.day) == (10 * DAY, 10 * DAY, DAY)
    assert [trial.moved_by(task) for task in ids] == [10 * DAY] * 3
    assert all(trial.took(task) for task in ids)


def test_a_constraint_can_swallow_the_whole_delay() -> None:
    trial = tried("A 5d FNLT 2027-03-05\nB 3d after A")
    assert (trial.moved, trial.expected) == (0, 10 * DAY)
    assert not trial.took(trial.task.id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 5d\nB 3d after A FS+2d", False),
        ("A 5d\nB 3d after A FS+2ed", True),
        ("A 5d\nB 3d after A +50%", True),
        ("calendar Always: 24h\nA 5d\nB 3d after A; calendar Always", True),
        ("calendar Always: 24h\nresource Ann: calendar Always\nA 5d\nB 3d after A; resource Ann", True),
        ("A 5d\nB 3ed after A", True),
    ],
)
def test_time_can_be_counted_in_several_ways(text: str, expected: bool) -> None:
    trial = tried(text)
    assert trial.is_mixed(set(trial.path.tasks)) is expected


def test_the_end_must_still_be_driven_by_the_delayed_task() -> None:
    always = "calendar Always: 24h\nA 5d\nB 3d after A; calendar Always"
    assert tried(always).drives_still
    assert not tried("A 5d\nB 3d after A").drives_still, "one calendar: the days must be equal"
    assert not tried(always + "; MSO 2027-03-05T17:00\nC 1d after B").drives_still
