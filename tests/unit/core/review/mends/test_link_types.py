"""Links that are finish-to-start in disguise."""

from __future__ import annotations

import pytest

from tests.unit.core.edits.carrying_out import links
from tests.unit.core.review.mends.mending import START, mended, offered, starts


@pytest.mark.parametrize(("kind", "lag"), [("SS", 4), ("FF", 3)])
def test_a_lag_as_long_as_the_task_beside_it(kind: str, lag: int) -> None:
    text = START + f"Go milestone\nA 4d after Go\nB 3d after A {kind}+{lag}d\nDone milestone; after A, B"
    fixed = mended(text, "dcma-04")
    assert "A FS B" in links(fixed.schedule.compiled.plan)
    assert starts(fixed.schedule)["B"] == "03-05"
    assert fixed.after.result("dcma-04").count == 0
    assert [each.finish for each in fixed.mended] == [0]


@pytest.mark.parametrize(
    "link",
    ["after A SS+2d", "after A SS", "after A SF+4d", "after A SS+4ed", "after A SS+100%", "after A SS+4d, A"],
)
def test_others_are_for_people_to_decide(link: str) -> None:
    assert offered(START + f"Go milestone\nA 4d after Go\nB 3d {link}\nDone milestone; after A, B", "dcma-04") == []
