"""Summaries span what is below them."""

from __future__ import annotations

from numba import njit

from headway.core.schedule.network import Dates, Network
from headway.core.time import NEVER


@njit(nogil=True, cache=True)
def widen(low: int, value: int) -> int:
    """The smaller of two instants, either of which may be missing."""
    return value if low == NEVER or (value != NEVER and value < low) else low


@njit(nogil=True, cache=True)
def clear_summaries(net: Network, dates: Dates) -> None:
    for i in range(net.parent.size):
        p = net.parent[i]
        if p >= 0:
            dates.start[p] = NEVER
            dates.finish[p] = NEVER
            dates.early_start[p] = NEVER
            dates.early_finish[p] = NEVER
            dates.late_start[p] = NEVER
            dates.late_finish[p] = NEVER


@njit(nogil=True, cache=True)
def roll_up(net: Network, dates: Dates) -> None:
    """Start, finish, early and late dates of every parent from its children, deepest first."""
    clear_summaries(net, dates)
    for i in net.deepest_first:
        p = net.parent[i]
        if p < 0 or dates.start[i] == NEVER:
            continue
        dates.start[p] = widen(dates.start[p], dates.start[i])
        dates.finish[p] = max(dates.finish[p], dates.finish[i])
        dates.early_start[p] = widen(dates.early_start[p], dates.early_start[i])
        dates.early_finish[p] = max(dates.early_finish[p], dates.early_finish[i])
        dates.late_start[p] = widen(dates.late_start[p], dates.late_start[i])
        dates.late_finish[p] = max(dates.late_finish[p], dates.late_finish[i])
