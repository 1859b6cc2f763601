"""Topological order of nodes, and the loops that stand in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from headway.core.schedule.network import Indices


@njit(nogil=True, cache=True)
def group(keys: Indices, groups: int) -> tuple[Indices, Indices]:
    """Counting sort: ``(pointer, rows)`` so that rows ``pointer[g]:pointer[g+1]`` hold key ``g``, in order."""
    pointer = np.zeros(groups + 1, np.int32)
    for key in keys:
        pointer[key + 1] += 1
    for g in range(groups):
        pointer[g + 1] += pointer[g]
    rows = np.empty(keys.size, np.int32)
    fill = pointer[:-1].copy()
    for row in range(keys.size):
        key = keys[row]
        rows[fill[key]] = row
        fill[key] += 1
    return pointer, rows


@njit(nogil=True, cache=True)
def topological(source: Indices, target: Indices, nodes: int) -> Indices:
    """Nodes with every edge pointing forwards; shorter than ``nodes`` when there is a loop."""
    pointer, rows = group(source, nodes)
    waiting = np.zeros(nodes, np.int32)
    for t in target:
        waiting[t] += 1
    order = np.empty(nodes, np.int32)
    size = 0
    for i in range(nodes):
        if waiting[i] == 0:
            order[size] = i
            size += 1
    at = 0
    while at < size:
        i = order[at]
        at += 1
        for r in range(pointer[i], pointer[i + 1]):
            j = target[rows[r]]
            waiting[j] -= 1
            if waiting[j] == 0:
                order[size] = j
                size += 1
    return order[:size]


@njit(nogil=True, cache=True)
def one_loop(source: Indices, target: Indices, nodes: int, done: Indices) -> Indices:
    """Edges of one loop, in order, among the nodes that ``done`` (from :func:`topological`) leaves out."""
    left = np.ones(nodes, np.bool_)
    for i in done:
        left[i] = False
    entry = np.full(nodes, -1, np.int32)
    for e in range(source.size):
        if left[source[e]] and left[target[e]]:
            entry[target[e]] = e
    at = 0
    while not (left[at] and entry[at] >= 0):
        at += 1
    seen = np.zeros(nodes, np.bool_)
    while not seen[at]:
        seen[at] = True
        at = source[entry[at]]
    loop = np.empty(nodes, np.int32)
    size = 0
    last = at
    while size == 0 or at != last:
        loop[size] = entry[at]
        size += 1
        at = source[entry[at]]
    return loop[:size][::-1].copy()


@njit(nogil=True, cache=True)
def deepest_first(parent: Indices) -> Indices:
    """Tasks with every child before its parent; ``parent`` is -1 at the top and has no cycle."""
    n = parent.size
    children = np.zeros(n, np.int32)
    for p in parent:
        if p >= 0:
            children[p] += 1
    order = np.empty(n, np.int32)
    size = 0
    for i in range(n - 1, -1, -1):
        if children[i] == 0:
            order[size] = i
            size += 1
    at = 0
    while at < size:
        p = parent[order[at]]
        at += 1
        if p >= 0:
            children[p] -= 1
            if children[p] == 0:
                order[size] = p
                size += 1
    return order[:size]
