"""Schedules in one set of numbers, and slips in one calendar."""

from __future__ import annotations

import pytest

from headway.core.diff import matched
from headway.core.diff.aligned import FINISH, START, Dated, Measure, aligned
from headway.core.message import Length
from headway.core.schedule import schedule
from headway.core.time import NEVER
from tests.drawn.words import instant
from tests.unit.core.diff.pairs import drawn

HOUR = 600


def at(day: str, hour: float) -> int:
    return instant(day, int(hour * HOUR))


@pytest.fixture
def measure() -> Measure:
    return Measure(schedule(drawn("A 1d")))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (at("2027-03-01", 17), at("2027-03-02", 17), Length(4_800)),
        (at("2027-03-02", 17), at("2027-03-01", 17), Length(-4_800)),
        (at("2027-03-05", 17), at("2027-03-08", 17), Length(4_800)),
        (at("2027-03-01", 8), at("2027-03-01", 17), Length(4_800)),
        (at("2027-03-01", 10), at("2027-03-01", 14), Length(3 * HOUR)),
        (at("2027-03-06", 10), at("2027-03-07", 10), Length(14_400, elapsed=True)),
        (at("2027-03-07", 10), at("2027-03-06", 10), Length(-14_400, elapsed=True)),
        (at("2027-03-05", 17), at("2027-03-08", 8), Length(0)),
        (at("2027-03-05", 17), at("2027-03-06", 17), Length(14_400, elapsed=True)),
        (5, 5, Length(0)),
        (NEVER, 5, Length(0)),
        (5, NEVER, Length(0)),
    ],
)
def test_slips_are_working_time_where_there_is_any(measure: Measure, before: int, after: int, expected: Length) -> None:
    assert measure.slip(before, after) == expected
    assert measure.slip(before, after) == expected, "asked again"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (at("2027-03-05", 17), at("2027-03-08", 8), True),
        (at("2027-03-01", 12), at("2027-03-01", 13), True),
        (at("2027-03-01", 10), at("2027-03-01", 10) + 9, True),
        (at("2027-03-01", 10), at("2027-03-01", 10) + 10, False),
        (at("2027-03-05", 17), at("2027-03-06", 8), False),
        (at("2027-03-06", 8), at("2027-03-08", 8), False),
        (NEVER, at("2027-03-01", 8), False),
        (NEVER, NEVER, True),
    ],
)
def test_the_end_of_a_shift_and_the_start_of_the_next_are_one_moment(
    measure: Measure, one: int, other: int, same: bool
) -> None:
    assert measure.is_same(one, other) is same
    assert measure.is_same(other, one) is same


def test_a_schedule_in_other_numbers_has_the_same_dates() -> None:
    old, new = drawn("A 3d\nB 2d after A"), drawn("X 1d\nA 4d\nB 2d after A\nC 1d after B")
    own = schedule(new)
    found = matched(old, new)
    there = aligned(own, found)
    for number in new.tasks:
        assert there.dates(found.numbers["task"][number]) == own.dates(number)
    assert there.compiled.plan is found.plan
    assert there.drivers.tasks(2) == (1,)
    assert own.drivers.tasks(3) == (2,)


def test_calendars_are_found_by_their_old_numbers() -> None:
    old = drawn("calendar Night: Mon-Fri 22:00-30:00\nA 3d; calendar Night")
    new = drawn("calendar Early: Mon-Fri 05:00-09:00\ncalendar Night: Mon-Fri 22:00-30:00\nA 3d; calendar Night")
    there = aligned(schedule(new), matched(old, new))
    assert there.compiled.calendars.layered[2].name == "Night"
    assert there.compiled.calendars.layered[2].id == 2
    assert there.compiled.calendars.at(2) == schedule(new).compiled.calendars.at(3)


def test_dates_of_a_task_that_is_not_there_are_never() -> None:
    dated = Dated(schedule(drawn("A 3d\nB 1d; inactive")))
    assert dated.date(1, START) == at("2027-03-01", 8)
    assert dated.date(1, FINISH) == at("2027-03-03", 17)
    assert dated.date(9, START) == NEVER
    assert dated.date(2, FINISH) == NEVER


def test_drivers_have_link_predecessor_and_edge() -> None:
    dated = Dated(schedule(drawn("A 3d\nB 2d after A\nC 1d after A SS+1d\nP after B\n  D 1d")))
    assert dated.drivers(1) == []
    assert dated.drivers(2) == [(1, 1, FINISH)]
    assert dated.drivers(3) == [(2, 1, START)]
    assert dated.drivers(5) == [(3, 2, FINISH)], "through the summary above"
    assert dated.drivers(4) == [], "a summary has no start of its own"


def test_links_that_could_slip_least_come_first() -> None:
    dated = Dated(schedule(drawn("A 3d\nB 1d\nC 2d\nD 1d after A, B, C")))
    assert [predecessor for _, predecessor, _ in dated.nearly_driving(4)] == [1, 3, 2]


def test_the_finish_is_that_of_the_last_task() -> None:
    assert Dated(schedule(drawn("A 3d\nB 9d"))).finish == at("2027-03-11", 17)
    head = "project: start 2027-03-01; rules p6; data date 2027-04-01\n"
    done = Dated(schedule(drawn(head + "A 3d; actual start=2027-03-01 finish=2027-03-03")))
    assert done.finish == at("2027-03-03", 17), "P6's passes end at the data date when all is done"


def test_links_and_people_by_task() -> None:
    dated = Dated(
        schedule(
            drawn("resource Ann: units 100%\nresource Bob: units 100%\nA 3d; resource Bob; resource Ann\nB 2d after A")
        )
    )
    assert {task: [link.id for link in links] for task, links in dated.links_of.items()} == {1: [1], 2: [1]}
    assert dated.resources_of == {1: [1, 2]}
