"""Scheduling from the command line: the one module that loads the engine, and says so when that takes long."""

from __future__ import annotations

from headway import formats
from headway.cli import kernels, loading, screen
from headway.core.plan.plan import Plan
from headway.core.schedule import Schedule, schedule


def schedule_file(asked: loading.Asked) -> tuple[formats.ReadResult, Schedule]:
    """Read a file and schedule its plan."""
    found = loading.read(asked)
    return found, schedule_plan(loading.plan_of(found, asked))


def schedule_plan(plan: Plan) -> Schedule:
    """Schedule a plan; tells the user when the engine must be compiled first."""
    rules = plan.project.rules
    warm = kernels.are_warm(rules)
    if not warm:
        screen.note(
            f"Compiling the engine once, up to {kernels.SECONDS} s; `headway warm` does it ahead of the first answer."
        )
    with screen.working("Scheduling" if warm else "Compiling the engine"):
        return schedule(plan)
