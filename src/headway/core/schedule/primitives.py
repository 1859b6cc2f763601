"""Steps that both rule sets share: a task's own way through working time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.calendar.kernels import WorkingTime, add_work, next_start, previous_finish
from headway.core.kernel import kernel

if TYPE_CHECKING:
    from headway.core.schedule.network import Network


@kernel
def finish_after(net: Network, wt: WorkingTime, i: int, start: int) -> int:
    """Finish of the whole task when it starts at ``start``; resource-driven tasks end with their longest assignment."""
    tasks, pieces = net.tasks, net.pieces
    first, last = tasks[i].pieces, tasks[i].pieces_end
    if first == last:
        return add_work(wt, tasks[i].calendar, start, tasks[i].span)
    latest = start
    for a in range(first, last):
        latest = max(latest, add_work(wt, pieces[a].calendar, start, pieces[a].delay + pieces[a].span))
    return latest


@kernel
def remaining_after(net: Network, wt: WorkingTime, i: int, start: int) -> int:
    """Finish of the remaining work when it starts at ``start``."""
    tasks, pieces = net.tasks, net.pieces
    first, last = tasks[i].pieces, tasks[i].pieces_end
    if first == last:
        return add_work(wt, tasks[i].calendar, start, tasks[i].remaining)
    latest = start
    for a in range(first, last):
        latest = max(latest, add_work(wt, pieces[a].calendar, start, pieces[a].remaining))
    return latest


@kernel
def start_before(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Start of the whole task when it finishes at ``finish``."""
    tasks, pieces = net.tasks, net.pieces
    first, last = tasks[i].pieces, tasks[i].pieces_end
    if first == last:
        return add_work(wt, tasks[i].calendar, finish, -tasks[i].span)
    earliest = finish
    for a in range(first, last):
        earliest = min(earliest, add_work(wt, pieces[a].calendar, finish, -pieces[a].delay - pieces[a].span))
    return earliest


@kernel
def remaining_before(net: Network, wt: WorkingTime, i: int, finish: int) -> int:
    """Start of the remaining work when it finishes at ``finish``."""
    tasks, pieces = net.tasks, net.pieces
    first, last = tasks[i].pieces, tasks[i].pieces_end
    if first == last:
        return add_work(wt, tasks[i].calendar, finish, -tasks[i].remaining)
    earliest = finish
    for a in range(first, last):
        earliest = min(earliest, add_work(wt, pieces[a].calendar, finish, -pieces[a].remaining))
    return earliest


@kernel
def work_can_start(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """First instant at or after ``moment`` at which the task can be worked on."""
    tasks, pieces = net.tasks, net.pieces
    first, last = tasks[i].pieces, tasks[i].pieces_end
    if first == last:
        return next_start(wt, tasks[i].calendar, moment)
    earliest = next_start(wt, pieces[first].calendar, moment)
    for a in range(first + 1, last):
        earliest = min(earliest, next_start(wt, pieces[a].calendar, moment))
    return earliest


@kernel
def work_has_ended(net: Network, wt: WorkingTime, i: int, moment: int) -> int:
    """The finish face of ``moment``: end of the last shift when nothing is worked just before ``moment``."""
    tasks, pieces = net.tasks, net.pieces
    first, last = tasks[i].pieces, tasks[i].pieces_end
    if first == last:
        return previous_finish(wt, tasks[i].calendar, moment)
    latest = previous_finish(wt, pieces[first].calendar, moment)
    for a in range(first + 1, last):
        latest = max(latest, previous_finish(wt, pieces[a].calendar, moment))
    return latest
