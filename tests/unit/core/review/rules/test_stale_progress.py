"""Work of which nothing has been heard."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, texts_of

RULE = "stale-progress"
NOW = "project: data date 2027-03-29\n"
"""Twenty working days after the start."""


@pytest.mark.parametrize(
    ("progress", "count"),
    [
        ("actual start=2027-03-15", 0),
        ("actual start=2027-03-12", 1),
        ("actual start=2027-03-01; percent 25", 0),
        ("actual start=2027-03-01; percent 20", 1),
        ("actual start=2027-03-01; percent 5; stop 2027-03-26", 0),
        ("actual start=2027-03-01; percent 90; stop 2027-03-05", 1),
        ("actual start=2027-04-05", 0),
        ("percent 10", 0),
    ],
)
def test_the_done_part_may_end_ten_days_ago(progress: str, count: int) -> None:
    """25 % of 40 days are ten, and ten days more are the data date."""
    assert asked(RULE, drawn(f"{NOW}A 40d; {progress}")).count == count


@pytest.mark.parametrize(
    ("progress", "count"),
    [
        ("actual start=2027-03-01; remaining 40d", 1),
        ("actual start=2027-03-01; remaining 39d", 0),
        ("actual start=2027-03-01; remaining 40d; percent 10", 0),
        ("actual start=2027-03-22; remaining 40d", 0),
    ],
)
def test_of_p6_only_work_without_any_progress_is_told(progress: str, count: int) -> None:
    assert asked(RULE, drawn(f"project: rules p6; data date 2027-03-29\nA 40d; {progress}")).count == count


def test_both_sentences_say_since_when() -> None:
    none, some = (drawn(f"{NOW}A 40d; actual start=2027-03-01{more}") for more in ("", "; percent 5; stop 2027-03-05"))
    assert texts_of(asked(RULE, none)) == ["'A' began on Mon 1 Mar 2027 and shows no progress since."]
    assert texts_of(asked(RULE, some)) == ["'A' has shown no progress beyond Fri 5 Mar 2027."]


def test_a_plan_without_data_date_or_work_in_progress_is_not_judged() -> None:
    assert asked(RULE, drawn("A 40d; actual start=2027-03-01")).status is Status.NOT_EVALUATED
    idle = asked(RULE, drawn(f"{NOW}A 40d"))
    assert (idle.status, reason_of(idle)) == (Status.NOT_EVALUATED, "No task is in progress.")


def test_the_days_are_a_setting() -> None:
    plan = drawn(f"{NOW}A 40d; actual start=2027-03-15")
    assert [asked(RULE, plan, days=days).count for days in (9, 10)] == [1, 0]
