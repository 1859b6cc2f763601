"""Reasons for differing dates: only what the plan shows."""

from __future__ import annotations

import msgspec
import pytest

from headway.cli.reasons import differing
from headway.core.compare import compare
from headway.core.plan.entities import SavedDates
from headway.core.schedule import schedule
from headway.core.time import TENTHS_PER_DAY
from tests.drawn import build, id_of

WEEK = 7 * TENTHS_PER_DAY


def reasons(text: str, off: dict[str, tuple[str, ...]]) -> dict[tuple[str, str], str | None]:
    """Reason by task and field, when the saved dates are ours but for some fields, which are a week later."""
    plan = build(text)
    dated = schedule(plan)
    saved = {}
    for task in plan.tasks.values():
        fields = {
            field: getattr(dated.dates(task.id), field) for field in ("start", "finish", "late_finish", "total_float")
        }
        moved = {field: (fields[field] or 0) + WEEK for field in off.get(task.name, ())}
        saved[task.id] = SavedDates(task.id, **(fields | moved))
    answer = schedule(msgspec.structs.replace(plan, saved=saved))
    comparison = compare(answer)
    found = differing(comparison, answer)
    names = {task_id: task.name for task_id, task in plan.tasks.items()}
    return {(names[each.task], each.field): found.reason(each) for each in comparison.differences}


CHAIN = "project: start 2027-03-01\nA 2d\nB 2d after A\nC 1d after B"


def test_early_dates_follow_predecessors_and_late_ones_successors() -> None:
    found = reasons(CHAIN, {"A": ("finish", "late_finish"), "B": ("start", "late_finish")})
    assert found["B", "start"] == "its predecessor “A” differs"
    assert found["A", "late_finish"] == "its successor “B” differs"
    assert found["A", "finish"] is None
    assert found["B", "late_finish"] is None


def test_float_follows_from_dates() -> None:
    found = reasons(CHAIN, {"A": ("late_finish", "total_float"), "C": ("total_float",)})
    assert found["A", "total_float"] == "follows from its late finish"
    assert found["C", "total_float"] is None


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("manual start=2027-03-02 finish=2027-03-03", "scheduled manually"),
        ("delay 2ed", "delayed by levelling"),
    ],
)
def test_what_the_task_itself_is(clause: str, reason: str) -> None:
    assert reasons(f"project: start 2027-03-01\nA 2d; {clause}", {"A": ("finish",)})["A", "finish"] == reason


def test_a_loop_is_a_reason() -> None:
    found = reasons("project: start 2027-03-01\nA 2d after B\nB 2d after A", {"A": ("finish",)})
    assert found["A", "finish"] == "part of a loop or of a link that was left out"


def test_a_date_that_our_rules_do_not_give() -> None:
    plan = build("project: start 2027-03-01\nA 2d; inactive\nB 1d")
    a = id_of(plan, "A")
    answer = schedule(msgspec.structs.replace(plan, saved={a: SavedDates(a, start=WEEK)}))
    comparison = compare(answer)
    assert [differing(comparison, answer).reason(each) for each in comparison.differences] in (
        ["our rules give the task no such date"],
        [],
    )
