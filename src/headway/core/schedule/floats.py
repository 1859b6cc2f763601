"""Float in working time: start, finish, total and free."""

from __future__ import annotations

from headway.core.calendar.kernels import WorkingTime, work_between
from headway.core.kernel import inlined, kernel
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
    Network,
    Records,
    Settings,
)
from headway.core.time import NEVER


@kernel
def msproject_floats(net: Network, wt: WorkingTime, dates: Records) -> None:
    """Total float is the smaller of start and finish float; the finish float once the task has started.

    Where a hard constraint holds a task before its logic, the float says how far logic is past the late start.
    """
    tasks = net.tasks
    for i in range(tasks.size):
        if tasks[i].role != LEAF or dates[i].late_finish == NEVER or dates[i].early_start == NEVER:
            continue
        if tasks[i].constraint == ALAP:
            dates[i].start_float = 0
            dates[i].finish_float = 0
        else:
            c = tasks[i].calendar
            dates[i].start_float = work_between(wt, c, dates[i].early_start, dates[i].late_start)
            dates[i].finish_float = work_between(wt, c, dates[i].early_finish, dates[i].late_finish)
        if tasks[i].progress != NOT_STARTED:
            dates[i].total_float = dates[i].finish_float
            continue
        dates[i].total_float = min(dates[i].start_float, dates[i].finish_float)
        if dates[i].asked_start > dates[i].early_start:
            broken = work_between(wt, tasks[i].calendar, dates[i].asked_start, dates[i].late_start)
            dates[i].total_float = min(dates[i].total_float, broken)
    for i in range(tasks.size):
        if tasks[i].role == LEAF and dates[i].total_float != NEVER:
            dates[i].free_float = msproject_free(net, wt, dates, i)


@inlined
def msproject_free(net: Network, wt: WorkingTime, dates: Records, i: int) -> int:
    """Smallest slip that moves no unfinished successor; total float without successors; never below zero."""
    tasks, links, outgoing = net.tasks, net.links, net.outgoing
    if tasks[i].progress == FINISHED:
        return 0
    free = NEVER
    for at in range(tasks[i].successors, tasks[i].successors_end):
        link = outgoing[at]
        s = links[link].successor
        if tasks[s].progress == FINISHED or tasks[s].role == ASIDE or dates[s].early_start == NEVER:
            continue
        kind = links[link].kind
        begin = dates[i].start if kind == SS or kind == SF else dates[i].finish
        if tasks[s].role == LEAF:
            end = dates[s].start if kind == FS or kind == SS else dates[s].finish
        else:
            end = dates[s].early_start
        gap = work_between(wt, tasks[i].calendar, begin, end) - links[link].lag
        if free == NEVER or gap < free:
            free = gap
    if free == NEVER:
        free = dates[i].total_float
    return max(free, 0)


@kernel
def p6_floats(net: Network, wt: WorkingTime, settings: Settings, dates: Records, finish: int) -> None:
    """Total float by the project's choice (start, finish, smallest); finished activities have none."""
    tasks = net.tasks
    for i in range(tasks.size):
        if tasks[i].progress == FINISHED or dates[i].late_finish == NEVER or dates[i].early_start == NEVER:
            continue
        c = tasks[i].calendar
        dates[i].start_float = work_between(wt, c, dates[i].early_start, dates[i].late_start)
        dates[i].finish_float = work_between(wt, c, dates[i].early_finish, dates[i].late_finish)
        if settings.float_kind == FLOAT_START:
            dates[i].total_float = dates[i].start_float
        elif settings.float_kind == FLOAT_FINISH or tasks[i].progress != NOT_STARTED:
            dates[i].total_float = dates[i].finish_float
        else:
            dates[i].total_float = min(dates[i].start_float, dates[i].finish_float)
        dates[i].free_float = 0 if tasks[i].role == LEVEL_OF_EFFORT else p6_free(net, wt, dates, i, finish)


@inlined
def p6_free(net: Network, wt: WorkingTime, dates: Records, i: int, finish: int) -> int:
    """Smallest gap to a successor's early date; to the project finish without successors."""
    tasks, links, outgoing = net.tasks, net.links, net.outgoing
    mandatory = tasks[i].constraint == MUST_FINISH
    free = NEVER
    for at in range(tasks[i].successors, tasks[i].successors_end):
        link = outgoing[at]
        s = links[link].successor
        if tasks[s].role != LEAF or dates[s].early_start == NEVER:
            continue
        kind = links[link].kind
        if mandatory or (kind == SS and tasks[i].progress != NOT_STARTED):
            gap = 0
        else:
            begin = dates[i].early_start if kind == SS or kind == SF else dates[i].early_finish
            end = dates[s].early_finish if kind == FF or kind == SF else dates[s].early_start
            gap = work_between(wt, tasks[i].calendar, begin, end) - links[link].lag
        if free == NEVER or gap < free:
            free = gap
    if free != NEVER:
        return free
    if mandatory or tasks[i].constraint == MUST_START:
        return 0
    return work_between(wt, tasks[i].calendar, dates[i].early_finish, finish)
