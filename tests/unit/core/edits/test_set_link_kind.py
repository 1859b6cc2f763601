"""Changing which ends a link ties."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.set_link_kind import SetLinkKind
from headway.core.plan.entities import LinkKind
from headway.core.schedule import schedule
from tests.drawn import assert_schedule, build
from tests.unit.core.edits.carrying_out import edited, links, said

PLAN = build("project: start 2027-03-01\nA 2d\nB 1d after A SS+2d\nC 1d after A, A SS")
DATES = """
days | MTW | starts 2027-03-01
A    | XX  |
B    |   X |
"""


def test_a_start_after_the_whole_of_the_first_task_is_a_start_after_its_finish() -> None:
    after = edited(PLAN, SetLinkKind(1, LinkKind.FS))
    assert links(after)[0] == "A FS B"
    assert_schedule(schedule(PLAN), DATES)
    assert_schedule(schedule(after), DATES)


def test_the_lag_is_the_new_one() -> None:
    assert links(edited(PLAN, SetLinkKind(1, LinkKind.FF, 4_800)))[0] == "A FF B +1d"


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (SetLinkKind(1), "Make the SS link from 'A' to 'B' an FS link without lag."),
        (SetLinkKind(1, lag=4_800), "Make the SS link from 'A' to 'B' an FS link with a lag of 1 working day."),
        (SetLinkKind(1, lag=-4_800), "Make the SS link from 'A' to 'B' an FS link with a lead of 1 working day."),
    ],
)
def test_it_is_told_in_words(edit: SetLinkKind, sentence: str) -> None:
    assert said(PLAN, edit) == sentence


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (SetLinkKind(1, LinkKind.SS), "of kind SS already; change its lag"),
        (SetLinkKind(3, LinkKind.FS), "another link of kind FS"),
        (SetLinkKind(9), "has no link 9"),
    ],
)
def test_what_makes_no_sense_is_an_error(edit: SetLinkKind, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(PLAN, edit)
