"""Tasks that nobody's name stands at."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of

RULE = "no-owner"
PEOPLE = "resource Ann:\nresource Sand: material\nresource Travel: cost\n"


def test_an_owner_or_somebody_assigned_will_do() -> None:
    plan = drawn(PEOPLE + "A 3d; owner Bob\nB 2d; resource Ann\nC 1d; resource Sand\nD 1d; resource Travel\nE 1d")
    assert rows_of(asked(RULE, plan), plan) == ["C", "D", "E"]


def test_milestones_and_finished_tasks_need_nobody() -> None:
    plan = drawn("A 3d; owner Bob\nM milestone\nB 1d; actual start=2027-03-01 finish=2027-03-01")
    assert (asked(RULE, plan).status, asked(RULE, plan).population) == (Status.PASS, 1)


def test_a_plan_that_names_nobody_is_not_judged() -> None:
    result = asked(RULE, drawn(PEOPLE + "A 3d; resource Sand\nB 1d"))
    assert result.status is Status.NOT_EVALUATED
    assert "No task of this plan names anybody" in reason_of(result)


def test_a_name_at_finished_work_shows_that_names_are_kept() -> None:
    plan = drawn("A 3d; owner Bob; actual start=2027-03-01 finish=2027-03-03\nB 1d")
    assert rows_of(asked(RULE, plan), plan) == ["B"]
