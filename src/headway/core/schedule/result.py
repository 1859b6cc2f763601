"""What the engine answers: dates and float of every task, with reasons on demand."""

from __future__ import annotations

from dataclasses import dataclass

from headway.core.schedule.compiled import Compiled
from headway.core.schedule.floats import Floats
from headway.core.schedule.network import ASIDE, FINISHED, Dates
from headway.core.time import NEVER

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


@dataclass(frozen=True, slots=True)
class Schedule:
    """The solved plan, as arrays; :meth:`dates` gives one task's."""

    compiled: Compiled
    arrays: Dates
    floats: Floats
    finish: int
    """Project finish (instant)."""

    def dates(self, task_id: int) -> TaskDates:
        """Dates of one task.  ``KeyError`` when the plan has no such task."""
        i = self.compiled.index[task_id]
        a, f = self.arrays, self.floats
        return TaskDates(
            start=present(a.start[i]),
            finish=present(a.finish[i]),
            early_start=present(a.early_start[i]),
            early_finish=present(a.early_finish[i]),
            late_start=present(a.late_start[i]),
            late_finish=present(a.late_finish[i]),
            total_float=present(f.total[i]),
            free_float=present(f.free[i]),
            start_float=present(f.start[i]),
            finish_float=present(f.finish[i]),
            critical=self.is_critical(i),
        )

    def is_critical(self, i: int) -> bool:
        """Whether node ``i`` is critical: float at most the project's limit, and not yet done."""
        total = self.floats.total[i]
        net = self.compiled.network
        if total == NEVER or net.role[i] == ASIDE or net.progress[i] == FINISHED:
            return False
        return bool(total <= self.compiled.settings.critical_float)


def present(value: int) -> int | None:
    """An array entry as an optional int."""
    return None if value == NEVER else int(value)
