"""Steps that both rule sets share: a task's own way through working time."""

from __future__ import annotations

from numba import njit

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, previous_finish
from headway.core.schedule.network import Network


@njit(nogil=True, cache=True)
def finish_after(net: Network, wt: WorkingTime, i: int, start: int) -> int:
    """Finish of the whole task when it starts at ``start``; resource-driven tasks end with their longest assignment."""
    first, last = net.work_ptr[i], net.work_ptr[i + 1]
    if first == last:
        return add_work(wt, net.calendar[i], start, net.span[i])
    latest = start
    for a in range(first, last):
        latest = max(latest, add_work(wt, net.work_calendar[a], start, net.work_delay[a] + net.work_span[a]))
    return latest


@njit(nogil=True, cache=True)
def remaining_after(net: Network, wt: WorkingTime, i: int, start: int) -> int:
    """Finish of the remaining work when it starts at ``start``."""
    first, last = net.work_ptr[i], net.work_ptr[i + 1]
    if first == last:
        return add_work(wt, net.calendar[i], start, net.remaining[i])
    latest = start
    for a in range(first, last):
        latest = max(latest, add_work(wt, net.work_calendar[a], start, net.work_remaining[a]))
    return latest


@njit(nogil=True, cache=True)
def start_before(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Start of the whole task when it finishes at ``finish``."""
    first, last = net.work_ptr[i], net.work_ptr[i + 1]
    if first == last:
        return add_work(wt, net.calendar[i], finish, -net.span[i])
    earliest = finish
    for a in range(first, last):
        earliest = min(earliest, add_work(wt, net.work_calendar[a], finish, -net.work_delay[a] - net.work_span[a]))
    return earliest


@njit(nogil=True, cache=True)
def remaining_before(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Start of the remaining work when it finishes at ``finish``."""
    first, last = net.work_ptr[i], net.work_ptr[i + 1]
    if first == last:
        return add_work(wt, net.calendar[i], finish, -net.remaining[i])
    earliest = finish
    for a in range(first, last):
        earliest = min(earliest, add_work(wt, net.work_calendar[a], finish, -net.work_remaining[a]))
    return earliest


@njit(nogil=True, cache=True)
def work_can_start(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """First instant at or after ``moment`` at which the task can be worked on."""
    first, last = net.work_ptr[i], net.work_ptr[i + 1]
    if first == last:
        return next_start(wt, net.calendar[i], moment)
    earliest = next_start(wt, net.work_calendar[first], moment)
    for a in range(first + 1, last):
        earliest = min(earliest, next_start(wt, net.work_calendar[a], moment))
    return earliest


@njit(nogil=True, cache=True)
def work_has_ended(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """The finish face of ``moment``: end of the last shift when nothing is worked just before ``moment``."""
    first, last = net.work_ptr[i], net.work_ptr[i + 1]
    if first == last:
        return previous_finish(wt, net.calendar[i], moment)
    latest = previous_finish(wt, net.work_calendar[first], moment)
    for a in range(first + 1, last):
        latest = max(latest, previous_finish(wt, net.work_calendar[a], moment))
    return latest
