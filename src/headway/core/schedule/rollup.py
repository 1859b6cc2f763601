"""Summaries span what is below them."""

from __future__ import annotations

from numba import njit

from headway.core.schedule.network import Network, Order, Records
from headway.core.time import NEVER


@njit(nogil=True, cache=True)
def widen(low: int, value: int) -> int:
    """The smaller of two instants, either of which may be missing."""
    return value if low == NEVER or (value != NEVER and value < low) else low


@njit(nogil=True, cache=True)
def clear_summaries(net: Network, dates: Records) -> None:
    for i in range(net.tasks.size):
        p = net.tasks[i].parent
        if p >= 0:
            dates[p].start = NEVER
            dates[p].finish = NEVER
            dates[p].early_start = NEVER
            dates[p].early_finish = NEVER
            dates[p].late_start = NEVER
            dates[p].late_finish = NEVER


@njit(nogil=True, cache=True)
def roll_up(net: Network, order: Order, dates: Records) -> None:
    """Start, finish, early and late dates of every parent from its children, deepest first."""
    clear_summaries(net, dates)
    for i in order.deepest_first:
        p = net.tasks[i].parent
        if p < 0 or dates[i].start == NEVER:
            continue
        dates[p].start = widen(dates[p].start, dates[i].start)
        dates[p].finish = max(dates[p].finish, dates[i].finish)
        dates[p].early_start = widen(dates[p].early_start, dates[i].early_start)
        dates[p].early_finish = max(dates[p].early_finish, dates[i].early_finish)
        dates[p].late_start = widen(dates[p].late_start, dates[i].late_start)
        dates[p].late_finish = max(dates[p].late_finish, dates[i].late_finish)
