"""Cycles in directed graphs, without recursion: of parents, of links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Successors = Sequence[Sequence[int]]
"""For each node, 0 to n - 1, the nodes its edges lead to."""


def parent_cycles(parents: Mapping[int, int | None]) -> list[tuple[int, ...]]:
    """The cycles of a mapping from child to parent, each from its smallest id upwards along the parents.

    Parents that are not a key end a chain.

    >>> parent_cycles({1: 2, 2: 3, 3: 1, 4: 1, 5: None})
    [(1, 2, 3)]
    """
    found: list[tuple[int, ...]] = []
    done: set[int] = set()
    for start in parents:
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at in parents and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at is not None and at in path:
            members = list(path)
            found.append(_from_smallest(members[members.index(at) :]))
        done.update(path)
    return found


def shortest_cycles(successors: Successors) -> list[tuple[int, ...]]:
    """One shortest cycle through the smallest node of each knot (strongly connected component), in order.

    Empty for a graph without cycles; linear in nodes and edges then.

    >>> shortest_cycles([[1], [2], [0, 3], []])
    [(0, 1, 2)]
    """
    left = _without_loose_ends(successors)
    if not left:
        return []
    knots = [knot for knot in _components(successors, left) if len(knot) > 1 or knot[0] in successors[knot[0]]]
    return sorted(_shortest_through(min(knot), set(knot), successors) for knot in knots)


def _from_smallest(cycle: list[int]) -> tuple[int, ...]:
    first = cycle.index(min(cycle))
    return tuple(cycle[first:] + cycle[:first])


def _without_loose_ends(successors: Successors) -> set[int]:
    """The nodes that are left when those without a way in are taken away again and again."""
    waiting = [0] * len(successors)
    for after in successors:
        for node in after:
            waiting[node] += 1
    ready = [node for node, count in enumerate(waiting) if not count]
    for node in ready:
        for following in successors[node]:
            waiting[following] -= 1
            if not waiting[following]:
                ready.append(following)
    return set() if len(ready) == len(successors) else set(range(len(successors))).difference(ready)


def _components(successors: Successors, nodes: set[int]) -> list[list[int]]:
    """The strongly connected components among ``nodes``, which no edge leaves (Kosaraju and Sharir 1981)."""
    backwards: dict[int, list[int]] = {node: [] for node in nodes}
    for node in nodes:
        for after in successors[node]:
            backwards[after].append(node)
    left = set(nodes)
    found: list[list[int]] = []
    for root in reversed(_finish_order(successors, nodes)):
        if root not in left:
            continue
        left.discard(root)
        component = [root]
        for node in component:
            before = [each for each in backwards[node] if each in left]
            left.difference_update(before)
            component.extend(dict.fromkeys(before))
        found.append(component)
    return found


def _finish_order(successors: Successors, nodes: Iterable[int]) -> list[int]:
    """The nodes in the order in which a walk, depth first, is done with them."""
    order: list[int] = []
    seen: set[int] = set()
    for root in nodes:
        if root in seen:
            continue
        seen.add(root)
        path = [(root, iter(successors[root]))]
        while path:
            following = next((each for each in path[-1][1] if each not in seen), None)
            if following is None:
                order.append(path.pop()[0])
            else:
                seen.add(following)
                path.append((following, iter(successors[following])))
    return order


def _shortest_through(start: int, knot: set[int], successors: Successors) -> tuple[int, ...]:
    """A shortest way from ``start`` back to itself inside its knot, breadth first."""
    came_from: dict[int, int] = {}
    queue = [start]
    for node in queue:
        for after in successors[node]:
            if after == start:
                return tuple(_path(start, node, came_from))
            if after in knot and after not in came_from:
                came_from[after] = node
                queue.append(after)
    raise AssertionError("a knot always leads back")  # pragma: no cover


def _path(start: int, last: int, came_from: Mapping[int, int]) -> list[int]:
    path = [last]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]
