"""Summaries span what is below them."""

from __future__ import annotations

from headway.core.kernel import inlined, kernel
from headway.core.schedule.network import LEAF, MANUAL, Network, Order, Records
from headway.core.time import NEVER


@inlined
def widen(low: int, value: int) -> int:
    """The smaller of two instants, either of which may be missing."""
    return value if low == NEVER or (value != NEVER and value < low) else low


@inlined
def is_typed(net: Network, i: int) -> bool:
    """Whether a summary's dates were typed by hand; its children do not move them."""
    tasks = net.tasks
    return (tasks[i].marks & MANUAL) != 0 and tasks[i].given_finish != NEVER


@kernel
def clear_summaries(net: Network, dates: Records) -> None:
    tasks = net.tasks
    for i in range(tasks.size):
        p = tasks[i].parent
        if p >= 0:
            typed = is_typed(net, p)
            dates[p].start = tasks[p].given_start if typed else NEVER
            dates[p].finish = tasks[p].given_finish if typed else NEVER
            dates[p].early_start = dates[p].start
            dates[p].early_finish = dates[p].finish
            dates[p].late_start = NEVER
            dates[p].late_finish = NEVER


@kernel
def late_opening(net: Network, dates: Records, i: int) -> int:
    """Late start that a summary gathers from a child; a leaf typed by hand counts with its late finish."""
    tasks = net.tasks
    typed = tasks[i].role == LEAF and tasks[i].marks & MANUAL
    return dates[i].late_finish if typed else dates[i].late_start


@kernel
def roll_up(net: Network, order: Order, dates: Records) -> None:
    """Start, finish, early and late dates of every parent from its children, deepest first."""
    tasks = net.tasks
    clear_summaries(net, dates)
    for i in order.deepest_first:
        p = tasks[i].parent
        if p < 0 or dates[i].start == NEVER:
            continue
        dates[p].late_start = widen(dates[p].late_start, late_opening(net, dates, i))
        dates[p].late_finish = max(dates[p].late_finish, dates[i].late_finish)
        if is_typed(net, p):
            continue
        dates[p].start = widen(dates[p].start, dates[i].start)
        dates[p].finish = max(dates[p].finish, dates[i].finish)
        dates[p].early_start = widen(dates[p].early_start, dates[i].early_start)
        dates[p].early_finish = max(dates[p].early_finish, dates[i].early_finish)
