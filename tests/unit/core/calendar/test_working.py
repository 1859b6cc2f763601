"""One calendar for people: shifts of a day and why a day is free."""

from __future__ import annotations

import pytest

from headway.core.calendar.compile import compile_calendars
from headway.core.calendar.working import DayRule, Reason, WorkingCalendar, elapsed_calendar, working_calendar
from headway.core.plan.entities import Calendar, CalendarException, Recurrence
from tests.unit.core.calendar.words import at, day, free, shifts, week, when, work_week

BASE = Calendar(
    2,
    "Company",
    days=week("8-12 13-17"),
    exceptions=(
        free("2024-03-13", name="Founders' day"),
        free("2024-03-20", name="Open house", work="9-12"),
        CalendarException(
            0, 0, (), "Inventory", Recurrence("monthly", day("2024-01-29"), occurrences=6, week=5, weekdays=(0,))
        ),
    ),
    work_weeks=(work_week("2024-08-05", "2024-08-09", (*((),) * 5, None, None), "Summer closing"),),
)
PERSON = Calendar(1, "Person", parent=2, exceptions=(free("2024-03-14", "2024-03-15", "Holiday"),))


@pytest.fixture(scope="module")
def person() -> WorkingCalendar:
    return working_calendar(compile_calendars({1: PERSON, 2: BASE}), 1)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-03-12", None),
        ("2024-03-13", DayRule(Reason.EXCEPTION, "Founders' day")),
        ("2024-03-14", DayRule(Reason.EXCEPTION, "Holiday")),
        ("2024-03-15", DayRule(Reason.EXCEPTION, "Holiday")),
        ("2024-03-16", DayRule(Reason.WEEK, "")),
        ("2024-03-20", None),
        ("2024-02-26", DayRule(Reason.EXCEPTION, "Inventory")),
        ("2024-02-19", None),
        ("2024-08-06", DayRule(Reason.WORK_WEEK, "Summer closing")),
        ("2024-08-10", DayRule(Reason.WEEK, "")),
        ("1800-01-05", DayRule(Reason.WEEK, "")),
    ],
)
def test_why_a_day_is_free(person: WorkingCalendar, date: str, expected: DayRule | None) -> None:
    number = (at(f"{date} 00:00")) // 14_400
    assert person.why_not_working(number) == expected


def test_what_decides_about_a_worked_day(person: WorkingCalendar) -> None:
    assert person.rule_of(day("2024-03-20")) == DayRule(Reason.EXCEPTION, "Open house")
    assert person.rule_of(day("2024-03-19")) == DayRule(Reason.WEEK, "")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-03-12", ((4_800, 7_200), (7_800, 10_200))),
        ("2024-03-13", ()),
        ("2024-03-20", ((5_400, 7_200),)),
        ("2320-03-12", ((4_800, 7_200), (7_800, 10_200))),
        ("1824-03-12", ((4_800, 7_200), (7_800, 10_200))),
    ],
)
def test_shifts_of_a_day(person: WorkingCalendar, date: str, expected: tuple[tuple[int, int], ...]) -> None:
    assert person.shifts_on(day(date)) == expected


def test_a_day_with_the_rest_of_a_night_shift_is_worked() -> None:
    nights = working_calendar(compile_calendars({1: Calendar(1, days=week("22-6"))}), 1)
    assert nights.shifts_on(day("2024-03-16")) == ((0, 3_600),)
    assert nights.why_not_working(day("2024-03-16")) is None
    assert nights.why_not_working(day("2024-03-17")) == DayRule(Reason.WEEK, "")


def test_arithmetic_by_name(person: WorkingCalendar) -> None:
    assert person.name == "Person"
    assert when(person.add_work(at("2024-03-12 08:00"), 2 * 4_800)) == "Mon 2024-03-18 17:00"
    assert when(person.add_work(at("2024-03-18 17:00"), -2 * 4_800)) == "Tue 2024-03-12 08:00"
    assert person.work_between(at("2024-03-12 08:00"), at("2024-03-18 12:00")) == 4_800 + 2_400
    assert when(person.next_start(at("2024-03-12 17:00"))) == "Mon 2024-03-18 08:00"
    assert when(person.previous_finish(at("2024-03-18 08:00"))) == "Tue 2024-03-12 17:00"
    assert person.is_working(at("2024-03-12 08:00"))
    assert not person.is_working(at("2024-03-12 12:00"))


def test_the_answers_are_plain_integers(person: WorkingCalendar) -> None:
    t = at("2024-03-12 10:00")
    answers = (person.add_work(t, 1), person.work_between(t, t + 1), person.next_start(t), person.previous_finish(t))
    assert {type(answer) for answer in answers} == {int}


def test_elapsed_time_has_no_free_day() -> None:
    elapsed = elapsed_calendar(compile_calendars({}))
    assert elapsed.shifts_on(day("2024-12-25")) == ((0, 14_400),)
    assert elapsed.why_not_working(day("2024-12-25")) is None


def test_without_a_calendar_the_standard_week_holds() -> None:
    calendar = working_calendar(compile_calendars({}), None)
    assert calendar.why_not_working(day("2024-03-16")) == DayRule(Reason.WEEK, "")
    assert calendar.shifts_on(day("2024-03-15"))[0] == (shifts("8-12")[0].start, shifts("8-12")[0].finish)
