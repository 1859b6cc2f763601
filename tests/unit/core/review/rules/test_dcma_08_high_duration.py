"""Long tasks."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "dcma-08"


def test_44_days_are_just_not_too_long() -> None:
    assert asked(RULE, drawn("A 44d\nB 1d after A")).count == 0
    result = asked(RULE, drawn("A 45d\nB 1d after A"))
    assert (result.status, texts_of(result)) == (Status.FAIL, ["'A' takes 45 working days."])
    assert asked(RULE, drawn("A 353h\nB 1d after A")).count == 1


def test_what_remains_counts_where_there_is_no_baseline() -> None:
    assert asked(RULE, drawn("A 60d actual start=2027-03-01; remaining 44d")).count == 0
    assert asked(RULE, drawn("A 60d actual start=2027-03-01; remaining 45d")).count == 1


def test_the_baseline_counts_where_there_is_one() -> None:
    found = drawn("A 10d\nB 60d\nC 60d", baseline="A 60d\nB 10d")
    result = asked(RULE, found)
    assert (rows_of(result, found), result.population) == (["A"], 2)


def test_calendar_time_is_counted_in_working_days() -> None:
    """62 calendar days have just over 44 working days in them, 61 have fewer."""
    assert asked(RULE, drawn("A 62ed")).count == 1
    assert asked(RULE, drawn("A 61ed")).count == 0


def test_both_limits_are_settings() -> None:
    found = drawn("A 45d\nB 1d")
    assert asked(RULE, found, days=45).status is Status.PASS
    assert asked(RULE, found, most_percent=50).status is Status.PASS


def test_a_plan_without_open_work_is_not_evaluated() -> None:
    assert asked(RULE, drawn("")).status is Status.NOT_EVALUATED
