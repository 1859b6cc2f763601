"""Solve a compiled plan: forward, backward, scheduled dates, roll-up, float."""

from __future__ import annotations

import numpy as np

from headway.core.plan.plan import Rules
from headway.core.schedule import msproject, p6
from headway.core.schedule.compiled import Compiled
from headway.core.schedule.floats import Floats, msproject_floats, new_floats, p6_floats
from headway.core.schedule.network import ALAP, LEAF, Dates, new_dates
from headway.core.schedule.result import Schedule
from headway.core.schedule.rollup import roll_up
from headway.core.schedule.spans import span_ties, span_wbs
from headway.core.time import NEVER


def solve(compiled: Compiled) -> Schedule:
    """Dates and float of every task of a compiled plan."""
    dates = new_dates(compiled.network.role.size, NEVER)
    floats = new_floats(compiled.network.role.size)
    passes = solve_p6 if compiled.rules is Rules.P6 else solve_msproject
    finish = passes(compiled, dates, floats)
    return Schedule(compiled, dates, floats, finish)


def solve_msproject(compiled: Compiled, dates: Dates, floats: Floats) -> int:
    """MS Project's rules; returns the project finish."""
    network, settings = compiled.network, compiled.settings
    working_time = compiled.calendars.working_time
    if settings.from_finish:
        finish = settings.finish
        msproject.backward(network, working_time, dates, finish)
        leaves = (network.role == LEAF) & (dates.late_start != NEVER)
        start = int(dates.late_start[leaves].min()) if leaves.any() else settings.start
        settings = settings._replace(start=start)
        msproject.forward(network, working_time, settings, dates, False)
    else:
        msproject.forward(network, working_time, settings, dates, False)
        finish = last_finish(compiled, dates)
        msproject.backward(network, working_time, dates, finish)
    if (network.constraint == ALAP).any():
        msproject.forward(network, working_time, settings, dates, True)
    msproject.settle(network, dates)
    span_ties(network, working_time, settings, dates, finish)
    roll_up(network, dates)
    msproject_floats(network, working_time, dates, floats)
    return finish


def solve_p6(compiled: Compiled, dates: Dates, floats: Floats) -> int:
    """P6's rules; returns the project finish."""
    network, settings = compiled.network, compiled.settings
    working_time = compiled.calendars.working_time
    p6.forward(network, working_time, settings, dates)
    early = last_finish(compiled, dates)
    finish = max(early, settings.must_finish_by)
    p6.backward(network, working_time, settings, dates, finish)
    p6.settle(network, dates)
    span_ties(network, working_time, settings, dates, finish)
    p6_floats(network, working_time, settings, dates, floats, early)
    p6.forget_finished(network, dates)
    roll_up(network, dates)
    span_wbs(network, dates)
    return early


def last_finish(compiled: Compiled, dates: Dates) -> int:
    """Latest early finish of all scheduled leaves; the project start when there is none."""
    leaves = compiled.network.role == LEAF
    finishes = dates.early_finish[leaves]
    return max(int(finishes.max()), compiled.settings.start) if finishes.size else compiled.settings.start
