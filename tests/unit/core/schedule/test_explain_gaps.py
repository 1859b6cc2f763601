"""Days off between two instants, and moments with the right face."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from headway.core.calendar.compile import compile_calendars
from headway.core.calendar.working import WorkingCalendar, elapsed_calendar, working_calendar
from headway.core.message import Days, Moment
from headway.core.plan.entities import Calendar, CalendarException, Shift, WorkWeek
from headway.core.schedule.explain.facts import Facts
from headway.core.schedule.explain.gaps import MOST_DAYS, day_off, days_off
from headway.core.time import TENTHS_PER_DAY, to_day
from tests.unit.core.schedule.spoken import Spoken, spoken

OFFICE = (Shift(4_800, 7_200), Shift(7_800, 10_200))
WEEK = (OFFICE,) * 5 + ((),) * 2


def day(number: int) -> int:
    """A day of March 2027, which began on a Monday."""
    return to_day(date(2027, 3, 1)) + number - 1


def morning(number: int) -> int:
    return day(number) * TENTHS_PER_DAY + 4_800


def evening(number: int) -> int:
    return day(number) * TENTHS_PER_DAY + 10_200


def calendar(*exceptions: CalendarException, weeks: tuple[WorkWeek, ...] = ()) -> WorkingCalendar:
    own = Calendar(1, "UK", days=WEEK, exceptions=exceptions, work_weeks=weeks)
    return working_calendar(compile_calendars({1: own}), 1)


def test_a_night_is_no_gap() -> None:
    assert days_off(calendar(), evening(1), morning(2)) == ()


def test_a_weekend_is_one() -> None:
    found = days_off(calendar(), evening(5), morning(8))
    assert [(gap.kind, gap.days, gap.name) for gap in found] == [("weekend", Days(day(6), day(7)), "")]


def test_holidays_keep_their_names_apart() -> None:
    easter = CalendarException(day(26), day(26), name="Good Friday")
    monday = CalendarException(day(29), day(29), name="Easter Monday")
    found = days_off(calendar(easter, monday), evening(25), morning(30))
    assert [(gap.kind, gap.name) for gap in found] == [
        ("holiday", "Good Friday"),
        ("weekend", ""),
        ("holiday", "Easter Monday"),
    ]


def test_a_holiday_over_several_days_is_one_gap() -> None:
    shutdown = CalendarException(day(8), day(19), name="Shutdown ")
    found = days_off(calendar(shutdown), evening(5), morning(22))
    named = [gap.days for gap in found if gap.kind == "holiday"]
    assert named == [Days(day(8), day(12)), Days(day(15), day(19))]
    assert {gap.name for gap in found} == {"", "Shutdown"}


def test_a_holiday_on_a_weekend_is_a_weekend() -> None:
    assert day_off(calendar(CalendarException(day(6), day(6), name="Fair")), day(6)) is not None
    gap = day_off(calendar(CalendarException(day(6), day(6), name="Fair")), day(6))
    assert gap is not None
    assert gap.kind == "weekend"


def test_an_exception_with_work_is_no_gap() -> None:
    assert day_off(calendar(CalendarException(day(6), day(6), OFFICE)), day(6)) is None


def test_a_free_weekday_of_the_ordinary_week() -> None:
    four_days = Calendar(1, "Four days", days=(OFFICE,) * 4 + ((),) * 3)
    gap = day_off(working_calendar(compile_calendars({1: four_days}), 1), day(5))
    assert gap is not None
    assert gap.kind == "off"


def test_a_work_week_that_frees_days() -> None:
    free = WorkWeek(day(8), day(12), ((),) * 7)
    found = days_off(calendar(weeks=(free,)), evening(5), morning(15))
    assert [gap.kind for gap in found] == ["weekend", "off", "weekend"]


def test_elapsed_time_has_no_gaps() -> None:
    assert days_off(elapsed_calendar(compile_calendars({})), evening(5), morning(8)) == ()


def test_backwards_there_is_none() -> None:
    assert days_off(calendar(), morning(8), evening(5)) == ()


def test_very_long_stretches_are_cut() -> None:
    found = days_off(calendar(), morning(1), morning(1) + 3 * MOST_DAYS * TENTHS_PER_DAY)
    assert found[-1].days.last <= day(1) + MOST_DAYS


@pytest.fixture(scope="module")
def said() -> Spoken:
    return spoken(
        "project: start 2027-03-01\ncalendar Nights: Mon-Fri 22:00-30:00\nA 2d\nB 2d; calendar Nights\nM milestone",
    )


@pytest.mark.parametrize(
    ("instant", "timed"),
    [(morning(2), False), (day(2) * TENTHS_PER_DAY, False), (morning(2) + 600, True), (evening(2), True)],
)
def test_the_time_of_a_start_matters_inside_a_day(said: Spoken, instant: int, timed: bool) -> None:
    assert Facts(said.schedule, said.drivers).start(0, instant).timed is timed


@pytest.mark.parametrize(
    ("instant", "timed"),
    [
        (evening(2), False),
        (morning(3), True),
        (evening(2) - 600, True),
        (day(3) * TENTHS_PER_DAY, True),
    ],
)
def test_a_finish_is_shown_as_it_is(said: Spoken, instant: int, timed: bool) -> None:
    moment = Facts(said.schedule, said.drivers).finish(0, instant)
    assert (moment.instant, moment.timed) == (instant, timed)


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (evening(2), evening(2)),
        (morning(3), evening(2)),
        (evening(2) - 600, evening(2) - 600),
        (morning(8), evening(5)),
        (day(3) * TENTHS_PER_DAY, evening(2)),
    ],
)
def test_what_links_leave_ends_with_the_work_before_it(said: Spoken, instant: int, shown: int) -> None:
    assert Facts(said.schedule, said.drivers).done_by(0, instant).instant == shown


def test_a_milestone_takes_the_face_that_needs_no_time(said: Spoken) -> None:
    facts = Facts(said.schedule, said.drivers)
    assert facts.start(2, evening(2)).timed is False
    assert facts.start(2, morning(2)) == Moment(morning(2))
    assert facts.start(2, morning(2) + 600).timed is True


def test_calendars_go_by_the_name_that_people_share() -> None:
    said = spoken(
        "project: start 2027-03-01; calendar Site\ncalendar Site: Mon-Fri 07:00-15:00\n"
        "calendar Ann: Mon-Fri 07:00-15:00; personal\nA 1d\nB 1d; calendar Ann",
    )
    facts = Facts(said.schedule, said.drivers)
    assert facts.calendar_name(facts.get(1, "calendar")) == "Site"
    assert facts.calendar_name(0) == ""


def test_all_values_round_trip_as_json() -> None:
    from headway.core.schedule.explain import Explanation

    said = spoken("project: start 2027-03-01\nA 5d\nB 2d; after A +1d\nC 3d; SNET 2027-03-20; deadline 2027-03-22")
    for name in ("A", "B", "C"):
        explanation = said.of(name)
        assert msgspec.json.decode(msgspec.json.encode(explanation), type=Explanation) == explanation
