"""Short ways from a text to rows of a solved network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.schedule import compile_plan, solve
from tests.drawn import build, id_of

if TYPE_CHECKING:
    import numpy as np

    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule, TaskDates
    from headway.core.schedule.compiled import Compiled

START = "project: start 2027-03-01"


def plan_from(text: str, options: str = "") -> Plan:
    """The plan of a list of tasks that starts on Monday 2027-03-01; ``options`` are words of the project line."""
    return build(f"{START}; {options}\n{text}")


def compiled_from(text: str, options: str = "") -> Compiled:
    return compile_plan(plan_from(text, options))


def solved_from(text: str, options: str = "") -> Schedule:
    return solve(compiled_from(text, options))


def node(compiled: Compiled, name: str) -> int:
    """Node of the task with that name."""
    return compiled.index[id_of(compiled.plan, name)]


def dates_of(found: Schedule, name: str) -> TaskDates:
    return found.dates(id_of(found.compiled.plan, name))


def solved_row(found: Schedule, name: str) -> np.void:
    """The row of ``DATES`` of a task."""
    row: np.void = found.arrays[node(found.compiled, name)]
    return row
