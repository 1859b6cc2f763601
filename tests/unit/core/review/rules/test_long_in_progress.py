"""Work that is open for months."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "long-in-progress"


@pytest.mark.parametrize(("now", "count"), [("2027-04-30", 0), ("2027-05-03", 1)])
def test_more_than_44_days_are_long(now: str, count: int) -> None:
    """From Monday 1 March to Friday 30 April, 8:00, are 44 working days."""
    plan = drawn(f"project: data date {now}\nA 90d; actual start=2027-03-01; percent 50")
    assert asked(RULE, plan).count == count


def test_the_row_says_since_when() -> None:
    plan = drawn("project: data date 2027-05-31\nA 90d; actual start=2027-03-01; percent 50")
    assert texts_of(asked(RULE, plan)) == [
        "'A' began on Mon 1 Mar 2027, 65 working days before the data date, and is not finished."
    ]


def test_without_data_date_or_actual_start_nothing_is_said() -> None:
    assert asked(RULE, drawn("A 90d; actual start=2027-03-01")).status is Status.NOT_EVALUATED
    assert asked(RULE, drawn("project: data date 2027-05-31\nA 90d")).status is Status.NOT_EVALUATED
