"""Starts that nothing holds."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "dangling-start"


@pytest.mark.parametrize(("kind", "found"), [("FS", []), ("SS", []), ("FF", ["B"]), ("SF", ["B"])])
def test_only_links_into_the_finish_leave_a_start_hanging(kind: str, found: list[str]) -> None:
    plan = drawn(f"A 3d\nB 2d after A {kind}\nEnd milestone; after B")
    assert rows_of(asked(RULE, plan), plan) == found


def test_one_link_that_holds_the_start_is_enough() -> None:
    assert asked(RULE, drawn("A 3d\nB 2d after A FF, A SS")).count == 0


def test_a_summary_that_waits_holds_the_starts_below_it() -> None:
    plan = "A 3d\nPhase {}\n  B 2d after A FF\n  C 1d after B"
    assert asked(RULE, drawn(plan.format("after A"))).count == 0
    assert asked(RULE, drawn(plan.format("after A FF"))).count == 1


def test_milestones_tasks_begun_and_tasks_without_predecessors_do_not_count() -> None:
    plan = drawn("A 3d\nM milestone; after A FF\nB 2d after A FF; actual start=2027-03-01\nC 1d")
    assert asked(RULE, plan).status is Status.NOT_EVALUATED


def test_inactive_predecessors_hold_nothing() -> None:
    assert asked(RULE, drawn("A 3d; inactive\nB 2d after A FF\nC 1d\nD 1d after C")).count == 0


def test_the_row_says_what_holds_the_finish() -> None:
    said = texts_of(asked(RULE, drawn("A 3d\nB 2d after A FF")))
    assert said == ["'B' may not finish before 'A' lets it, but nothing says when it can start."]


def test_the_share_is_a_setting() -> None:
    plan = drawn("A 3d\nB 2d after A FF\nC 1d after B")
    assert asked(RULE, plan).value == 50
    assert asked(RULE, plan, most_percent=50).status is Status.PASS
