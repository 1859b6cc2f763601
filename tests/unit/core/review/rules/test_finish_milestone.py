"""A milestone at the end of the plan."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "finish-milestone"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A 3d\nEnd milestone; after A", Status.PASS),
        ("A 3d\nB 1d\nEnd milestone; after A", Status.PASS),
        ("A 3d", Status.FAIL),
        ("A 3d\nEnd milestone", Status.FAIL),
        ("A 3d\nEnd milestone; SNET 2027-06-01", Status.FAIL),
        ("A 3d\nB 5d\nEnd milestone; after A", Status.FAIL),
        ("A 3d\nEnd milestone; after A\nB 1d after End", Status.FAIL),
        ("A 3d; actual start=2027-03-01 finish=2027-03-03", Status.NOT_EVALUATED),
    ],
)
def test_the_last_thing_is_a_milestone_that_waits(text: str, status: Status) -> None:
    assert asked(RULE, drawn(text)).status is status


def test_a_milestone_on_the_next_morning_is_still_the_end() -> None:
    assert asked(RULE, drawn("project: rules p6\nA 3d\nEnd start milestone; after A")).status is Status.PASS


def test_the_row_names_what_ends_the_plan() -> None:
    assert texts_of(asked(RULE, drawn("A 3d\nB 1d after A"))) == [
        "The plan ends with 'B' on Thu 4 Mar 2027, and no milestone stands there or later."
    ]
