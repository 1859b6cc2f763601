"""Taking a lead out of a link."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.remove_lead import RemoveLead
from headway.core.plan.entities import LagKind
from headway.core.schedule import schedule
from tests.drawn import assert_schedule, build
from tests.unit.core.edits.carrying_out import edited, said

PLAN = build("project: start 2027-03-01\nA 3d\nB 1d after A -2d\nC 1d after B\nD 1d after A -50%")


def test_the_successor_waits_for_all_of_the_predecessor() -> None:
    assert_schedule(
        schedule(edited(PLAN, RemoveLead(1))),
        """
        days | MTWTF | starts 2027-03-01
        A    | XXX   |
        B    |    X  |
        C    |     X |
        """,
    )


def test_a_lead_in_percent_leaves_a_plain_link() -> None:
    link = edited(PLAN, RemoveLead(3)).links[3]
    assert (link.lag, link.lag_kind) == (0, LagKind.WORKING)


def test_it_is_told_in_words() -> None:
    assert said(PLAN, RemoveLead(1)) == "Take the lead of 2 working days out of the FS link from 'A' to 'B'."
    assert said(PLAN, RemoveLead(3)) == "Take the lead of 50 % of its length out of the FS link from 'A' to 'D'."


@pytest.mark.parametrize(("link", "reason"), [(2, "has no lead"), (9, "has no link 9")])
def test_a_link_without_a_lead_is_an_error(link: int, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(PLAN, RemoveLead(link))
