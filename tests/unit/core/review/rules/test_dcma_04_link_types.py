"""Finish-to-start links and the others."""

from __future__ import annotations

from headway.core.review import Bound, Status
from tests.recounts.drawing import asked, drawn, reason_of, texts_of

RULE = "dcma-04"


def links(count: int) -> str:
    """A task with so many plain successors."""
    return "A 1d\n" + "\n".join(f"S{i} 1d after A" for i in range(count))


def test_ninety_percent_is_just_enough() -> None:
    result = asked(RULE, drawn(links(9) + "\nL 1d after A SS"))
    assert (result.status, result.value, result.threshold) == (Status.PASS, 90, 90)
    assert (result.count, result.population, result.bound) == (1, 10, Bound.AT_LEAST)
    assert asked(RULE, drawn(links(8) + "\nL 1d after A SS")).status is Status.FAIL


def test_each_type_says_what_it_does() -> None:
    result = asked(RULE, drawn("A 3d\nB 3d after A SS\nC 3d after A FF\nD 3d after A SF"))
    assert result.value == 0
    assert texts_of(result) == [
        "'B' may start once 'A' has started, no matter when that finishes.",
        "'C' may finish when 'A' has finished; it may start at any time.",
        "'D' may finish when 'A' has started: this link runs backwards.",
    ]


def test_links_that_run_backwards_are_counted_apart() -> None:
    assert reason_of(asked(RULE, drawn("A 3d\nB 3d after A SS"))) == ""
    one = asked(RULE, drawn("A 3d\nB 3d after A SF\nC 3d after A FF"))
    assert reason_of(one) == "1 link runs from a start to a finish; there should be none."
    two = asked(RULE, drawn("A 3d\nB 3d after A SF\nC 3d after A SF"))
    assert reason_of(two) == "2 links run from a start to a finish; there should be none."


def test_the_share_is_a_setting() -> None:
    found = drawn("A 3d\nB 3d after A SS\nC 1d after A")
    assert asked(RULE, found, least_percent=50).status is Status.PASS


def test_a_plan_without_links_is_not_evaluated() -> None:
    assert asked(RULE, drawn("A 5d")).status is Status.NOT_EVALUATED
