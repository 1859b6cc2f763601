"""Dates typed by hand."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, texts_of

RULE = "manual-tasks"
TYPED = "manual start=2027-03-04 finish=2027-03-05"


def test_linked_and_unlinked_ones_are_told_apart() -> None:
    plan = drawn(f"A 3d\nB 2d after A; {TYPED}\nC 2d; {TYPED}\nM milestone; {TYPED}\nD 1d; manual")
    assert texts_of(asked(RULE, plan)) == [
        "'B' stands on typed dates; its links do not move it.",
        "'C' stands on typed dates and waits for nothing.",
        "'M' stands on typed dates and waits for nothing.",
        "'D' stands on typed dates and waits for nothing.",
    ]


def test_finished_tasks_and_summaries_do_not_count() -> None:
    done = "actual start=2027-03-01 finish=2027-03-03"
    plan = drawn(f"Phase {TYPED}\n  A 3d\nB 3d; {done}; {TYPED}")
    assert (asked(RULE, plan).count, asked(RULE, plan).population) == (0, 1)


def test_p6_knows_no_typed_dates() -> None:
    result = asked(RULE, drawn("project: rules p6\nA 3d"))
    assert (result.status, reason_of(result)) == (Status.NOT_EVALUATED, "Plans from P6 have nothing of the kind.")
