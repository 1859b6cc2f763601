"""People booked for more than there is of them."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "over-allocation"
ANN = "resource Ann:\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A 3d; resource Ann\nB 2d; resource Ann", 1),
        ("A 3d; resource Ann\nB 2d after A; resource Ann", 0),
        ("A 3d; resource Ann 50%\nB 2d; resource Ann 50%", 0),
        ("A 3d; resource Ann 60%\nB 2d; resource Ann 50%", 1),
        ("A 3d; resource Ann\nB 7h; resource Ann", 0),
        ("A 3d; resource Ann\nB 1d; resource Ann", 1),
        ("A 3d; resource Ann 200%", 1),
        ("A 3d; resource Ann\nB 2d; resource Ann; actual start=2027-03-01 finish=2027-03-02", 0),
        ("A 3d; resource Ann\nB 2d; resource Ann; inactive", 0),
        ("A 3d; resource Ann\nB 10d; resource Ann work=1h; type fixed_duration", 0),
    ],
)
def test_bookings_are_added_up_over_time(text: str, count: int) -> None:
    assert asked(RULE, drawn(ANN + text)).count == count


def test_the_row_says_who_how_much_how_long_since_when_and_by_what() -> None:
    plan = drawn(ANN + "A 5d; resource Ann\nB 3d; resource Ann 50%\nC 2d; resource Ann\nD 1d; resource Ann\nE 9d")
    result = asked(RULE, plan)
    assert (result.count, result.population, result.rows[0].resource) == (1, 1, 1)
    assert texts_of(result) == [
        "Ann is booked for more than there is, in all for 3 working days, first on Mon 1 Mar 2027. "
        "At worst it is 350 % of 100 %: 'A', 'B', 'C', 1 more."
    ]


def test_how_much_there_is_can_be_less_or_more_than_one() -> None:
    assert asked(RULE, drawn("resource Ann: units 50%\nA 3d; resource Ann")).count == 1
    assert asked(RULE, drawn("resource Crew: units 300%\nA 3d; resource Crew\nB 3d; resource Crew")).count == 0


def test_the_days_are_a_setting() -> None:
    plan = drawn(ANN + "A 3d; resource Ann\nB 2d; resource Ann")
    assert [asked(RULE, plan, days=days).count for days in (2, 2.5)] == [1, 0]


def test_material_cannot_be_overbooked() -> None:
    plan = drawn("resource Sand: material\nA 3d; resource Sand\nB 3d; resource Sand")
    assert asked(RULE, plan).status is Status.NOT_EVALUATED


def test_a_plan_without_people_is_not_judged() -> None:
    assert asked(RULE, drawn("A 3d")).status is Status.NOT_EVALUATED
