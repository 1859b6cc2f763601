"""Hand-worked cases of working-time arithmetic."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from headway.core.calendar import kernels
from headway.core.calendar.compile import ELAPSED, STANDARD, CompiledCalendars, compile_calendars
from headway.core.plan.entities import Calendar, Shift
from tests.unit.core.calendar.words import at, free, shifts, week, when

HOUR = 600
DAY = 8 * HOUR
NIGHTS = Calendar(1, "Nights", days=(*(shifts("22-6"),) * 5, (), ()))
SPRING = Calendar(
    2,
    "Spring",
    days=week("8-12 13-17"),
    exceptions=(free("2024-03-29"), free("2024-04-01"), free("2024-05-01", work="9-12")),
)
AROUND_THE_CLOCK = Calendar(3, "Plant", days=(shifts("0-24"),) * 7, exceptions=(free("2024-12-25", "2024-12-26"),))


@pytest.fixture(scope="module")
def compiled() -> CompiledCalendars:
    return compile_calendars({c.id: c for c in (NIGHTS, SPRING, AROUND_THE_CLOCK)})


@pytest.mark.parametrize(
    ("start", "span", "expected"),
    [
        ("2024-03-15 08:00", DAY, "Fri 2024-03-15 17:00"),
        ("2024-03-15 08:00", 4 * HOUR, "Fri 2024-03-15 12:00"),
        ("2024-03-15 08:00", 4 * HOUR + 10, "Fri 2024-03-15 13:01"),
        ("2024-03-15 13:00", DAY, "Mon 2024-03-18 12:00"),
        ("2024-03-15 17:00", DAY, "Mon 2024-03-18 17:00"),
        ("2024-03-16 10:00", 1, "Mon 2024-03-18 08:00"),
        ("2024-03-15 08:00", 10 * DAY, "Thu 2024-03-28 17:00"),
        ("2024-03-15 17:00", 0, "Fri 2024-03-15 17:00"),
        ("2024-03-16 10:00", 0, "Sat 2024-03-16 10:00"),
        ("2024-03-15 17:00", -DAY, "Fri 2024-03-15 08:00"),
        ("2024-03-18 08:00", -DAY, "Fri 2024-03-15 08:00"),
        ("2024-03-18 12:00", -DAY, "Fri 2024-03-15 13:00"),
        ("2024-03-18 13:00", -4 * HOUR, "Mon 2024-03-18 08:00"),
        ("2024-03-17 23:59", -5 * DAY, "Mon 2024-03-11 08:00"),
    ],
)
def test_work_added_in_the_standard_week(compiled: CompiledCalendars, start: str, span: int, expected: str) -> None:
    assert when(kernels.add_work(compiled.working_time, STANDARD, at(start), span)) == expected


@pytest.mark.parametrize(
    ("start", "span", "expected"),
    [
        ("2024-03-28 08:00", 2 * DAY, "Tue 2024-04-02 17:00"),
        ("2024-03-28 17:00", 1 * DAY, "Tue 2024-04-02 17:00"),
        ("2024-04-02 17:00", -2 * DAY, "Thu 2024-03-28 08:00"),
        ("2024-04-30 08:00", DAY + 3 * HOUR, "Wed 2024-05-01 12:00"),
        ("2024-04-30 08:00", 2 * DAY, "Thu 2024-05-02 14:00"),
        ("2024-05-01 08:00", HOUR, "Wed 2024-05-01 10:00"),
    ],
)
def test_work_added_over_holidays(compiled: CompiledCalendars, start: str, span: int, expected: str) -> None:
    assert when(kernels.add_work(compiled.working_time, compiled.at(2), at(start), span)) == expected


@pytest.mark.parametrize(
    ("start", "span", "expected"),
    [
        ("2024-03-15 20:00", 2 * HOUR, "Sat 2024-03-16 00:00"),
        ("2024-03-15 22:00", 8 * HOUR, "Sat 2024-03-16 06:00"),
        ("2024-03-15 22:00", 9 * HOUR, "Mon 2024-03-18 23:00"),
        ("2024-03-18 22:00", -8 * HOUR, "Fri 2024-03-15 22:00"),
        ("2024-03-19 01:00", 0, "Tue 2024-03-19 01:00"),
    ],
)
def test_work_added_at_night(compiled: CompiledCalendars, start: str, span: int, expected: str) -> None:
    assert when(kernels.add_work(compiled.working_time, compiled.at(1), at(start), span)) == expected


@pytest.mark.parametrize(
    ("instant", "next_start", "previous_finish"),
    [
        ("2024-03-15 08:00", "Fri 2024-03-15 08:00", "Thu 2024-03-14 17:00"),
        ("2024-03-15 12:00", "Fri 2024-03-15 13:00", "Fri 2024-03-15 12:00"),
        ("2024-03-15 12:30", "Fri 2024-03-15 13:00", "Fri 2024-03-15 12:00"),
        ("2024-03-15 13:00", "Fri 2024-03-15 13:00", "Fri 2024-03-15 12:00"),
        ("2024-03-15 15:00", "Fri 2024-03-15 15:00", "Fri 2024-03-15 15:00"),
        ("2024-03-15 17:00", "Mon 2024-03-18 08:00", "Fri 2024-03-15 17:00"),
        ("2024-03-30 00:00", "Tue 2024-04-02 08:00", "Thu 2024-03-28 17:00"),
        ("1850-06-01 00:00", "Mon 1850-06-03 08:00", "Fri 1850-05-31 17:00"),
        ("2650-06-02 00:00", "Mon 2650-06-03 08:00", "Fri 2650-05-31 17:00"),
    ],
)
def test_faces_in_a_calendar_with_holidays(
    compiled: CompiledCalendars, instant: str, next_start: str, previous_finish: str
) -> None:
    wt, c, t = compiled.working_time, compiled.at(2), at(instant)
    assert when(kernels.next_start(wt, c, t)) == next_start
    assert when(kernels.previous_finish(wt, c, t)) == previous_finish


def test_both_faces_of_the_same_work(compiled: CompiledCalendars) -> None:
    wt = compiled.working_time
    w = kernels.work_at(wt, STANDARD, at("2024-03-15 17:00"))
    assert w == kernels.work_at(wt, STANDARD, at("2024-03-18 08:00"))
    assert when(kernels.finish_at(wt, STANDARD, w)) == "Fri 2024-03-15 17:00"
    assert when(kernels.start_at(wt, STANDARD, w)) == "Mon 2024-03-18 08:00"


def test_midnight_inside_round_the_clock_work_has_one_face(compiled: CompiledCalendars) -> None:
    wt, plant, midnight = compiled.working_time, compiled.at(3), at("2024-03-16 00:00")
    for c in (ELAPSED, plant):
        assert kernels.next_start(wt, c, midnight) == midnight == kernels.previous_finish(wt, c, midnight)
    assert when(kernels.add_work(wt, plant, at("2024-12-24 12:00"), 24 * HOUR)) == "Fri 2024-12-27 12:00"
    assert when(kernels.previous_finish(wt, plant, at("2024-12-27 00:00"))) == "Wed 2024-12-25 00:00"


@pytest.mark.parametrize(
    "instant", ["0001-01-02 00:00", "1969-12-31 23:59", "1970-01-01 00:00", "2024-02-29 12:34", "9990-01-01 00:00"]
)
def test_elapsed_time_is_plain_addition(compiled: CompiledCalendars, instant: str) -> None:
    wt, t = compiled.working_time, at(instant)
    for span in (-1_000_001, -1, 0, 1, 14_400, 123_456_789):
        assert kernels.add_work(wt, ELAPSED, t, span) == t + span
        assert kernels.work_between(wt, ELAPSED, t, t + span) == span


def test_a_chain_of_centuries_keeps_its_days(compiled: CompiledCalendars) -> None:
    """A hundred thousand tasks of a day are 383 years: 261 days a year and no drift."""
    wt = compiled.working_time
    start = at("2024-01-01 08:00")
    finish = kernels.add_work(wt, STANDARD, start, 100_000 * DAY)
    assert when(finish) == "Fri 2407-04-20 17:00"
    t = start
    for _ in range(1_000):
        t = kernels.add_work(wt, STANDARD, t, 100 * DAY)
    assert t == finish


def test_many_short_shifts_are_found_by_halving() -> None:
    """A day of 240 shifts beside years of round-the-clock work: one bucket holds all of them."""
    combs = tuple(Shift(n * 60, n * 60 + 30) for n in range(240))
    calendar = Calendar(1, days=(shifts("0-24"),) * 7, exceptions=(free("2020-01-01"), free("2040-01-01")))
    odd = free("2024-03-15")
    calendar = Calendar(1, days=calendar.days, exceptions=(*calendar.exceptions, type(odd)(odd.first, odd.last, combs)))
    compiled = compile_calendars({1: calendar})
    wt, c, midnight = compiled.working_time, compiled.at(1), at("2024-03-15 00:00")
    origin = kernels.work_at(wt, c, midnight)
    for n in range(240):
        assert kernels.work_at(wt, c, midnight + n * 60 + 45) == origin + (n + 1) * 30
        assert kernels.start_at(wt, c, origin + n * 30) == midnight + n * 60
        assert kernels.finish_at(wt, c, origin + n * 30 + 30) == midnight + n * 60 + 30


def test_work_between_is_signed(compiled: CompiledCalendars) -> None:
    wt, a, b = compiled.working_time, at("2024-03-15 16:00"), at("2024-03-18 09:00")
    assert kernels.work_between(wt, STANDARD, a, b) == 2 * HOUR
    assert kernels.work_between(wt, STANDARD, b, a) == -2 * HOUR
    assert kernels.work_between(wt, STANDARD, a, a) == 0


PLAIN = """
from headway.core.calendar import kernels
from headway.core.calendar.compile import compile_calendars
from tests.unit.core.calendar.test_kernels import SPRING
compiled = compile_calendars({2: SPRING})
wt, c = compiled.working_time, compiled.at(2)
for t in range(-9_000_000, 500_000_000, 7_777_777):
    one = (kernels.work_at, kernels.start_at, kernels.finish_at, kernels.next_start, kernels.previous_finish)
    print(*(int(f(wt, c, t)) for f in one), *(int(kernels.add_work(wt, c, t, span)) for span in (4_321, -4_321)))
"""


def test_compiled_and_plain_python_agree() -> None:
    answers = [
        subprocess.run(
            [sys.executable, "-c", PLAIN],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "NUMBA_DISABLE_JIT": switch, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        ).stdout
        for switch in ("0", "1")
    ]
    assert answers[0].count("\n") == 66
    assert answers[0] == answers[1]
