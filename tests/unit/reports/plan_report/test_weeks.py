"""What starts and finishes in the next six weeks, beside a plain loop over days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.schedule import schedule
from headway.core.time import to_datetime, to_instant
from headway.reports.plan_report import Source, report_facts
from headway.reports.plan_report.values import Happening, ReportFacts
from tests.drawn import build
from tests.unit.reports.example import example


def facts_of(text: str, today: str = "2027-03-01") -> ReportFacts:
    return report_facts(schedule(build(text)), Source("plan", to_instant(datetime.fromisoformat(today))))


def told(facts: ReportFacts) -> dict[str, list[tuple[str, Happening]]]:
    """By Monday: names and what happens."""
    return {
        to_datetime(week.monday).date().isoformat(): [(each.row.name, each.happening) for each in week.rows]
        for week in facts.weeks
    }


def test_the_weeks_of_the_example() -> None:
    facts = report_facts(schedule(example()), Source("plan", to_instant(datetime(2027, 3, 10))))
    assert told(facts) == {
        "2027-03-08": [
            ("Permit", Happening.FINISHES),
            ("Contract signed", Happening.DUE),
            ("Foundations", Happening.STARTS),
        ],
        "2027-03-15": [("Opening party", Happening.STARTS_AND_FINISHES)],
        "2027-03-22": [
            ("Foundations", Happening.FINISHES),
            ("Deck", Happening.STARTS),
            ("Railing", Happening.STARTS_AND_FINISHES),
        ],
        "2027-03-29": [("Deck", Happening.FINISHES), ("Bridge open", Happening.DUE)],
        "2027-04-05": [],
        "2027-04-12": [],
    }


def test_a_task_stands_in_the_week_it_starts_and_in_the_week_it_finishes() -> None:
    weeks = told(facts_of("project: start 2027-03-01\nA 8d\nB 2d"))
    assert weeks["2027-03-01"] == [("A", Happening.STARTS), ("B", Happening.STARTS_AND_FINISHES)]
    assert weeks["2027-03-08"] == [("A", Happening.FINISHES)]


@pytest.mark.parametrize(
    ("data_date", "first"),
    [("2027-03-03", "2027-03-01"), ("2027-03-05T17:00", "2027-03-08"), ("2027-03-07", "2027-03-08")],
)
def test_a_week_in_which_no_work_is_left_is_passed_over(data_date: str, first: str) -> None:
    assert next(iter(told(facts_of(f"project: start 2027-03-01; data date {data_date}\nA 40d")))) == first


def test_what_is_over_does_not_come() -> None:
    weeks = told(facts_of("project: start 2027-03-01\nA 1d\nB 1d; after A\nC 5d", today="2027-03-03"))
    assert weeks["2027-03-01"] == [("C", Happening.FINISHES)]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(0, 20))
def test_every_start_and_finish_of_the_window_is_told_once(lengths: list[int], offset: int) -> None:
    begin = date(2027, 3, 1) + timedelta(days=offset)
    lines = [f"T{number} {length}d" for number, length in enumerate(lengths)]
    lines.append("Last 90d")
    facts = facts_of("\n".join(["project: start 2027-03-01", *lines]), begin.isoformat())
    monday = to_datetime(facts.weeks[0].monday).date()
    window = range(max(begin, monday).toordinal(), monday.toordinal() + 42)
    starts = {f"T{number}" for number in range(len(lengths)) if date(2027, 3, 1).toordinal() in window}
    finishes = set()
    for number, length in enumerate(lengths):
        day, left = date(2027, 3, 1), length
        while left:
            left -= day.weekday() < 5
            last, day = day, day + timedelta(days=1)
        if last.toordinal() in window:
            finishes.add(f"T{number}")
    rows = [each for week in facts.weeks for each in week.rows if each.row.name != "Last"]
    begins = (Happening.STARTS, Happening.STARTS_AND_FINISHES)
    assert {each.row.name for each in rows if each.happening in begins} == starts
    assert sorted(each.row.name for each in rows if each.happening is not Happening.STARTS) == sorted(finishes)
