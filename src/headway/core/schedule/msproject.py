"""Forward and backward pass by the rules of Microsoft Project.

The rules, their sources and the differences from P6 are in ``docs/algorithms/schedule.md``.  Started tasks keep their actual
start and no longer follow their predecessors; lag is counted in the successor's calendar; hard constraints win over logic
when the project honours constraint dates.
"""

from __future__ import annotations

from numba import njit

from headway.core.calendar.kernels import WorkingTime, add_work
from headway.core.schedule.network import (
    ALAP,
    ASIDE,
    BY_ACTUAL,
    BY_CONSTRAINT,
    BY_DELAY,
    BY_LATE,
    BY_EXTERNAL,
    BY_LINK,
    BY_MANUAL,
    BY_PROJECT_START,
    BY_SUMMARY,
    EXTERNAL,
    FF,
    FINISH_ON,
    FINISHED,
    FNET,
    FNLT,
    FS,
    GATE,
    LEAF,
    MANUAL,
    MUST_FINISH,
    MUST_START,
    NOT_STARTED,
    SNET,
    SNLT,
    SS,
    START_ON,
    SUMMARY,
    Dates,
    Network,
    Settings,
)
from headway.core.schedule.primitives import (
    finish_after,
    remaining_after,
    remaining_before,
    start_before,
    work_can_start,
    work_has_ended,
)
from headway.core.time import NEVER


@njit(nogil=True, cache=True)
def drives_late(net: Network, link: int) -> bool:
    """A predecessor that waits for its latest dates pushes successors that do not."""
    p, s = net.link_predecessor[link], net.link_successor[link]
    return net.constraint[p] == ALAP and net.constraint[s] != ALAP


@njit(nogil=True, cache=True)
def link_instant(net: Network, wt: WorkingTime, dates: Dates, link: int, late: bool) -> int:
    """Instant that the link asks of its successor: of the start (FS, SS) or of the finish (FF, SF)."""
    p = net.link_predecessor[link]
    kind = net.link_kind[link]
    from_late = late and drives_late(net, link)
    if kind == FS or kind == FF:
        moment = dates.late_finish[p] if from_late else dates.early_finish[p]
    else:
        moment = dates.late_start[p] if from_late else dates.early_start[p]
    return add_work(wt, net.link_calendar[link], moment, net.link_lag[link])


@njit(nogil=True, cache=True)
def link_start(net: Network, wt: WorkingTime, dates: Dates, link: int, late: bool) -> int:
    """Earliest start of the successor by this link."""
    moment = link_instant(net, wt, dates, link, late)
    kind = net.link_kind[link]
    s = net.link_successor[link]
    if kind == FS or kind == SS:
        return moment
    return start_before(net, wt, s, moment)


@njit(nogil=True, cache=True)
def logic_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, late: bool) -> int:
    """Latest of what project start, gate and predecessors ask; leaves the cause in ``dates``."""
    start = settings.start
    cause, cause_link = BY_PROJECT_START, -1
    gate = net.gate[i]
    if gate >= 0:
        if dates.early_start[gate] > start:
            start, cause = dates.early_start[gate], BY_SUMMARY
        if dates.bound_finish[gate] != NEVER and net.role[i] == LEAF:
            moment = start_before(net, wt, i, dates.bound_finish[gate])
            if moment > start:
                start, cause = moment, BY_SUMMARY
    for link in range(net.predecessor_ptr[i], net.predecessor_ptr[i + 1]):
        if net.role[net.link_predecessor[link]] == ASIDE:
            continue
        moment = link_start(net, wt, dates, link, late)
        if cause_link < 0 or moment > start:
            if moment >= start:
                start, cause, cause_link = moment, BY_LINK, link
    dates.cause[i] = cause
    dates.cause_link[i] = cause_link
    return start


@njit(nogil=True, cache=True)
def constrained_start(net: Network, wt: WorkingTime, settings: Settings, i: int, start: int) -> int:
    """Start after the task's own constraint; hard ones win over logic when the project honours them."""
    kind = net.constraint[i]
    date = net.constraint_date[i]
    if date == NEVER:
        return start
    if kind == FNET or kind == FNLT or kind == FINISH_ON or kind == MUST_FINISH:
        wanted = start_before(net, wt, i, date)
    else:
        wanted = date
    if kind == SNET or kind == FNET:
        return max(start, wanted)
    hard = settings.honour_constraints == 1
    if kind == SNLT or kind == FNLT:
        return min(start, wanted) if hard else start
    if kind == START_ON or kind == MUST_START or kind == FINISH_ON or kind == MUST_FINISH:
        return wanted if hard else max(start, wanted)
    return start


@njit(nogil=True, cache=True)
def can_start(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """As :func:`work_can_start`, but a task without duration may sit at the end of a shift."""
    if net.span[i] == 0 and work_has_ended(net, wt, i, moment) == moment:
        return moment
    return work_can_start(net, wt, i, moment)


@njit(nogil=True, cache=True)
def forward_started(net: Network, wt: WorkingTime, dates: Dates, i: int) -> None:
    start = net.actual_start[i]
    if net.progress[i] == FINISHED:
        finish = net.actual_finish[i]
    else:
        finish = finish_after(net, wt, i, start)
        if net.resume[i] != NEVER:
            finish = max(finish, remaining_after(net, wt, i, work_can_start(net, wt, i, net.resume[i])))
        if net.constraint[i] == FNET and net.constraint_date[i] > finish:
            finish = net.constraint_date[i]
    dates.early_start[i] = start
    dates.early_finish[i] = finish
    dates.cause[i] = BY_ACTUAL


@njit(nogil=True, cache=True)
def forward_open(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, late: bool) -> None:
    logic = logic_start(net, wt, settings, dates, i, late)
    if settings.not_before_data_date == 1 and settings.data_date > logic:
        logic = settings.data_date
    if net.delay[i] > 0:
        logic = add_work(wt, net.delay_calendar[i], can_start(net, wt, i, logic), net.delay[i])
        dates.cause[i] = BY_DELAY
    logic = can_start(net, wt, i, logic)
    start = constrained_start(net, wt, settings, i, logic)
    if start != logic:
        start = can_start(net, wt, i, start)
        dates.cause[i] = BY_CONSTRAINT
    dates.early_start[i] = start
    dates.early_finish[i] = finish_after(net, wt, i, start)


@njit(nogil=True, cache=True)
def forward_leaf(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, late: bool) -> None:
    if net.flags[i] & MANUAL:
        dates.early_start[i] = net.given_start[i]
        dates.early_finish[i] = net.given_finish[i]
        dates.cause[i] = BY_MANUAL
    elif net.flags[i] & EXTERNAL:
        dates.early_start[i] = net.given_start[i]
        dates.early_finish[i] = net.given_finish[i]
        dates.cause[i] = BY_EXTERNAL
    elif net.progress[i] != NOT_STARTED:
        forward_started(net, wt, dates, i)
    else:
        forward_open(net, wt, settings, dates, i, late)


@njit(nogil=True, cache=True)
def forward_gate(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, late: bool) -> None:
    """What enters a summary: a lower bound for the start, and for the finish, of all below."""
    start = logic_gate_start(net, wt, settings, dates, i, late)
    summary = net.summary_of[i]
    if net.constraint[summary] == SNET and net.constraint_date[summary] > start:
        start = net.constraint_date[summary]
    dates.early_start[i] = start


@njit(nogil=True, cache=True)
def logic_gate_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, late: bool) -> int:
    start = settings.start
    finish = NEVER
    above = net.gate[i]
    if above >= 0:
        start = max(start, dates.early_start[above])
        finish = dates.bound_finish[above]
    for link in range(net.predecessor_ptr[i], net.predecessor_ptr[i + 1]):
        if net.role[net.link_predecessor[link]] == ASIDE:
            continue
        moment = link_instant(net, wt, dates, link, late)
        kind = net.link_kind[link]
        if kind == FS or kind == SS:
            start = max(start, moment)
        else:
            finish = max(finish, moment)
    dates.bound_finish[i] = finish
    return start


@njit(nogil=True, cache=True)
def collect_early(net: Network, dates: Dates, i: int) -> None:
    """A summary with logic spans its members."""
    start, finish = NEVER, NEVER
    for m in range(net.member_ptr[i], net.member_ptr[i + 1]):
        j = net.member[m]
        if dates.early_start[j] == NEVER:
            continue
        if start == NEVER or dates.early_start[j] < start:
            start = dates.early_start[j]
        finish = max(finish, dates.early_finish[j])
    dates.early_start[i] = start
    dates.early_finish[i] = finish


@njit(nogil=True, cache=True)
def forward(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, late: bool) -> None:
    """Early dates of every node; ``late`` in the second pass, when tasks as late as possible push their successors."""
    for at in range(net.order.size):
        i = net.order[at]
        role = net.role[i]
        if role == LEAF:
            forward_leaf(net, wt, settings, dates, i, late)
        elif role == GATE:
            forward_gate(net, wt, settings, dates, i, late)
        elif role == SUMMARY:
            collect_early(net, dates, i)


@njit(nogil=True, cache=True)
def link_late_finish(net: Network, wt: WorkingTime, dates: Dates, link: int, project_finish: int) -> int:
    """Latest finish of the predecessor by this link."""
    p, s = net.link_predecessor[link], net.link_successor[link]
    kind, lag, calendar = net.link_kind[link], net.link_lag[link], net.link_calendar[link]
    if kind == FS:
        return add_work(wt, calendar, dates.limit_start[s], -lag)
    if kind == FF:
        return add_work(wt, calendar, dates.late_finish[s], -lag)
    if net.progress[p] != NOT_STARTED:
        return project_finish
    if kind == SS:
        if net.progress[s] != NOT_STARTED:
            return project_finish
        start = add_work(wt, calendar, dates.limit_start[s], -lag)
        return finish_after(net, wt, p, work_can_start(net, wt, p, start))
    start = add_work(wt, calendar, dates.late_finish[s], -lag)
    return finish_after(net, wt, p, start)


@njit(nogil=True, cache=True)
def logic_finish(net: Network, wt: WorkingTime, dates: Dates, i: int, project_finish: int) -> int:
    """Earliest of what the project finish, the summaries above and the successors allow."""
    finish = project_finish
    gate = net.gate[i]
    if gate >= 0:
        above = net.summary_of[gate]
        if dates.bound_finish[above] != NEVER:
            finish = min(finish, dates.bound_finish[above])
    for at in range(net.successor_ptr[i], net.successor_ptr[i + 1]):
        link = net.successor_link[at]
        s = net.link_successor[link]
        if net.progress[s] == FINISHED or net.role[s] == ASIDE or dates.late_finish[s] == NEVER:
            continue
        finish = min(finish, link_late_finish(net, wt, dates, link, project_finish))
    return finish


@njit(nogil=True, cache=True)
def constrained_finish(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Latest finish after constraint and deadline."""
    kind = net.constraint[i]
    date = net.constraint_date[i]
    if date != NEVER:
        if kind == MUST_START or kind == START_ON:
            finish = finish_after(net, wt, i, date)
        elif kind == MUST_FINISH or kind == FINISH_ON:
            finish = date
        elif kind == SNLT:
            finish = min(finish, finish_after(net, wt, i, date))
        elif kind == FNLT:
            finish = min(finish, date)
    if net.deadline[i] != NEVER:
        finish = min(finish, net.deadline[i])
    return finish


@njit(nogil=True, cache=True)
def backward_leaf(net: Network, wt: WorkingTime, dates: Dates, i: int, project_finish: int) -> None:
    if net.progress[i] == FINISHED:
        dates.late_start[i] = net.actual_start[i]
        dates.late_finish[i] = net.actual_finish[i]
        dates.limit_start[i] = net.actual_start[i]
        return
    finish = logic_finish(net, wt, dates, i, project_finish)
    finish = constrained_finish(net, wt, i, finish)
    if net.span[i] > 0:
        finish = work_has_ended(net, wt, i, finish)
    limit = remaining_before(net, wt, i, finish)
    dates.limit_start[i] = limit
    dates.late_finish[i] = finish
    dates.late_start[i] = limit if net.progress[i] == NOT_STARTED else net.actual_start[i]


@njit(nogil=True, cache=True)
def backward_summary(net: Network, wt: WorkingTime, dates: Dates, i: int, project_finish: int) -> None:
    """Latest finish that a summary's own links, constraint and deadline allow its members."""
    finish = logic_finish(net, wt, dates, i, project_finish)
    kind, date = net.constraint[i], net.constraint_date[i]
    if date != NEVER and (kind == FNLT or kind == MUST_FINISH):
        finish = min(finish, date)
    if net.deadline[i] != NEVER:
        finish = min(finish, net.deadline[i])
    dates.bound_finish[i] = finish
    dates.late_finish[i] = finish


@njit(nogil=True, cache=True)
def collect_late(net: Network, dates: Dates, gate: int) -> None:
    """A gate may open no later than the first of the members must start."""
    i = net.summary_of[gate]
    limit, finish = NEVER, NEVER
    for m in range(net.member_ptr[i], net.member_ptr[i + 1]):
        j = net.member[m]
        if dates.late_finish[j] == NEVER or net.progress[j] == FINISHED:
            continue
        if limit == NEVER or dates.limit_start[j] < limit:
            limit = dates.limit_start[j]
        finish = max(finish, dates.late_finish[j])
    dates.limit_start[gate] = limit
    dates.limit_start[i] = limit
    dates.late_finish[gate] = finish
    dates.late_finish[i] = finish
    dates.late_start[i] = limit


@njit(nogil=True, cache=True)
def backward(net: Network, wt: WorkingTime, dates: Dates, project_finish: int) -> None:
    """Late dates of every node, last first."""
    for at in range(net.order.size - 1, -1, -1):
        i = net.order[at]
        role = net.role[i]
        if role == LEAF:
            backward_leaf(net, wt, dates, i, project_finish)
        elif role == SUMMARY:
            backward_summary(net, wt, dates, i, project_finish)
        elif role == GATE:
            collect_late(net, dates, i)


@njit(nogil=True, cache=True)
def settle(net: Network, dates: Dates) -> None:
    """Scheduled dates of leaves: actual, else early, or late for tasks as late as possible."""
    for i in range(net.parent.size):
        if net.role[i] != LEAF:
            continue
        late = net.constraint[i] == ALAP and net.progress[i] == NOT_STARTED and not (net.flags[i] & (MANUAL | EXTERNAL))
        if late:
            dates.start[i] = dates.late_start[i]
            dates.finish[i] = dates.late_finish[i]
            dates.cause[i] = BY_LATE
        else:
            dates.start[i] = dates.early_start[i]
            dates.finish[i] = dates.early_finish[i]
