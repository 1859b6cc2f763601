"""Waits of months."""

from __future__ import annotations

import pytest

from tests.recounts.drawing import asked, drawn, texts_of

RULE = "long-lags"


@pytest.mark.parametrize(
    ("lag", "count"),
    [("+44d", 0), ("+44.125d", 1), ("-90d", 0), ("+61ed", 0), ("+62ed", 1), ("+110%", 0), ("+111%", 1)],
)
def test_lags_of_every_kind_are_counted_in_working_days(lag: str, count: int) -> None:
    """62 calendar days are 44.3 working days; 111 % of 40 days are 44.4."""
    assert asked(RULE, drawn(f"A 40d\nB 2d after A FS{lag}")).count == count


def test_the_length_is_a_setting() -> None:
    plan = drawn("A 3d\nB 2d after A FS+10d")
    assert [asked(RULE, plan, days=days).count for days in (9, 10)] == [1, 0]


def test_the_row_says_how_long_and_by_which_link() -> None:
    said = texts_of(asked(RULE, drawn("A 3d\nB 2d after A SS+60d")))
    assert said == ["'B' waits 60 working days after 'A' (SS link), and no task says what for."]


def test_days_are_those_of_the_project() -> None:
    assert asked(RULE, drawn("project: hours per day 4\nA 3d\nB 2d after A FS+40d")).count == 0
