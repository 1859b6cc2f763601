"""Work of assignments: when it decides, by which calendar, in what shape."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from headway.core.schedule import compile_plan
from headway.core.time import TENTHS_PER_DAY
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import compiled_from, plan_from, solved_from

PEOPLE = """
calendar Wed: Wed off
calendar Mornings: Mon-Fri 08:00-12:00
resource Ann: calendar Wed
resource Bob: calendar Mornings
resource Cem:
resource Paint: material
"""


def pieces(line: str, options: str = "") -> list[tuple[int, ...]]:
    """Span, remaining and delay of each piece."""
    rows = compiled_from(PEOPLE + line, options).network.pieces
    return [(int(row["span"]), int(row["remaining"]), int(row["delay"])) for row in rows]


@pytest.mark.parametrize(
    "line",
    [
        "A 2d",
        "A 2d resource Cem",
        "A 2d resource Paint work=80h",
        "A 2d resource Ann; type fixed_duration",
        "A 2d resource Ann work=0h",
        "A 2ed resource Ann",
    ],
)
def test_the_duration_decides(line: str) -> None:
    assert pieces(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A 2d resource Ann", [(9_600, 9_600, 0)]),
        ("A 2d resource Cem work=24h", [(14_400, 14_400, 0)]),
        ("A 2d resource Cem 50% work=8h", []),
        ("A 2d resource Cem 50% work=16h", [(19_200, 19_200, 0)]),
        ("A 2d resource Cem 200% work=32h", []),
        ("A 2d resource Ann actual=4h", [(9_600, 7_200, 0)]),
        ("A 1d resource Cem delay=1d", [(4_800, 4_800, 4_800)]),
        ("A 1d resource Ann; resource Bob 50%", [(4_800, 4_800, 0), (4_800, 4_800, 0)]),
    ],
)
def test_the_work_decides(line: str, expected: list[tuple[int, ...]]) -> None:
    assert pieces(line) == expected


def test_p6_only_for_resource_dependent_activities() -> None:
    assert pieces("A 2d resource Ann", "rules p6") == []
    assert pieces("A 2d resource dependent; resource Ann", "rules p6") == [(9_600, 9_600, 0)]


def assigned(line: str, **changes: Any) -> list[tuple[int, ...]]:
    """Pieces after fields of the first assignment were replaced."""
    plan = plan_from(PEOPLE + line)
    first = replace(plan.assignments[1], **changes)
    rows = compile_plan(replace(plan, assignments={**plan.assignments, 1: first})).network.pieces
    return [(int(row["span"]), int(row["remaining"]), int(row["delay"])) for row in rows]


def test_overtime_takes_no_time() -> None:
    assert assigned("A 2d resource Ann", overtime_work=4_800, remaining_overtime_work=4_800) == [(4_800, 4_800, 0)]


def test_an_assignment_of_nobody_does_not_decide() -> None:
    assert assigned("A 2d resource Ann", resource=None) == []
    assert assigned("A 2d resource Ann", units=0) == []
    assert assigned("A 2d resource Ann", resource=99) == []


def test_contoured_work_keeps_the_shape_of_the_file() -> None:
    changes = {
        "contour": "bell",
        "start": instant("2027-03-01", 4_800),
        "finish": instant("2027-03-05", 10_200),
    }
    assert assigned("A 2d resource Cem", **changes) == [(5 * 4_800, 5 * 4_800, 0)]
    resumed = {**changes, "resume": instant("2027-03-04", 4_800)}
    assert assigned("A 2d resource Cem", **resumed) == [(5 * 4_800, 2 * 4_800, 0)]


def test_contoured_work_without_dates_is_spread_evenly() -> None:
    assert assigned("A 2d resource Ann", contour="bell") == [(9_600, 9_600, 0)]
    assert assigned("A 2d resource Ann", contour="flat") == [(9_600, 9_600, 0)]


def test_shaped_work_begins_as_far_behind_the_first_as_it_did() -> None:
    plan = plan_from(PEOPLE + "A 2d resource Cem; resource Ann delay=1d")
    monday = instant("2027-03-01", 4_800)
    first = replace(plan.assignments[1], start=monday, finish=monday + TENTHS_PER_DAY + 5_400)
    second = replace(plan.assignments[2], start=monday + TENTHS_PER_DAY, finish=instant("2027-03-05", 10_200))
    rows = compile_plan(replace(plan, assignments={1: first, 2: second})).network.pieces
    found = [(int(row["span"]), int(row["delay"])) for row in rows]
    assert found == [(9_600, 0), (3 * 4_800, 4_800)], "Ann is off on Wednesday"


def test_a_levelled_assignment_waits() -> None:
    assert assigned("A 1d resource Cem", levelling_delay=2_400) == [(4_800, 4_800, 2_400)]


def test_a_task_calendar_and_a_resource_calendar_are_both_kept() -> None:
    found = solved_from(PEOPLE + "A 1d calendar Wed; SNET 2027-03-03; resource Bob")
    assert found.dates(1).start == instant("2027-03-04", 4_800)
    assert found.dates(1).finish == instant("2027-03-05", 7_200)


def test_the_gap_of_a_split_is_part_of_its_span() -> None:
    line = "A 2d parts 2027-03-01..2027-03-01, 2027-03-04..2027-03-04"
    row = compiled_from(line).network.tasks[0]
    assert (row["span"], row["remaining"]) == (4 * 4_800, 4 * 4_800)
    begun = compiled_from(line + "; actual start=2027-03-01; remaining 1d").network.tasks[0]
    assert (begun["span"], begun["remaining"]) == (4 * 4_800, 4_800)
