"""Scheduling from the command line: the one module that loads the engine, and says so when that takes long."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from headway import formats
from headway.cli import kernels, loading, screen, warming
from headway.core.plan.plan import Plan, Rules
from headway.core.schedule import Schedule, schedule

_P6_ENDINGS = (".xer", ".pmxml")
OWN = ".headway"


def schedule_file(
    asked: loading.Asked, meanwhile: Callable[[], None] | None = None
) -> tuple[formats.ReadResult, Schedule]:
    """Read a file and schedule its plan.

    The file is read by a child process; the engine loads its compiled kernels at the same time, and whatever else
    ``meanwhile`` gets ready.
    """
    if asked.file.suffix.lower() == OWN:
        # No child process reads it: there is nothing to wait for.
        found = loading.read(asked)
        return found, schedule_plan(loading.plan_of(found, asked))
    loader = Thread(target=get_ready, args=(likely_rules(asked), meanwhile))
    loader.start()
    try:
        found = loading.read(asked)
    finally:
        loader.join()
    return found, schedule_plan(loading.plan_of(found, asked))


def likely_rules(asked: loading.Asked) -> Rules:
    """Whose rules the file will want, before it is read; a wrong guess costs nothing but idle time."""
    if asked.rules is not None:
        return asked.rules
    return Rules.P6 if asked.file.suffix.lower() in _P6_ENDINGS else Rules.MSPROJECT


def get_ready(rules: Rules, meanwhile: Callable[[], None] | None) -> None:
    """What can be done before the plan is known."""
    load_kernels(rules)
    if meanwhile is not None:
        meanwhile()


def load_kernels(rules: Rules) -> None:
    """Load the compiled kernels for these rules by dating a small plan; nothing where they are still to compile."""
    if kernels.are_warm(rules):
        schedule(warming.small_plan(rules))


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
