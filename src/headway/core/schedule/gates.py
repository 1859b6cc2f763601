"""Gates: the entrances of summaries that carry logic of their own (see :mod:`headway.core.schedule.network`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from headway.core.schedule.network import ASIDE, LEAF, MANUAL, SUMMARY, Codes, Indices, Ints, Mask
from headway.core.schedule.order import group
from headway.core.time import NEVER


@dataclass(frozen=True, slots=True)
class Gates:
    """Summaries with logic of their own, and who stands behind which gate; n tasks, m nodes with the gates."""

    count: int
    of: Indices
    """m: nearest gate above each node or -1."""
    summary_of: Indices
    """m: of a gate, the node of its summary, else -1."""
    entrance: Indices
    """n: gate of a summary or -1."""

    def entered_by(self, tasks: Indices) -> Indices:
        """Nodes that links into ``tasks`` lead to: the gate of a summary that has one, else the task."""
        if not self.count:
            return tasks
        gate = self.entrance[tasks]
        return np.where(gate >= 0, gate, tasks).astype(np.int32)

    def roles(self, role: Codes) -> Codes:
        """Roles as the kernels see them: a summary without a gate is rolled up afterwards and takes no part."""
        return np.where((role == SUMMARY) & (self.entrance < 0), ASIDE, role).astype(np.int8)

    def edges(self) -> tuple[Indices, Indices]:
        """Sources and targets of the order that gates ask: gate before what is below it, that before the summary."""
        if not self.count:
            return np.empty(0, np.int32), np.empty(0, np.int32)
        inside = np.flatnonzero(self.of >= 0).astype(np.int32)
        outward = inside[inside < self.entrance.size]
        gated = np.flatnonzero(self.entrance >= 0).astype(np.int32)
        source = np.concatenate([self.of[inside], outward, self.entrance[gated]])
        return source, np.concatenate([inside, self.summary_of[self.of[outward]], gated])


def own_logic(constraint_date: Ints, deadline: Ints, marks: Codes) -> Mask:
    """Tasks that would get a gate as a summary even without links: constraint, deadline or dates typed by hand."""
    return (constraint_date != NEVER) | (deadline != NEVER) | ((marks & MANUAL) != 0)


def gates_of(gated: Mask, parent: Indices, deepest: Indices) -> Gates:
    """A gate for each task in ``gated``; ``deepest`` holds the tasks, every child before its parent."""
    n = parent.size
    summaries = np.flatnonzero(gated).astype(np.int32)
    entrance = np.full(n, -1, np.int32)
    entrance[summaries] = n + np.arange(summaries.size)
    nearest = np.full(n + summaries.size, -1, np.int32)
    if summaries.size:
        nearest[:n] = nearest_gate(parent, entrance, deepest)
        nearest[n:] = nearest[summaries]
    summary_of = np.full(n + summaries.size, -1, np.int32)
    summary_of[n:] = summaries
    return Gates(int(summaries.size), nearest, summary_of, entrance)


@njit(nogil=True, cache=True)
def nearest_gate(parent: Indices, entrance: Indices, deepest: Indices) -> Indices:
    """Nearest gate above each task or -1."""
    nearest = np.full(parent.size, -1, np.int32)
    for at in range(deepest.size - 1, -1, -1):
        i = deepest[at]
        p = parent[i]
        if p >= 0:
            nearest[i] = entrance[p] if entrance[p] >= 0 else nearest[p]
    return nearest


def members_of(role: Codes, gates: Gates) -> tuple[Indices, Indices]:
    """For each gated summary its members: leaves and gated summaries with no other gate between."""
    n = gates.entrance.size
    below = gates.of[:n] >= 0
    inside = np.flatnonzero(below & ((role == LEAF) | (role == SUMMARY))).astype(np.int32)
    owner = gates.summary_of[gates.of[inside]]
    pointer, rows = group(owner, n + gates.count)
    return pointer, inside[rows]


@njit(nogil=True, cache=True)
def joins_relatives(parent: Indices, summary: Mask, predecessor: Indices, successor: Indices) -> bool:
    """Whether a link joins a task to one of the summaries above it."""
    for e in range(predecessor.size):
        p, s = predecessor[e], successor[e]
        if summary[p] and is_under(parent, s, p):
            return True
        if summary[s] and is_under(parent, p, s):
            return True
    return False


@njit(nogil=True, cache=True)
def is_under(parent: Indices, i: int, ancestor: int) -> bool:
    """Whether ``ancestor`` is above ``i``; also true where parents go round in a circle."""
    for _ in range(parent.size):
        i = parent[i]
        if i == ancestor:
            return True
        if i < 0:
            return False
    return True
