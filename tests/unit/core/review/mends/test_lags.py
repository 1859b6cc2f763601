"""Lags that become tasks."""

from __future__ import annotations

from headway.core.review import Status
from tests.unit.core.review.mends.mending import START, mended, offered, reasons, starts

CHAIN = "Go milestone\nPour 2d after Go\nStrip 1d after Pour +3d\nDone milestone; after Strip"


def test_the_waiting_is_a_task_and_no_date_moves() -> None:
    fixed = mended(START + CHAIN, "dcma-03")
    assert fixed.after.result("dcma-03").status is Status.PASS
    found = starts(fixed.schedule)
    assert (found["Strip"], found["Wait: Pour → Strip"]) == ("03-08", "03-03")
    assert [each.finish for each in fixed.mended] == [0]


def test_long_lags_are_offered_the_same_way_but_a_long_task_is_no_better() -> None:
    text = START + CHAIN.replace("+3d", "+50d")
    assert len(offered(text, "long-lags")) == 1
    assert reasons(mended(text, "long-lags")) == ["Long tasks (dcma-08) holds now and would fail."]


def test_a_waiting_that_has_begun_is_left() -> None:
    text = "project: start 2027-03-01; data date 2027-03-03\n" + CHAIN.replace(
        "Pour 2d after Go", "Pour 2d after Go; actual start=2027-03-01 finish=2027-03-02"
    )
    assert offered(text, "dcma-03") == []


def test_p6_has_no_tasks_that_run_round_the_clock() -> None:
    text = "project: start 2027-03-01; rules p6\n" + CHAIN
    assert len(offered(text, "dcma-03")) == 1
    assert offered(text.replace("+3d", "+3ed"), "dcma-03") == []
    assert offered(text.replace("rules p6", "rules p6; lag calendar twenty_four_hour"), "dcma-03") == []


def test_a_mend_that_leaves_nobody_to_ask_is_refused() -> None:
    """All tasks have somebody; one in four without is too many."""
    text = (
        START
        + "resource Ann: units 100%\n"
        + CHAIN.replace("after Go", "after Go; resource Ann").replace("+3d", "+3d; resource Ann")
    )
    fixed = mended(text, "dcma-03")
    assert not fixed.mended
    assert len(fixed.refused) == 1
    assert "holds now and would fail" in reasons(fixed)[0]
