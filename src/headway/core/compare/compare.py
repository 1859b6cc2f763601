"""Compare a schedule with the dates that the source file saved, leaf task by leaf task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.calendar.kernels import work_between
from headway.core.plan.entities import SavedDates, TaskKind
from headway.core.time import TENTHS_PER_MINUTE

if TYPE_CHECKING:
    from headway.core.schedule import Schedule, TaskDates

INSTANTS = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
FIELDS = (*INSTANTS, "total_float")
TOLERANCE = TENTHS_PER_MINUTE
"""Less than a minute apart is the same instant."""
WORKING_TOLERANCE = 3
"""So are instants with less than 0.3 working minutes between them: Friday 17:00 and Monday 08:00."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one task: what the file saved and what was computed (instants, or spans for float)."""

    task: int
    field: str
    saved: int
    computed: int | None


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How many leaf tasks have the field saved, and on how many of them both agree."""

    compared: int
    equal: int

    @property
    def share(self) -> float:
        """Share of equal fields; 1 when there was nothing to compare."""
        return self.equal / self.compared if self.compared else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Agreement per field, tasks on which every field agrees, and every difference in the plan's order."""

    fields: dict[str, FieldCount]
    tasks: int
    tasks_equal: int
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        """Share of leaf tasks that agree in every field that the file saved."""
        return self.tasks_equal / self.tasks if self.tasks else 1.0


def compare(schedule: Schedule) -> Comparison:
    """Compare with ``plan.saved``; active leaf tasks only, fields that the file left empty count as equal."""
    plan = schedule.compiled.plan
    parents = {t.parent for t in plan.tasks.values()}
    differences: list[Difference] = []
    compared = dict.fromkeys(FIELDS, 0)
    equal = dict.fromkeys(FIELDS, 0)
    tasks = tasks_equal = 0
    for task in plan.tasks.values():
        saved = plan.saved.get(task.id)
        if saved is None or task.id in parents or task.kind is TaskKind.WBS or task.inactive:
            continue
        tasks += 1
        before = len(differences)
        computed = schedule.dates(task.id)
        for field in FIELDS:
            expected: int | None = getattr(saved, field)
            if expected is None:
                continue
            compared[field] += 1
            if agrees(schedule, saved, computed, field):
                equal[field] += 1
            else:
                differences.append(Difference(task.id, field, expected, getattr(computed, field)))
        tasks_equal += len(differences) == before
    return Comparison({f: FieldCount(compared[f], equal[f]) for f in FIELDS}, tasks, tasks_equal, tuple(differences))


def agrees(schedule: Schedule, saved: SavedDates, computed: TaskDates, field: str) -> bool:
    """Whether one saved field equals the computed one within the tolerance."""
    expected: int = getattr(saved, field)
    value: int | None = getattr(computed, field)
    if value is None:
        return False
    if abs(expected - value) < TOLERANCE:
        return True
    if field == "total_float":
        return False
    compiled = schedule.compiled
    calendar = int(compiled.network.tasks[compiled.index[saved.task]]["calendar"])
    apart = work_between(compiled.calendars.working_time, calendar, min(expected, value), max(expected, value))
    return bool(abs(apart) < WORKING_TOLERANCE)
