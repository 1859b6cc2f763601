"""Durations with a question mark."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "estimated-durations"


def test_only_tasks_ahead_count() -> None:
    plan = drawn("A 3d?\nB 2d? after A\nC 1d\nD 4d?; actual start=2027-03-01\nM milestone; estimated")
    result = asked(RULE, plan)
    assert (rows_of(result, plan), result.population) == (["A", "B"], 3)
    assert texts_of(result)[0] == "'A' takes 3 working days with a question mark."


def test_calendar_time_is_shown_as_such() -> None:
    assert texts_of(asked(RULE, drawn("A 3ed?"))) == ["'A' takes 3 calendar days with a question mark."]


def test_p6_has_no_question_mark() -> None:
    assert asked(RULE, drawn("project: rules p6\nA 3d")).status is Status.NOT_EVALUATED
