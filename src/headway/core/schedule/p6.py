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
def add_lag(net: Network, wt: WorkingTime, settings: Settings, link: int, moment: int) -> int:
    """Moment plus lag in the link's calendar; a lead never reaches before the data date."""
    lag = net.link_lag[link]
    result = add_work(wt, net.link_calendar[link], moment, lag)
    return max(result, settings.data_date) if lag < 0 else result


@njit(nogil=True, cache=True)
def lag_left(net: Network, wt: WorkingTime, settings: Settings, link: int, since: int) -> int:
    """Part of a positive lag that has not run off between ``since`` and the data date."""
    lag = net.link_lag[link]
    if lag <= 0:
        return 0
    run = 0
    if since < settings.data_date:
        run = work_between(wt, net.link_calendar[link], since, settings.data_date)
    return max(0, lag - run)


@njit(nogil=True, cache=True)
def is_ignored(net: Network, settings: Settings, link: int) -> bool:
    """Links that move nothing in the passes: to and from level of effort, and logic that progress overrides."""
    p, s = net.link_predecessor[link], net.link_successor[link]
    if net.role[p] != LEAF or net.role[s] != LEAF:
        return True
    override = settings.progress_rule == PROGRESS_OVERRIDE
    return override and net.progress[s] != NOT_STARTED and net.progress[p] != FINISHED


@njit(nogil=True, cache=True)
def fs_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    finish = dates.early_finish[p]
    if net.link_lag[link] == 0:
        return finish
    if net.progress[p] != FINISHED:
        return add_lag(net, wt, settings, link, finish)
    if net.progress[s] != NOT_STARTED:
        return finish
    left = lag_left(net, wt, settings, link, net.actual_finish[p])
    return add_work(wt, net.link_calendar[link], finish, left)


@njit(nogil=True, cache=True)
def ss_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    start, lag = dates.early_start[p], net.link_lag[link]
    if net.progress[p] == NOT_STARTED:
        if lag == 0:
            return next_start(wt, net.link_calendar[link], start)
        return add_lag(net, wt, settings, link, start)
    if net.progress[p] == FINISHED:
        if net.progress[s] == FINISHED or (net.progress[s] == STARTED and lag <= 0):
            return start
        moment = add_lag(net, wt, settings, link, net.actual_start[p])
        return start if moment < settings.data_date else moment
    if settings.lag_from_early_start == 0:
        return max(start, add_lag(net, wt, settings, link, net.actual_start[p]))
    worked = net.actual_duration[p]
    if lag <= 0 or worked == 0 or worked >= lag:
        return start
    return add_work(wt, net.link_calendar[link], start, lag - worked)


@njit(nogil=True, cache=True)
def ff_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    if net.progress[p] == FINISHED:
        if net.progress[s] == FINISHED:
            return dates.early_finish[p]
        finish = net.actual_finish[p]
    else:
        finish = dates.early_finish[p]
    finish = add_lag(net, wt, settings, link, finish)
    return max(settings.start, remaining_before(net, wt, s, finish))


@njit(nogil=True, cache=True)
def sf_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    start = dates.early_start[p]
    if net.progress[s] == NOT_STARTED:
        moment = start_before(net, wt, s, add_lag(net, wt, settings, link, start))
        return min(moment, settings.data_date) if net.progress[p] == STARTED else moment
    if net.progress[p] == NOT_STARTED:
        if net.progress[s] == FINISHED:
            return add_lag(net, wt, settings, link, start)
        return remaining_before(net, wt, s, add_lag(net, wt, settings, link, start))
    left = lag_left(net, wt, settings, link, net.actual_start[p])
    if net.progress[s] == FINISHED or left == 0:
        return start
    return remaining_before(net, wt, s, add_work(wt, net.link_calendar[link], start, left))


@njit(nogil=True, cache=True)
def link_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    """Earliest start of the successor's remaining work by this link."""
    kind = net.link_kind[link]
    if kind == FS:
        return fs_start(net, wt, settings, dates, link)
    if kind == SS:
        return ss_start(net, wt, settings, dates, link)
    if kind == FF:
        return ff_start(net, wt, settings, dates, link)
    return sf_start(net, wt, settings, dates, link)


@njit(nogil=True, cache=True)
def logic_start(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int) -> int:
    """What data date, project start and predecessors ask of the remaining work."""
    first, last = net.predecessor_ptr[i], net.predecessor_ptr[i + 1]
    start, cause, cause_link = settings.data_date, BY_DATA_DATE, -1
    open_start = True
    if settings.progress_rule == ACTUAL_DATES and net.progress[i] == FINISHED:
        last = first
        open_start = False
    for link in range(first, last):
        if is_ignored(net, settings, link):
            continue
        open_start = False
        moment = link_start(net, wt, settings, dates, link)
        if moment > start or (cause_link < 0 and moment == start):
            start, cause, cause_link = moment, BY_LINK, link
    if open_start and net.progress[i] == NOT_STARTED and settings.start > start:
        start, cause = settings.start, BY_PROJECT_START
    dates.cause[i] = cause
    dates.cause_link[i] = cause_link
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
def forward_open(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int) -> None:
    logic = logic_start(net, wt, settings, dates, i)
    is_finish = net.flags[i] & FINISH_MILESTONE
    if not is_finish:
        logic = work_can_start(net, wt, i, logic)
    start = constrained_start(net, wt, i, net.constraint[i], net.constraint_date[i], logic)
    start = constrained_start(net, wt, i, net.second[i], net.second_date[i], start)
    if start != logic:
        dates.cause[i] = BY_CONSTRAINT
    if net.external_early_start[i] != NEVER and net.external_early_start[i] > start:
        start = net.external_early_start[i]
        dates.cause[i] = BY_EXTERNAL
    if not is_finish:
        start = work_can_start(net, wt, i, start)
    finish = finish_after(net, wt, i, start)
    if settings.use_expected_finish and net.expected_finish[i] != NEVER:
        finish = max(start, net.expected_finish[i])
    elif net.constraint[i] == MUST_FINISH and net.constraint_date[i] != NEVER:
        finish = net.constraint_date[i]
    dates.early_start[i] = start
    dates.early_finish[i] = finish


@njit(nogil=True, cache=True)
def forward_started(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int) -> None:
    start = logic_start(net, wt, settings, dates, i)
    if net.resume[i] != NEVER and net.resume[i] > start:
        start = net.resume[i]
    if net.external_early_start[i] != NEVER and net.external_early_start[i] > start:
        start = net.external_early_start[i]
        dates.cause[i] = BY_EXTERNAL
    if not (net.flags[i] & FINISH_MILESTONE):
        start = work_can_start(net, wt, i, start)
    finish = remaining_after(net, wt, i, start)
    if settings.use_expected_finish and net.expected_finish[i] != NEVER:
        finish = max(start, net.expected_finish[i])
    dates.early_start[i] = start
    dates.early_finish[i] = finish


@njit(nogil=True, cache=True)
def forward(net: Network, wt: WorkingTime, settings: Settings, dates: Dates) -> None:
    """Early dates of the remaining work; finished activities hand on the logic that reaches them."""
    for i in net.order:
        if net.role[i] != LEAF:
            continue
        if net.progress[i] == NOT_STARTED:
            forward_open(net, wt, settings, dates, i)
        elif net.progress[i] == STARTED:
            forward_started(net, wt, settings, dates, i)
        else:
            start = logic_start(net, wt, settings, dates, i)
            dates.early_start[i] = start
            dates.early_finish[i] = start


@njit(nogil=True, cache=True)
def fs_late(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    start, lag, calendar = dates.late_start[s], net.link_lag[link], net.link_calendar[link]
    if net.progress[p] == FINISHED:
        if net.progress[s] == STARTED:
            return add_work(wt, calendar, start, -lag) if net.actual_duration[s] == 0 else start
        return add_work(wt, calendar, start, -lag_left(net, wt, settings, link, net.actual_finish[p]))
    if net.progress[s] == FINISHED:
        return start
    if net.progress[p] == STARTED and net.progress[s] == STARTED and net.actual_duration[s] != 0:
        return start
    return add_work(wt, calendar, start, -lag)


@njit(nogil=True, cache=True)
def ss_late(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    start, lag, calendar = dates.late_start[s], net.link_lag[link], net.link_calendar[link]
    if net.progress[p] == NOT_STARTED:
        start = add_work(wt, calendar, start, -lag)
        if net.progress[s] == NOT_STARTED:
            start = work_can_start(net, wt, p, start)
    elif net.progress[p] == FINISHED:
        if net.progress[s] != STARTED:
            start = add_work(wt, calendar, start, -lag_left(net, wt, settings, link, net.actual_start[p]))
    elif net.progress[s] != FINISHED and lag > net.actual_duration[p]:
        start = add_work(wt, calendar, start, net.actual_duration[p] - lag)
    finish = remaining_after(net, wt, p, start)
    alone = net.successor_ptr[s] == net.successor_ptr[s + 1]
    if alone and lag == 0 and net.progress[s] == NOT_STARTED and net.progress[p] == NOT_STARTED:
        return min(finish, dates.late_finish[s])
    return finish


@njit(nogil=True, cache=True)
def ff_late(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    finish, calendar = dates.late_finish[s], net.link_calendar[link]
    if net.progress[p] != FINISHED:
        return add_work(wt, calendar, finish, -net.link_lag[link])
    if net.progress[s] == STARTED:
        return finish
    return add_work(wt, calendar, finish, -lag_left(net, wt, settings, link, net.actual_finish[p]))


@njit(nogil=True, cache=True)
def sf_late(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    p, s = net.link_predecessor[link], net.link_successor[link]
    finish, calendar = dates.late_finish[s], net.link_calendar[link]
    if net.progress[p] == FINISHED and net.progress[s] == FINISHED:
        return finish
    if net.progress[p] == STARTED and net.progress[s] != STARTED:
        return remaining_after(net, wt, p, finish)
    return add_work(wt, calendar, finish_after(net, wt, p, finish), -net.link_lag[link])


@njit(nogil=True, cache=True)
def link_late_finish(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, link: int) -> int:
    """Latest finish of the predecessor by this link."""
    kind = net.link_kind[link]
    if kind == FS:
        return fs_late(net, wt, settings, dates, link)
    if kind == SS:
        return ss_late(net, wt, settings, dates, link)
    if kind == FF:
        return ff_late(net, wt, settings, dates, link)
    return sf_late(net, wt, settings, dates, link)


@njit(nogil=True, cache=True)
def logic_finish(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, project_finish: int) -> int:
    """Latest finish that successors, must-finish-by and external dates allow."""
    finish, open_end = project_finish, True
    for at in range(net.successor_ptr[i], net.successor_ptr[i + 1]):
        link = net.successor_link[at]
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
        if settings.open_ends_critical == 1 and net.progress[i] != FINISHED:
            finish = dates.early_finish[i]
        if net.external_late_finish[i] != NEVER and net.progress[i] != FINISHED:
            finish = net.external_late_finish[i]
    if net.external_late_finish[i] != NEVER:
        finish = min(finish, net.external_late_finish[i])
    return finish


@njit(nogil=True, cache=True)
def constrained_finish(net: Network, wt: WorkingTime, i: int, kind: int, date: int, finish: int) -> int:
    """Latest finish of an unfinished activity after one of its constraints."""
    if date == NEVER:
        return finish
    if kind == START_ON or kind == SNLT or kind == MUST_START:
        if net.progress[i] != NOT_STARTED:
            return finish
        wanted = finish_after(net, wt, i, date)
        return wanted if kind == MUST_START else min(finish, wanted)
    if kind == MUST_FINISH:
        return date
    if kind == FINISH_ON or kind == FNLT:
        return min(finish, date)
    return finish


@njit(nogil=True, cache=True)
def backward_leaf(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, i: int, project_finish: int) -> None:
    finish = logic_finish(net, wt, settings, dates, i, project_finish)
    if net.progress[i] != FINISHED:
        finish = constrained_finish(net, wt, i, net.constraint[i], net.constraint_date[i], finish)
        finish = constrained_finish(net, wt, i, net.second[i], net.second_date[i], finish)
        finish = work_has_ended(net, wt, i, finish)
        start = remaining_before(net, wt, i, finish)
        if net.flags[i] & START_MILESTONE or (not (net.flags[i] & FINISH_MILESTONE) and start != finish):
            start = work_can_start(net, wt, i, start)
    else:
        start = finish
    dates.late_start[i] = start
    dates.late_finish[i] = finish
    dates.limit_start[i] = start


@njit(nogil=True, cache=True)
def late_as_possible(net: Network, wt: WorkingTime, dates: Dates, i: int, project_finish: int) -> None:
    """P6 moves an activity as late as possible without delaying its successors' early dates."""
    start = NEVER
    for at in range(net.successor_ptr[i], net.successor_ptr[i + 1]):
        link = net.successor_link[at]
        s, kind, lag = net.link_successor[link], net.link_kind[link], -net.link_lag[link]
        if net.role[s] != LEAF:
            continue
        if kind == FS:
            moment = remaining_before(net, wt, i, add_work(wt, net.link_calendar[link], dates.early_start[s], lag))
        elif kind == FF:
            moment = remaining_before(net, wt, i, add_work(wt, net.link_calendar[link], dates.early_finish[s], lag))
        elif kind == SS:
            moment = add_work(wt, net.link_calendar[link], dates.early_start[s], lag)
        else:
            moment = add_work(wt, net.link_calendar[link], dates.early_finish[s], lag)
        if start == NEVER or moment < start:
            start = moment
    if start == NEVER:
        start = remaining_before(net, wt, i, project_finish)
    if start <= dates.early_start[i]:
        return
    if net.flags[i] & FINISH_MILESTONE:
        start = work_has_ended(net, wt, i, start)
    dates.early_start[i] = start
    dates.early_finish[i] = remaining_after(net, wt, i, start)
    dates.cause[i] = BY_LATE
    dates.cause_link[i] = -1


@njit(nogil=True, cache=True)
def backward(net: Network, wt: WorkingTime, settings: Settings, dates: Dates, project_finish: int) -> None:
    """Late dates, last activity first."""
    for at in range(net.order.size - 1, -1, -1):
        i = net.order[at]
        if net.role[i] != LEAF:
            continue
        backward_leaf(net, wt, settings, dates, i, project_finish)
        if net.constraint[i] == ALAP and net.progress[i] != FINISHED:
            late_as_possible(net, wt, dates, i, project_finish)


@njit(nogil=True, cache=True)
def settle(net: Network, dates: Dates) -> None:
    """Scheduled dates of activities: actual where there is one, else early."""
    for i in range(net.parent.size):
        if net.role[i] == LEAF:
            started, finished = net.progress[i] != NOT_STARTED, net.progress[i] == FINISHED
            dates.start[i] = net.actual_start[i] if started else dates.early_start[i]
            dates.finish[i] = net.actual_finish[i] if finished else dates.early_finish[i]


@njit(nogil=True, cache=True)
def forget_finished(net: Network, dates: Dates) -> None:
    """Finished activities have no remaining work and so no early and late dates to show."""
    for i in range(net.parent.size):
        if net.role[i] == LEAF and net.progress[i] == FINISHED:
            dates.early_start[i] = NEVER
            dates.early_finish[i] = NEVER
            dates.late_start[i] = NEVER
            dates.late_finish[i] = NEVER
