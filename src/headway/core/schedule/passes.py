"""The forward and backward passes of a compiled plan, by its rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from headway.core.plan.plan import Rules
from headway.core.schedule import msproject, p6
from headway.core.schedule.network import ALAP, FINISHED, LEAF, SUMMARY, Finishes, Records, Settings, new_dates
from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled


@dataclass(frozen=True, slots=True)
class Passes:
    """What the passes give, before dates are settled, summaries rolled up and floats computed."""

    settings: Settings
    """The plan's, with the project start that scheduling from the finish found."""
    dates: Records
    weighed: Records
    """Dates as they were when each link was weighed: before P6 moved tasks as late as possible."""
    late: bool
    """MS Project: tasks as late as possible push their successors."""
    early_finish: int
    """Latest early finish (instant)."""
    finish: int
    """Project finish that late dates count from."""


def run_passes(compiled: Compiled) -> Passes:
    """Early and late dates of every node."""
    return p6_passes(compiled) if compiled.rules is Rules.P6 else msproject_passes(compiled)


def msproject_passes(compiled: Compiled) -> Passes:
    """From the start, forward first; from the finish, backward first, which finds the project start."""
    net, order, settings = compiled.network, compiled.order, compiled.settings
    working_time = compiled.calendars.working_time
    dates = new_dates(net.tasks.size)
    if settings.from_finish:
        finish = settings.finish
        msproject.backward(net, order, working_time, dates, finish)
        leaves = (net.tasks["role"] == LEAF) & (dates["late_start"] != NEVER)
        if leaves.any():
            settings = settings._replace(start=int(dates["late_start"][leaves].min()))
        msproject.forward(net, order, working_time, settings, dates, False)
    else:
        msproject.forward(net, order, working_time, settings, dates, False)
        finish = last_finish(compiled, dates)
        msproject.backward(net, order, working_time, dates, finish)
    late = bool((net.tasks["constraint"] == ALAP).any())
    if late:
        msproject.forward(net, order, working_time, settings, dates, True)
    return Passes(settings, dates, dates, late, finish, finish)


def p6_passes(compiled: Compiled) -> Passes:
    """Forward from the data date, backward from the project finish or from what it must finish by."""
    net, order, settings = compiled.network, compiled.order, compiled.settings
    working_time = compiled.calendars.working_time
    dates = new_dates(net.tasks.size)
    p6.forward(net, order, working_time, settings, dates)
    early = last_finish(compiled, dates)
    finish = max(early, settings.must_finish_by, kept_finish(compiled))
    late = bool((net.tasks["constraint"] == ALAP).any())
    weighed = dates.copy() if late else dates
    p6.backward(net, order, working_time, settings, dates, Finishes(early, finish))
    if late:
        for name in ("late_start", "late_finish", "limit_start", "bound_finish"):
            weighed[name] = dates[name]
    return Passes(settings, dates, weighed, False, early, finish)


def kept_finish(compiled: Compiled) -> int:
    """A project with nothing left to do keeps the finish it has; ``NEVER`` while work remains."""
    tasks = compiled.network.tasks
    done = bool((tasks["progress"][tasks["role"] == LEAF] == FINISHED).all())
    finish = compiled.plan.project.finish
    return finish if done and finish is not None else NEVER


def last_finish(compiled: Compiled, dates: Records) -> int:
    """Latest early finish of all scheduled tasks; the project start when there is none."""
    scheduled = np.isin(compiled.network.tasks["role"], (LEAF, SUMMARY))
    finishes = dates["early_finish"][scheduled]
    return max(int(finishes.max()), compiled.settings.start) if finishes.size else compiled.settings.start
