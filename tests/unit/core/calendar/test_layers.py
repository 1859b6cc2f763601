"""Which rule holds on a day: inheritance, work weeks, exceptions and their precedence."""

from __future__ import annotations

import pytest

from headway.core.calendar.compile import compile_calendars
from headway.core.calendar.layers import ROUND_THE_CLOCK, STANDARD_DAY, tidy
from headway.core.calendar.working import working_calendar
from headway.core.plan.entities import Calendar, CalendarException, Recurrence, Shift, WorkWeek
from tests.unit.core.calendar.words import day, free, shifts, week, work_week

LONG = shifts("7-12 13-18")
SHORT = shifts("9-12")
INHERIT = (None,) * 7


def hours(calendars: list[Calendar], date: str, wanted: int = 1) -> str:
    """Shifts of a day as ``8-12 13-17``."""
    compiled = compile_calendars({calendar.id: calendar for calendar in calendars})
    worked = working_calendar(compiled, wanted).shifts_on(day(date))
    return " ".join(f"{start / 600:g}-{finish / 600:g}" for start, finish in worked)


def codes(calendars: list[Calendar], wanted: list[int] | None = None) -> list[tuple[str, int]]:
    compiled = compile_calendars({calendar.id: calendar for calendar in calendars}, wanted)
    return [(warning.code, warning.calendar) for warning in compiled.warnings]


def test_a_calendar_that_says_nothing_works_the_standard_week() -> None:
    assert hours([Calendar(1)], "2024-03-15") == "8-12 13-17"
    assert hours([Calendar(1)], "2024-03-16") == ""


def test_days_come_from_the_nearest_ancestor_that_names_them() -> None:
    root = Calendar(3, days=week("6-14", saturday="6-10"))
    middle = Calendar(2, parent=3, days=(SHORT, *INHERIT[1:]))
    own = Calendar(1, parent=2, days=(None, (), *INHERIT[2:]))
    family = [root, middle, own]
    assert hours(family, "2024-03-11") == "9-12"
    assert hours(family, "2024-03-12") == ""
    assert hours(family, "2024-03-13") == "6-14"
    assert hours(family, "2024-03-16") == "6-10"
    assert hours(family, "2024-03-17") == ""


def test_exceptions_of_the_parent_hold_for_the_child_with_days_of_its_own() -> None:
    base = Calendar(2, exceptions=(free("2024-03-13"),))
    own = Calendar(1, parent=2, days=(LONG,) * 7)
    assert hours([base, own], "2024-03-13") == ""
    assert hours([base, own], "2024-03-14") == "7-12 13-18"


def test_an_exception_of_the_child_beats_the_parent_whatever_its_kind() -> None:
    base = Calendar(2, exceptions=(free("2024-03-13"),))
    rule = Recurrence("weekly", day("2024-03-06"), occurrences=5)
    own = Calendar(1, parent=2, exceptions=(CalendarException(0, 0, SHORT, "Course", rule),))
    assert hours([base, own], "2024-03-13") == "9-12"
    assert hours([base, own], "2024-03-13", wanted=2) == ""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-03-04", "8-12 13-17"),
        ("2024-03-11", "7-12 13-18"),
        ("2024-03-12", "8-12 13-17"),
        ("2024-03-13", ""),
        ("2024-03-16", "9-12"),
        ("2024-03-18", "8-12 13-17"),
    ],
)
def test_work_weeks(date: str, expected: str) -> None:
    """A work week changes the days it names, between its dates, and gives way to exceptions."""
    named = (LONG, None, LONG, None, None, SHORT, None)
    calendar = Calendar(1, work_weeks=(work_week("2024-03-11", "2024-03-17", named),), exceptions=(free("2024-03-13"),))
    assert hours([calendar], date) == expected


def test_work_weeks_of_the_parent_hold_below_those_of_the_child() -> None:
    base = Calendar(2, work_weeks=(work_week("2024-03-01", "2024-03-31", week("7-12 13-18")),))
    own = Calendar(1, parent=2, days=week("9-12"), work_weeks=(work_week("2024-03-11", "2024-03-15", week("10-11")),))
    assert hours([base, own], "2024-03-08") == "7-12 13-18"
    assert hours([base, own], "2024-03-12") == "10-11"
    assert hours([base, own], "2024-04-02") == "9-12"


def test_the_later_of_two_overlapping_work_weeks_holds() -> None:
    late = work_week("2024-03-11", "2024-03-15", week("9-12"))
    early = work_week("2024-03-01", "2024-03-31", week("7-12 13-18"))
    for order in ((late, early), (early, late)):
        assert hours([Calendar(1, work_weeks=order)], "2024-03-12") == "9-12"
        assert hours([Calendar(1, work_weeks=order)], "2024-03-20") == "7-12 13-18"


def test_a_work_week_with_days_missing_keeps_them() -> None:
    calendar = Calendar(1, work_weeks=(WorkWeek(day("2024-03-11"), day("2024-03-17"), (LONG,)),))
    assert hours([calendar], "2024-03-11") == "7-12 13-18"
    assert hours([calendar], "2024-03-12") == "8-12 13-17"


KINDS = {
    "weekly": Recurrence("weekly", day("2024-03-06"), occurrences=3),
    "monthly": Recurrence("monthly", day("2024-03-13"), occurrences=3, day=13),
    "yearly": Recurrence("yearly", day("2024-03-13"), occurrences=3, month=3, day=13),
    "daily": Recurrence("daily", day("2024-03-11"), occurrences=9),
    "single": None,
}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("number", range(1, 5))
def test_kinds_of_exceptions_rank_as_in_ms_project(number: int, order: int) -> None:
    """Weekly below monthly below yearly below daily below single days and ranges, wherever they stand in the list."""
    kinds = list(KINDS)[: number + 1]
    entries = [
        CalendarException(day("2024-03-13"), day("2024-03-13"), (Shift(600 * n, 600 * n + 60),), kind, KINDS[kind])
        for n, kind in enumerate(kinds)
    ]
    assert hours([Calendar(1, exceptions=tuple(entries[::order]))], "2024-03-13") == f"{number}-{number + 0.1}"


def test_a_rule_of_one_day_ranks_as_a_single_day() -> None:
    once = CalendarException(0, 0, SHORT, "Once", Recurrence("weekly", day("2024-03-13"), occurrences=1))
    daily = CalendarException(0, 0, (), "Always", KINDS["daily"])
    assert hours([Calendar(1, exceptions=(once, daily))], "2024-03-13") == "9-12"


def test_of_two_ranges_the_later_one_holds() -> None:
    whole = free("2024-03-01", "2024-03-31")
    part = free("2024-03-13", work="9-12")
    for order in ((whole, part), (part, whole)):
        assert hours([Calendar(1, exceptions=order)], "2024-03-13") == "9-12"
        assert hours([Calendar(1, exceptions=order)], "2024-03-14") == ""


def test_a_night_shift_goes_on_into_a_free_day() -> None:
    nights = Calendar(1, days=(*(shifts("22-6"),) * 5, (), ()), exceptions=(free("2024-03-13"),))
    assert hours([nights], "2024-03-12") == "0-6 22-24"
    assert hours([nights], "2024-03-13") == "0-6"
    assert hours([nights], "2024-03-14") == "22-24"
    assert hours([nights], "2024-03-16") == "0-6"


@pytest.mark.parametrize(
    ("text", "expected", "odd"),
    [
        ("8-12 13-17", STANDARD_DAY, False),
        ("13-17 8-12", STANDARD_DAY, False),
        ("0-24", ROUND_THE_CLOCK, False),
        ("0-8 16-24 8-16", ROUND_THE_CLOCK, False),
        ("8-12 10-14", ((4_800, 8_400),), True),
        ("8-12 9-10", ((4_800, 7_200),), True),
        ("22-6", ((13_200, 18_000),), False),
        ("22-30", ((13_200, 18_000),), False),
        ("8-8", (), True),
        ("8-40", (), True),
        ("25-26", (), True),
        ("8-8 13-17", ((7_800, 10_200),), True),
        ("", (), False),
    ],
)
def test_shifts_are_put_in_order(text: str, expected: tuple[tuple[int, int], ...], odd: bool) -> None:
    assert tidy(shifts(text)) == (expected, odd)


def test_a_shift_before_midnight_of_its_day_is_left_out() -> None:
    assert tidy((Shift(-600, 600), Shift(600, 1_200))) == (((600, 1_200),), True)


def test_odd_shifts_are_reported_once_a_calendar() -> None:
    odd = Calendar(1, name="Odd", days=(shifts("8-12 10-14"),) * 7, exceptions=(free("2024-03-13", work="8-8"),))
    assert codes([odd]) == [("calendar_shifts_odd", 1)]


def test_a_parent_that_is_not_there_is_reported() -> None:
    assert codes([Calendar(1, parent=7)]) == [("calendar_parent_missing", 1)]
    assert hours([Calendar(1, parent=7)], "2024-03-15") == "8-12 13-17"


def test_parents_in_a_circle_are_reported_and_the_calendar_still_works() -> None:
    family = [Calendar(1, parent=2, days=(LONG, *INHERIT[1:])), Calendar(2, parent=1, exceptions=(free("2024-03-12"),))]
    assert codes(family) == [("calendar_parent_cycle", 1), ("calendar_parent_cycle", 2)]
    assert hours(family, "2024-03-11") == "7-12 13-18"
    assert hours(family, "2024-03-12") == ""
    assert codes([Calendar(1, parent=1)]) == [("calendar_parent_cycle", 1)]


def test_a_rule_without_days_and_a_range_turned_round_change_nothing() -> None:
    never = Recurrence("weekly", day("2024-03-13"), finish=day("2024-03-01"))
    calendar = Calendar(1, exceptions=(CalendarException(0, 0, (), "Never", never), free("2024-03-13", "2024-03-01")))
    assert hours([calendar], "2024-03-13") == "8-12 13-17"
