"""Float in working time: start, finish, total and free."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from headway.core.calendar.kernels import WorkingTime, work_between
from headway.core.schedule.network import (
    ALAP,
    ASIDE,
    FF,
    FINISHED,
    FLOAT_FINISH,
    FLOAT_START,
    FS,
    LEAF,
    LEVEL_OF_EFFORT,
    MUST_FINISH,
    MUST_START,
    NOT_STARTED,
    SF,
    SS,
    Dates,
    Ints,
    Network,
    Settings,
)
from headway.core.time import NEVER


class Floats(NamedTuple):
    """Spans, one entry a node; ``NEVER`` where there is none."""

    start: Ints
    finish: Ints
    total: Ints
    free: Ints


def new_floats(nodes: int) -> Floats:
    return Floats(*(np.full(nodes, NEVER, np.int64) for _ in range(4)))


@njit(nogil=True, cache=True)
def msproject_floats(net: Network, wt: WorkingTime, dates: Dates, floats: Floats) -> None:
    """Total float is the smaller of start and finish float; the finish float once the task has started."""
    for i in range(net.parent.size):
        if net.role[i] != LEAF or dates.late_finish[i] == NEVER or dates.early_start[i] == NEVER:
            continue
        if net.constraint[i] == ALAP:
            floats.start[i] = 0
            floats.finish[i] = 0
        else:
            c = net.calendar[i]
            floats.start[i] = work_between(wt, c, dates.early_start[i], dates.late_start[i])
            floats.finish[i] = work_between(wt, c, dates.early_finish[i], dates.late_finish[i])
        if net.progress[i] == NOT_STARTED:
            floats.total[i] = min(floats.start[i], floats.finish[i])
        else:
            floats.total[i] = floats.finish[i]
    for i in range(net.parent.size):
        if net.role[i] == LEAF and floats.total[i] != NEVER:
            floats.free[i] = msproject_free(net, wt, dates, floats, i)


@njit(nogil=True, cache=True)
def msproject_free(net: Network, wt: WorkingTime, dates: Dates, floats: Floats, i: int) -> int:
    """Smallest slip that moves no unfinished successor; total float without successors; never below zero."""
    if net.progress[i] == FINISHED:
        return 0
    free = NEVER
    for at in range(net.successor_ptr[i], net.successor_ptr[i + 1]):
        link = net.successor_link[at]
        s = net.link_successor[link]
        if net.progress[s] == FINISHED or net.role[s] == ASIDE or dates.early_start[s] == NEVER:
            continue
        kind = net.link_kind[link]
        begin = dates.start[i] if kind == SS or kind == SF else dates.finish[i]
        if net.role[s] == LEAF:
            end = dates.start[s] if kind == FS or kind == SS else dates.finish[s]
        else:
            end = dates.early_start[s]
        gap = work_between(wt, net.calendar[i], begin, end) - net.link_lag[link]
        if free == NEVER or gap < free:
            free = gap
    if free == NEVER:
        free = floats.total[i]
    return max(free, 0)


@njit(nogil=True, cache=True)
def p6_floats(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, floats: Floats, finish: int) -> None:
    """Total float by the project's choice (start, finish, smallest); finished activities have none."""
    for i in range(net.parent.size):
        if net.progress[i] == FINISHED or dates.late_finish[i] == NEVER or dates.early_start[i] == NEVER:
            continue
        c = net.calendar[i]
        floats.start[i] = work_between(wt, c, dates.early_start[i], dates.late_start[i])
        floats.finish[i] = work_between(wt, c, dates.early_finish[i], dates.late_finish[i])
        if settings.float_kind == FLOAT_START:
            floats.total[i] = floats.start[i]
        elif settings.float_kind == FLOAT_FINISH or net.progress[i] != NOT_STARTED:
            floats.total[i] = floats.finish[i]
        else:
            floats.total[i] = min(floats.start[i], floats.finish[i])
        floats.free[i] = 0 if net.role[i] == LEVEL_OF_EFFORT else p6_free(net, wt, dates, i, finish)


@njit(nogil=True, cache=True)
def p6_free(net: Network, wt: WorkingTime, dates: Dates, i: int, finish: int) -> int:
    """Smallest gap to a successor's early date; to the project finish without successors."""
    mandatory = net.constraint[i] == MUST_FINISH
    free = NEVER
    for at in range(net.successor_ptr[i], net.successor_ptr[i + 1]):
        link = net.successor_link[at]
        s = net.link_successor[link]
        if net.role[s] != LEAF or dates.early_start[s] == NEVER:
            continue
        kind = net.link_kind[link]
        if mandatory or (kind == SS and net.progress[i] != NOT_STARTED):
            gap = 0
        else:
            begin = dates.early_start[i] if kind == SS or kind == SF else dates.early_finish[i]
            end = dates.early_finish[s] if kind == FF or kind == SF else dates.early_start[s]
            gap = work_between(wt, net.calendar[i], begin, end) - net.link_lag[link]
        if free == NEVER or gap < free:
            free = gap
    if free != NEVER:
        return free
    if mandatory or net.constraint[i] == MUST_START:
        return 0
    return work_between(wt, net.calendar[i], dates.early_finish[i], finish)
