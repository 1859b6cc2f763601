"""Tasks that are too late for a date they lead to."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "dcma-07"


def test_a_deadline_that_cannot_be_kept_is_found() -> None:
    found = drawn("A 5d\nB 5d after A; deadline 2027-03-10\nC 2d after A")
    result = asked(RULE, found)
    assert (result.status, rows_of(result, found), result.population) == (Status.FAIL, ["A", "B"], 3)
    assert texts_of(result)[0] == "'A' is 2 working days too late for a date that it leads to."


def test_a_deadline_that_is_just_kept_passes() -> None:
    assert asked(RULE, drawn("A 5d\nB 5d after A; deadline 2027-03-12")).status is Status.PASS


def test_a_finish_that_cannot_be_kept_is_found_under_p6() -> None:
    found = drawn("project: rules p6\nA 5d\nB 5d after A; FNLT 2027-03-11")
    assert texts_of(asked(RULE, found)) == [
        "'A' is 1 working day too late for a date that it leads to.",
        "'B' is 1 working day too late for a date that it leads to.",
    ]


def test_how_many_are_allowed_is_a_setting() -> None:
    found = drawn("A 5d\nB 5d after A; deadline 2027-03-10")
    assert asked(RULE, found, most_count=2).status is Status.PASS
    assert asked(RULE, found, most_count=1).status is Status.FAIL


@pytest.mark.parametrize("text", ["", "End milestone; deadline 2027-02-01"])
def test_a_plan_without_open_work_is_not_evaluated(text: str) -> None:
    assert asked(RULE, drawn(text)).status is Status.NOT_EVALUATED
