"""Invariants of links: ends, summaries, loops."""

from __future__ import annotations

import pytest

from headway.core.plan.entities import LagKind, Link, Task
from headway.core.plan.invariants import Severity, check
from headway.core.plan.plan import Plan
from headway.core.plan.ranks import initial_ranks
from tests.drawn import build


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(problem.code, problem.names) for problem in check(build(text))]


@pytest.mark.parametrize(
    ("link", "code", "other", "row", "names"),
    [
        (Link(5, 9, 2), "link.predecessor_missing", 9, 2, ("", "B")),
        (Link(5, 1, 9), "link.successor_missing", 9, 1, ("A", "")),
        (Link(5, 8, 9), "link.predecessor_missing", 8, None, ("", "")),
        (Link(5, 2, 2), "link.self", 2, 2, ("B", "B")),
    ],
)
def test_a_link_needs_two_tasks(link: Link, code: str, other: int, row: int | None, names: tuple[str, ...]) -> None:
    plan = Plan(tasks=build("A 1d\nB 1d").tasks, links={5: link})
    (problem,) = check(plan)
    assert (problem.code, problem.id, problem.other, problem.row, problem.names) == (code, 5, other, row, names)


@pytest.mark.parametrize("lag_kind", [LagKind.WORKING, LagKind.PERCENT])
def test_a_lag_has_its_range(lag_kind: LagKind) -> None:
    plan = Plan(tasks=build("A 1d\nB 1d").tasks, links={5: Link(5, 1, 2, lag=-(2**31), lag_kind=lag_kind)})
    assert [problem.code for problem in check(plan)] == ["link.lag_out_of_range"]


def test_the_same_link_twice_is_odd_another_kind_is_not() -> None:
    assert told("A 1d\nB 1d after A; after A FS+1d") == [("link.duplicate", ("A", "B"))]
    assert told("A 1d\nB 1d after A SS; after A FF") == []
    assert check(build("A 1d\nB 1d after A, A"))[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "P after B\n  Q\n    B 1d",
        "P\n  Q\n    B 1d after P",
    ],
    ids=["own descendant before it", "own summary before it"],
)
def test_a_summary_is_not_linked_with_a_row_below_it(text: str) -> None:
    ((code, names),) = told(text)
    assert code == "link.own_summary"
    assert set(names) == {"P", "B"}


def test_a_link_between_two_rows_of_one_summary_is_sound() -> None:
    assert told("P\n  A 1d\n  B 1d after A\nC 1d after P") == []


def test_a_loop_is_told_with_its_tasks_in_order() -> None:
    assert told("A 1d after C\nB 1d after A\nC 1d after B") == [("link.loop", ("A", "B", "C"))]


def test_a_loop_names_its_links_and_its_first_row() -> None:
    (problem,) = check(build("S 1d\nA 1d after B, S\nB 1d after A\nZ 1d after B"))
    assert (problem.tasks, problem.links, problem.row, problem.name) == ((2, 3), (3, 1), 2, "A")
    assert problem.id == 3
    assert problem.severity is Severity.ERROR


def test_any_kind_of_link_makes_a_loop() -> None:
    assert told("A 1d after B SS\nB 1d after A FF-5d") == [("link.loop", ("A", "B"))]


def test_two_loops_apart_are_two_problems() -> None:
    assert told("A 1d after B\nB 1d after A\nC 1d after D\nD 1d after C, B") == [
        ("link.loop", ("A", "B")),
        ("link.loop", ("C", "D")),
    ]


def test_a_loop_may_run_through_a_summary() -> None:
    text = """
        P after B
          Q
            A 1d
        B 1d after A
    """
    assert told(text) == [("link.loop", ("P", "Q", "A", "B"))]


def test_a_loop_may_run_from_one_summary_to_another() -> None:
    text = """
        P
          A 1d after R
        R
          B 1d after P
    """
    assert told(text) == [("link.loop", ("P", "B", "R", "A"))]


def test_a_diamond_is_no_loop() -> None:
    assert told("A 1d\nB 1d after A\nC 1d after A\nD 1d after B, C") == []


def test_a_link_with_a_missing_end_does_not_hide_a_loop() -> None:
    plan = build("A 1d after B\nB 1d after A")
    broken = Plan(tasks=plan.tasks, links={**plan.links, 3: Link(3, 1, 99)})
    assert [problem.code for problem in check(broken)] == ["link.successor_missing", "link.loop"]


def test_a_loop_of_a_hundred_thousand_tasks_is_told() -> None:
    count = 100_000
    ranks = initial_ranks(count)
    tasks = {number: Task(id=number, name=str(number), rank=rank) for number, rank in enumerate(ranks, start=1)}
    links = {number: Link(number, number, number % count + 1) for number in tasks}
    (problem,) = check(Plan(tasks=tasks, links=links))
    assert problem.tasks == tuple(range(1, count + 1))
    assert len(problem.links) == count
