"""Why a computed date may differ from the saved one: what the plan itself shows, and no guesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from headway.core.compare import Comparison, Difference
from headway.core.plan.entities import Task
from headway.core.schedule import Schedule

EARLY = ("start", "finish", "early_start", "early_finish")
LATE = ("late_start", "late_finish")


@dataclass(frozen=True, slots=True)
class Differing:
    """Which fields differ on which task, and who is linked to whom."""

    schedule: Schedule
    fields: Mapping[int, frozenset[str]]
    predecessors: Mapping[int, tuple[int, ...]]
    successors: Mapping[int, tuple[int, ...]]
    warned: frozenset[int]

    def reason(self, difference: Difference) -> str | None:
        """A reason, or ``None`` when the plan shows none."""
        task = self.schedule.compiled.plan.tasks[difference.task]
        if difference.computed is None:
            return "our rules give the task no such date"
        if difference.field == "total_float":
            return self._of_float(task)
        linked = self.predecessors if difference.field in EARLY else self.successors
        fields = EARLY if difference.field in EARLY else LATE
        return self._of_its_own(task) or self._of_linked(task, linked, fields)

    def _of_float(self, task: Task) -> str | None:
        """Float is late less early, so it differs with them."""
        own = [field for field in (*EARLY, *LATE) if field in self.fields[task.id]]
        return f"follows from its {own[-1].replace('_', ' ')}" if own else self._of_its_own(task)

    def _of_its_own(self, task: Task) -> str | None:
        progress = task.progress
        resumed = progress is not None and progress.resume is not None
        kinds = (
            (task.id in self.warned, "part of a loop or of a link that was left out"),
            (task.manual is not None, "scheduled manually"),
            (task.inactive, "inactive"),
            (bool(task.parts), "split into parts"),
            (task.levelling_delay != 0, "delayed by levelling"),
            (task.external_link, "stands for a task of another project"),
            (resumed, "interrupted and resumed"),
            (task.recurring, "recurring"),
        )
        return next((text for holds, text in kinds if holds), None)

    def _of_linked(self, task: Task, linked: Mapping[int, tuple[int, ...]], fields: tuple[str, ...]) -> str | None:
        for other in linked.get(task.id, ()):
            if self.fields.get(other, frozenset()) & frozenset(fields):
                kind = "predecessor" if linked is self.predecessors else "successor"
                return f"its {kind} “{self.schedule.compiled.plan.tasks[other].name}” differs"
        return None


def differing(comparison: Comparison, schedule: Schedule) -> Differing:
    """All differences of a comparison, by task."""
    plan = schedule.compiled.plan
    fields: dict[int, set[str]] = defaultdict(set)
    for difference in comparison.differences:
        fields[difference.task].add(difference.field)
    predecessors: dict[int, list[int]] = defaultdict(list)
    successors: dict[int, list[int]] = defaultdict(list)
    for link in plan.links.values():
        predecessors[link.successor].append(link.predecessor)
        successors[link.predecessor].append(link.successor)
    warned = {task for warning in schedule.compiled.warnings for task in warning.tasks}
    return Differing(
        schedule,
        {task: frozenset(found) for task, found in fields.items()},
        {task: tuple(found) for task, found in predecessors.items()},
        {task: tuple(found) for task, found in successors.items()},
        frozenset(warned),
    )
