"""Changing the lag of a link."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.set_lag import SetLag
from headway.core.plan.entities import LagKind
from headway.core.schedule import schedule
from tests.drawn import assert_schedule, build
from tests.unit.core.edits.carrying_out import edited, said

PLAN = build("project: start 2027-03-01\nA 1d\nB 1d after A +2d")


def test_a_longer_lag_moves_the_successor() -> None:
    assert_schedule(
        schedule(edited(PLAN, SetLag(1, 3 * 4_800))),
        """
        days | MTWTF | starts 2027-03-01
        A    | X     |
        B    |     X |
        """,
    )


def test_its_kind_can_change_with_it() -> None:
    link = edited(PLAN, SetLag(1, 9_600, LagKind.ELAPSED)).links[1]
    assert (link.lag, link.lag_kind) == (9_600, LagKind.ELAPSED)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (SetLag(1), "Take the lag out of the FS link from 'A' to 'B'."),
        (SetLag(1, 4_800), "Set the lag of the FS link from 'A' to 'B' to 1 working day."),
        (SetLag(1, 14_400, LagKind.ELAPSED), "Set the lag of the FS link from 'A' to 'B' to 1 calendar day."),
        (SetLag(1, -4_800), "Set the lead of the FS link from 'A' to 'B' to 1 working day."),
    ],
)
def test_it_is_told_in_words(edit: SetLag, sentence: str) -> None:
    assert said(PLAN, edit) == sentence


def test_the_lag_it_has_already_is_an_error() -> None:
    with pytest.raises(EditError, match="has that lag already"):
        expand(PLAN, SetLag(1, 9_600))


def test_a_link_that_is_not_there_is_an_error() -> None:
    with pytest.raises(EditError, match="has no link 9"):
        expand(PLAN, SetLag(9))
