"""Leads taken out."""

from __future__ import annotations

from headway.core.review import Status
from tests.unit.core.review.mends.mending import START, mended, offered, starts

CHAIN = "Go milestone\nA 5d after Go\nB 5d after A FS-2d\nDone milestone; after B"


def test_the_lead_goes_and_the_finish_is_later_by_it() -> None:
    fixed = mended(START + CHAIN, "dcma-02")
    assert fixed.after.result("dcma-02").status is Status.PASS
    assert [each.finish for each in fixed.mended] == [2 * 4_800]
    assert starts(fixed.schedule)["B"] == "03-08"


def test_work_that_has_begun_keeps_its_logic() -> None:
    text = "project: start 2027-03-01; data date 2027-03-05\n" + CHAIN.replace(
        "B 5d after A FS-2d", "B 5d after A FS-2d; actual start=2027-03-04; percent 20"
    ).replace("A 5d after Go", "A 5d after Go; actual start=2027-03-01; percent 60")
    assert offered(text, "dcma-02") == []
