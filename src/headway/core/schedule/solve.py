"""Solve a compiled plan: forward, backward, scheduled dates, roll-up, float."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from headway.core.plan.plan import Rules
from headway.core.schedule import msproject, p6
from headway.core.schedule.floats import msproject_floats, p6_floats
from headway.core.schedule.network import ALAP, FINISHED, LEAF, SUMMARY, Finishes, Records, new_dates
from headway.core.schedule.result import Schedule
from headway.core.schedule.rollup import roll_up
from headway.core.schedule.spans import span_ties, span_wbs
from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled


def solve(compiled: Compiled) -> Schedule:
    """Dates and float of every task of a compiled plan."""
    dates = new_dates(compiled.network.tasks.size)
    passes = solve_p6 if compiled.rules is Rules.P6 else solve_msproject
    finish = passes(compiled, dates)
    return Schedule(compiled, dates, finish)


def solve_msproject(compiled: Compiled, dates: Records) -> int:
    """MS Project's rules; returns the project finish."""
    network, order, settings = compiled.network, compiled.order, compiled.settings
    working_time = compiled.calendars.working_time
    if settings.from_finish:
        finish = settings.finish
        msproject.backward(network, order, working_time, dates, finish)
        leaves = (network.tasks["role"] == LEAF) & (dates["late_start"] != NEVER)
        start = int(dates["late_start"][leaves].min()) if leaves.any() else settings.start
        settings = settings._replace(start=start)
        msproject.forward(network, order, working_time, settings, dates, False)
    else:
        msproject.forward(network, order, working_time, settings, dates, False)
        finish = last_finish(compiled, dates)
        msproject.backward(network, order, working_time, dates, finish)
    if (network.tasks["constraint"] == ALAP).any():
        msproject.forward(network, order, working_time, settings, dates, True)
    msproject.settle(network, dates)
    span_ties(network, order, working_time, settings, dates, finish)
    roll_up(network, order, dates)
    msproject_floats(network, working_time, dates)
    return finish


def solve_p6(compiled: Compiled, dates: Records) -> int:
    """P6's rules; returns the project finish."""
    network, order, settings = compiled.network, compiled.order, compiled.settings
    working_time = compiled.calendars.working_time
    p6.forward(network, order, working_time, settings, dates)
    early = last_finish(compiled, dates)
    finish = max(early, settings.must_finish_by, kept_finish(compiled))
    p6.backward(network, order, working_time, settings, dates, Finishes(early, finish))
    p6.settle(network, dates)
    span_ties(network, order, working_time, settings, dates, finish)
    p6_floats(network, working_time, settings, dates, early)
    roll_up(network, order, dates)
    span_wbs(network, dates)
    return early


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
