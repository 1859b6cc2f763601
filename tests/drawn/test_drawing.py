"""Plans as drawings, and what a text expects of a schedule."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest

from headway.core.time import to_instant
from tests.drawn import DrawnError, assert_schedule, parse, plan_of

DRAWN = """
    days | MTWTFSSMTWTFSS | starts 2027-03-01
    A    | XX             |
    B    |   XXX..X       | after A
    M    |        >       | after B
"""


class FakeSchedule:
    """Answers with dates given as text: start, finish and further fields by name."""

    def __init__(self, **tasks: tuple[str | None, str | None] | dict[str, object]) -> None:
        self._by_number = dict(enumerate(tasks.values(), start=1))

    def dates(self, task_id: int, /) -> SimpleNamespace:
        given = self._by_number[task_id]
        if isinstance(given, dict):
            return SimpleNamespace(**given)
        start, finish = (None if end is None else at(end) for end in given)
        return SimpleNamespace(start=start, finish=finish)


def at(text: str) -> int:
    return to_instant(datetime.fromisoformat(text))


def test_days_drawn_as_worked_are_the_duration() -> None:
    plan = plan_of(DRAWN)
    assert [task.duration for task in plan.tasks.values()] == [9_600, 19_200, 0]
    assert plan.tasks[3].milestone
    assert plan.project.start == at("2027-03-01T08:00")
    assert [(link.predecessor, link.successor) for link in plan.links.values()] == [(1, 2), (2, 3)]


def test_a_schedule_as_drawn_passes() -> None:
    schedule = FakeSchedule(
        A=("2027-03-01T08:00", "2027-03-02T17:00"),
        B=("2027-03-03T08:00", "2027-03-08T17:00"),
        M=("2027-03-08T17:00", "2027-03-08T17:00"),
    )
    assert_schedule(schedule, DRAWN)


def test_all_differences_are_told() -> None:
    schedule = FakeSchedule(
        A=("2027-03-01T08:00", "2027-03-02T16:00"),
        B=("2027-03-03T08:00", None),
        M=("2027-03-09T08:00", "2027-03-09T08:00"),
    )
    with pytest.raises(AssertionError) as caught:
        assert_schedule(schedule, DRAWN)
    assert str(caught.value).splitlines()[1:4] == [
        "A: finish is Tue 2027-03-02 16:00, expected Tue 2027-03-02 17:00",
        "B: finish is none, expected Mon 2027-03-08 17:00",
        "M: finish is Tue 2027-03-09 08:00, expected Mon 2027-03-08 17:00",
    ]


@pytest.mark.parametrize(
    ("mark", "start", "finish", "holds"),
    [
        ("<", "2027-03-03T08:00", "2027-03-02T17:00", True),
        ("<", "2027-03-02T17:00", "2027-03-02T17:00", False),
        (">", "2027-03-04T08:00", "2027-03-03T17:00", True),
        (">", "2027-03-03T08:00", "2027-03-03T08:00", False),
        ("M", "2027-03-03T11:00", "2027-03-03T11:00", True),
        ("M", "2027-03-04T11:00", "2027-03-04T11:00", False),
    ],
)
def test_milestones(mark: str, start: str, finish: str, holds: bool) -> None:
    case = parse(f"days | MTWTF | starts 2027-03-01\nA    |   {mark}   |")
    assert (case.differences(FakeSchedule(A=(start, finish))) == []) is holds


def test_a_week_may_open_before_the_project_starts() -> None:
    case = parse("days | MTWTFSS | starts 2027-03-03\nA    |   XX    |")
    assert case.differences(FakeSchedule(A=("2027-03-03T08:00", "2027-03-04T17:00"))) == []


def test_a_typed_duration_compares_days_only() -> None:
    text = "days | MTWTF | starts 2027-03-01\nA    | XX    | 12h"
    assert_schedule(FakeSchedule(A=("2027-03-01T08:00", "2027-03-02T12:00")), text)
    assert plan_of(text).tasks[1].duration == 7_200


def test_a_summary_is_drawn_from_its_first_to_its_last_day() -> None:
    case = parse("""
        days | MTWTF | starts 2027-03-01
        P    | XXX   |
          A  | XX    |
          B  |  XX   |
    """)
    assert [task.duration for task in case.plan.tasks.values()] == [0, 9_600, 9_600]
    assert [task.parent for task in case.plan.tasks.values()] == [0, 1, 1]


def test_statements_after_the_arrow() -> None:
    case = parse("""
        A 2d => 2027-03-01..2027-03-02; early 2027-03-01..2027-03-02; late start 2027-03-02T08:00
        B 2d => float 1.5d; free -1d; not critical; start float 2d
    """)
    a: dict[str, object] = {"start": at("2027-03-01T09:00"), "finish": at("2027-03-03T00:00")}
    a |= {"early_start": a["start"], "early_finish": a["finish"], "late_start": at("2027-03-02T08:00")}
    b: dict[str, object] = {"total_float": 7_200, "free_float": -4_800, "critical": False, "start_float": 9_600}
    assert case.differences(FakeSchedule(A=dict(a), B=dict(b))) == []
    b = {"total_float": 4_800, "free_float": None, "critical": True, "start_float": 9_600}
    assert case.differences(FakeSchedule(A=dict(a), B=dict(b))) == [
        "B: total_float is 1d, expected 1.5d",
        "B: free_float is none, expected -1d",
        "B: critical is True, expected False",
    ]


def test_a_text_without_expectations_is_no_assertion() -> None:
    with pytest.raises(AssertionError, match="states no dates"):
        assert_schedule(FakeSchedule(A=(None, None)), "A 2d")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("days | MTWTF |\nA | XX |", "starts DATE"),
        ("days | TTTTT | starts 2027-03-01\nA    | XX |", "do not fit a project that starts on a Monday"),
        ("days | MTWTF | starts 2027-03-01\nA    | X-X |", "made of X"),
        ("days | MTWTF | starts 2027-03-01\nA    | X | 1d | 2d", "NAME | drawing | clauses"),
        ("A 1d => soon", "do not know 'soon'"),
    ],
)
def test_mistakes_are_named(text: str, words: str) -> None:
    with pytest.raises(DrawnError, match=words.replace("|", r"\|")):
        parse(text)
