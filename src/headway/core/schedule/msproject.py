"""Forward and backward pass by the rules of Microsoft Project.

The rules, their sources and the differences from P6 are in ``docs/algorithms/schedule.md``. Started tasks keep their
actual start and no longer follow their predecessors; lag is counted in the successor's calendar; hard constraints win
over logic when the project honours constraint dates.
"""

from __future__ import annotations

from headway.core.calendar.kernels import WorkingTime, add_work, work_between
from headway.core.kernel import inlined, kernel
from headway.core.schedule.network import (
    ALAP,
    ASIDE,
    BY_ACTUAL,
    BY_CONSTRAINT,
    BY_DELAY,
    BY_EXTERNAL,
    BY_LATE,
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


@inlined
def drives_late(net: Network, link: int) -> bool:
    """A predecessor that waits for its latest dates pushes successors that do not."""
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    return tasks[p].constraint == ALAP and tasks[s].constraint != ALAP


@inlined
def link_instant(net: Network, wt: WorkingTime, dates: Records, link: int, late: bool) -> int:
    """Instant that the link asks of its successor: of the start (FS, SS) or of the finish (FF, SF)."""
    links = net.links
    p = links[link].predecessor
    kind = links[link].kind
    from_late = late and drives_late(net, link)
    if kind == FS or kind == FF:
        moment = dates[p].late_finish if from_late else dates[p].early_finish
    else:
        moment = dates[p].late_start if from_late else dates[p].early_start
    return add_work(wt, links[link].calendar, moment, links[link].lag)


@inlined
def link_start(net: Network, wt: WorkingTime, dates: Records, link: int, late: bool) -> int:
    """Earliest start of the successor by this link."""
    links = net.links
    moment = link_instant(net, wt, dates, link, late)
    kind = links[link].kind
    s = links[link].successor
    if kind == FS or kind == SS:
        return moment
    return start_before(net, wt, s, moment)


@inlined
def logic_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> int:
    """Latest of what project start, gate and predecessors ask; leaves the cause in ``dates``."""
    tasks, links = net.tasks, net.links
    start = settings.start
    cause, cause_link = BY_PROJECT_START, -1
    gate = tasks[i].gate
    if gate >= 0:
        # Below a summary with dates typed by hand work begins with the summary, even before the project.
        if dates[gate].early_start > start or tasks[tasks[gate].summary_of].marks & MANUAL:
            start, cause = dates[gate].early_start, BY_SUMMARY
        if dates[gate].bound_finish != NEVER and tasks[i].role == LEAF:
            moment = start_before(net, wt, i, dates[gate].bound_finish)
            if moment > start:
                start, cause = moment, BY_SUMMARY
    for link in range(tasks[i].predecessors, tasks[i].predecessors_end):
        if tasks[links[link].predecessor].role == ASIDE:
            continue
        moment = link_start(net, wt, dates, link, late)
        if moment > start or (cause_link < 0 and moment == start):
            start, cause, cause_link = moment, BY_LINK, link
    dates[i].cause = cause
    dates[i].cause_link = cause_link
    return start


@inlined
def constrained_start(net: Network, wt: WorkingTime, settings: Settings, i: int, start: int) -> int:
    """Start after the task's own constraint; hard ones win over logic when the project honours them."""
    tasks = net.tasks
    kind = tasks[i].constraint
    date = tasks[i].constraint_date
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


@inlined
def can_start(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """As :func:`work_can_start`, but a task without duration may sit at the end of a shift."""
    tasks = net.tasks
    if tasks[i].span == 0 and work_has_ended(net, wt, i, moment) == moment:
        return moment
    return work_can_start(net, wt, i, moment)


@kernel
def forward_started(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> None:
    tasks = net.tasks
    start = tasks[i].actual_start
    if tasks[i].progress == FINISHED:
        finish = tasks[i].actual_finish
    else:
        finish = finish_after(net, wt, i, start)
        if tasks[i].resume != NEVER:
            finish = max(finish, remaining_after(net, wt, i, work_can_start(net, wt, i, tasks[i].resume)))
        if settings.not_before_data_date == 1:
            finish = max(finish, remaining_after(net, wt, i, work_can_start(net, wt, i, settings.data_date)))
        if tasks[i].constraint == FNET and tasks[i].constraint_date > finish:
            finish = tasks[i].constraint_date
    dates[i].early_start = start
    dates[i].early_finish = finish
    dates[i].cause = BY_ACTUAL


@inlined
def forward_open(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> None:
    tasks = net.tasks
    logic = logic_start(net, wt, settings, dates, i, late)
    if settings.not_before_data_date == 1 and settings.data_date > logic:
        logic = settings.data_date
    if tasks[i].delay > 0:
        logic = add_work(wt, tasks[i].delay_calendar, can_start(net, wt, i, logic), tasks[i].delay)
        dates[i].cause = BY_DELAY
    logic = can_start(net, wt, i, logic)
    dates[i].asked_start = logic
    start = constrained_start(net, wt, settings, i, logic)
    if start != logic:
        start = can_start(net, wt, i, start)
        dates[i].cause = BY_CONSTRAINT
    dates[i].early_start = start
    dates[i].early_finish = finish_after(net, wt, i, start)


@inlined
def forward_leaf(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> None:
    tasks = net.tasks
    if tasks[i].marks & MANUAL:
        start, finish = tasks[i].given_start, tasks[i].given_finish
        dates[i].early_start = start
        dates[i].early_finish = finish_after(net, wt, i, start) if finish == NEVER else finish
        dates[i].cause = BY_MANUAL
    elif tasks[i].marks & EXTERNAL:
        dates[i].early_start = tasks[i].given_start
        dates[i].early_finish = tasks[i].given_finish
        dates[i].cause = BY_EXTERNAL
    elif tasks[i].progress != NOT_STARTED:
        forward_started(net, wt, settings, dates, i)
    else:
        forward_open(net, wt, settings, dates, i, late)


@kernel
def forward_gate(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> None:
    """What enters a summary: a lower bound for the start, and for the finish, of all below."""
    tasks = net.tasks
    summary = tasks[i].summary_of
    if tasks[summary].marks & MANUAL:
        dates[i].early_start = tasks[summary].given_start
        dates[i].bound_finish = NEVER
        return
    start = logic_gate_start(net, wt, settings, dates, i, late)
    if tasks[summary].constraint == SNET and tasks[summary].constraint_date > start:
        start = tasks[summary].constraint_date
    dates[i].early_start = start


@kernel
def logic_gate_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, late: bool) -> int:
    tasks, links = net.tasks, net.links
    start = settings.start
    finish = NEVER
    above = tasks[i].gate
    if above >= 0:
        typed = tasks[tasks[above].summary_of].marks & MANUAL
        start = dates[above].early_start if typed else max(start, dates[above].early_start)
        finish = dates[above].bound_finish
    for link in range(tasks[i].predecessors, tasks[i].predecessors_end):
        if tasks[links[link].predecessor].role == ASIDE:
            continue
        moment = link_instant(net, wt, dates, link, late)
        kind = links[link].kind
        if kind == FS or kind == SS:
            start = max(start, moment)
        else:
            finish = max(finish, moment)
    dates[i].bound_finish = finish
    return start


@kernel
def collect_early(net: Network, members: Indices, dates: Records, i: int) -> None:
    """A summary with logic spans its members; one with dates typed by hand keeps them."""
    tasks = net.tasks
    start, finish = NEVER, NEVER
    if tasks[i].marks & MANUAL and tasks[i].given_finish != NEVER:
        dates[i].early_start = tasks[i].given_start
        dates[i].early_finish = tasks[i].given_finish
        return
    for m in range(tasks[i].members, tasks[i].members_end):
        j = members[m]
        if dates[j].early_start == NEVER:
            continue
        if start == NEVER or dates[j].early_start < start:
            start = dates[j].early_start
        finish = max(finish, dates[j].early_finish)
    dates[i].early_start = start
    dates[i].early_finish = finish


@kernel
def forward(net: Network, order: Order, wt: WorkingTime, settings: Settings, dates: Records, late: bool) -> None:
    """Early dates of every node; ``late`` in the second pass, when tasks as late as possible push their successors."""
    tasks = net.tasks
    for at in range(order.nodes.size):
        i = order.nodes[at]
        role = tasks[i].role
        if role == LEAF:
            forward_leaf(net, wt, settings, dates, i, late)
        elif role == GATE:
            forward_gate(net, wt, settings, dates, i, late)
        elif role == SUMMARY:
            collect_early(net, order.members, dates, i)


@inlined
def link_late_finish(net: Network, wt: WorkingTime, dates: Records, link: int, project_finish: int) -> int:
    """Latest finish of the predecessor by this link."""
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    kind, lag, calendar = links[link].kind, links[link].lag, links[link].calendar
    if kind == FS:
        return add_work(wt, calendar, dates[s].limit_start, -lag)
    if kind == FF:
        return add_work(wt, calendar, dates[s].late_finish, -lag)
    if tasks[p].progress != NOT_STARTED or tasks[p].marks & MANUAL:
        return project_finish
    if kind == SS:
        if tasks[s].progress != NOT_STARTED:
            return project_finish
        start = add_work(wt, calendar, dates[s].limit_start, -lag)
        return finish_after(net, wt, p, work_can_start(net, wt, p, start))
    start = add_work(wt, calendar, dates[s].late_finish, -lag)
    return finish_after(net, wt, p, start)


@inlined
def logic_finish(net: Network, wt: WorkingTime, dates: Records, i: int, project_finish: int) -> int:
    """Earliest of what the project finish, the summaries above and the successors allow."""
    tasks, links, outgoing = net.tasks, net.links, net.outgoing
    finish = project_finish
    gate = tasks[i].gate
    if gate >= 0:
        above = tasks[gate].summary_of
        if dates[above].bound_finish != NEVER:
            finish = min(finish, dates[above].bound_finish)
    for at in range(tasks[i].successors, tasks[i].successors_end):
        link = outgoing[at]
        s = links[link].successor
        if tasks[s].progress == FINISHED or tasks[s].role == ASIDE or dates[s].late_finish == NEVER:
            continue
        finish = min(finish, link_late_finish(net, wt, dates, link, project_finish))
    return finish


@inlined
def constrained_finish(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Latest finish after constraint and deadline."""
    tasks = net.tasks
    kind = tasks[i].constraint
    date = tasks[i].constraint_date
    if date != NEVER:
        if kind == MUST_START or kind == START_ON:
            finish = finish_after(net, wt, i, date)
        elif kind == MUST_FINISH or kind == FINISH_ON:
            finish = date
        elif kind == SNLT:
            finish = min(finish, finish_after(net, wt, i, date))
        elif kind == FNLT:
            finish = min(finish, date)
    if tasks[i].deadline != NEVER:
        finish = min(finish, tasks[i].deadline)
    return finish


@inlined
def backward_leaf(net: Network, wt: WorkingTime, dates: Records, i: int, project_finish: int) -> None:
    tasks = net.tasks
    if tasks[i].progress == FINISHED:
        dates[i].late_start = tasks[i].actual_start
        dates[i].late_finish = tasks[i].actual_finish
        dates[i].limit_start = tasks[i].actual_start
        return
    finish = logic_finish(net, wt, dates, i, project_finish)
    finish = constrained_finish(net, wt, i, finish)
    if tasks[i].span > 0:
        finish = work_has_ended(net, wt, i, finish)
    if tasks[i].marks & MANUAL and tasks[i].progress == NOT_STARTED:
        c = tasks[i].calendar
        limit = add_work(wt, c, finish, -work_between(wt, c, dates[i].early_start, dates[i].early_finish))
    elif tasks[i].progress == NOT_STARTED:
        limit = start_before(net, wt, i, finish)
    else:
        limit = remaining_before(net, wt, i, finish)
    if tasks[i].resume != NEVER and limit != finish:
        limit = min(limit, tasks[i].resume)
    dates[i].late_start = limit if tasks[i].progress == NOT_STARTED else tasks[i].actual_start
    if tasks[i].delay > 0 and tasks[i].progress == NOT_STARTED:
        limit = add_work(wt, tasks[i].delay_calendar, limit, -tasks[i].delay)
    dates[i].limit_start = limit
    dates[i].late_finish = finish


@kernel
def backward_summary(net: Network, wt: WorkingTime, dates: Records, i: int, project_finish: int) -> None:
    """Latest finish that a summary's own links, constraint and deadline allow its members."""
    tasks = net.tasks
    finish = logic_finish(net, wt, dates, i, project_finish)
    kind, date = tasks[i].constraint, tasks[i].constraint_date
    if date != NEVER and (kind == FNLT or kind == MUST_FINISH):
        finish = min(finish, date)
    if tasks[i].deadline != NEVER:
        finish = min(finish, tasks[i].deadline)
    dates[i].bound_finish = finish
    dates[i].late_finish = finish


@kernel
def has_started(net: Network, members: Indices, i: int) -> bool:
    """Whether work below a summary has begun."""
    tasks = net.tasks
    for m in range(tasks[i].members, tasks[i].members_end):
        j = members[m]
        if tasks[j].progress == STARTED or (tasks[j].role == SUMMARY and has_started(net, members, j)):
            return True
    return False


@kernel
def resumes_at(net: Network, dates: Records, i: int) -> int:
    """Where the unfinished part of a task goes on: its resume date, or its start when nothing is done.

    The limit of a summary has already taken in where its own tasks resume.
    """
    tasks = net.tasks
    if tasks[i].role == SUMMARY:
        return dates[i].limit_start
    if tasks[i].progress == NOT_STARTED:
        return dates[i].early_start
    if tasks[i].resume != NEVER:
        return tasks[i].resume
    return dates[i].limit_start


@kernel
def collect_late(net: Network, members: Indices, dates: Records, gate: int) -> None:
    """A gate may open no later than the first of the members must start."""
    tasks = net.tasks
    i = tasks[gate].summary_of
    started = has_started(net, members, i)
    limit, finish = NEVER, NEVER
    for m in range(tasks[i].members, tasks[i].members_end):
        j = members[m]
        if dates[j].late_finish == NEVER or tasks[j].progress == FINISHED:
            continue
        opening = dates[j].late_finish if tasks[j].marks & MANUAL else dates[j].limit_start
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


@kernel
def backward(net: Network, order: Order, wt: WorkingTime, dates: Records, project_finish: int) -> None:
    """Late dates of every node, last first."""
    tasks = net.tasks
    for at in range(order.nodes.size - 1, -1, -1):
        i = order.nodes[at]
        role = tasks[i].role
        if role == LEAF:
            backward_leaf(net, wt, dates, i, project_finish)
        elif role == SUMMARY:
            backward_summary(net, wt, dates, i, project_finish)
        elif role == GATE:
            collect_late(net, order.members, dates, i)


@kernel
def settle(net: Network, dates: Records) -> None:
    """Scheduled dates of leaves: actual, else early, or late for tasks as late as possible."""
    tasks = net.tasks
    for i in range(tasks.size):
        if tasks[i].role != LEAF:
            continue
        late = (
            tasks[i].constraint == ALAP
            and tasks[i].progress == NOT_STARTED
            and not (tasks[i].marks & (MANUAL | EXTERNAL))
        )
        if late:
            dates[i].start = dates[i].late_start
            dates[i].finish = dates[i].late_finish
            dates[i].cause = BY_LATE
        else:
            dates[i].start = dates[i].early_start
            dates[i].finish = dates[i].early_finish
