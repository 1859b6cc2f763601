"""Work that began before the links into it allowed."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of

RULE = "out-of-sequence"
BEGUN = "actual start=2027-03-03; remaining 1d"


@pytest.mark.parametrize(
    ("first", "link", "found"),
    [
        ("A 4d", "A", ["B"]),
        ("A 4d; actual start=2027-03-01; remaining 1d", "A", ["B"]),
        ("A 4d; actual start=2027-03-01; remaining 1d", "A SS", []),
        ("A 4d; actual start=2027-03-01; remaining 1d", "A SS+2d", []),
        ("A 4d; actual start=2027-03-01; remaining 1d", "A SS+3d", ["B"]),
        ("A 4d; actual start=2027-03-01; remaining 1d", "A FF", []),
        ("A 2d; actual start=2027-03-01 finish=2027-03-02", "A", []),
        ("A 3d; actual start=2027-03-01 finish=2027-03-03", "A", ["B"]),
        ("A 2d; actual start=2027-03-01 finish=2027-03-02", "A FS+1d", ["B"]),
    ],
)
def test_actual_dates_are_held_against_each_link(first: str, link: str, found: list[str]) -> None:
    plan = drawn(f"project: data date 2027-03-08\n{first}\nB 4d after {link}; {BEGUN}")
    assert rows_of(asked(RULE, plan), plan) == found


def test_links_between_finished_tasks_are_history() -> None:
    done = "actual start=2027-03-01 finish=2027-03-02"
    assert asked(RULE, drawn(f"A 2d; {done}\nB 2d after A; {done}")).status is Status.NOT_EVALUATED


def test_a_finished_task_behind_an_open_one_still_counts() -> None:
    plan = drawn("A 2d\nB 2d after A; actual start=2027-03-01 finish=2027-03-02")
    assert rows_of(asked(RULE, plan), plan) == ["B"]


def test_nothing_is_said_before_work_begins() -> None:
    result = asked(RULE, drawn("A 2d\nB 2d after A"))
    assert (result.status, reason_of(result)) == (Status.NOT_EVALUATED, "No work has begun yet.")


def test_links_of_summaries_are_left_out() -> None:
    plan = drawn(f"Phase\n  A 4d\nB 4d after Phase; {BEGUN}")
    assert asked(RULE, plan).status is Status.NOT_EVALUATED
