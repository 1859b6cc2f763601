"""Setting a deadline."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.set_deadline import SetDeadline
from headway.core.schedule import schedule
from tests.drawn import build
from tests.drawn.words import instant
from tests.unit.core.edits.carrying_out import edited, said

PLAN = build("project: start 2027-03-01\nA 1d\nB 1d; deadline 2027-03-03\nC 9d")
FRIDAY = instant("2027-03-05", 10_200)


def test_it_bounds_the_float_and_moves_nothing() -> None:
    after = edited(PLAN, SetDeadline(1, instant("2027-03-03", 10_200)))
    found, before = schedule(after).dates(1), schedule(PLAN).dates(1)
    assert (found.start, found.finish) == (before.start, before.finish)
    assert found.late_finish == instant("2027-03-03", 10_200)


def test_none_takes_it_off() -> None:
    assert edited(PLAN, SetDeadline(2)).tasks[2].deadline is None


def test_it_is_told_in_words() -> None:
    assert said(PLAN, SetDeadline(1, FRIDAY)) == "Give 'A' the deadline Fri 5 Mar 2027."
    assert said(PLAN, SetDeadline(2)) == "Take the deadline off 'B'."


@pytest.mark.parametrize(
    ("edit", "reason"), [(SetDeadline(1), "has that deadline already"), (SetDeadline(9, FRIDAY), "has no task 9")]
)
def test_what_makes_no_sense_is_an_error(edit: SetDeadline, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(PLAN, edit)
