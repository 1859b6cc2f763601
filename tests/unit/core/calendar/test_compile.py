"""Compiling calendars: what is shared, what is bridged with a warning, and calendars made of two."""

from __future__ import annotations

import numpy as np
import pytest

from headway.core.calendar import kernels
from headway.core.calendar.compile import ELAPSED, STANDARD, CompiledCalendars, compile_calendars
from headway.core.calendar.working import elapsed_calendar, working_calendar
from headway.core.plan.entities import Calendar, CalendarException
from tests.unit.core.calendar.words import at, day, free, shifts, week, when, work_week

NEVER_WORKED = ((),) * 7
OFFICE = Calendar(1, "Office", days=week("8-12 13-17"), exceptions=(free("2024-03-13"),))
NIGHTS = Calendar(2, "Nights", days=week("22-6"))
PART_TIME = Calendar(3, "Part time", days=(shifts("9-15"), (), shifts("9-15"), (), (), (), ()))


def compiled(*calendars: Calendar) -> CompiledCalendars:
    return compile_calendars({calendar.id: calendar for calendar in calendars})


def test_the_built_in_calendars_are_always_there() -> None:
    found = compile_calendars({})
    assert (ELAPSED, STANDARD) == (0, 1)
    assert found.at(None) == found.at(0) == found.at(99) == STANDARD
    assert found.warnings == ()
    assert elapsed_calendar(found).is_working(at("2024-03-17 03:00"))
    assert not working_calendar(found, None).is_working(at("2024-03-17 03:00"))


def test_only_wanted_calendars_are_compiled() -> None:
    found = compile_calendars({1: OFFICE, 2: NIGHTS, 3: PART_TIME}, [2])
    assert set(found.index) == {0, 2}
    assert len(found.working_time.frame) == 3


def test_a_calendar_that_is_not_there_counts_as_the_standard_one() -> None:
    found = compile_calendars({1: OFFICE}, [1, 5])
    assert found.index[5] == STANDARD
    assert [(w.code, w.calendar) for w in found.warnings] == [("calendar_missing", 5)]


def test_calendars_that_add_nothing_share_working_time() -> None:
    people = [Calendar(n, f"Person {n}", parent=1) for n in range(10, 40)]
    found = compiled(OFFICE, *people, Calendar(50, parent=1, days=week("9-12")))
    assert {found.at(person.id) for person in people} == {found.at(1)}
    assert found.at(50) != found.at(1)
    assert len(found.working_time.frame) == 4
    assert working_calendar(found, 12).name == "Person 12"


def test_the_order_of_the_calendars_changes_nothing() -> None:
    one, other = compiled(OFFICE, NIGHTS, PART_TIME), compiled(PART_TIME, NIGHTS, OFFICE)
    assert one.index == other.index
    assert all(np.array_equal(a, b) for a, b in zip(one.working_time, other.working_time, strict=True))


def test_a_calendar_without_work_counts_as_round_the_clock() -> None:
    found = compiled(Calendar(1, "Closed", days=NEVER_WORKED, exceptions=(free("2024-03-13"),)))
    assert [(w.code, w.calendar, w.name) for w in found.warnings] == [("calendar_without_work", 1, "Closed")]
    wt, c = found.working_time, found.at(1)
    for t in (at("1900-01-01 00:00"), at("2024-03-13 12:00"), at("2600-01-01 00:00")):
        assert kernels.add_work(wt, c, t, 4_800) == t + 4_800


def test_a_calendar_worked_only_by_exception_is_round_the_clock_outside() -> None:
    calendar = Calendar(1, days=NEVER_WORKED, exceptions=(free("2024-03-04", "2024-03-08", work="8-12"),))
    found = compiled(calendar)
    assert [w.code for w in found.warnings] == ["calendar_has_no_beginning", "calendar_has_no_end"]
    wt, c = found.working_time, found.at(1)
    assert when(kernels.add_work(wt, c, at("2024-03-04 08:00"), 5 * 2_400)) == "Fri 2024-03-08 12:00"
    assert kernels.work_between(wt, c, at("2024-03-04 00:00"), at("2024-03-09 00:00")) == 5 * 2_400
    assert kernels.work_between(wt, c, at("2030-01-01 00:00"), at("2030-01-02 00:00")) == 14_400


def test_a_work_week_without_end_goes_on_for_ever() -> None:
    summer = week("7-15")
    found = compiled(Calendar(1, days=week("8-16"), work_weeks=(work_week("2024-06-01", "9000-01-01", summer),)))
    assert found.warnings == ()
    wt, c = found.working_time, found.at(1)
    assert when(kernels.next_start(wt, c, at("2024-05-31 00:00"))) == "Fri 2024-05-31 08:00"
    assert when(kernels.next_start(wt, c, at("2024-06-03 00:00"))) == "Mon 2024-06-03 07:00"
    assert kernels.next_start(wt, c, at("2750-06-02 00:00")) % 14_400 == 7 * 600


def test_free_time_without_end_ends_with_the_known_future() -> None:
    left = CalendarException(day("2025-01-01"), day("9000-01-01"), (), "Left the company")
    found = compiled(Calendar(1, days=week("8-16"), exceptions=(left,)))
    assert [w.code for w in found.warnings] == ["calendar_has_no_end"]
    wt, c = found.working_time, found.at(1)
    assert kernels.work_between(wt, c, at("2025-01-01 00:00"), at("2299-01-01 00:00")) == 0
    assert kernels.next_start(wt, c, at("2400-01-01 00:00")) < at("2400-01-08 00:00")


def test_exceptions_before_the_known_past_are_left_out() -> None:
    found = compiled(Calendar(1, exceptions=(free("0100-01-01"), free("2024-03-13"))))
    wt, c = found.working_time, found.at(1)
    assert len(wt.start) < 200_000
    assert when(kernels.next_start(wt, c, at("2024-03-13 00:00"))) == "Thu 2024-03-14 08:00"


def test_fifty_years_of_holidays_stay_small() -> None:
    holidays = tuple(free(f"{year}-{month:02}-03") for year in range(2000, 2050) for month in range(1, 13))
    found = compiled(Calendar(1, exceptions=holidays))
    assert sum(array.nbytes for array in found.working_time) < 1_500_000
    wt, c = found.working_time, found.at(1)
    # 2024 has 262 days from Monday to Friday, and eight of the twelve holidays fall on one.
    worked = kernels.work_between(wt, c, at("2024-01-01 00:00"), at("2025-01-01 00:00"))
    assert worked == (262 - 8) * 4_800


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2024-03-11 00:00", "Mon 2024-03-11 09:00"),
        ("2024-03-11 12:00", "Mon 2024-03-11 13:00"),
        ("2024-03-11 15:00", "Mon 2024-03-18 09:00"),
        ("2050-03-13 15:00", "Mon 2050-03-14 09:00"),
    ],
)
def test_common_time_of_task_and_resource(instant: str, expected: str) -> None:
    """Part time works Mondays and Wednesdays 9 to 15; Wednesday the 13th is the office's holiday."""
    found = compiled(OFFICE, PART_TIME)
    pair = found.at(1), found.at(3)
    found = found.with_intersections([pair])
    assert when(kernels.next_start(found.working_time, found.intersections[pair], at(instant))) == expected


def test_pairs_that_need_no_new_calendar() -> None:
    found = compiled(OFFICE, PART_TIME)
    office = found.at(1)
    same = found.with_intersections([(office, office), (ELAPSED, office), (office, ELAPSED)])
    assert set(same.intersections.values()) == {office}
    assert same.working_time is found.working_time
    joint = found.with_unions([(office, office), (ELAPSED, office)])
    assert joint.unions == {(office, office): office, (ELAPSED, office): ELAPSED}


def test_a_pair_is_worked_out_once() -> None:
    found = compiled(OFFICE, PART_TIME)
    pair = found.at(1), found.at(3)
    once = found.with_intersections([pair, pair])
    assert once.with_intersections([pair]).working_time is once.working_time
    assert once.with_unions([pair, pair[::-1]]).unions[pair] == once.with_unions([pair]).unions[pair]


def test_calendars_that_never_meet_leave_the_task_calendar() -> None:
    found = compiled(OFFICE, NIGHTS)
    pair = found.at(1), found.at(2)
    found = found.with_intersections([pair])
    assert found.intersections[pair] == found.at(1)
    assert [(w.code, w.calendar, w.name) for w in found.warnings] == [("calendars_never_meet", 1, "Nights")]


def test_calendars_that_meet_for_a_while_follow_the_task_calendar_outside() -> None:
    handover = Calendar(
        2, "Nights", days=week("22-6"), work_weeks=(work_week("2024-03-04", "2024-03-17", week("8-12")),)
    )
    found = compiled(OFFICE, handover)
    pair = found.at(1), found.at(2)
    found = found.with_intersections([pair])
    wt, c = found.working_time, found.intersections[pair]
    assert when(kernels.add_work(wt, c, at("2024-03-11 08:00"), 4_800)) == "Tue 2024-03-12 12:00"
    assert when(kernels.add_work(wt, c, at("2040-03-12 08:00"), 4_800)) == "Mon 2040-03-12 17:00"


def test_joint_time_of_two_shifts() -> None:
    found = compiled(OFFICE, NIGHTS)
    pair = found.at(1), found.at(2)
    found = found.with_unions([pair])
    wt, c = found.working_time, found.unions[pair]
    assert kernels.work_between(wt, c, at("2024-03-19 00:00"), at("2024-03-20 00:00")) == 16 * 600
    assert when(kernels.next_start(wt, c, at("2024-03-13 06:00"))) == "Wed 2024-03-13 22:00"
