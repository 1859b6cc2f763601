"""Where a task would start if some of what holds it gave way: its own step of the forward pass, run again.

Nothing here knows the rules: the engine's own kernel decides, on a copy in which links, a constraint or a date are left
out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from headway.core.schedule import msproject, p6
from headway.core.schedule.explain.facts import Facts, node_index
from headway.core.schedule.network import ALAP, ASIDE, EXTERNAL, MANUAL, NOT_STARTED, Records, Settings
from headway.core.time import NEVER, TENTHS_PER_WEEK

FAR = 52 * 20 * TENTHS_PER_WEEK
"""A start this long before the project's means that nothing holds the task."""


class Hold(NamedTuple):
    """Something that can hold a start: a link (``row``), or one of the dates a task has or the project sets."""

    cause: str
    row: int = -1


DELAY = Hold("delay")
"""Moves what the others ask; it asks for nothing alone."""
DATA_DATE = Hold("data_date")
PROJECT_START = Hold("project_start")


@dataclass(frozen=True, slots=True)
class Probe:
    """One task of the network, on copies that can be changed."""

    facts: Facts
    node: int
    tasks: Records = field(repr=False)
    dates: Records = field(repr=False)

    @classmethod
    def of(cls, facts: Facts, node: int) -> Probe:
        return cls(facts, node, facts.net.tasks.copy(), facts.passes.weighed.copy())

    @property
    def floor(self) -> int:
        """Where a task starts that nothing holds."""
        return self.facts.passes.settings.start - FAR

    def holds(self) -> list[Hold]:
        """All that can hold the start of this task."""
        facts, node = self.facts, self.node
        task = facts.net.tasks[node]
        found = [Hold("link", row) for row in self.rows()]
        if task["constraint"] not in (0, ALAP) and task["constraint_date"] != NEVER:
            found.append(Hold("constraint"))
        if task["second"] not in (0, ALAP) and task["second_date"] != NEVER:
            found.append(Hold("secondary_constraint"))
        if self.has_gate():
            found.append(Hold("summary"))
        if task["delay"] > 0:
            found.append(DELAY)
        if task["external_early_start"] != NEVER:
            found.append(Hold("external"))
        if facts.is_p6 and task["progress"] != NOT_STARTED and task["resume"] != NEVER:
            found.append(Hold("resume"))
        found.extend(self.floors(bool(task["progress"] != NOT_STARTED)))
        return found

    def floors(self, started: bool) -> list[Hold]:
        """What holds a task that nothing else holds: the project's start or the data date."""
        compiled, settings = self.facts.schedule.compiled, self.facts.passes.settings
        if not self.facts.is_p6:
            moved = [DATA_DATE] if settings.not_before_data_date else []
            return [*moved, PROJECT_START]
        own = compiled.plan.project.start
        if started or self.rows() or own is None or own < settings.data_date:
            return [DATA_DATE]
        return [PROJECT_START]

    def rows(self) -> list[int]:
        """Links into the task that the engine looks at."""
        net, task = self.facts.net, self.facts.net.tasks[self.node]
        rows = range(int(task["predecessors"]), int(task["predecessors_end"]))
        if self.facts.is_p6:
            return [row for row in rows if not p6.is_ignored(net, self.facts.passes.settings, row)]
        return [row for row in rows if net.tasks["role"][net.links["predecessor"][row]] != ASIDE]

    def has_gate(self) -> bool:
        """Whether logic on a summary above asks for more than the project's start."""
        gate = self.facts.get(self.node, "gate")
        if gate < 0:
            return False
        asks = self.facts.weighed(gate, "early_start") > self.facts.passes.settings.start
        return asks or self.facts.weighed(gate, "bound_finish") != NEVER

    def start(self, held_by: set[Hold]) -> int:
        """Start of the task (of its remaining work, under P6) when only these hold it."""
        facts, node = self.facts, self.node
        self.tasks[node] = facts.net.tasks[node]
        row = self.tasks[node]
        links = facts.net.links[sorted(hold.row for hold in held_by if hold.cause == "link")]
        row["predecessors"], row["predecessors_end"] = 0, links.size
        row["marks"] = int(row["marks"]) & ~(MANUAL | EXTERNAL)
        causes = {hold.cause for hold in held_by}
        for cause, column, empty in (
            ("constraint", "constraint", 0),
            ("secondary_constraint", "second", 0),
            ("summary", "gate", -1),
            ("delay", "delay", 0),
            ("external", "external_early_start", NEVER),
            ("resume", "resume", NEVER),
        ):
            if cause not in causes:
                row[column] = empty
        net = facts.net._replace(tasks=self.tasks, links=links)
        wt, i = facts.schedule.compiled.calendars.working_time, node_index(node)
        settings = self.settings(causes)
        if not facts.is_p6:
            msproject.forward_open(net, wt, settings, self.dates, i, facts.passes.late)
        elif row["progress"] == NOT_STARTED:
            p6.forward_open(net, wt, settings, self.dates, i)
        else:
            p6.forward_started(net, wt, settings, self.dates, i)
        return int(self.dates["early_start"][node])

    def settings(self, causes: set[str]) -> Settings:
        """The project's settings, without its start or data date where those do not hold."""
        facts, settings = self.facts, self.facts.passes.settings
        if not facts.is_p6:
            start = settings.start if "project_start" in causes else self.floor
            return settings._replace(
                start=start, not_before_data_date=settings.not_before_data_date if "data_date" in causes else 0
            )
        own = facts.schedule.compiled.plan.project.start
        data_date = settings.data_date if "data_date" in causes else self.floor
        start = own if own is not None and "project_start" in causes else self.floor
        return settings._replace(data_date=data_date, start=max(start, data_date))
