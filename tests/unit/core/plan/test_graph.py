"""Cycles are found, named in order, and found without recursion."""

from __future__ import annotations

import random

from headway.core.plan.graph import parent_cycles, shortest_cycles


def test_a_tree_has_no_cycle_of_parents() -> None:
    assert parent_cycles({1: None, 2: 1, 3: 1, 4: 3, 5: 99}) == []


def test_each_cycle_of_parents_is_told_once_from_its_smallest_member() -> None:
    assert parent_cycles({5: 4, 4: 6, 6: 5, 7: 5, 8: 8, 9: 8}) == [(4, 6, 5), (8,)]


def test_a_graph_without_cycles_gives_nothing() -> None:
    assert shortest_cycles([]) == []
    assert shortest_cycles([[1, 2], [3], [3], []]) == []


def test_a_node_that_leads_to_itself_is_a_cycle() -> None:
    assert shortest_cycles([[0], [1, 2], []]) == [(0,), (1,)]


def test_of_a_knot_one_shortest_cycle_through_its_first_node_is_told() -> None:
    knot = [[1], [2], [3, 0], [0], [0]]
    assert shortest_cycles(knot) == [(0, 1, 2)]


def test_two_knots_give_two_cycles() -> None:
    assert shortest_cycles([[1], [0, 2], [3], [4], [2]]) == [(0, 1), (2, 3, 4)]


def test_a_cycle_of_a_hundred_thousand_nodes_is_no_trouble() -> None:
    count = 100_000
    cycle = shortest_cycles([[(node + 1) % count] for node in range(count)])
    assert cycle == [tuple(range(count))]
    assert len(parent_cycles({node: (node + 1) % count for node in range(count)})[0]) == count


def _reaches(successors: list[list[int]], start: int) -> set[int]:
    reached: set[int] = set()
    queue = list(successors[start])
    for node in queue:
        if node not in reached:
            reached.add(node)
            queue.extend(successors[node])
    return reached


def test_random_graphs_against_plain_reachability() -> None:
    generator = random.Random(3)
    for _ in range(300):
        count = generator.randint(1, 9)
        successors = [generator.sample(range(count), generator.randint(0, min(2, count))) for _ in range(count)]
        in_cycles = {node for node in range(count) if node in _reaches(successors, node)}
        knots = {
            frozenset(other for other in _reaches(successors, node) if node in _reaches(successors, other))
            for node in in_cycles
        }
        found = shortest_cycles(successors)
        assert len(found) == len(knots)
        for cycle in found:
            assert all(after in successors[node] for node, after in zip(cycle, cycle[1:] + cycle[:1], strict=True))
            assert len(set(cycle)) == len(cycle)
