"""Parts of the breakdown without tasks."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of

RULE = "empty-elements"


def test_an_element_needs_a_task_somewhere_below() -> None:
    plan = drawn("One wbs element\n  Inner wbs element\n    A 3d\nTwo wbs element\n  Part wbs element\nSum\n  B 1d")
    result = asked(RULE, plan)
    assert (rows_of(result, plan), result.population) == (["Two", "Part"], 5)


def test_plans_of_tasks_and_summaries_are_not_judged() -> None:
    assert asked(RULE, drawn("Sum\n  A 3d")).status is Status.NOT_EVALUATED
