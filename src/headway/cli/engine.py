"""Scheduling from the command line: the one module that loads the engine, and says so when that takes long."""

from __future__ import annotations

from headway import formats
from headway.cli import kernels, loading, screen, warming
from headway.core.plan.plan import Plan, Rules
from headway.core.schedule import Schedule, schedule


def schedule_file(asked: loading.Asked) -> tuple[formats.ReadResult, Schedule]:
    """Read a file and schedule its plan."""
    found = loading.read(asked)
    return found, schedule_plan(loading.plan_of(found, asked))


def schedule_plan(plan: Plan) -> Schedule:
    """Schedule a plan; compiles the engine first where that is still to do."""
    make_warm(plan.project.rules)
    with screen.working("Scheduling"):
        return schedule(plan)


def make_warm(rules: Rules) -> None:
    """Compile the engine for these rules unless it is, and tell the user why it takes so long."""
    if kernels.are_warm(rules):
        return
    screen.note(
        f"Compiling the engine once, about {kernels.SECONDS} s; `headway warm` does it ahead of the first answer."
    )
    with screen.working("Compiling the engine"):
        warming.warm(rules)
