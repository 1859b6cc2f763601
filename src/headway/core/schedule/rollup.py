"""Summaries span what is below them."""

from __future__ import annotations

from numba import njit

from headway.core.schedule.network import MANUAL, Network, Order, Records
from headway.core.time import NEVER


@njit(nogil=True, cache=True)
def widen(low: int, value: int) -> int:
    """The smaller of two instants, either of which may be missing."""
    return value if low == NEVER or (value != NEVER and value < low) else low


@njit(nogil=True, cache=True)
def is_typed(net: Network, i: int) -> bool:
    """Whether a summary's dates were typed by hand; its children do not move them."""
    return (net.tasks[i].marks & MANUAL) != 0 and net.tasks[i].given_finish != NEVER


@njit(nogil=True, cache=True)
def clear_summaries(net: Network, dates: Records) -> None:
    for i in range(net.tasks.size):
        p = net.tasks[i].parent
        if p >= 0:
            typed = is_typed(net, p)
            dates[p].start = net.tasks[p].given_start if typed else NEVER
            dates[p].finish = net.tasks[p].given_finish if typed else NEVER
            dates[p].early_start = dates[p].start
            dates[p].early_finish = dates[p].finish
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
        dates[p].late_start = widen(dates[p].late_start, dates[i].late_start)
        dates[p].late_finish = max(dates[p].late_finish, dates[i].late_finish)
        if is_typed(net, p):
            continue
        dates[p].start = widen(dates[p].start, dates[i].start)
        dates[p].finish = max(dates[p].finish, dates[i].finish)
        dates[p].early_start = widen(dates[p].early_start, dates[i].early_start)
        dates[p].early_finish = max(dates[p].early_finish, dates[i].early_finish)
