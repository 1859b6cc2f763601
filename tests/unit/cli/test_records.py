"""What ``schedule --json`` says about the answer as a whole."""

from __future__ import annotations

import msgspec
import pytest

from headway.cli.records import schedule_record, scheduled
from headway.core.schedule import schedule
from tests.drawn import build, id_of

TEXT = "project: start 2027-03-01\nA 2d\nB 1d; after A"


@pytest.mark.parametrize("inactive", [(), ("B",), ("A", "B")])
def test_inactive_tasks_want_no_dates(inactive: tuple[str, ...]) -> None:
    plan = build(TEXT)
    resting = {id_of(plan, name) for name in inactive}
    tasks = {each.id: msgspec.structs.replace(each, inactive=each.id in resting) for each in plan.tasks.values()}
    record = schedule_record(scheduled(schedule(msgspec.structs.replace(plan, tasks=tasks))))
    assert [each["start"] is None for each in record["tasks"]] == [each in resting for each in tasks]
    assert record["status"] == "ok"


def test_without_tasks_the_answer_is_empty() -> None:
    assert schedule_record(scheduled(schedule(build("project: start 2027-03-01"))))["status"] == "empty"


def test_a_loop_leaves_the_answer_partial() -> None:
    record = schedule_record(scheduled(schedule(build(TEXT + "\nC 1d; after D\nD 1d; after C"))))
    assert record["status"] == "partial"
    assert record["warnings"][0]["code"] == "loop"
    assert all(each["start"] for each in record["tasks"])
