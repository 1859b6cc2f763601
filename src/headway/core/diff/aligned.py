"""Schedules made comparable: one set of numbers, and columns that are quick to look at task by task."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from headway.core.calendar.kernels import next_start, previous_finish, work_between
from headway.core.message import Length
from headway.core.plan.outline import Outline, outline_of
from headway.core.schedule.network import FF, FS, LEAF, SS
from headway.core.time import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.diff.matching import Matching
    from headway.core.plan.entities import Link
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

MINUTE = 10
START, FINISH = "start", "finish"
ON_START = (FS, SS)
FROM_FINISH = (FS, FF)


def aligned(schedule: Schedule, matching: Matching) -> Schedule:
    """The schedule of the new plan, in the numbers of the old one; its dates are the very same."""
    compiled, numbers = schedule.compiled, matching.numbers
    tasks, links, calendars = numbers["task"], numbers["link"], numbers["calendar"]
    days = compiled.calendars
    return dataclasses.replace(
        schedule,
        compiled=dataclasses.replace(
            compiled,
            plan=matching.plan,
            task_ids=tuple(tasks[number] for number in compiled.task_ids),
            index={tasks[number]: node for number, node in compiled.index.items()},
            link_ids=tuple(links[number] for number in compiled.link_ids),
            calendars=dataclasses.replace(
                days,
                index={calendars.get(number, number): dense for number, dense in days.index.items()},
                layered={
                    calendars.get(number, number): dataclasses.replace(each, id=calendars.get(number, number))
                    for number, each in days.layered.items()
                },
            ),
        ),
    )


class Dated:
    """A schedule as lists: numpy gives one value at a time slowly."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        compiled = schedule.compiled
        self.plan: Plan = compiled.plan
        self.index: Mapping[int, int] = compiled.index
        self.task_ids = compiled.task_ids
        self.starts: list[int] = schedule.arrays["start"].tolist()
        self.finishes: list[int] = schedule.arrays["finish"].tolist()

    def date(self, task: int, edge: str) -> int:
        """Start or finish (instant) of a task; ``NEVER`` when it has none or is not there."""
        node = self.index.get(task)
        if node is None:
            return NEVER
        return self.starts[node] if edge == START else self.finishes[node]

    @cached_property
    def finish(self) -> int:
        """When the plan is done: the finish of the passes, never later than the last task."""
        shown = self.schedule.arrays["finish"][: len(self.task_ids)]
        return min(int(shown.max()), self.schedule.finish) if np.any(shown != NEVER) else self.schedule.finish

    @cached_property
    def outline(self) -> Outline:
        """The outline of the plan."""
        return outline_of(self.plan)

    @cached_property
    def critical(self) -> list[bool]:
        """Whether each task is critical by its plan's own rule."""
        found: list[bool] = self.schedule.critical.tolist()
        return found

    @cached_property
    def causes(self) -> list[int]:
        """What decided the start of each node."""
        found: list[int] = self.schedule.drivers.passes.weighed["cause"].tolist()
        return found

    @cached_property
    def roles(self) -> list[int]:
        """Role of each node."""
        found: list[int] = self.schedule.compiled.network.tasks["role"].tolist()
        return found

    @cached_property
    def progress(self) -> list[int]:
        """How far each node is: not started, started, finished."""
        found: list[int] = self.schedule.compiled.network.tasks["progress"].tolist()
        return found

    @cached_property
    def _driving(self) -> dict[int, list[int]]:
        """Rows of the driving links by the node that they lead into."""
        rows = np.flatnonzero(self.schedule.drivers.driving).tolist()
        successors = self.schedule.compiled.network.links["successor"].tolist()
        found: dict[int, list[int]] = {}
        for row in rows:
            found.setdefault(successors[row], []).append(row)
        return found

    @cached_property
    def _links(self) -> list[tuple[int, int]]:
        """Predecessor (node) and kind of each row."""
        links = self.schedule.compiled.network.links
        return list(zip(links["predecessor"].tolist(), links["kind"].tolist(), strict=True))

    @cached_property
    def _gates(self) -> list[int]:
        found: list[int] = self.schedule.compiled.network.tasks["gate"].tolist()
        return found

    @cached_property
    def links_of(self) -> dict[int, list[Link]]:
        """Links from and to each task."""
        found: dict[int, list[Link]] = {}
        for link in self.plan.links.values():
            found.setdefault(link.predecessor, []).append(link)
            found.setdefault(link.successor, []).append(link)
        return found

    @cached_property
    def resources_of(self) -> dict[int, list[int]]:
        """Resources on each task, in order."""
        found: dict[int, list[int]] = {}
        for each in self.plan.assignments.values():
            if each.resource is not None:
                found.setdefault(each.task, []).append(each.resource)
        return {task: sorted(resources) for task, resources in found.items()}

    def drivers(self, task: int) -> list[tuple[int, int, str]]:
        """What drives a task: number of the link, number of the predecessor, and its edge that the link counts from.

        Links into the summaries above count where the task has no driving links of its own.
        """
        node = self.index[task]
        if self.roles[node] != LEAF:
            return []
        rows = self._driving.get(node, [])
        gate = self._gates[node]
        while not rows and gate >= 0:
            rows = self._driving.get(gate, [])
            gate = self._gates[gate]
        return [self._end(row) for row in rows]

    def nearly_driving(self, task: int) -> list[tuple[int, int, str]]:
        """All links into a task as in :meth:`drivers`, those that could slip least before they drive first."""
        node = self.schedule.compiled.network.tasks[self.index[task]]
        slack = self.schedule.drivers.slack
        rows = range(int(node["predecessors"]), int(node["predecessors_end"]))
        return [self._end(row) for row in sorted(rows, key=lambda row: (abs(int(slack[row])), self._end(row)))]

    def _end(self, row: int) -> tuple[int, int, str]:
        node, kind = self._links[row]
        return self.schedule.compiled.link_ids[row], self.task_ids[node], FINISH if kind in FROM_FINISH else START

    def is_summary(self, task: int) -> bool:
        """Whether a task has its dates from the rows below it."""
        return self.outline.is_summary(task)


class Measure:
    """Spans between instants in the working time of one calendar: the new plan's project calendar."""

    def __init__(self, schedule: Schedule) -> None:
        compiled = schedule.compiled
        self.working_time = compiled.calendars.working_time
        self.calendar = compiled.calendars.at(compiled.plan.project.calendar)
        self._known: dict[tuple[int, int], Length] = {}

    def slip(self, before: int, after: int) -> Length:
        """From ``before`` to ``after``, later is positive; calendar time where no working time lies between."""
        if NEVER in (before, after) or before == after:
            return Length(0)
        found = self._known.get((before, after))
        if found is None:
            found = self._known[before, after] = self._slip(before, after)
        return found

    def _slip(self, before: int, after: int) -> Length:
        span = int(work_between(self.working_time, self.calendar, before, after))
        if span or self.is_same(before, after):
            return Length(span)
        return Length(after - before, elapsed=True)

    def is_same(self, before: int, after: int) -> bool:
        """Whether two instants are one moment: less than a minute apart, or the end of a shift and the start of the
        next."""
        if abs(before - after) < MINUTE:
            return True
        if NEVER in (before, after):
            return False
        one, other = min(before, after), max(before, after)
        ended = int(previous_finish(self.working_time, self.calendar, other))
        return ended == one and int(next_start(self.working_time, self.calendar, one)) == other
