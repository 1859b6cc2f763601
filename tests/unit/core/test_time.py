"""Instants: integers of tenths of a minute, and back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.time import (
    NEVER,
    TENTHS_PER_DAY,
    TENTHS_PER_HOUR,
    TENTHS_PER_MINUTE,
    TENTHS_PER_WEEK,
    from_day,
    to_datetime,
    to_day,
    to_instant,
    weekday,
)

INSTANTS = st.integers(min_value=to_instant(datetime(1900, 1, 1)), max_value=to_instant(datetime(2200, 1, 1)))
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1))
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


def test_units_build_on_each_other() -> None:
    assert TENTHS_PER_HOUR == 60 * TENTHS_PER_MINUTE
    assert TENTHS_PER_DAY == 24 * TENTHS_PER_HOUR
    assert TENTHS_PER_WEEK == 7 * TENTHS_PER_DAY


def test_the_first_instant_is_midnight_of_1970() -> None:
    assert to_instant(datetime(1970, 1, 1)) == 0
    assert to_datetime(0) == datetime(1970, 1, 1)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(1970, 1, 1, 0, 0, 2, 999_999), 0),
        (datetime(1970, 1, 1, 0, 0, 3), 1),
        (datetime(1970, 1, 1, 0, 0, 6), 1),
        (datetime(1970, 1, 1, 0, 0, 8, 999_999), 1),
        (datetime(1970, 1, 1, 0, 0, 9), 2),
        (datetime(1969, 12, 31, 23, 59, 57), 0),
        (datetime(1969, 12, 31, 23, 59, 54), -1),
        (datetime(1969, 12, 31), -TENTHS_PER_DAY),
        (datetime(2024, 2, 29, 17, 0), 284_871_000),
    ],
)
def test_a_moment_is_rounded_to_the_nearest_tenth_and_halves_go_up(moment: datetime, expected: int) -> None:
    assert to_instant(moment) == expected


@given(INSTANTS)
def test_an_instant_survives_the_way_to_a_date_and_back(instant: int) -> None:
    assert to_instant(to_datetime(instant)) == instant


@given(MOMENTS)
def test_a_moment_moves_by_at_most_half_a_tenth(moment: datetime) -> None:
    assert abs(to_datetime(to_instant(moment)) - moment) <= timedelta(seconds=3)


@given(MOMENTS, MOMENTS)
def test_order_is_kept(one: datetime, other: datetime) -> None:
    if one <= other:
        assert to_instant(one) <= to_instant(other)
    else:
        assert to_instant(one) >= to_instant(other)


@given(DAYS)
def test_a_day_survives_the_way_to_a_number_and_back(day: date) -> None:
    assert from_day(to_day(day)) == day


@given(DAYS)
def test_weekdays_are_those_of_the_calendar(day: date) -> None:
    assert weekday(to_day(day)) == day.weekday()


@given(DAYS)
def test_a_day_starts_at_its_midnight(day: date) -> None:
    assert to_instant(datetime(day.year, day.month, day.day)) == to_day(day) * TENTHS_PER_DAY


@given(INSTANTS)
def test_never_is_before_every_instant_and_cannot_be_reached_by_adding(instant: int) -> None:
    assert instant - 200 * 366 * TENTHS_PER_DAY > NEVER
