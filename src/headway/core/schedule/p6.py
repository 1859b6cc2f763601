"""Forward and backward pass by the rules of Primavera P6.

Dates of the passes are those of the *remaining* work: nothing unfinished lies before the data date, and with retained logic a
finished activity still hands on what its predecessors ask.  The rules, their sources and the differences from MS Project are
in ``docs/algorithms/schedule.md``.
"""

from __future__ import annotations

from numba import njit

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, work_between
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
    SF,
    SNET,
    SNLT,
    SS,
    START_MILESTONE,
    START_ON,
    STARTED,
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
def add_lag(net: Network, wt: WorkingTime, settings: Settings, link: int, moment: int) -> int:
    """Moment plus lag in the link's calendar; a lead never reaches before the data date."""
    lag = net.links[link].lag
    result = add_work(wt, net.links[link].calendar, moment, lag)
    return max(result, settings.data_date) if lag < 0 else result


@njit(nogil=True, cache=True)
def lag_left(net: Network, wt: WorkingTime, settings: Settings, link: int, since: int) -> int:
    """Part of a positive lag that has not run off between ``since`` and the data date."""
    lag = net.links[link].lag
    if lag <= 0:
        return 0
    run = 0
    if since < settings.data_date:
        run = work_between(wt, net.links[link].calendar, since, settings.data_date)
    return max(0, lag - run)


@njit(nogil=True, cache=True)
def is_ignored(net: Network, settings: Settings, link: int) -> bool:
    """Links that move nothing in the passes: to and from level of effort, and logic that progress overrides."""
    p, s = net.links[link].predecessor, net.links[link].successor
    if net.tasks[p].role != LEAF or net.tasks[s].role != LEAF:
        return True
    override = settings.progress_rule == PROGRESS_OVERRIDE
    return override and net.tasks[s].progress != NOT_STARTED and net.tasks[p].progress != FINISHED


@njit(nogil=True, cache=True)
def fs_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    finish = dates[p].early_finish
    if net.links[link].lag == 0:
        return finish
    if net.tasks[p].progress != FINISHED:
        return add_lag(net, wt, settings, link, finish)
    if net.tasks[s].progress != NOT_STARTED:
        return finish
    left = lag_left(net, wt, settings, link, net.tasks[p].actual_finish)
    return add_work(wt, net.links[link].calendar, finish, left)


@njit(nogil=True, cache=True)
def ss_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    start, lag = dates[p].early_start, net.links[link].lag
    if net.tasks[p].progress == NOT_STARTED:
        if lag == 0:
            return next_start(wt, net.links[link].calendar, start)
        return add_lag(net, wt, settings, link, start)
    if net.tasks[p].progress == FINISHED:
        if net.tasks[s].progress == FINISHED or (net.tasks[s].progress == STARTED and lag <= 0):
            return start
        moment = add_lag(net, wt, settings, link, net.tasks[p].actual_start)
        return start if moment < settings.data_date else moment
    if settings.lag_from_early_start == 0:
        return max(start, add_lag(net, wt, settings, link, net.tasks[p].actual_start))
    worked = net.tasks[p].actual_duration
    if lag <= 0 or worked == 0 or worked >= lag:
        return start
    return add_work(wt, net.links[link].calendar, start, lag - worked)


@njit(nogil=True, cache=True)
def ff_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    if net.tasks[p].progress == FINISHED:
        if net.tasks[s].progress == FINISHED:
            return dates[p].early_finish
        finish = net.tasks[p].actual_finish
    else:
        finish = dates[p].early_finish
    finish = add_lag(net, wt, settings, link, finish)
    return max(settings.start, remaining_before(net, wt, s, finish))


@njit(nogil=True, cache=True)
def sf_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    start = dates[p].early_start
    if net.tasks[s].progress == NOT_STARTED:
        moment = start_before(net, wt, s, add_lag(net, wt, settings, link, start))
        return min(moment, settings.data_date) if net.tasks[p].progress == STARTED else moment
    if net.tasks[p].progress == NOT_STARTED:
        if net.tasks[s].progress == FINISHED:
            return add_lag(net, wt, settings, link, start)
        return remaining_before(net, wt, s, add_lag(net, wt, settings, link, start))
    left = lag_left(net, wt, settings, link, net.tasks[p].actual_start)
    if net.tasks[s].progress == FINISHED or left == 0:
        return start
    return remaining_before(net, wt, s, add_work(wt, net.links[link].calendar, start, left))


@njit(nogil=True, cache=True)
def link_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    """Earliest start of the successor's remaining work by this link."""
    kind = net.links[link].kind
    if kind == FS:
        return fs_start(net, wt, settings, dates, link)
    if kind == SS:
        return ss_start(net, wt, settings, dates, link)
    if kind == FF:
        return ff_start(net, wt, settings, dates, link)
    return sf_start(net, wt, settings, dates, link)


@njit(nogil=True, cache=True)
def logic_start(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> int:
    """What data date, project start and predecessors ask of the remaining work."""
    first, last = net.tasks[i].predecessors, net.tasks[i].predecessors_end
    start, cause, cause_link = settings.data_date, BY_DATA_DATE, -1
    open_start = True
    if settings.progress_rule == ACTUAL_DATES and net.tasks[i].progress == FINISHED:
        last = first
        open_start = False
    for link in range(first, last):
        if is_ignored(net, settings, link):
            continue
        open_start = False
        moment = link_start(net, wt, settings, dates, link)
        if moment > start or (cause_link < 0 and moment == start):
            start, cause, cause_link = moment, BY_LINK, link
    if open_start and net.tasks[i].progress == NOT_STARTED and settings.start > start:
        start, cause = settings.start, BY_PROJECT_START
    dates[i].cause = cause
    dates[i].cause_link = cause_link
    return start


@njit(nogil=True, cache=True)
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


@njit(nogil=True, cache=True)
def forward_open(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> None:
    logic = logic_start(net, wt, settings, dates, i)
    is_finish = net.tasks[i].marks & FINISH_MILESTONE
    if not is_finish:
        logic = work_can_start(net, wt, i, logic)
    start = constrained_start(net, wt, i, net.tasks[i].constraint, net.tasks[i].constraint_date, logic)
    start = constrained_start(net, wt, i, net.tasks[i].second, net.tasks[i].second_date, start)
    if start != logic:
        dates[i].cause = BY_CONSTRAINT
    if net.tasks[i].external_early_start != NEVER and net.tasks[i].external_early_start > start:
        start = net.tasks[i].external_early_start
        dates[i].cause = BY_EXTERNAL
    if not is_finish:
        start = work_can_start(net, wt, i, start)
    finish = finish_after(net, wt, i, start)
    if settings.use_expected_finish and net.tasks[i].expected_finish != NEVER:
        finish = max(start, net.tasks[i].expected_finish)
    elif net.tasks[i].constraint == MUST_FINISH and net.tasks[i].constraint_date != NEVER:
        finish = net.tasks[i].constraint_date
    dates[i].early_start = start
    dates[i].early_finish = finish


@njit(nogil=True, cache=True)
def forward_started(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int) -> None:
    start = logic_start(net, wt, settings, dates, i)
    if net.tasks[i].resume != NEVER and net.tasks[i].resume > start:
        start = net.tasks[i].resume
    if net.tasks[i].external_early_start != NEVER and net.tasks[i].external_early_start > start:
        start = net.tasks[i].external_early_start
        dates[i].cause = BY_EXTERNAL
    if not (net.tasks[i].marks & FINISH_MILESTONE):
        start = work_can_start(net, wt, i, start)
    finish = remaining_after(net, wt, i, start)
    if settings.use_expected_finish and net.tasks[i].expected_finish != NEVER:
        finish = max(start, net.tasks[i].expected_finish)
    dates[i].early_start = start
    dates[i].early_finish = finish


@njit(nogil=True, cache=True)
def forward(net: Network, order: Order, wt: WorkingTime, settings: Settings, dates: Records) -> None:
    """Early dates of the remaining work; finished activities hand on the logic that reaches them."""
    for i in order.nodes:
        if net.tasks[i].role != LEAF:
            continue
        if net.tasks[i].progress == NOT_STARTED:
            forward_open(net, wt, settings, dates, i)
        elif net.tasks[i].progress == STARTED:
            forward_started(net, wt, settings, dates, i)
        else:
            start = logic_start(net, wt, settings, dates, i)
            dates[i].early_start = start
            dates[i].early_finish = start


@njit(nogil=True, cache=True)
def fs_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    start, lag, calendar = dates[s].late_start, net.links[link].lag, net.links[link].calendar
    if net.tasks[p].progress == FINISHED:
        if net.tasks[s].progress == STARTED:
            return add_work(wt, calendar, start, -lag) if net.tasks[s].actual_duration == 0 else start
        return add_work(wt, calendar, start, -lag_left(net, wt, settings, link, net.tasks[p].actual_finish))
    if net.tasks[s].progress == FINISHED:
        return start
    if net.tasks[p].progress == STARTED and net.tasks[s].progress == STARTED and net.tasks[s].actual_duration != 0:
        return start
    return add_work(wt, calendar, start, -lag)


@njit(nogil=True, cache=True)
def ss_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    start, lag, calendar = dates[s].late_start, net.links[link].lag, net.links[link].calendar
    if net.tasks[p].progress == NOT_STARTED:
        start = add_work(wt, calendar, start, -lag)
        if net.tasks[s].progress == NOT_STARTED:
            start = work_can_start(net, wt, p, start)
    elif net.tasks[p].progress == FINISHED:
        if net.tasks[s].progress != STARTED:
            start = add_work(wt, calendar, start, -lag_left(net, wt, settings, link, net.tasks[p].actual_start))
    elif net.tasks[s].progress != FINISHED and lag > net.tasks[p].actual_duration:
        start = add_work(wt, calendar, start, net.tasks[p].actual_duration - lag)
    finish = remaining_after(net, wt, p, start)
    alone = net.tasks[s].successors == net.tasks[s].successors_end
    if alone and lag == 0 and net.tasks[s].progress == NOT_STARTED and net.tasks[p].progress == NOT_STARTED:
        return min(finish, dates[s].late_finish)
    return finish


@njit(nogil=True, cache=True)
def ff_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    finish, calendar = dates[s].late_finish, net.links[link].calendar
    if net.tasks[p].progress != FINISHED:
        return add_work(wt, calendar, finish, -net.links[link].lag)
    if net.tasks[s].progress == STARTED:
        return finish
    return add_work(wt, calendar, finish, -lag_left(net, wt, settings, link, net.tasks[p].actual_finish))


@njit(nogil=True, cache=True)
def sf_late(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    p, s = net.links[link].predecessor, net.links[link].successor
    finish, calendar = dates[s].late_finish, net.links[link].calendar
    if net.tasks[p].progress == FINISHED and net.tasks[s].progress == FINISHED:
        return finish
    if net.tasks[p].progress == STARTED and net.tasks[s].progress != STARTED:
        return remaining_after(net, wt, p, finish)
    return add_work(wt, calendar, finish_after(net, wt, p, finish), -net.links[link].lag)


@njit(nogil=True, cache=True)
def link_late_finish(net: Network, wt: WorkingTime, settings: Settings, dates: Records, link: int) -> int:
    """Latest finish of the predecessor by this link."""
    kind = net.links[link].kind
    if kind == FS:
        return fs_late(net, wt, settings, dates, link)
    if kind == SS:
        return ss_late(net, wt, settings, dates, link)
    if kind == FF:
        return ff_late(net, wt, settings, dates, link)
    return sf_late(net, wt, settings, dates, link)


@njit(nogil=True, cache=True)
def logic_finish(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, project_finish: int) -> int:
    """Latest finish that successors, must-finish-by and external dates allow."""
    finish, open_end = project_finish, True
    for at in range(net.tasks[i].successors, net.tasks[i].successors_end):
        link = net.outgoing[at]
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
        if settings.open_ends_critical == 1 and net.tasks[i].progress != FINISHED:
            finish = dates[i].early_finish
        if net.tasks[i].external_late_finish != NEVER and net.tasks[i].progress != FINISHED:
            finish = net.tasks[i].external_late_finish
    if net.tasks[i].external_late_finish != NEVER:
        finish = min(finish, net.tasks[i].external_late_finish)
    return finish


@njit(nogil=True, cache=True)
def constrained_finish(net: Network, wt: WorkingTime, i: int, kind: int, date: int, finish: int) -> int:
    """Latest finish of an unfinished activity after one of its constraints."""
    if date == NEVER:
        return finish
    if kind == START_ON or kind == SNLT or kind == MUST_START:
        if net.tasks[i].progress != NOT_STARTED:
            return finish
        wanted = finish_after(net, wt, i, date)
        return wanted if kind == MUST_START else min(finish, wanted)
    if kind == MUST_FINISH:
        return date
    if kind == FINISH_ON or kind == FNLT:
        return min(finish, date)
    return finish


@njit(nogil=True, cache=True)
def backward_leaf(net: Network, wt: WorkingTime, settings: Settings, dates: Records, i: int, project_finish: int) -> None:
    finish = logic_finish(net, wt, settings, dates, i, project_finish)
    if net.tasks[i].progress != FINISHED:
        finish = constrained_finish(net, wt, i, net.tasks[i].constraint, net.tasks[i].constraint_date, finish)
        finish = constrained_finish(net, wt, i, net.tasks[i].second, net.tasks[i].second_date, finish)
        if not net.tasks[i].marks & START_MILESTONE:
            finish = work_has_ended(net, wt, i, finish)
        start = remaining_before(net, wt, i, finish)
    else:
        start = finish
    dates[i].late_start = start
    dates[i].late_finish = finish
    dates[i].limit_start = start


@njit(nogil=True, cache=True)
def late_as_possible(net: Network, wt: WorkingTime, dates: Records, i: int, early_finish: int) -> None:
    """P6 moves an activity as late as possible without delaying its successors' early dates."""
    start = NEVER
    for at in range(net.tasks[i].successors, net.tasks[i].successors_end):
        link = net.outgoing[at]
        s, kind, lag = net.links[link].successor, net.links[link].kind, -net.links[link].lag
        if net.tasks[s].role != LEAF:
            continue
        if kind == FS:
            moment = remaining_before(net, wt, i, add_work(wt, net.links[link].calendar, dates[s].early_start, lag))
        elif kind == FF:
            moment = remaining_before(net, wt, i, add_work(wt, net.links[link].calendar, dates[s].early_finish, lag))
        elif kind == SS:
            moment = add_work(wt, net.links[link].calendar, dates[s].early_start, lag)
        else:
            moment = add_work(wt, net.links[link].calendar, dates[s].early_finish, lag)
        if start == NEVER or moment < start:
            start = moment
    if start == NEVER:
        start = remaining_before(net, wt, i, early_finish)
    if start <= dates[i].early_start:
        return
    if net.tasks[i].marks & FINISH_MILESTONE:
        start = work_has_ended(net, wt, i, start)
    dates[i].early_start = start
    dates[i].early_finish = remaining_after(net, wt, i, start)
    dates[i].cause = BY_LATE
    dates[i].cause_link = -1


@njit(nogil=True, cache=True)
def backward(net: Network, order: Order, wt: WorkingTime, settings: Settings, dates: Records, project_finish: int, early_finish: int) -> None:
    """Late dates, last activity first."""
    for at in range(order.nodes.size - 1, -1, -1):
        i = order.nodes[at]
        if net.tasks[i].role != LEAF:
            continue
        backward_leaf(net, wt, settings, dates, i, project_finish)
        if net.tasks[i].constraint == ALAP and net.tasks[i].progress != FINISHED:
            late_as_possible(net, wt, dates, i, early_finish)


@njit(nogil=True, cache=True)
def settle(net: Network, dates: Records) -> None:
    """Scheduled dates of activities: actual where there is one, else early."""
    for i in range(net.tasks.size):
        if net.tasks[i].role == LEAF:
            started, finished = net.tasks[i].progress != NOT_STARTED, net.tasks[i].progress == FINISHED
            dates[i].start = net.tasks[i].actual_start if started else dates[i].early_start
            dates[i].finish = net.tasks[i].actual_finish if finished else dates[i].early_finish
