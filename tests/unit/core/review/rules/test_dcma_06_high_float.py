"""Tasks with a lot of float."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "dcma-06"


def beside(days: int) -> str:
    """A short task beside a chain that is ``days`` longer."""
    return f"Long {days + 1}d\nShort 1d\nEnd milestone; after Long, Short"


def test_44_days_are_just_not_too_many() -> None:
    assert asked(RULE, drawn(beside(44))).count == 0
    found = drawn(beside(45))
    result = asked(RULE, found)
    assert (rows_of(result, found), result.value, result.status) == (["Short"], 50, Status.FAIL)
    assert texts_of(result) == ["'Short' has 45 working days of float."]


def test_an_hour_more_is_too_much() -> None:
    assert asked(RULE, drawn("Long 45d\nShort 7h\nEnd milestone; after Long, Short")).count == 1


def test_both_limits_are_settings() -> None:
    found = drawn(beside(45))
    assert asked(RULE, found, days=45).status is Status.PASS
    assert asked(RULE, found, most_percent=50).status is Status.PASS


def test_five_percent_is_just_enough() -> None:
    chain = "T0 1d\n" + "\n".join(f"T{i} {30}d after T{i - 1}" for i in range(1, 19))
    result = asked(RULE, drawn(f"{chain}\nShort 1d\nEnd milestone; after T18, Short"))
    assert (result.count, result.population, result.status) == (1, 20, Status.PASS)


def test_days_are_those_of_the_project() -> None:
    """100 hours of float are 12.5 days of eight hours, and 25 of four."""
    text = "Long 108h\nShort 8h\nEnd milestone; after Long, Short"
    assert asked(RULE, drawn(text), days=12.5).count == 0
    assert asked(RULE, drawn(text), days=12.4).count == 1
    assert asked(RULE, drawn("project: hours per day 4\n" + text), days=12.5).count == 1


def test_float_by_the_clock_is_counted_in_working_days() -> None:
    """Seven calendar days are a working week: ten weeks of float are 50 working days."""
    found = drawn("Long 55d\nWait 7ed\nEnd milestone; after Long, Wait")
    result = asked(RULE, found)
    assert rows_of(result, found) == ["Wait"]
    assert asked(RULE, drawn("Long 45d\nWait 7ed\nEnd milestone; after Long, Wait")).count == 0


@pytest.mark.parametrize("rules", ["msproject", "p6"])
def test_finished_tasks_are_not_counted(rules: str) -> None:
    done = "Done 1d actual start=2027-03-01 finish=2027-03-01"
    assert asked(RULE, drawn(f"project: rules {rules}\n{done}\n{beside(50)}")).population == 2
