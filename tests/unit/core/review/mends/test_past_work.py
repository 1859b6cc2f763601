"""Work left in the past."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.unit.core.review.mends.mending import mended, offered, starts

AS_OF = "project: start 2027-03-01; data date 2027-03-08\n"
DONE = "A 2d; actual start=2027-03-01 finish=2027-03-02\n"


def test_the_first_of_a_chain_is_put_after_the_data_date_and_the_rest_follows() -> None:
    text = AS_OF + DONE + "B 1d after A\nC 1d after B\nEnd milestone; after C"
    assert offered(text, "dcma-09") == [
        "Let 'B', which has not begun, start no earlier than the data date, Mon 8 Mar 2027."
    ]
    fixed = mended(text, "dcma-09")
    assert fixed.after.result("dcma-09").status is Status.PASS
    assert (starts(fixed.schedule)["B"], starts(fixed.schedule)["C"]) == ("03-08", "03-09")
    assert fixed.mended[0].finish > 0


@pytest.mark.parametrize(
    "task",
    [
        "B 9d after A; actual start=2027-03-03; percent 10",
        "B 1d after A; MSO 2027-03-03",
        "B 1d after A; manual start=2027-03-03 finish=2027-03-03",
        "B 1d; actual start=2027-03-09 finish=2027-03-09",
    ],
)
def test_what_only_people_know_is_not_offered(task: str) -> None:
    sentences = offered(AS_OF + DONE + task + "\nEnd milestone; after B", "dcma-09")
    assert not any("Let 'B'" in each for each in sentences)
