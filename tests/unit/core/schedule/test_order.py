"""Counting sort, topological order, loops, children before parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.schedule.order import deepest_first, group, one_loop, topological

if TYPE_CHECKING:
    from headway.core.schedule.network import Indices


def indices(*values: int) -> Indices:
    return np.array(values, np.int32)


def test_group_keeps_the_order_inside_a_group() -> None:
    pointer, rows = group(indices(2, 0, 2, 1, 0), 4)
    assert pointer.tolist() == [0, 2, 3, 5, 5]
    assert rows.tolist() == [1, 4, 3, 0, 2]


def test_group_of_nothing() -> None:
    pointer, rows = group(indices(), 3)
    assert pointer.tolist() == [0, 0, 0, 0]
    assert rows.size == 0


def test_topological_puts_sources_first() -> None:
    order = topological(indices(2, 1, 0), indices(1, 0, 3), 4).tolist()
    assert order == [2, 1, 0, 3]


def test_topological_without_edges_is_the_given_order() -> None:
    assert topological(indices(), indices(), 3).tolist() == [0, 1, 2]


def test_nodes_in_and_behind_a_loop_are_left_out() -> None:
    order = topological(indices(0, 1, 2, 2), indices(1, 2, 1, 3), 5)
    assert order.tolist() == [0, 4]


def test_two_edges_between_the_same_nodes() -> None:
    assert topological(indices(1, 1), indices(0, 0), 2).tolist() == [1, 0]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_every_edge_points_forwards(pairs: list[tuple[int, int]]) -> None:
    edges = [(max(a, b), min(a, b)) for a, b in pairs if a != b]
    order = topological(indices(*(a for a, _ in edges)), indices(*(b for _, b in edges)), 10).tolist()
    assert sorted(order) == list(range(10))
    assert all(order.index(a) < order.index(b) for a, b in edges)


def edges_of_loop(source: Indices, target: Indices, nodes: int) -> list[tuple[int, int]]:
    done = topological(source, target, nodes)
    return [(int(source[e]), int(target[e])) for e in one_loop(source, target, nodes, done)]


def test_a_loop_is_a_closed_walk() -> None:
    edges = edges_of_loop(indices(0, 1, 2, 3), indices(1, 2, 1, 0), 4)
    assert sorted(edges) == [(1, 2), (2, 1)]


def test_a_loop_of_one_node() -> None:
    assert edges_of_loop(indices(0, 1), indices(1, 1), 2) == [(1, 1)]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20))
def test_any_loop_found_is_one(pairs: list[tuple[int, int]]) -> None:
    source, target = indices(*(a for a, _ in pairs)), indices(*(b for _, b in pairs))
    if topological(source, target, 7).size == 7:
        return
    edges = edges_of_loop(source, target, 7)
    assert edges
    for (_, end), (begin, _) in zip(edges, edges[1:] + edges[:1], strict=True):
        assert end == begin
    assert len({begin for begin, _ in edges}) == len(edges), "no node twice"


def test_children_come_before_parents() -> None:
    parent = indices(-1, 0, 1, 0, -1, 4)
    order = deepest_first(parent).tolist()
    assert sorted(order) == list(range(6))
    for child, above in enumerate(parent):
        if above >= 0:
            assert order.index(child) < order.index(int(above))


@pytest.mark.parametrize("size", [0, 1, 5_000])
def test_a_deep_outline_is_ordered_without_recursion(size: int) -> None:
    parent = np.arange(-1, size - 1, dtype=np.int32)
    assert deepest_first(parent).tolist() == list(range(size - 1, -1, -1))
