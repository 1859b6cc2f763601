"""Instants, spans and days."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from headway.core.time import (
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


def test_the_units_fit_into_each_other() -> None:
    assert TENTHS_PER_HOUR == 60 * TENTHS_PER_MINUTE
    assert TENTHS_PER_DAY == 24 * TENTHS_PER_HOUR
    assert TENTHS_PER_WEEK == 7 * TENTHS_PER_DAY


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1970, 1, 1),
        datetime(2027, 3, 1, 8, 0),
        datetime(2027, 3, 1, 8, 0, 6),
        datetime(1969, 12, 31, 23, 59, 54),
        datetime(1900, 1, 1),
        datetime(2299, 12, 31, 23, 59),
    ],
)
def test_a_moment_comes_back_from_its_instant(moment: datetime) -> None:
    assert to_datetime(to_instant(moment)) == moment


@pytest.mark.parametrize(
    ("seconds", "micros", "tenths"),
    [(2, 999_999, 0), (3, 0, 1), (8, 999_999, 1), (9, 0, 2), (59, 999_999, 10)],
)
def test_a_moment_between_two_tenths_goes_to_the_nearest_and_halves_go_up(
    seconds: int, micros: int, tenths: int
) -> None:
    assert to_instant(datetime(1970, 1, 1, 0, 0, seconds, micros)) == tenths


def test_halves_go_up_before_the_epoch_too() -> None:
    assert to_instant(datetime(1969, 12, 31, 23, 59, 57)) == 0
    assert to_instant(datetime(1969, 12, 31, 23, 59, 56)) == -1


def test_a_day_comes_back_from_its_number() -> None:
    for day in (date(1900, 1, 1), date(1970, 1, 1), date(2028, 2, 29)):
        assert from_day(to_day(day)) == day


def test_the_weekday_of_a_number_is_that_of_its_date() -> None:
    for number in (-25_567, -1, 0, 1, 4, 20_878):
        assert weekday(number) == from_day(number).weekday()


def test_an_instant_divided_by_the_day_is_its_day_number() -> None:
    moment = datetime(2027, 3, 1, 17, 0)
    assert to_instant(moment) // TENTHS_PER_DAY == to_day(moment.date())
