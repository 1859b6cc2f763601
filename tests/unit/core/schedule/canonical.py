"""A compiled network in a form that does not depend on the order of its rows, to compare two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from headway.core.schedule.network import PIECE, TASK

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled

CALENDARS = ("calendar", "delay_calendar")
PLACES = {"predecessors", "successors", "pieces", "members"}
SKIPPED = {*CALENDARS, *PLACES, *(f"{name}_end" for name in PLACES), "parent", "gate", "summary_of"}


class Canonical:
    """Reads a compiled plan by ids."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.tasks = compiled.network.tasks
        self.n = len(compiled.task_ids)
        self.times = [
            (c.first, c.end, c.start.tobytes(), c.finish.tobytes()) for c in map(self._segments, range(self._count()))
        ]

    def _count(self) -> int:
        return len(self.compiled.calendars.pieces)

    def _segments(self, calendar: int) -> Any:
        return self.compiled.calendars.pieces[calendar]

    def name(self, node: int) -> tuple[str, int] | None:
        """A node by the id of its task, or by the id of the summary whose gate it is."""
        if node < 0:
            return None
        if node < self.n:
            return "task", self.compiled.task_ids[node]
        return "gate", self.compiled.task_ids[self.tasks["summary_of"][node]]

    def between(self, node: int, field: str) -> range:
        return range(int(self.tasks[field][node]), int(self.tasks[f"{field}_end"][node]))

    def node(self, node: int) -> dict[str, Any]:
        network, order, ids = self.compiled.network, self.compiled.order, self.compiled.link_ids
        row = self.tasks[node]
        pieces = [network.pieces[i] for i in self.between(node, "pieces")]
        return {
            **{field: int(row[field]) for field in TASK.names or () if field not in SKIPPED},
            **{field: self.times[row[field]] for field in CALENDARS},
            **{field: self.name(row[field]) for field in ("parent", "gate", "summary_of")},
            "predecessors": sorted(ids[i] for i in self.between(node, "predecessors")),
            "successors": sorted(ids[network.outgoing[i]] for i in self.between(node, "successors")),
            "pieces": [
                (*(int(piece[field]) for field in PIECE.names or () if field != "calendar"), self.times[piece.calendar])
                for piece in pieces
            ],
            "members": sorted(str(self.name(order.members[i])) for i in self.between(node, "members")),
        }

    def link(self, row: int) -> tuple[Any, ...]:
        link = self.compiled.network.links[row]
        ends = self.name(link["predecessor"]), self.name(link["successor"])
        return (*ends, int(link["kind"]), int(link["lag"]), self.times[link["calendar"]])

    def whole(self) -> dict[str, Any]:
        compiled = self.compiled
        settings = compiled.settings._replace(project_calendar=0)
        return {
            "nodes": {self.name(node): self.node(node) for node in range(self.tasks.size)},
            "links": {number: self.link(row) for row, number in enumerate(compiled.link_ids)},
            "settings": (settings, self.times[compiled.settings.project_calendar]),
            "index": compiled.index == {number: i for i, number in enumerate(compiled.task_ids)},
            "rules": compiled.rules,
            "warnings": sorted(map(repr, compiled.warnings)),
            "calendar_warnings": sorted(map(repr, compiled.calendars.warnings)),
            "plan": compiled.plan,
        }


def canonical(compiled: Compiled) -> dict[str, Any]:
    """Everything in ``compiled`` that has a meaning, by ids."""
    return Canonical(compiled).whole()


def assert_in_order(compiled: Compiled) -> None:
    """Rows all belong to a node; nodes come after what they wait for, parents after their children."""
    network, order = compiled.network, compiled.order
    tasks, n = network.tasks, len(compiled.task_ids)
    assert sorted(order.nodes.tolist()) == list(range(tasks.size))
    assert sorted(order.deepest_first.tolist()) == list(range(n))
    assert (np.diff(network.links["successor"]) >= 0).all()
    sizes = {"pieces": network.pieces, "members": order.members, "predecessors": network.links}
    for name, array in {**sizes, "successors": network.outgoing}.items():
        assert (tasks[f"{name}_end"] - tasks[name]).sum() == array.size, name
    at = np.empty(tasks.size, np.int64)
    at[order.nodes] = np.arange(tasks.size)
    depth = np.empty(n, np.int64)
    depth[order.deepest_first] = np.arange(n)
    spanning = np.isin(tasks["role"], (3, 4, 5))
    for link in network.links:
        if spanning[link["predecessor"]] == spanning[link["successor"]]:
            assert at[link["predecessor"]] < at[link["successor"]]
    for node in range(tasks.size):
        gate = tasks["gate"][node]
        if gate >= 0:
            assert at[gate] < at[node]
            assert node >= n or at[node] < at[tasks["summary_of"][gate]]
        if node < n and tasks["parent"][node] >= 0:
            assert depth[node] < depth[tasks["parent"][node]]
