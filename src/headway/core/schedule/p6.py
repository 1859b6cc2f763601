"""Forward and backward pass by the rules of Primavera P6.

Dates of the passes are those of the *remaining* work: nothing unfinished lies before the data date, and with retained
logic a finished activity still hands on what its predecessors ask. The rules, their sources and the differences from
MS Project are in ``docs/algorithms/schedule.md``.
"""

from __future__ import annotations

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, work_between
from headway.core.kernel import inlined, kernel
from headway.core.schedule.network import (
    ACTUAL_DATES,
    ALAP,
    BY_CONSTRAINT,
    BY_DATA_DATE,
    BY_EXTERNAL,
    BY_LATE,
    BY_LINK,
    BY_PROJECT_START,
    FF,
    FINISH_MILESTONE,
    FINISH_ON,
    FINISHED,
    FNET,
    FNLT,
    FS,
    LEAF,
    MUST_FINISH,
    MUST_START,
    NOT_STARTED,
    PROGRESS_OVERRIDE,
    SNET,
    SNLT,
    SS,
    START_MILESTONE,
    START_ON,
    STARTED,
    Finishes,
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
def add_lag(net: Network, wt: WorkingTime, settings: Settings, link: int, moment: int) -> int:
    """Moment plus lag in the link's calendar; a lead never reaches before the data date."""
    links = net.links
    lag = links[link].lag
    result = add_work(wt, links[link].calendar, moment, lag)
    return max(result, settings.data_date) if lag < 0 else result


@inlined
def lag_left(net: Network, wt: WorkingTime, settings: Settings, link: int, since: int) -> int:
    """Part of a positive lag that has not run off between ``since`` and the data date."""
    links = net.links
    lag = links[link].lag
    if lag <= 0:
        return 0
    run = 0
    if since < settings.data_date:
        run = work_between(wt, links[link].calendar, since, settings.data_date)
    return max(0, lag - run)


@inlined
def is_ignored(net: Network, settings: Settings, link: int) -> bool:
    """Links that move nothing in the passes: to and from level of effort, and logic that progress overrides."""
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    if tasks[p].role != LEAF or tasks[s].role != LEAF:
        return True
    override = settings.progress_rule == PROGRESS_OVERRIDE
    return override and tasks[s].progress != NOT_STARTED and tasks[p].progress != FINISHED


@inlined
def fs_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    finish = dates[p].early_finish
    if links[link].lag == 0:
        return finish
    if tasks[p].progress != FINISHED:
        return add_lag(net, wt, settings, link, finish)
    if tasks[s].progress != NOT_STARTED:
        return finish
    left = lag_left(net, wt, settings, link, tasks[p].actual_finish)
    return add_work(wt, links[link].calendar, finish, left)


@inlined
def ss_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    start, lag = dates[p].early_start, links[link].lag
    if tasks[p].progress == NOT_STARTED:
        if lag == 0:
            return next_start(wt, links[link].calendar, start)
        return add_lag(net, wt, settings, link, start)
    if tasks[p].progress == FINISHED:
        if tasks[s].progress == FINISHED or (tasks[s].progress == STARTED and lag <= 0):
            return start
        moment = add_lag(net, wt, settings, link, tasks[p].actual_start)
        return start if moment < settings.data_date else moment
    if settings.lag_from_early_start == 0:
        return max(start, add_lag(net, wt, settings, link, tasks[p].actual_start))
    worked = tasks[p].actual_duration
    if lag <= 0 or worked == 0 or worked >= lag:
        return start
    return add_work(wt, links[link].calendar, start, lag - worked)


@kernel
def ff_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    if tasks[p].progress == FINISHED:
        if tasks[s].progress == FINISHED:
            return dates[p].early_finish
        finish = tasks[p].actual_finish
    else:
        finish = dates[p].early_finish
    finish = add_lag(net, wt, settings, link, finish)
    return max(settings.start, remaining_before(net, wt, s, finish))


@kernel
def sf_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    start = dates[p].early_start
    if tasks[s].progress == NOT_STARTED:
        moment = start_before(net, wt, s, add_lag(net, wt, settings, link, start))
        return min(moment, settings.data_date) if tasks[p].progress == STARTED else moment
    if tasks[p].progress == NOT_STARTED:
        if tasks[s].progress == FINISHED:
            return add_lag(net, wt, settings, link, start)
        return remaining_before(net, wt, s, add_lag(net, wt, settings, link, start))
    left = lag_left(net, wt, settings, link, tasks[p].actual_start)
    if tasks[s].progress == FINISHED or left == 0:
        return start
    return remaining_before(net, wt, s, add_work(wt, links[link].calendar, start, left))


@inlined
def link_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    """Earliest start of the successor's remaining work by this link."""
    links = net.links
    kind = links[link].kind
    if kind == FS:
        return fs_start(net, wt, settings, dates, link)
    if kind == SS:
        return ss_start(net, wt, settings, dates, link)
    if kind == FF:
        return ff_start(net, wt, settings, dates, link)
    return sf_start(net, wt, settings, dates, link)


@inlined
def logic_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> int:
    """What data date, project start and predecessors ask of the remaining work."""
    tasks = net.tasks
    first, last = tasks[i].predecessors, tasks[i].predecessors_end
    start, cause, cause_link = settings.data_date, BY_DATA_DATE, -1
    open_start = True
    if settings.progress_rule == ACTUAL_DATES and tasks[i].progress == FINISHED:
        last = first
        open_start = False
    for link in range(first, last):
        if is_ignored(net, settings, link):
            continue
        open_start = False
        moment = link_start(net, wt, settings, dates, link)
        if moment > start or (cause_link < 0 and moment == start):
            start, cause, cause_link = moment, BY_LINK, link
    if open_start and tasks[i].progress == NOT_STARTED and settings.start > start:
        start, cause = settings.start, BY_PROJECT_START
    dates[i].cause = cause
    dates[i].cause_link = cause_link
    return start


@inlined
def constrained_start(net: Network, wt: WorkingTime, i: int, kind: int, date: int, start: int) -> int:
    """Start of an activity that has not started, after one of its constraints."""
    if date == NEVER:
        return start
    if kind == SNET or kind == START_ON:
        return max(start, work_can_start(net, wt, i, date))
    if kind == FNET or kind == FINISH_ON:
        return max(start, start_before(net, wt, i, date))
    if kind == MUST_START:
        return date
    if kind == MUST_FINISH:
        return start_before(net, wt, i, date)
    return start


@inlined
def forward_open(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> None:
    tasks = net.tasks
    logic = logic_start(net, wt, settings, dates, i)
    is_finish = tasks[i].marks & FINISH_MILESTONE
    if not is_finish:
        logic = work_can_start(net, wt, i, logic)
    start = constrained_start(net, wt, i, tasks[i].constraint, tasks[i].constraint_date, logic)
    start = constrained_start(net, wt, i, tasks[i].second, tasks[i].second_date, start)
    if start != logic:
        dates[i].cause = BY_CONSTRAINT
    if tasks[i].external_early_start != NEVER and tasks[i].external_early_start > start:
        start = tasks[i].external_early_start
        dates[i].cause = BY_EXTERNAL
    if not is_finish:
        start = work_can_start(net, wt, i, start)
    finish = finish_after(net, wt, i, start)
    if settings.use_expected_finish and tasks[i].expected_finish != NEVER:
        finish = max(start, tasks[i].expected_finish)
    elif tasks[i].constraint == MUST_FINISH and tasks[i].constraint_date != NEVER:
        finish = tasks[i].constraint_date
    start = min(start, finish)
    dates[i].early_start = start
    dates[i].early_finish = finish


@kernel
def forward_started(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> None:
    tasks = net.tasks
    start = logic_start(net, wt, settings, dates, i)
    if tasks[i].resume != NEVER and tasks[i].resume > start:
        start = tasks[i].resume
    if tasks[i].external_early_start != NEVER and tasks[i].external_early_start > start:
        start = tasks[i].external_early_start
        dates[i].cause = BY_EXTERNAL
    if not (tasks[i].marks & FINISH_MILESTONE):
        start = work_can_start(net, wt, i, start)
    finish = remaining_after(net, wt, i, start)
    if settings.use_expected_finish and tasks[i].expected_finish != NEVER:
        finish = max(start, tasks[i].expected_finish)
    dates[i].early_start = start
    dates[i].early_finish = finish


@kernel
def forward(net: Network, order: Order, wt: WorkingTime, settings: Settings, dates: Records) -> None:
    """Early dates of the remaining work; finished activities hand on the logic that reaches them."""
    tasks = net.tasks
    for i in order.nodes:
        if tasks[i].role != LEAF:
            continue
        if tasks[i].progress == NOT_STARTED:
            forward_open(net, wt, settings, dates, i)
        elif tasks[i].progress == STARTED:
            forward_started(net, wt, settings, dates, i)
        else:
            start = logic_start(net, wt, settings, dates, i)
            dates[i].early_start = start
            dates[i].early_finish = start


@inlined
def fs_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    start, lag, calendar = dates[s].late_start, links[link].lag, links[link].calendar
    if tasks[p].progress == FINISHED:
        if tasks[s].progress == STARTED:
            return add_work(wt, calendar, start, -lag) if tasks[s].actual_duration == 0 else start
        return add_work(wt, calendar, start, -lag_left(net, wt, settings, link, tasks[p].actual_finish))
    if tasks[s].progress == FINISHED:
        return start
    if tasks[p].progress == STARTED and tasks[s].progress == STARTED and tasks[s].actual_duration != 0:
        return start
    return add_work(wt, calendar, start, -lag)


@inlined
def ss_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    start, lag, calendar = dates[s].late_start, links[link].lag, links[link].calendar
    if tasks[p].progress == NOT_STARTED:
        start = add_work(wt, calendar, start, -lag)
        if tasks[s].progress == NOT_STARTED:
            start = work_can_start(net, wt, p, start)
    elif tasks[p].progress == FINISHED:
        if tasks[s].progress != STARTED:
            start = add_work(wt, calendar, start, -lag_left(net, wt, settings, link, tasks[p].actual_start))
    elif tasks[s].progress != FINISHED and lag > tasks[p].actual_duration:
        start = add_work(wt, calendar, start, tasks[p].actual_duration - lag)
    finish = remaining_after(net, wt, p, start)
    alone = tasks[s].successors == tasks[s].successors_end
    if alone and lag == 0 and tasks[s].progress == NOT_STARTED and tasks[p].progress == NOT_STARTED:
        return min(finish, dates[s].late_finish)
    return finish


@kernel
def ff_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    finish, calendar = dates[s].late_finish, links[link].calendar
    if tasks[p].progress != FINISHED:
        return add_work(wt, calendar, finish, -links[link].lag)
    if tasks[s].progress == STARTED:
        return finish
    return add_work(wt, calendar, finish, -lag_left(net, wt, settings, link, tasks[p].actual_finish))


@kernel
def sf_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    tasks, links = net.tasks, net.links
    p, s = links[link].predecessor, links[link].successor
    finish, calendar = dates[s].late_finish, links[link].calendar
    if tasks[p].progress == FINISHED and tasks[s].progress == FINISHED:
        return finish
    if tasks[p].progress == STARTED and tasks[s].progress != STARTED:
        return remaining_after(net, wt, p, finish)
    return add_work(wt, calendar, finish_after(net, wt, p, finish), -links[link].lag)


@inlined
def link_late_finish(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    """Latest finish of the predecessor by this link."""
    links = net.links
    kind = links[link].kind
    if kind == FS:
        return fs_late(net, wt, settings, dates, link)
    if kind == SS:
        return ss_late(net, wt, settings, dates, link)
    if kind == FF:
        return ff_late(net, wt, settings, dates, link)
    return sf_late(net, wt, settings, dates, link)


@inlined
def logic_finish(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, project_finish: int) -> int:
    """Latest finish that successors, must-finish-by and external dates allow."""
    tasks, outgoing = net.tasks, net.outgoing
    finish, open_end = project_finish, True
    for at in range(tasks[i].successors, tasks[i].successors_end):
        link = outgoing[at]
        if is_ignored(net, settings, link):
            continue
        open_end = False
        moment = link_late_finish(net, wt, settings, dates, link)
        if moment > project_finish:
            moment = work_has_ended(net, wt, i, project_finish)
        finish = min(finish, moment)
    if open_end:
        if settings.must_finish_by != NEVER:
            finish = settings.must_finish_by
        if settings.open_ends_critical == 1 and tasks[i].progress != FINISHED:
            finish = dates[i].early_finish
        if tasks[i].external_late_finish != NEVER and tasks[i].progress != FINISHED:
            finish = tasks[i].external_late_finish
    if tasks[i].external_late_finish != NEVER:
        finish = min(finish, tasks[i].external_late_finish)
    return finish


@inlined
def constrained_finish(net: Network, wt: WorkingTime, i: int, kind: int, date: int, finish: int) -> int:
    """Latest finish of an unfinished activity after one of its constraints."""
    tasks = net.tasks
    if date == NEVER:
        return finish
    if kind == START_ON or kind == SNLT or kind == MUST_START:
        if tasks[i].progress != NOT_STARTED:
            return finish
        wanted = finish_after(net, wt, i, date)
        return wanted if kind == MUST_START else min(finish, wanted)
    if kind == MUST_FINISH:
        return date
    if kind == FINISH_ON or kind == FNLT:
        return min(finish, date)
    return finish


@inlined
def backward_leaf(
    net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, project_finish: int
) -> None:
    tasks = net.tasks
    finish = logic_finish(net, wt, settings, dates, i, project_finish)
    if tasks[i].progress != FINISHED:
        finish = constrained_finish(net, wt, i, tasks[i].constraint, tasks[i].constraint_date, finish)
        finish = constrained_finish(net, wt, i, tasks[i].second, tasks[i].second_date, finish)
        if not tasks[i].marks & START_MILESTONE:
            finish = work_has_ended(net, wt, i, finish)
        start = remaining_before(net, wt, i, finish)
    else:
        start = finish
    dates[i].late_start = start
    dates[i].late_finish = finish
    dates[i].limit_start = start


@kernel
def late_as_possible(net: Network, wt: WorkingTime, dates: Records, i: int, early_finish: int) -> None:
    """P6 moves an activity as late as possible without delaying its successors' early dates."""
    tasks, links, outgoing = net.tasks, net.links, net.outgoing
    start = NEVER
    for at in range(tasks[i].successors, tasks[i].successors_end):
        link = outgoing[at]
        s, kind, lag = links[link].successor, links[link].kind, -links[link].lag
        if tasks[s].role != LEAF:
            continue
        if kind == FS:
            moment = remaining_before(net, wt, i, add_work(wt, links[link].calendar, dates[s].early_start, lag))
        elif kind == FF:
            moment = remaining_before(net, wt, i, add_work(wt, links[link].calendar, dates[s].early_finish, lag))
        elif kind == SS:
            moment = add_work(wt, links[link].calendar, dates[s].early_start, lag)
        else:
            moment = add_work(wt, links[link].calendar, dates[s].early_finish, lag)
        if start == NEVER or moment < start:
            start = moment
    if start == NEVER:
        start = remaining_before(net, wt, i, early_finish)
    if tasks[i].marks & FINISH_MILESTONE:
        start = work_has_ended(net, wt, i, start)
    else:
        start = work_can_start(net, wt, i, start)
    if start <= dates[i].early_start:
        return
    dates[i].early_start = start
    dates[i].early_finish = remaining_after(net, wt, i, start)
    dates[i].cause = BY_LATE
    dates[i].cause_link = -1


@kernel
def backward(
    net: Network,
    order: Order,
    wt: WorkingTime,
    settings: Settings,
    dates: Records,
    finishes: Finishes,
) -> None:
    """Late dates, last activity first."""
    tasks = net.tasks
    for at in range(order.nodes.size - 1, -1, -1):
        i = order.nodes[at]
        if tasks[i].role != LEAF:
            continue
        backward_leaf(net, wt, settings, dates, i, finishes.late)
        if tasks[i].constraint == ALAP and tasks[i].progress != FINISHED:
            late_as_possible(net, wt, dates, i, finishes.early)


@kernel
def settle(net: Network, dates: Records) -> None:
    """Scheduled dates of activities: actual where there is one, else early."""
    tasks = net.tasks
    for i in range(tasks.size):
        if tasks[i].role == LEAF:
            started, finished = tasks[i].progress != NOT_STARTED, tasks[i].progress == FINISHED
            dates[i].start = tasks[i].actual_start if started else dates[i].early_start
            dates[i].finish = tasks[i].actual_finish if finished else dates[i].early_finish
