"""Activities whose dates others decide: level of effort, hammock, WBS summary.

A level-of-effort activity runs from the first of the dates that its start is tied to, to the last of those that its finish is
tied to; it never moves another activity.
"""

from __future__ import annotations

from numba import njit

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, previous_finish
from headway.core.schedule.network import (
    BY_SPAN,
    FF,
    FINISHED,
    FS,
    HAMMOCK,
    LEAF,
    LEVEL_OF_EFFORT,
    NOT_STARTED,
    SF,
    SS,
    WBS_SUMMARY,
    Dates,
    Network,
    Settings,
)
from headway.core.schedule.rollup import widen
from headway.core.time import NEVER

START_TIE, FINISH_TIE = 0, 1


@njit(nogil=True, cache=True)
def tied_end(net: Network, link: int, i: int) -> int:
    """Which end of activity ``i`` the link ties."""
    kind = net.link_kind[link]
    if net.link_successor[link] == i:
        return START_TIE if kind == SS or kind == FS else FINISH_TIE
    return START_TIE if kind == SS or kind == SF else FINISH_TIE


@njit(nogil=True, cache=True)
def other_end(net: Network, dates: Dates, link: int, i: int, late: bool) -> int:
    """The date at the other end of the link: actual when there is one."""
    kind = net.link_kind[link]
    if net.link_successor[link] == i:
        j = net.link_predecessor[link]
        at_start = kind == SS or kind == SF
    else:
        j = net.link_successor[link]
        at_start = kind == SS or kind == FS
    if at_start:
        if net.progress[j] != NOT_STARTED and net.role[j] == LEAF:
            return net.actual_start[j]
        return dates.late_start[j] if late else dates.early_start[j]
    if net.progress[j] == FINISHED and net.role[j] == LEAF:
        return net.actual_finish[j]
    return dates.late_finish[j] if late else dates.early_finish[j]


@njit(nogil=True, cache=True)
def tie(net: Network, wt: WorkingTime, dates: Dates, i: int, end: int, late: bool) -> int:
    """First date tied to the start, or last tied to the finish; ``NEVER`` without ties."""
    found = NEVER
    for side in range(2):
        first = net.predecessor_ptr[i] if side == 0 else net.successor_ptr[i]
        last = net.predecessor_ptr[i + 1] if side == 0 else net.successor_ptr[i + 1]
        for at in range(first, last):
            link = at if side == 0 else net.successor_link[at]
            if tied_end(net, link, i) != end:
                continue
            moment = other_end(net, dates, link, i, late)
            if moment == NEVER:
                continue
            lag = net.link_lag[link] if side == 0 else -net.link_lag[link]
            moment = add_work(wt, net.link_calendar[link], moment, lag)
            found = widen(found, moment) if end == START_TIE else max(found, moment)
    return found


@njit(nogil=True, cache=True)
def span_one(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, project_finish: int) -> None:
    c = net.calendar[i]
    start = tie(net, wt, dates, i, START_TIE, False)
    if start == NEVER:
        start = settings.start
    start = next_start(wt, c, start)
    finish = tie(net, wt, dates, i, FINISH_TIE, False)
    finish = start if finish == NEVER else max(previous_finish(wt, c, finish), start)
    late_start = tie(net, wt, dates, i, START_TIE, True)
    late_finish = tie(net, wt, dates, i, FINISH_TIE, True)
    late_finish = project_finish if late_finish == NEVER else previous_finish(wt, c, late_finish)
    late_start = late_finish if late_start == NEVER else min(next_start(wt, c, late_start), late_finish)
    early_start = start
    if settings.data_date != NEVER and early_start < settings.data_date:
        early_start = next_start(wt, c, settings.data_date)
    dates.start[i] = start
    dates.finish[i] = finish
    dates.early_start[i] = min(early_start, finish)
    dates.early_finish[i] = finish
    dates.late_start[i] = late_start
    dates.late_finish[i] = late_finish
    dates.cause[i] = BY_SPAN


@njit(nogil=True, cache=True)
def span_ties(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, project_finish: int) -> None:
    """Dates of level-of-effort activities and hammocks, in the order of the network."""
    for i in net.order:
        if net.role[i] == LEVEL_OF_EFFORT or net.role[i] == HAMMOCK:
            span_one(net, wt, settings, dates, i, project_finish)


@njit(nogil=True, cache=True)
def span_wbs(net: Network, dates: Dates) -> None:
    """WBS summary activities span their WBS element: scheduled dates of all, early and late ones of the unfinished."""
    n = net.parent.size
    for i in range(n):
        if net.role[i] != WBS_SUMMARY or net.parent[i] < 0:
            continue
        p = net.parent[i]
        dates.start[i] = dates.start[p]
        dates.finish[i] = dates.finish[p]
        dates.early_start[i] = dates.early_start[p]
        dates.early_finish[i] = dates.early_finish[p]
        dates.late_start[i] = dates.late_start[p]
        dates.late_finish[i] = dates.late_finish[p]
        dates.cause[i] = BY_SPAN
