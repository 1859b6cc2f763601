"""Forward and backward pass by the rules of Microsoft Project.

The rules, their sources and the differences from P6 are in ``docs/algorithms/schedule.md``.  Started tasks keep their actual
start and no longer follow their predecessors; lag is counted in the successor's calendar; hard constraints win over logic
when the project honours constraint dates.
"""

from __future__ import annotations

from numba import njit

from headway.core.calendar.kernels import WorkingTime, add_work, work_between
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
    STARTED,
    SUMMARY,
    Indices,
    Network,
    Order,
    Records,
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
    p, s = net.links[link].predecessor, net.links[link].successor
    return net.tasks[p].constraint == ALAP and net.tasks[s].constraint != ALAP


@njit(nogil=True, cache=True)
def link_instant(net: Network, wt: WorkingTime, dates: Records, link: int, late: bool) -> int:
    """Instant that the link asks of its successor: of the start (FS, SS) or of the finish (FF, SF)."""
    p = net.links[link].predecessor
    kind = net.links[link].kind
    from_late = late and drives_late(net, link)
    if kind == FS or kind == FF:
        moment = dates[p].late_finish if from_late else dates[p].early_finish
    else:
        moment = dates[p].late_start if from_late else dates[p].early_start
    return add_work(wt, net.links[link].calendar, moment, net.links[link].lag)


@njit(nogil=True, cache=True)
def link_start(net: Network, wt: WorkingTime, dates: Records, link: int, late: bool) -> int:
    """Earliest start of the successor by this link."""
    moment = link_instant(net, wt, dates, link, late)
    kind = net.links[link].kind
    s = net.links[link].successor
    if kind == FS or kind == SS:
        return moment
    return start_before(net, wt, s, moment)


@njit(nogil=True, cache=True)
def logic_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> int:
    """Latest of what project start, gate and predecessors ask; leaves the cause in ``dates``."""
    start = settings.start
    cause, cause_link = BY_PROJECT_START, -1
    gate = net.tasks[i].gate
    if gate >= 0:
        if dates[gate].early_start > start:
            start, cause = dates[gate].early_start, BY_SUMMARY
        if dates[gate].bound_finish != NEVER and net.tasks[i].role == LEAF:
            moment = start_before(net, wt, i, dates[gate].bound_finish)
            if moment > start:
                start, cause = moment, BY_SUMMARY
    for link in range(net.tasks[i].predecessors, net.tasks[i].predecessors_end):
        if net.tasks[net.links[link].predecessor].role == ASIDE:
            continue
        moment = link_start(net, wt, dates, link, late)
        if cause_link < 0 or moment > start:
            if moment >= start:
                start, cause, cause_link = moment, BY_LINK, link
    dates[i].cause = cause
    dates[i].cause_link = cause_link
    return start


@njit(nogil=True, cache=True)
def constrained_start(net: Network, wt: WorkingTime, settings: Settings, i: int, start: int) -> int:
    """Start after the task's own constraint; hard ones win over logic when the project honours them."""
    kind = net.tasks[i].constraint
    date = net.tasks[i].constraint_date
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
    if net.tasks[i].span == 0 and work_has_ended(net, wt, i, moment) == moment:
        return moment
    return work_can_start(net, wt, i, moment)


@njit(nogil=True, cache=True)
def forward_started(net: Network, wt: WorkingTime, dates: Records, i: int) -> None:
    start = net.tasks[i].actual_start
    if net.tasks[i].progress == FINISHED:
        finish = net.tasks[i].actual_finish
    else:
        finish = finish_after(net, wt, i, start)
        if net.tasks[i].resume != NEVER:
            finish = max(finish, remaining_after(net, wt, i, work_can_start(net, wt, i, net.tasks[i].resume)))
        if net.tasks[i].constraint == FNET and net.tasks[i].constraint_date > finish:
            finish = net.tasks[i].constraint_date
    dates[i].early_start = start
    dates[i].early_finish = finish
    dates[i].cause = BY_ACTUAL


@njit(nogil=True, cache=True)
def forward_open(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> None:
    logic = logic_start(net, wt, settings, dates, i, late)
    if settings.not_before_data_date == 1 and settings.data_date > logic:
        logic = settings.data_date
    if net.tasks[i].delay > 0:
        logic = add_work(wt, net.tasks[i].delay_calendar, can_start(net, wt, i, logic), net.tasks[i].delay)
        dates[i].cause = BY_DELAY
    logic = can_start(net, wt, i, logic)
    dates[i].asked_start = logic
    start = constrained_start(net, wt, settings, i, logic)
    if start != logic:
        start = can_start(net, wt, i, start)
        dates[i].cause = BY_CONSTRAINT
    dates[i].early_start = start
    dates[i].early_finish = finish_after(net, wt, i, start)


@njit(nogil=True, cache=True)
def forward_leaf(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> None:
    if net.tasks[i].marks & MANUAL:
        start, finish = net.tasks[i].given_start, net.tasks[i].given_finish
        dates[i].early_start = start
        dates[i].early_finish = finish_after(net, wt, i, start) if finish == NEVER else finish
        dates[i].cause = BY_MANUAL
    elif net.tasks[i].marks & EXTERNAL:
        dates[i].early_start = net.tasks[i].given_start
        dates[i].early_finish = net.tasks[i].given_finish
        dates[i].cause = BY_EXTERNAL
    elif net.tasks[i].progress != NOT_STARTED:
        forward_started(net, wt, dates, i)
    else:
        forward_open(net, wt, settings, dates, i, late)


@njit(nogil=True, cache=True)
def forward_gate(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> None:
    """What enters a summary: a lower bound for the start, and for the finish, of all below."""
    summary = net.tasks[i].summary_of
    if net.tasks[summary].marks & MANUAL:
        dates[i].early_start = net.tasks[summary].given_start
        dates[i].bound_finish = NEVER
        return
    start = logic_gate_start(net, wt, settings, dates, i, late)
    if net.tasks[summary].constraint == SNET and net.tasks[summary].constraint_date > start:
        start = net.tasks[summary].constraint_date
    dates[i].early_start = start


@njit(nogil=True, cache=True)
def logic_gate_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> int:
    start = settings.start
    finish = NEVER
    above = net.tasks[i].gate
    if above >= 0:
        start = max(start, dates[above].early_start)
        finish = dates[above].bound_finish
    for link in range(net.tasks[i].predecessors, net.tasks[i].predecessors_end):
        if net.tasks[net.links[link].predecessor].role == ASIDE:
            continue
        moment = link_instant(net, wt, dates, link, late)
        kind = net.links[link].kind
        if kind == FS or kind == SS:
            start = max(start, moment)
        else:
            finish = max(finish, moment)
    dates[i].bound_finish = finish
    return start


@njit(nogil=True, cache=True)
def collect_early(net: Network, members: Indices, dates: Records, i: int) -> None:
    """A summary with logic spans its members; one with dates typed by hand keeps them."""
    start, finish = NEVER, NEVER
    if net.tasks[i].marks & MANUAL and net.tasks[i].given_finish != NEVER:
        dates[i].early_start = net.tasks[i].given_start
        dates[i].early_finish = net.tasks[i].given_finish
        return
    for m in range(net.tasks[i].members, net.tasks[i].members_end):
        j = members[m]
        if dates[j].early_start == NEVER:
            continue
        if start == NEVER or dates[j].early_start < start:
            start = dates[j].early_start
        finish = max(finish, dates[j].early_finish)
    dates[i].early_start = start
    dates[i].early_finish = finish


@njit(nogil=True, cache=True)
def forward(net: Network, order: Order, wt: WorkingTime, settings: Settings, dates: Records, late: bool) -> None:
    """Early dates of every node; ``late`` in the second pass, when tasks as late as possible push their successors."""
    for at in range(order.nodes.size):
        i = order.nodes[at]
        role = net.tasks[i].role
        if role == LEAF:
            forward_leaf(net, wt, settings, dates, i, late)
        elif role == GATE:
            forward_gate(net, wt, settings, dates, i, late)
        elif role == SUMMARY:
            collect_early(net, order.members, dates, i)


@njit(nogil=True, cache=True)
def link_late_finish(net: Network, wt: WorkingTime, dates: Records, link: int, project_finish: int) -> int:
    """Latest finish of the predecessor by this link."""
    p, s = net.links[link].predecessor, net.links[link].successor
    kind, lag, calendar = net.links[link].kind, net.links[link].lag, net.links[link].calendar
    if kind == FS:
        return add_work(wt, calendar, dates[s].limit_start, -lag)
    if kind == FF:
        return add_work(wt, calendar, dates[s].late_finish, -lag)
    if net.tasks[p].progress != NOT_STARTED or net.tasks[p].marks & MANUAL:
        return project_finish
    if kind == SS:
        if net.tasks[s].progress != NOT_STARTED:
            return project_finish
        start = add_work(wt, calendar, dates[s].limit_start, -lag)
        return finish_after(net, wt, p, work_can_start(net, wt, p, start))
    start = add_work(wt, calendar, dates[s].late_finish, -lag)
    return finish_after(net, wt, p, start)


@njit(nogil=True, cache=True)
def logic_finish(net: Network, wt: WorkingTime, dates: Records, i: int, project_finish: int) -> int:
    """Earliest of what the project finish, the summaries above and the successors allow."""
    finish = project_finish
    gate = net.tasks[i].gate
    if gate >= 0:
        above = net.tasks[gate].summary_of
        if dates[above].bound_finish != NEVER:
            finish = min(finish, dates[above].bound_finish)
    for at in range(net.tasks[i].successors, net.tasks[i].successors_end):
        link = net.outgoing[at]
        s = net.links[link].successor
        if net.tasks[s].progress == FINISHED or net.tasks[s].role == ASIDE or dates[s].late_finish == NEVER:
            continue
        finish = min(finish, link_late_finish(net, wt, dates, link, project_finish))
    return finish


@njit(nogil=True, cache=True)
def constrained_finish(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Latest finish after constraint and deadline."""
    kind = net.tasks[i].constraint
    date = net.tasks[i].constraint_date
    if date != NEVER:
        if kind == MUST_START or kind == START_ON:
            finish = finish_after(net, wt, i, date)
        elif kind == MUST_FINISH or kind == FINISH_ON:
            finish = date
        elif kind == SNLT:
            finish = min(finish, finish_after(net, wt, i, date))
        elif kind == FNLT:
            finish = min(finish, date)
    if net.tasks[i].deadline != NEVER:
        finish = min(finish, net.tasks[i].deadline)
    return finish


@njit(nogil=True, cache=True)
def backward_leaf(net: Network, wt: WorkingTime, dates: Records, i: int, project_finish: int) -> None:
    if net.tasks[i].progress == FINISHED:
        dates[i].late_start = net.tasks[i].actual_start
        dates[i].late_finish = net.tasks[i].actual_finish
        dates[i].limit_start = net.tasks[i].actual_start
        return
    finish = logic_finish(net, wt, dates, i, project_finish)
    finish = constrained_finish(net, wt, i, finish)
    if net.tasks[i].span > 0:
        finish = work_has_ended(net, wt, i, finish)
    if net.tasks[i].marks & MANUAL and net.tasks[i].progress == NOT_STARTED:
        c = net.tasks[i].calendar
        limit = add_work(wt, c, finish, -work_between(wt, c, dates[i].early_start, dates[i].early_finish))
    else:
        limit = remaining_before(net, wt, i, finish)
    if net.tasks[i].resume != NEVER and limit != finish:
        limit = min(limit, net.tasks[i].resume)
    dates[i].limit_start = limit
    dates[i].late_finish = finish
    dates[i].late_start = limit if net.tasks[i].progress == NOT_STARTED else net.tasks[i].actual_start


@njit(nogil=True, cache=True)
def backward_summary(net: Network, wt: WorkingTime, dates: Records, i: int, project_finish: int) -> None:
    """Latest finish that a summary's own links, constraint and deadline allow its members."""
    finish = logic_finish(net, wt, dates, i, project_finish)
    kind, date = net.tasks[i].constraint, net.tasks[i].constraint_date
    if date != NEVER and (kind == FNLT or kind == MUST_FINISH):
        finish = min(finish, date)
    if net.tasks[i].deadline != NEVER:
        finish = min(finish, net.tasks[i].deadline)
    dates[i].bound_finish = finish
    dates[i].late_finish = finish


@njit(nogil=True, cache=True)
def has_started(net: Network, members: Indices, i: int) -> bool:
    """Whether work below a summary has begun."""
    for m in range(net.tasks[i].members, net.tasks[i].members_end):
        j = members[m]
        if net.tasks[j].progress == STARTED or (net.tasks[j].role == SUMMARY and has_started(net, members, j)):
            return True
    return False


@njit(nogil=True, cache=True)
def resumes_at(net: Network, dates: Records, i: int) -> int:
    """Where the unfinished part of a task goes on: its resume date, or its start when nothing is done."""
    if net.tasks[i].progress == NOT_STARTED:
        return dates[i].early_start
    if net.tasks[i].resume != NEVER:
        return net.tasks[i].resume
    return dates[i].limit_start


@njit(nogil=True, cache=True)
def collect_late(net: Network, members: Indices, dates: Records, gate: int) -> None:
    """A gate may open no later than the first of the members must start."""
    i = net.tasks[gate].summary_of
    started = has_started(net, members, i)
    limit, finish = NEVER, NEVER
    for m in range(net.tasks[i].members, net.tasks[i].members_end):
        j = members[m]
        if dates[j].late_finish == NEVER or net.tasks[j].progress == FINISHED:
            continue
        opening = dates[j].limit_start
        if started:
            opening = min(opening, resumes_at(net, dates, j))
        if limit == NEVER or opening < limit:
            limit = opening
        finish = max(finish, dates[j].late_finish)
    dates[gate].limit_start = limit
    dates[i].limit_start = limit
    dates[gate].late_finish = finish
    dates[i].late_finish = finish
    dates[i].late_start = limit


@njit(nogil=True, cache=True)
def backward(net: Network, order: Order, wt: WorkingTime, dates: Records, project_finish: int) -> None:
    """Late dates of every node, last first."""
    for at in range(order.nodes.size - 1, -1, -1):
        i = order.nodes[at]
        role = net.tasks[i].role
        if role == LEAF:
            backward_leaf(net, wt, dates, i, project_finish)
        elif role == SUMMARY:
            backward_summary(net, wt, dates, i, project_finish)
        elif role == GATE:
            collect_late(net, order.members, dates, i)


@njit(nogil=True, cache=True)
def settle(net: Network, dates: Records) -> None:
    """Scheduled dates of leaves: actual, else early, or late for tasks as late as possible."""
    for i in range(net.tasks.size):
        if net.tasks[i].role != LEAF:
            continue
        late = net.tasks[i].constraint == ALAP and net.tasks[i].progress == NOT_STARTED and not (net.tasks[i].marks & (MANUAL | EXTERNAL))
        if late:
            dates[i].start = dates[i].late_start
            dates[i].finish = dates[i].late_finish
            dates[i].cause = BY_LATE
        else:
            dates[i].start = dates[i].early_start
            dates[i].finish = dates[i].early_finish
