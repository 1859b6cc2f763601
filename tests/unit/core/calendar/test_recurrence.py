"""Days of recurring exceptions, worked out by hand from wall calendars."""

from __future__ import annotations

import pytest

from headway.core.calendar.recurrence import LAST_YEAR, MOST_OCCURRENCES, occurrences
from headway.core.plan.entities import Recurrence
from headway.core.time import from_day
from tests.unit.core.calendar.words import day

MON, TUE, THU, SUN = 0, 1, 3, 6


def dates(rule: Recurrence, last: int | None = None) -> list[str]:
    return [from_day(int(number)).isoformat() for number in occurrences(rule, last)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Recurrence("daily", day("2024-02-27"), occurrences=3), ["2024-02-27", "2024-02-28", "2024-02-29"]),
        (
            Recurrence("daily", day("2024-02-27"), every=2, finish=day("2024-03-02")),
            ["2024-02-27", "2024-02-29", "2024-03-02"],
        ),
        (
            Recurrence("weekly", day("2024-03-13"), occurrences=3, weekdays=(TUE, THU)),
            ["2024-03-14", "2024-03-19", "2024-03-21"],
        ),
        (Recurrence("weekly", day("2024-03-13"), occurrences=2), ["2024-03-13", "2024-03-20"]),
        (
            # Weeks begin on Sunday: the Sunday after Thursday the 14th is in the next week, which is skipped.
            Recurrence("weekly", day("2024-03-14"), every=2, occurrences=3, weekdays=(SUN, THU)),
            ["2024-03-14", "2024-03-24", "2024-03-28"],
        ),
        (
            Recurrence("monthly", day("2024-01-31"), occurrences=4, day=31),
            ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"],
        ),
        (Recurrence("monthly", day("2024-01-20"), occurrences=2, day=15), ["2024-02-15", "2024-03-15"]),
        (Recurrence("monthly", day("2024-01-20"), every=3, occurrences=2, day=15), ["2024-02-15", "2024-05-15"]),
        (Recurrence("monthly", day("2024-01-20"), occurrences=2), ["2024-01-20", "2024-02-20"]),
        (
            Recurrence("monthly", day("2024-01-01"), occurrences=3, week=5, weekdays=(MON,)),
            ["2024-01-29", "2024-02-26", "2024-03-25"],
        ),
        (
            # The second Tuesday of January has passed; the rule stays with every second month from January.
            Recurrence("monthly", day("2024-01-20"), every=2, occurrences=2, week=2, weekdays=(TUE,)),
            ["2024-03-12", "2024-05-14"],
        ),
        (
            Recurrence("yearly", day("2023-03-01"), occurrences=3, month=2, day=29),
            ["2024-02-29", "2025-02-28", "2026-02-28"],
        ),
        (Recurrence("yearly", day("2024-12-25"), occurrences=2, month=12, day=25), ["2024-12-25", "2025-12-25"]),
        (
            Recurrence("yearly", day("2024-12-25"), every=4, finish=day("2033-01-01")),
            ["2024-12-25", "2028-12-25", "2032-12-25"],
        ),
        (
            # Early May bank holiday.
            Recurrence("yearly", day("2024-06-01"), occurrences=2, month=5, week=1, weekdays=(MON,)),
            ["2025-05-05", "2026-05-04"],
        ),
        (Recurrence("whenever", day("2024-06-01"), occurrences=9), ["2024-06-01"]),
    ],
)  # fmt: skip
def test_days_of_a_rule(rule: Recurrence, expected: list[str]) -> None:
    assert dates(rule) == expected


def test_the_finish_counts_before_the_number_of_occurrences() -> None:
    rule = Recurrence("daily", day("2024-01-01"), finish=day("2024-01-02"), occurrences=10)
    assert dates(rule) == ["2024-01-01", "2024-01-02"]


def test_an_open_rule_ends_with_its_exception() -> None:
    rule = Recurrence("weekly", day("2024-01-01"))
    assert dates(rule, day("2024-01-16")) == ["2024-01-01", "2024-01-08", "2024-01-15"]


@pytest.mark.parametrize("kind", ["daily", "weekly", "monthly", "yearly"])
def test_a_rule_without_any_end_is_cut(kind: str) -> None:
    days = occurrences(Recurrence(kind, day("2024-01-01")))
    assert 1 < len(days) <= MOST_OCCURRENCES
    assert from_day(int(days[-1])).year <= LAST_YEAR


def test_a_rule_that_ends_before_it_starts_yields_nothing() -> None:
    assert dates(Recurrence("weekly", day("2024-01-10"), finish=day("2024-01-01"))) == []


def test_an_interval_of_nothing_counts_as_one() -> None:
    assert len(dates(Recurrence("daily", day("2024-01-01"), every=0, occurrences=5))) == 5
