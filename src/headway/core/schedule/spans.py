"""Activities whose dates others decide: level of effort, hammock, WBS summary.

A level-of-effort activity runs from the first of the dates that its start is tied to, to the last of those that its
finish is tied to; it never moves another activity.
"""

from __future__ import annotations

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, previous_finish
from headway.core.kernel import inlined, kernel
from headway.core.schedule.network import (
    BY_SPAN,
    FINISHED,
    FS,
    HAMMOCK,
    LEAF,
    LEVEL_OF_EFFORT,
    NOT_STARTED,
    SF,
    SS,
    WBS_SUMMARY,
    Network,
    Order,
    Records,
    Settings,
)
from headway.core.schedule.rollup import widen
from headway.core.time import NEVER

START_TIE, FINISH_TIE = 0, 1


@inlined
def tied_end(net: Network, link: int, i: int) -> int:
    """Which end of activity ``i`` the link ties."""
    links = net.links
    kind = links[link].kind
    if links[link].successor == i:
        return START_TIE if kind == SS or kind == FS else FINISH_TIE
    return START_TIE if kind == SS or kind == SF else FINISH_TIE


@inlined
def other_end(net: Network, dates: Records, link: int, i: int, late: bool) -> int:
    """The date at the other end of the link: actual when there is one."""
    tasks, links = net.tasks, net.links
    kind = links[link].kind
    if links[link].successor == i:
        j = links[link].predecessor
        at_start = kind == SS or kind == SF
    else:
        j = links[link].successor
        at_start = kind == SS or kind == FS
    if at_start:
        if tasks[j].progress != NOT_STARTED and tasks[j].role == LEAF:
            return tasks[j].actual_start
        return dates[j].late_start if late else dates[j].early_start
    if tasks[j].progress == FINISHED and tasks[j].role == LEAF:
        return tasks[j].actual_finish
    return dates[j].late_finish if late else dates[j].early_finish


@kernel
def tie(net: Network, wt: WorkingTime, dates: Records, i: int, end: int, late: bool) -> int:
    """First date tied to the start, or last tied to the finish; ``NEVER`` without ties."""
    tasks, links, outgoing = net.tasks, net.links, net.outgoing
    found = NEVER
    for side in range(2):
        first = tasks[i].predecessors if side == 0 else tasks[i].successors
        last = tasks[i].predecessors_end if side == 0 else tasks[i].successors_end
        for at in range(first, last):
            link = at if side == 0 else outgoing[at]
            if tied_end(net, link, i) != end:
                continue
            moment = other_end(net, dates, link, i, late)
            if moment == NEVER:
                continue
            lag = links[link].lag if side == 0 else -links[link].lag
            moment = add_work(wt, links[link].calendar, moment, lag)
            found = widen(found, moment) if end == START_TIE else max(found, moment)
    return found


@kernel
def span_one(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, project_finish: int) -> None:
    tasks = net.tasks
    c = tasks[i].calendar
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
    progress = tasks[i].progress
    dates[i].start = start if progress == NOT_STARTED else tasks[i].actual_start
    dates[i].finish = tasks[i].actual_finish if progress == FINISHED else finish
    dates[i].early_start = min(early_start, finish)
    dates[i].early_finish = finish
    dates[i].late_start = late_start
    dates[i].late_finish = late_finish
    dates[i].cause = BY_SPAN


@kernel
def span_ties(
    net: Network, order: Order, wt: WorkingTime, settings: Settings, dates: Records, project_finish: int
) -> None:
    """Dates of level-of-effort activities and hammocks, in the order of the network."""
    tasks = net.tasks
    for i in order.nodes:
        if tasks[i].role == LEVEL_OF_EFFORT or tasks[i].role == HAMMOCK:
            span_one(net, wt, settings, dates, i, project_finish)


@kernel
def span_wbs(net: Network, dates: Records) -> None:
    """WBS summary activities span their WBS element: scheduled dates of all, early and late ones of the unfinished."""
    tasks = net.tasks
    n = tasks.size
    for i in range(n):
        if tasks[i].role != WBS_SUMMARY or tasks[i].parent < 0:
            continue
        p = tasks[i].parent
        dates[i].start = dates[p].start
        dates[i].finish = dates[p].finish
        dates[i].early_start = dates[p].early_start
        dates[i].early_finish = dates[p].early_finish
        dates[i].late_start = dates[p].late_start
        dates[i].late_finish = dates[p].late_finish
        dates[i].cause = BY_SPAN
