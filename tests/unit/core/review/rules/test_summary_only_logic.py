"""Tasks that are linked through their summary alone."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, rows_of, texts_of

RULE = "summary-only-logic"


def test_only_tasks_without_a_link_of_their_own_are_found() -> None:
    plan = drawn("Phase\n  A 3d\n  B 2d after A\n  C 1d\n  M milestone\nEnd milestone; after Phase")
    assert rows_of(asked(RULE, plan), plan) == ["C", "M"]
    assert texts_of(asked(RULE, plan))[0] == "'C' has no link of its own; only its summary 'Phase' is linked."


def test_a_summary_further_up_counts_as_well() -> None:
    plan = drawn("Phase\n  Part\n    A 3d\nEnd milestone; after Phase")
    assert rows_of(asked(RULE, plan), plan) == ["A"]


def test_without_linked_summaries_there_is_nothing_to_say() -> None:
    assert asked(RULE, drawn("Phase\n  A 3d\n  B 2d after A")).status is Status.NOT_EVALUATED


def test_tasks_beside_the_linked_summary_are_no_matter() -> None:
    assert asked(RULE, drawn("Phase\n  A 3d\n  B 2d after A\nC 1d after Phase\nD 1d")).count == 0
