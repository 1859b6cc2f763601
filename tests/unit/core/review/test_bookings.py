"""Who is booked when and for how much."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan.entities import Assignment, Resource, UnitsPeriod
from headway.core.review.bookings import Booking, bookings_of, limit_at, overload_of, remaining, stretches
from headway.core.review.reviewed import Reviewed
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR
from tests.drawn import build
from tests.drawn.words import instant
from tests.recounts.drawing import drawn

MONDAY = instant("2027-03-01T08:00", 0)
EVENING = 9 * TENTHS_PER_HOUR


def at(day: int, hours: int = 0) -> int:
    return MONDAY + day * TENTHS_PER_DAY + hours * TENTHS_PER_HOUR


def test_a_booking_lasts_as_long_as_its_work_takes() -> None:
    found = bookings_of(Reviewed(drawn("resource Ann:\nA 5d; resource Ann work=8h; type fixed_duration\nB 2d")))
    assert found == {1: [Booking(MONDAY, MONDAY + EVENING, 10_000, 1)]}


def test_work_in_progress_is_booked_from_where_it_goes_on() -> None:
    text = "project: data date 2027-03-03\nresource Ann:\nA 5d; resource Ann actual=16h; actual start=2027-03-01; "
    found = bookings_of(Reviewed(drawn(text + "remaining 3d")))
    assert found[1] == [Booking(at(2), at(4) + EVENING, 10_000, 1)]


def test_a_delay_of_the_assignment_counts() -> None:
    found = bookings_of(Reviewed(drawn("resource Ann:\nA 2d; resource Ann 100% delay=1d work=8h; type fixed_duration")))
    start = found[1][0].start
    assert at(0) < start <= at(1)


def test_assignments_without_work_count_only_when_none_has_any() -> None:
    plan = build("project: start 2027-03-01\nresource Ann:\nA 2d; resource Ann\nB 2d; resource Ann")
    bare = {n: msgspec.structs.replace(each, work=0, remaining_work=0) for n, each in plan.assignments.items()}
    nobody = msgspec.structs.replace(plan, assignments=bare)
    assert len(bookings_of(Reviewed(schedule(nobody)))[1]) == 2
    mixed = msgspec.structs.replace(plan, assignments=plan.assignments | {2: bare[2]})
    assert [each.task for each in bookings_of(Reviewed(schedule(mixed)))[1]] == [1]


@pytest.mark.parametrize(
    ("work", "actual", "left", "expected"), [(80, 0, 80, 80), (80, 30, 0, 50), (80, 80, 0, 0), (80, 90, 0, 0)]
)
def test_what_is_left_follows_from_work_and_actual_work(work: int, actual: int, left: int, expected: int) -> None:
    assert remaining(Assignment(1, 1, 1, work=work, actual_work=actual, remaining_work=left)) == expected


def test_stretches_join_where_bookings_begin_and_end() -> None:
    one, two = Booking(at(0), at(3), 10_000, 1), Booking(at(1), at(2), 5_000, 2)
    found = [(each.start, each.finish, each.units) for each in stretches(Resource(1), [one, two])]
    assert found == [(at(0), at(1), 10_000), (at(1), at(2), 15_000), (at(2), at(3), 10_000)]


def test_a_gap_between_bookings_is_no_stretch() -> None:
    found = list(stretches(Resource(1), [Booking(at(0), at(1), 10_000, 1), Booking(at(3), at(4), 10_000, 2)]))
    assert [(each.start, each.finish) for each in found] == [(at(0), at(1)), (at(3), at(4))]


def test_availability_changes_over_time() -> None:
    periods = (UnitsPeriod(None, at(2), 20_000), UnitsPeriod(at(2), at(4), 0), UnitsPeriod(at(7), None, 5_000))
    ann = Resource(1, availability=periods)
    assert [limit_at(ann, at(day)) for day in (0, 2, 5, 9)] == [20_000, 0, 10_000, 5_000]
    found = list(stretches(ann, [Booking(at(0), at(9), 10_000, 1)]))
    assert [each.limit for each in found] == [20_000, 0, 10_000, 5_000]


def test_nights_and_weekends_are_no_overload() -> None:
    reviewed = Reviewed(drawn("resource Ann:\nA 9d; resource Ann\nB 9d; resource Ann"))
    night = [Booking(at(0, 9), at(0, 24), 10_000, task) for task in (1, 2)]
    assert overload_of(reviewed, 1, night) is None
    found = overload_of(reviewed, 1, [Booking(at(4), at(8), 10_000, task) for task in (1, 2)])
    assert found is not None
    assert (found.days, found.peak, found.limit, found.first, found.tasks) == (2.0, 20_000, 10_000, at(4), (1, 2))


def test_the_worst_time_is_the_one_furthest_over() -> None:
    reviewed = Reviewed(drawn("resource Ann:\nA 9d; resource Ann\nB 9d; resource Ann\nC 9d; resource Ann"))
    bookings = [Booking(at(0), at(3), 10_000, 1), Booking(at(0), at(2), 10_000, 2), Booking(at(1), at(2), 10_000, 3)]
    found = overload_of(reviewed, 1, bookings)
    assert found is not None
    assert (found.peak, found.tasks, found.days) == (30_000, (1, 2, 3), 2.0)
