"""Durations that are whole weeks."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, texts_of

RULE = "round-estimates"


def lasting(*lengths: str) -> str:
    return "\n".join(f"T{i} {length}" for i, length in enumerate(lengths))


@pytest.mark.parametrize(
    ("length", "weeks"), [("5d", 1), ("2w", 2), ("40h", 1), ("4d", 0), ("6d", 0), ("7ed", 1), ("5ed", 0)]
)
def test_what_a_week_is(length: str, weeks: int) -> None:
    result = asked(RULE, drawn(lasting(length, *["1d"] * 9)))
    assert result.count == (1 if weeks else 0)
    if weeks:
        word = "week" if weeks == 1 else "weeks"
        assert texts_of(result) == [f"'T0' lasts exactly {weeks} {word}."]


def test_half_of_them_is_just_not_too_many() -> None:
    assert asked(RULE, drawn(lasting(*["5d"] * 5, *["3d"] * 5))).status is Status.PASS
    assert asked(RULE, drawn(lasting(*["5d"] * 6, *["3d"] * 4))).status is Status.FAIL


def test_a_few_tasks_say_nothing() -> None:
    result = asked(RULE, drawn(lasting(*["5d"] * 9)))
    assert result.status is Status.NOT_EVALUATED
    assert reason_of(result) == "The plan has 9 unfinished tasks with duration, too few to say."
    assert asked(RULE, drawn(lasting(*["5d"] * 9)), least_tasks=9).status is Status.FAIL


def test_a_week_is_that_of_the_project() -> None:
    text = "project: hours per day 4\n" + lasting(*["20h"] * 10)
    assert asked(RULE, drawn(text)).count == 10
