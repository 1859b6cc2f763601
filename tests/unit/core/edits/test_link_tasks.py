"""Linking two tasks."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.link_tasks import LinkTasks
from headway.core.plan.entities import LagKind, LinkKind
from headway.core.schedule import schedule
from tests.drawn import assert_schedule, build
from tests.unit.core.edits.carrying_out import edited, links, said

PLAN = """
project: start 2027-03-01
A 2d
B 1d
C 1d after B
"""


def test_the_successor_waits() -> None:
    after = edited(build(PLAN), LinkTasks(1, 2))
    assert links(after) == ["B FS C", "A FS B"]
    assert_schedule(
        schedule(after),
        """
        days | MTWT | starts 2027-03-01
        A    | XX   |
        B    |   X  |
        C    |    X |
        """,
    )


def test_kind_lag_and_id_are_the_callers() -> None:
    after = edited(build(PLAN), LinkTasks(1, 3, LinkKind.SS, 4_800, LagKind.ELAPSED, link=77))
    assert (after.links[77].kind, after.links[77].lag, after.links[77].lag_kind) == (
        LinkKind.SS,
        4_800,
        LagKind.ELAPSED,
    )


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (LinkTasks(1, 2), "Let 'B' start when 'A' is finished."),
        (LinkTasks(1, 2, LinkKind.SS, 9_600), "Let 'B' start 2 working days after 'A' starts."),
        (LinkTasks(1, 2, LinkKind.FF, -4_800), "Let 'B' finish 1 working day before 'A' is finished."),
        (
            LinkTasks(1, 2, LinkKind.SF, 5_000, LagKind.PERCENT),
            "Let 'B' finish 50 % of its length after 'A' starts.",
        ),
    ],
)
def test_it_is_told_in_words(edit: LinkTasks, sentence: str) -> None:
    assert said(build(PLAN), edit) == sentence


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (LinkTasks(1, 1), "cannot wait for itself"),
        (LinkTasks(2, 3), "that way already"),
        (LinkTasks(1, 9), "has no task 9"),
        (LinkTasks(9, 1), "has no task 9"),
    ],
)
def test_what_makes_no_sense_is_an_error(edit: LinkTasks, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(build(PLAN), edit)
