"""What the engine answers: dates and float of every task, with reasons on demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headway.core.plan.plan import CriticalRule
from headway.core.schedule.drivers import Drivers, find_drivers, within_float
from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled
    from headway.core.schedule.network import Mask, Records

ENGINE_VERSION = "1"


@dataclass(frozen=True, slots=True)
class TaskDates:
    """Instants and spans (tenths of a minute) of one task; ``None`` where the rules give none."""

    start: int | None
    finish: int | None
    early_start: int | None
    early_finish: int | None
    late_start: int | None
    late_finish: int | None
    total_float: int | None
    free_float: int | None
    start_float: int | None
    finish_float: int | None
    critical: bool


@dataclass(frozen=True)
class Schedule:
    """The solved plan, as arrays; :meth:`dates` gives one task's."""

    compiled: Compiled
    arrays: Records
    """``DATES``, one a node."""
    finish: int
    """Project finish (instant)."""

    def dates(self, task_id: int) -> TaskDates:
        """Dates of one task.  ``KeyError`` when the plan has no such task."""
        i = self.compiled.index[task_id]
        row = self.arrays[i]
        return TaskDates(
            start=present(row["start"]),
            finish=present(row["finish"]),
            early_start=present(row["early_start"]),
            early_finish=present(row["early_finish"]),
            late_start=present(row["late_start"]),
            late_finish=present(row["late_finish"]),
            total_float=present(row["total_float"]),
            free_float=present(row["free_float"]),
            start_float=present(row["start_float"]),
            finish_float=present(row["finish_float"]),
            critical=bool(self.critical[i]),
        )

    @cached_property
    def drivers(self) -> Drivers:
        """Which links decide where tasks start; found on first use."""
        return find_drivers(self)

    @cached_property
    def critical(self) -> Mask:
        """Critical tasks by the project's rule (float limit or longest path), one entry a task."""
        if self.compiled.plan.project.critical_rule is CriticalRule.LONGEST_PATH:
            return self.drivers.longest_path()
        return within_float(self, self.compiled.settings.critical_float)


def present(value: int) -> int | None:
    """An array entry as an optional int."""
    return None if value == NEVER else int(value)
