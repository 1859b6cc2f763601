"""Hard constraints that become soft."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.unit.core.review.mends.mending import START, mended, offered, starts

PLAN = "Go milestone\nA 2d after Go\nB 2d after A; {constraint}\nC 9d after A\nDone milestone; after B, C"


@pytest.mark.parametrize(
    ("constraint", "told"),
    [
        ("MFO 2027-03-10", "give it the deadline Wed 10 Mar 2027"),
        ("FNLT 2027-03-10", "give it the deadline Wed 10 Mar 2027"),
        ("MSO 2027-03-08", "starts no earlier than Mon 8 Mar 2027"),
        # Whoever starts on Tuesday is done on Wednesday evening.
        ("SNLT 2027-03-09", "give it the deadline Wed 10 Mar 2027"),
    ],
)
def test_the_promise_stays_and_bends_no_logic(constraint: str, told: str) -> None:
    text = START + PLAN.format(constraint=constraint)
    (sentence,) = offered(text, "dcma-05")
    assert told in sentence
    fixed = mended(text, "dcma-05")
    assert fixed.after.result("dcma-05").status is Status.PASS
    assert fixed.mended[0].finish == 0


def test_a_forced_start_stays_where_it_was() -> None:
    text = START + PLAN.format(constraint="MSO 2027-03-08")
    assert starts(mended(text, "dcma-05").schedule)["B"] == "03-08"


def test_p6_has_no_deadlines() -> None:
    text = START.replace("\n", "; rules p6\n") + PLAN
    assert offered(text.format(constraint="FNLT 2027-03-10"), "dcma-05") == []
    assert len(offered(text.format(constraint="SO 2027-03-08"), "dcma-05")) == 1
    assert len(offered(text.format(constraint="MSO 2027-03-08"), "dcma-05")) == 1


def test_calendar_days_count_as_such() -> None:
    """Two calendar days from Saturday morning end on Monday morning."""
    text = START + PLAN.replace("B 2d", "B 2ed").format(constraint="SNLT 2027-03-13")
    (sentence,) = offered(text, "dcma-05")
    assert "the deadline Mon 15 Mar 2027" in sentence


def test_work_that_has_begun_is_left() -> None:
    text = "project: start 2027-03-01; data date 2027-03-09\n" + PLAN.format(
        constraint="MFO 2027-03-10; actual start=2027-03-08; percent 10"
    ).replace("A 2d after Go", "A 2d after Go; actual start=2027-03-01 finish=2027-03-02")
    assert offered(text, "dcma-05") == []
