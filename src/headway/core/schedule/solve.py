"""Solve a compiled plan: passes, scheduled dates, roll-up, float."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.plan import Rules
from headway.core.schedule import msproject, p6
from headway.core.schedule.floats import msproject_floats, p6_floats
from headway.core.schedule.passes import run_passes
from headway.core.schedule.result import Schedule
from headway.core.schedule.rollup import roll_up
from headway.core.schedule.spans import span_ties, span_wbs

if TYPE_CHECKING:
    from headway.core.schedule.compiled import Compiled


def solve(compiled: Compiled) -> Schedule:
    """Dates and float of every task of a compiled plan."""
    network, order, working_time = compiled.network, compiled.order, compiled.calendars.working_time
    passes = run_passes(compiled)
    settings, dates = passes.settings, passes.dates
    if compiled.rules is Rules.P6:
        p6.settle(network, dates)
        span_ties(network, order, working_time, settings, dates, passes.finish)
        p6_floats(network, working_time, settings, dates, passes.early_finish)
        roll_up(network, order, dates)
        span_wbs(network, dates)
    else:
        msproject.settle(network, dates)
        span_ties(network, order, working_time, settings, dates, passes.finish)
        roll_up(network, order, dates)
        msproject_floats(network, working_time, dates)
    return Schedule(compiled, dates, passes.early_finish)
