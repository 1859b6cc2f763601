"""Promises that the plan breaks already."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of, texts_of

RULE = "missed-dates"
SOFT = "project: soft constraints\n"


@pytest.mark.parametrize(
    ("promise", "count"),
    [
        ("deadline 2027-03-05", 0),
        ("deadline 2027-03-04", 1),
        ("deadline 2027-03-05T16:00", 1),
        ("FNLT 2027-03-04", 1),
        ("FNLT 2027-03-05", 0),
        ("MFO 2027-03-05", 0),
        ("SNLT 2027-03-03", 1),
        ("SNLT 2027-03-04", 0),
        ("SNET 2027-03-03", None),
        ("FNET 2027-03-03", None),
    ],
)
def test_a_date_counts_that_the_task_should_not_pass(promise: str, count: int | None) -> None:
    """B runs on Thursday 4 and Friday 5 March."""
    result = asked(RULE, drawn(f"{SOFT}A 3d\nB 2d after A; {promise}"))
    assert (result.status is Status.NOT_EVALUATED) if count is None else (result.count == count)


def test_the_worst_of_several_is_told() -> None:
    plan = drawn(f"{SOFT}A 3d\nB 10d after A; deadline 2027-03-16; FNLT 2027-03-05")
    assert texts_of(asked(RULE, plan)) == [
        "'B' is scheduled to finish on Wed 17 Mar 2027, 8 working days after its latest date, Fri 5 Mar."
    ]


def test_a_summary_can_have_a_deadline() -> None:
    plan = drawn("Phase deadline 2027-03-02\n  A 3d\nB 1d")
    assert rows_of(asked(RULE, plan), plan) == ["Phase"]


def test_what_is_done_is_not_late_any_more() -> None:
    plan = drawn("A 3d; deadline 2027-03-02; actual start=2027-03-01 finish=2027-03-03\nB 1d")
    result = asked(RULE, plan)
    assert (result.status, reason_of(result)) == (
        Status.NOT_EVALUATED,
        "No unfinished task has a deadline or a latest date.",
    )


def test_a_weekend_between_is_no_delay() -> None:
    assert asked(RULE, drawn("A 5d\nM start milestone; after A; deadline 2027-03-05")).count == 0
