"""Links that never decide beside another one."""

from __future__ import annotations

import pytest

from headway.core.review import Review, offers, review
from headway.core.review.mends import MENDS
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "duplicate-links"


@pytest.mark.parametrize(
    ("links", "count"),
    [
        ("A", 0),
        ("A, A", 1),
        ("A, A, A", 2),
        ("A, A FS+2d", 1),
        ("A FS+2d, A FS+3ed", 0),
        ("A FS+2d, A FS-3ed", 1),
        ("A, A SS", 1),
        ("A, A SS, A FF, A SF", 3),
        ("A, A SS+1d", 0),
        ("A FS+2d, A SS+1d", 1),
        ("A SS, A FF", 0),
        ("A SS, A FF, A SF", 1),
        ("A SS+50%, A SS+20%", 1),
        ("A SS+50%, A SS+1d", 0),
    ],
)
def test_a_link_is_pointless_when_another_asks_for_as_much(links: str, count: int) -> None:
    assert asked(RULE, drawn(f"A 3d\nB 2d after {links}")).count == count


def test_links_the_other_way_or_of_other_tasks_are_no_duplicates() -> None:
    assert asked(RULE, drawn("A 3d\nB 2d after A\nC 2d after A, B")).count == 0


def test_the_row_says_which_link_to_take_out() -> None:
    same, covered = drawn("A 3d\nB 2d after A, A FS+1d"), drawn("A 3d\nB 2d after A, A SS")
    assert texts_of(asked(RULE, same)) == ["'A' and 'B' have two FS links; the one with the shorter lag never decides."]
    assert texts_of(asked(RULE, covered)) == ["The SS link from 'A' to 'B' never decides: their FS link asks for more."]
    assert asked(RULE, same).rows[0].link == 1
    assert asked(RULE, covered).rows[0].link == 2


def test_every_pointless_link_is_offered_to_be_taken_out() -> None:
    plan = drawn("A 3d\nB 2d after A, A SS, A FF")
    found: Review = review(plan)
    edits = [offer.edit for offer in offers(plan, found, RULE)]
    assert [edit.link for edit in edits] == [2, 3]  # type: ignore[attr-defined]
    assert RULE not in MENDS, "the rule offers it itself"
