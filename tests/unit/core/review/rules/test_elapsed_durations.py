"""Durations that count nights and weekends."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "elapsed-durations"


def test_they_are_found_among_the_others() -> None:
    plan = drawn("A 3d\nB 7ed\nC 7ed; actual start=2027-03-01 finish=2027-03-08")
    result = asked(RULE, plan)
    assert (rows_of(result, plan), result.value) == (["B"], 50)
    assert texts_of(result) == ["'B' takes 7 calendar days, nights and weekends included."]


def test_p6_has_none() -> None:
    assert asked(RULE, drawn("project: rules p6\nA 3d")).status is Status.NOT_EVALUATED
