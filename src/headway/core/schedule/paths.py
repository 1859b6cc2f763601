"""Float paths: the chains of tasks that lead to a task, from the one that drives it to those with more and more room.

The *relative float* of a task is how far it can slip before it moves the target: the smallest sum of link slack on any
way to it.  See ``docs/algorithms/explain.md``.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from headway.core.calendar.kernels import work_between
from headway.core.schedule.drivers import Drivers, find_drivers
from headway.core.schedule.network import ASIDE, BY_SUMMARY, FINISHED, GATE, LEAF, SUMMARY
from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.schedule.result import Schedule

Edge = tuple[int, int]
"""A node before another one, and the slack between them."""


class PathOrder(StrEnum):
    """What ranks the paths."""

    FREE_FLOAT = "free_float"
    """Relative float: path 1 drives the target, the next has the least room before it does."""
    TOTAL_FLOAT = "total_float"
    """The total float of the tasks: path 1 follows the smallest from the target back."""


@dataclass(frozen=True, slots=True)
class FloatPath:
    """One chain: ``tasks`` (ids) in the order of work, so that the last one leads to ``joins``."""

    number: int
    tasks: tuple[int, ...]
    relative_float: int
    """Span by which the last task of the chain can slip before it moves the target."""
    total_float: int | None
    """Smallest total float (span) on the chain."""
    joins: int | None
    """Task of an earlier path that the chain leads to; ``None`` for path 1, which ends in the target."""


def float_paths(
    schedule: Schedule,
    target: int,
    count: int = 10,
    order: PathOrder = PathOrder.FREE_FLOAT,
    drivers: Drivers | None = None,
) -> tuple[FloatPath, ...]:
    """The first ``count`` float paths to a task, each task on one path only.

    Finished tasks are left out.  ``KeyError`` when the plan has no such task.
    """
    return Paths.to(schedule, target, drivers).found(count, order)


def relative_floats(schedule: Schedule, target: int, drivers: Drivers | None = None) -> dict[int, int]:
    """Relative float (span) of every unfinished task that leads to the target, by task id; the target has 0."""
    paths = Paths.to(schedule, target, drivers)
    ids, role = schedule.compiled.task_ids, schedule.compiled.network.tasks["role"]
    return {ids[node]: room for node, room in paths.distance.items() if node < len(ids) and role[node] == LEAF}


def near_critical(schedule: Schedule, target: int, threshold: int, drivers: Drivers | None = None) -> tuple[int, ...]:
    """Tasks that do not drive the target but come within ``threshold`` (span) of it, least room first."""
    room = relative_floats(schedule, target, drivers)
    near = [task for task, span in room.items() if 0 < span <= threshold]
    return tuple(sorted(near, key=lambda task: (room[task], task)))


@dataclass(frozen=True, slots=True)
class Paths:
    """All ways to one node.  ``distance`` is the relative float of each node that leads to it."""

    drivers: Drivers
    target: int
    before: dict[int, list[Edge]] = field(default_factory=dict)
    distance: dict[int, int] = field(default_factory=dict)

    @classmethod
    def to(cls, schedule: Schedule, target: int, drivers: Drivers | None = None) -> Paths:
        """Find what leads to a task and how much room each has: one sweep against the order of the network."""
        paths = cls(drivers or find_drivers(schedule), schedule.compiled.index[target])
        edges = Edges(paths.drivers)
        place = {int(node): at for at, node in enumerate(schedule.compiled.order.nodes.tolist())}
        paths.distance[paths.target] = 0
        waiting = [(-place.get(paths.target, len(place)), paths.target)]
        seen = {paths.target}
        while waiting:
            _, node = heapq.heappop(waiting)
            found = paths.before[node] = edges.into(node)
            for source, slack in found:
                room = paths.distance[node] + slack
                paths.distance[source] = min(paths.distance.get(source, room), room)
                if source not in seen:
                    seen.add(source)
                    heapq.heappush(waiting, (-place.get(source, len(place)), source))
        return paths

    def found(self, count: int, order: PathOrder) -> tuple[FloatPath, ...]:
        """The first ``count`` paths."""
        result: list[FloatPath] = []
        taken: set[int] = set()
        # rank, room to the target, node, node it leads to
        waiting = [(self.rank(self.target, 0, order), 0, self.target, -1)]
        while waiting and len(result) < count:
            _, room, node, joins = heapq.heappop(waiting)
            if node in taken:
                continue
            chain = self.chain(node, room, taken, order)
            for member, at in chain:
                for source, slack in self.before[member]:
                    if source not in taken:
                        heapq.heappush(waiting, (self.rank(source, at + slack, order), at + slack, source, member))
            path = self.path(len(result) + 1, chain, room, joins)
            if path is not None:
                result.append(path)
        return tuple(result)

    def chain(self, node: int, room: int, taken: set[int], order: PathOrder) -> list[tuple[int, int]]:
        """From a node backwards, best first: along links without slack, or along the smallest total float."""
        chain = []
        while node >= 0:
            taken.add(node)
            chain.append((node, room))
            options = [
                (self.rank(source, slack, order), -self.finish(source), source, slack)
                for source, slack in self.before[node]
                if source not in taken and (slack == 0 or order is PathOrder.TOTAL_FLOAT)
            ]
            if not options:
                break
            _, _, node, slack = min(options)
            room += slack
        return chain

    def rank(self, node: int, room: int, order: PathOrder) -> int:
        return room if order is PathOrder.FREE_FLOAT else self.total_float(node, room)

    def total_float(self, node: int, otherwise: int) -> int:
        total = int(self.drivers.schedule.arrays["total_float"][node])
        return otherwise if total == NEVER else total

    def finish(self, node: int) -> int:
        return int(self.drivers.passes.weighed["early_finish"][node])

    def path(self, number: int, chain: list[tuple[int, int]], room: int, joins: int) -> FloatPath | None:
        """The chain as tasks; ``None`` when it is made of gates and summaries only."""
        compiled = self.drivers.schedule.compiled
        role = compiled.network.tasks["role"]
        nodes = [node for node, _ in reversed(chain) if role[node] != GATE and (role[node] != SUMMARY or number == 1)]
        if not nodes:
            return None
        floats = [self.total_float(node, NEVER) for node in nodes]
        known = [total for total in floats if total != NEVER]
        return FloatPath(
            number=number,
            tasks=tuple(compiled.task_ids[node] for node in nodes),
            relative_float=room,
            total_float=min(known) if known else None,
            joins=self.shown(joins),
        )

    def shown(self, node: int) -> int | None:
        """Task id of a node that a path joins; of a gate, its summary."""
        compiled = self.drivers.schedule.compiled
        if node < 0:
            return None
        if compiled.network.tasks["role"][node] == GATE:
            node = int(compiled.network.tasks["summary_of"][node])
        return compiled.task_ids[node]


class Edges:
    """What comes right before a node, with the slack in between: links, gates, members of summaries."""

    def __init__(self, drivers: Drivers) -> None:
        self.schedule = drivers.schedule
        self.dates = drivers.passes.weighed
        network = drivers.schedule.compiled.network
        self.tasks = network.tasks
        self.predecessor: list[int] = network.links["predecessor"].tolist()
        self.slack: list[int] = drivers.slack.tolist()
        self.first: list[int] = network.tasks["predecessors"].tolist()
        self.last: list[int] = network.tasks["predecessors_end"].tolist()
        self.role: list[int] = network.tasks["role"].tolist()
        self.progress: list[int] = network.tasks["progress"].tolist()
        self.gate: list[int] = network.tasks["gate"].tolist()
        self.cause: list[int] = self.dates["cause"].tolist()

    def into(self, node: int) -> list[Edge]:
        """Edges into a node; finished predecessors are left out, and broken links count as without slack."""
        if self.role[node] in (SUMMARY, ASIDE):
            return self.members(node)
        found: dict[int, int] = {}
        if self.progress[node] != FINISHED:
            for row in range(self.first[node], self.last[node]):
                source, slack = self.predecessor[row], self.slack[row]
                if slack != NEVER and self.progress[source] != FINISHED:
                    found[source] = min(found.get(source, max(slack, 0)), max(slack, 0))
        gate = self.gate[node]
        if gate >= 0 and (self.role[node] == GATE or self.cause[node] == BY_SUMMARY):
            found[gate] = 0
        elif gate >= 0 and self.is_open(node):
            found[gate] = max(self.room(node, int(self.dates["early_start"][gate]), "early_start"), 0)
        return list(found.items())

    def is_open(self, node: int) -> bool:
        return self.role[node] == LEAF and self.progress[node] == 0

    def members(self, summary: int) -> list[Edge]:
        """Unfinished tasks below a summary, with the room to its finish."""
        finish = self.schedule.arrays["finish"]
        below = self.leaves_below(summary)
        end = max((int(finish[i]) for i in below), default=NEVER)
        return [(i, self.between(i, int(finish[i]), end)) for i in below]

    def leaves_below(self, summary: int) -> list[int]:
        parents: list[int] = self.tasks["parent"].tolist()
        children: dict[int, list[int]] = {}
        for i, parent in enumerate(parents[: len(self.schedule.compiled.task_ids)]):
            children.setdefault(parent, []).append(i)
        found, waiting = [], [summary]
        while waiting:
            for i in children.get(waiting.pop(), ()):
                waiting.append(i)
                if self.role[i] == LEAF and self.progress[i] != FINISHED:
                    found.append(i)
        return found

    def room(self, node: int, begin: int, column: str) -> int:
        return self.between(node, begin, int(self.dates[column][node]))

    def between(self, node: int, begin: int, end: int) -> int:
        """Working time of the task's calendar between two instants."""
        wt = self.schedule.compiled.calendars.working_time
        return int(work_between(wt, self.tasks["calendar"][node], begin, end))
