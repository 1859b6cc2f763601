"""Finishes that nobody waits for."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "dangling-finish"


@pytest.mark.parametrize(("kind", "found"), [("FS", []), ("FF", []), ("SS", ["A"]), ("SF", ["A"])])
def test_only_links_out_of_the_start_leave_a_finish_hanging(kind: str, found: list[str]) -> None:
    plan = drawn(f"A 3d\nB 2d after A {kind}\nEnd milestone; after B")
    assert rows_of(asked(RULE, plan), plan) == found


def test_one_link_that_hands_the_finish_on_is_enough() -> None:
    assert asked(RULE, drawn("A 3d\nB 2d after A SS, A FF")).count == 0


def test_somebody_who_waits_for_the_summary_waits_for_the_finishes_below_it() -> None:
    plan = "Phase\n  A 2d\n  B 1d after A SS\nC 1d after Phase {}"
    assert asked(RULE, drawn(plan.format("FS"))).count == 0
    assert asked(RULE, drawn(plan.format("SS"))).count == 1


def test_work_in_progress_counts_and_finished_work_does_not() -> None:
    begun = drawn("A 3d; actual start=2027-03-01\nB 2d after A SS")
    assert rows_of(asked(RULE, begun), begun) == ["A"]
    done = drawn("A 3d; actual start=2027-03-01 finish=2027-03-03\nB 2d after A SS")
    assert asked(RULE, done).status is Status.NOT_EVALUATED


def test_the_row_says_who_waits_for_the_start() -> None:
    said = texts_of(asked(RULE, drawn("A 3d\nB 2d after A SS")))
    assert said == ["'B' waits for the start of 'A', but nothing waits for its finish."]
