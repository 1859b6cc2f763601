"""The baseline execution index."""

from __future__ import annotations

import pytest

from headway.core.review import Status, Unit
from headway.core.review.rules.dcma_14_bei import bei
from tests.recounts.drawing import asked, drawn, reason_of, rows_of, texts_of

RULE = "dcma-14"
NOW = "project: status date 2027-03-12\n"
"""Friday of the second week, end of work."""
DONE = "2d actual start=2027-03-01 finish=2027-03-02"


@pytest.mark.parametrize(("done", "due", "index"), [(19, 20, 0.95), (36, 40, 0.90), (5, 4, 1.25), (0, 3, 0)])
def test_the_formula(done: int, due: int, index: float) -> None:
    assert bei(done, due) == index


def plans(done: int, due: int) -> tuple[str, str]:
    """A plan in which so many of the tasks that are due are done, and its baseline."""
    tasks = [f"T{i} {DONE if i < done else '2d'}" for i in range(due)]
    return NOW + "\n".join(tasks), "\n".join(f"T{i} 2d" for i in range(due))


@pytest.mark.parametrize(
    ("done", "due", "status"),
    [(19, 20, Status.PASS), (36, 40, Status.FAIL), (38, 40, Status.PASS), (4, 4, Status.PASS)],
)
def test_worked_cases(done: int, due: int, status: Status) -> None:
    text, baseline = plans(done, due)
    result = asked(RULE, drawn(text, baseline=baseline))
    assert (result.status, result.value, result.unit) == (status, done / due, Unit.RATIO)
    assert (result.count, result.population) == (due - done, due)
    assert reason_of(result) == f"Finished: {done}; should be: {due}."


def test_work_done_ahead_counts_and_the_rows_are_what_is_due() -> None:
    found = drawn(NOW + f"A {DONE}\nB 2d\nC {DONE}", baseline="A 2d\nB 2d\nC 20d")
    result = asked(RULE, found)
    assert (result.value, result.status, rows_of(result, found)) == (1, Status.PASS, ["B"])
    assert texts_of(result) == ["'B' should have been finished by Tue 2 Mar 2027."]


def test_tasks_that_the_baseline_does_not_know_are_due() -> None:
    found = drawn(NOW + f"A {DONE}\nNew 2d\nQuick {DONE}", baseline="A 2d")
    result = asked(RULE, found)
    assert (result.value, result.population) == (2 / 3, 3)
    assert texts_of(result) == ["'New' is not finished, and the baseline does not know when it should be."]


def test_milestones_count() -> None:
    found = drawn(NOW + f"A {DONE}\nGate milestone; after A", baseline="A 2d\nGate milestone; after A")
    assert (asked(RULE, found).value, rows_of(asked(RULE, found), found)) == (0.5, ["Gate"])


def test_what_is_entered_as_done_in_the_future_is_not_done() -> None:
    found = drawn(NOW + "A 2d actual start=2027-03-12 finish=2027-03-15", baseline="A 2d")
    assert asked(RULE, found).value == 0


def test_summaries_and_support_do_not_count() -> None:
    text = (
        "project: rules p6; data date 2027-03-15\nSum\n    A 2d actual start=2027-03-01 finish=2027-03-02\nGuard 1d LOE"
    )
    assert asked(RULE, drawn(text, baseline="Sum\n    A 2d\nGuard 1d LOE")).population == 1


def test_the_least_ratio_is_a_setting() -> None:
    text, baseline = plans(36, 40)
    assert asked(RULE, drawn(text, baseline=baseline), least_ratio=0.9).status is Status.PASS


@pytest.mark.parametrize(
    ("text", "baseline", "reason"),
    [
        ("A 3d", "A 3d", "no data date"),
        (NOW + "A 3d", None, "no baseline"),
        (NOW + "A 30d", "A 30d", "nothing is due yet"),
    ],
)
def test_what_cannot_be_said_is_not_evaluated(text: str, baseline: str | None, reason: str) -> None:
    result = asked(RULE, drawn(text, baseline=baseline))
    assert (result.status, result.value) == (Status.NOT_EVALUATED, None)
    assert reason in reason_of(result)
