"""Circles of links."""

from __future__ import annotations

import msgspec

from headway.core.plan.entities import Link
from headway.core.review import Status
from headway.core.schedule import schedule
from tests.drawn import build
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "loops"


def test_a_circle_is_told_with_its_tasks_in_order() -> None:
    result = asked(RULE, drawn("A 1d after C\nB 1d after A\nC 1d after B"))
    assert (result.count, result.population) == (1, 3)
    assert texts_of(result) == ["These tasks wait for each other in a circle: 'A', 'B', 'C'."]


def test_a_long_circle_names_some_of_its_tasks() -> None:
    chain = "\n".join(f"T{i} 1d after T{(i - 1) % 9}" for i in range(9))
    assert texts_of(asked(RULE, drawn(chain)))[0].endswith("'T4', 4 more.")


def test_a_link_to_itself_or_its_own_summary_is_one_too() -> None:
    plan = build("project: start 2027-03-01\nPhase\n  A 1d\n  B 1d after A")
    links = {1: Link(1, 2, 2), 2: Link(2, 1, 3), 3: plan.links[1]}
    result = asked(RULE, schedule(msgspec.structs.replace(plan, links=links)))
    assert result.count == 2
    assert all("summary it belongs to" in text for text in texts_of(result))


def test_plans_without_links_are_not_judged() -> None:
    assert asked(RULE, drawn("A 1d\nB 1d")).status is Status.NOT_EVALUATED
