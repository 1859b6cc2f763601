"""Tasks without work and cost."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan.entities import Amounts, Assignment
from headway.core.review import Status
from headway.core.schedule import schedule
from tests.drawn import build
from tests.recounts.drawing import START, asked, drawn, reason_of, rows_of, texts_of

RULE = "dcma-10"


def test_every_task_of_a_loaded_plan_needs_work_or_cost() -> None:
    found = drawn("resource Ann:\nA 3d resource Ann\nB 2d after A\nC 4h after B")
    result = asked(RULE, found)
    assert (rows_of(result, found), result.population) == (["B"], 3)
    assert texts_of(result) == ["'B' has nobody assigned to it, and no cost."]
    assert (result.status, result.informative) == (Status.FAIL, False)


def test_a_day_is_long_enough_and_seven_hours_are_not() -> None:
    loaded = "resource Ann:\nA 3d resource Ann\n"
    assert asked(RULE, drawn(loaded + "B 8h")).count == 1
    assert asked(RULE, drawn(loaded + "B 7.5h")).count == 0
    assert asked(RULE, drawn(loaded + "B 7.5h"), days=0.5).count == 1


def test_somebody_without_hours_is_told_apart() -> None:
    result = asked(RULE, drawn("resource Ann:\nA 3d resource Ann work=0h; type fixed_duration\nB 1d resource Ann"))
    assert texts_of(result) == ["'A' has somebody or something assigned to it, but no work and no cost."]


@pytest.mark.parametrize("amounts", [Amounts(work=600), Amounts(cost=10_000), Amounts(fixed_cost=10_000)])
def test_work_or_cost_of_the_task_itself_is_enough(amounts: Amounts) -> None:
    plan = build(START + "A 3d\nB 2d")
    loaded = msgspec.structs.replace(plan.tasks[1], amounts=amounts)
    found = schedule(msgspec.structs.replace(plan, tasks={**plan.tasks, 1: loaded}))
    assert rows_of(asked(RULE, found), found) == ["B"]


def test_the_cost_of_an_assignment_is_enough() -> None:
    plan = build(START + "A 3d\nB 2d")
    given = {1: Assignment(1, task=1, work=0, cost=5_000)}
    found = schedule(msgspec.structs.replace(plan, assignments=given))
    assert rows_of(asked(RULE, found), found) == ["B"]


def test_a_plan_that_nobody_loaded_is_told_and_not_judged() -> None:
    found = drawn("A 3d\nB 2d")
    result = asked(RULE, found)
    assert (result.status, result.informative) == (Status.NOT_EVALUATED, True)
    assert (rows_of(result, found), result.value) == (["A", "B"], 2)
    assert reason_of(result).startswith("The plan holds no people, work or cost at all")


def test_how_many_are_allowed_is_a_setting() -> None:
    assert asked(RULE, drawn("resource Ann:\nA 3d resource Ann\nB 2d"), most_count=1).status is Status.PASS


def test_a_plan_without_open_work_is_not_evaluated() -> None:
    result = asked(RULE, drawn(""))
    assert (result.status, result.informative) == (Status.NOT_EVALUATED, False)
