"""Steps that both rule sets share: a task's own way through working time."""

from __future__ import annotations

from numba import njit

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, previous_finish
from headway.core.schedule.network import Network


@njit(nogil=True, cache=True)
def finish_after(net: Network, wt: WorkingTime, i: int, start: int) -> int:
    """Finish of the whole task when it starts at ``start``; resource-driven tasks end with their longest assignment."""
    first, last = net.tasks[i].pieces, net.tasks[i].pieces_end
    if first == last:
        return add_work(wt, net.tasks[i].calendar, start, net.tasks[i].span)
    latest = start
    for a in range(first, last):
        latest = max(latest, add_work(wt, net.pieces[a].calendar, start, net.pieces[a].delay + net.pieces[a].span))
    return latest


@njit(nogil=True, cache=True)
def remaining_after(net: Network, wt: WorkingTime, i: int, start: int) -> int:
    """Finish of the remaining work when it starts at ``start``."""
    first, last = net.tasks[i].pieces, net.tasks[i].pieces_end
    if first == last:
        return add_work(wt, net.tasks[i].calendar, start, net.tasks[i].remaining)
    latest = start
    for a in range(first, last):
        latest = max(latest, add_work(wt, net.pieces[a].calendar, start, net.pieces[a].remaining))
    return latest


@njit(nogil=True, cache=True)
def start_before(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Start of the whole task when it finishes at ``finish``."""
    first, last = net.tasks[i].pieces, net.tasks[i].pieces_end
    if first == last:
        return add_work(wt, net.tasks[i].calendar, finish, -net.tasks[i].span)
    earliest = finish
    for a in range(first, last):
        earliest = min(earliest, add_work(wt, net.pieces[a].calendar, finish, -net.pieces[a].delay - net.pieces[a].span))
    return earliest


@njit(nogil=True, cache=True)
def remaining_before(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Start of the remaining work when it finishes at ``finish``."""
    first, last = net.tasks[i].pieces, net.tasks[i].pieces_end
    if first == last:
        return add_work(wt, net.tasks[i].calendar, finish, -net.tasks[i].remaining)
    earliest = finish
    for a in range(first, last):
        earliest = min(earliest, add_work(wt, net.pieces[a].calendar, finish, -net.pieces[a].remaining))
    return earliest


@njit(nogil=True, cache=True)
def work_can_start(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """First instant at or after ``moment`` at which the task can be worked on."""
    first, last = net.tasks[i].pieces, net.tasks[i].pieces_end
    if first == last:
        return next_start(wt, net.tasks[i].calendar, moment)
    earliest = next_start(wt, net.pieces[first].calendar, moment)
    for a in range(first + 1, last):
        earliest = min(earliest, next_start(wt, net.pieces[a].calendar, moment))
    return earliest


@njit(nogil=True, cache=True)
def work_has_ended(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """The finish face of ``moment``: end of the last shift when nothing is worked just before ``moment``."""
    first, last = net.tasks[i].pieces, net.tasks[i].pieces_end
    if first == last:
        return previous_finish(wt, net.tasks[i].calendar, moment)
    latest = previous_finish(wt, net.pieces[first].calendar, moment)
    for a in range(first + 1, last):
        latest = max(latest, previous_finish(wt, net.pieces[a].calendar, moment))
    return latest
