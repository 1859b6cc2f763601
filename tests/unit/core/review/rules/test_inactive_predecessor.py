"""Waiting for work that was taken out."""

from __future__ import annotations

from headway.core.review import Status, offers, review
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "inactive-predecessor"


def test_links_from_inactive_to_active_open_tasks_are_found() -> None:
    done = "actual start=2027-03-01 finish=2027-03-01"
    plan = drawn(f"A 3d; inactive\nB 1d after A\nC 1d after A; inactive\nD 1d after A; {done}\nE 1d after B")
    result = asked(RULE, plan)
    assert (result.count, result.population) == (1, 2)
    assert texts_of(result) == ["'B' is linked to 'A' (FS), which is inactive and holds nothing."]


def test_a_link_out_of_the_way_is_offered() -> None:
    plan = drawn("A 3d; inactive\nB 1d after A")
    assert [offer.edit.link for offer in offers(plan, review(plan), RULE)] == [1]  # type: ignore[attr-defined]


def test_without_inactive_tasks_there_is_nothing_to_say() -> None:
    assert asked(RULE, drawn("A 3d\nB 1d after A")).status is Status.NOT_EVALUATED
