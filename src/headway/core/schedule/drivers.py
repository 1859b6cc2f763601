"""Which links decide where tasks start, the longest path, and who is critical by which rule.

A link *drives* its successor when the start that the link alone asks for is the start that the successor has.  Where a
constraint, an actual or typed date, the data date or the project start decided, no link drives.  ``slack`` is the
working time by which the predecessor could slip before this link starts to drive.  See ``docs/algorithms/explain.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numba import njit
from numpy.typing import NDArray

from headway.core.calendar.kernels import WorkingTime, add_work, work_between
from headway.core.plan.plan import Rules
from headway.core.schedule import msproject, p6
from headway.core.schedule.network import (
    ASIDE,
    BY_LATE,
    BY_SUMMARY,
    EXTERNAL,
    FINISH_MILESTONE,
    FINISHED,
    FS,
    GATE,
    LEAF,
    MANUAL,
    NOT_STARTED,
    SS,
    SUMMARY,
    Indices,
    Ints,
    Network,
    Order,
    Records,
    Settings,
)
from headway.core.schedule.passes import Passes, run_passes
from headway.core.schedule.primitives import work_can_start
from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.schedule.result import Schedule

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Drivers:
    """Driving links of a schedule.  Arrays have one entry a row of the network's links."""

    schedule: Schedule
    passes: Passes
    driving: Mask
    slack: Ints
    """Working time in the successor's calendar; ``NEVER`` where the link moves nothing."""

    def rows(self, task_id: int) -> list[int]:
        """Rows of the links that drive the start of one task, through the summaries above where those decide.

        ``KeyError`` when the plan has no such task.
        """
        net, dates = self.schedule.compiled.network, self.passes.weighed
        node = self.schedule.compiled.index[task_id]
        if net.tasks["role"][node] != LEAF or not follows_logic(self.schedule, node):
            return []
        found = self.into(node)
        if not found and dates["cause"][node] == BY_SUMMARY:
            node = int(net.tasks["gate"][node])
            while node >= 0 and not found:
                found = self.into(node)
                node = int(net.tasks["gate"][node])
        return found

    def into(self, node: int) -> list[int]:
        """Rows of the driving links into a node."""
        task = self.schedule.compiled.network.tasks[node]
        return [row for row in range(task["predecessors"], task["predecessors_end"]) if self.driving[row]]

    def links(self, task_id: int) -> tuple[int, ...]:
        """Ids of the plan's links that drive the start of one task."""
        return tuple(self.schedule.compiled.link_ids[row] for row in self.rows(task_id))

    def tasks(self, task_id: int) -> tuple[int, ...]:
        """Ids of the predecessors that drive the start of one task."""
        compiled = self.schedule.compiled
        predecessor = compiled.network.links["predecessor"]
        return tuple(dict.fromkeys(compiled.task_ids[predecessor[row]] for row in self.rows(task_id)))

    def longest_path(self) -> Mask:
        """Unfinished tasks (one entry a task) on a driving chain to the latest early finish."""
        compiled = self.schedule.compiled
        net, finish = compiled.network, self.passes.weighed["early_finish"]
        open_leaves = (net.tasks["role"] == LEAF) & (net.tasks["progress"] != FINISHED)
        if not open_leaves.any():
            return np.zeros(len(compiled.task_ids), np.bool_)
        seeds = open_leaves & (finish == finish[open_leaves].max())
        marked = trace(net, compiled.order, self.passes.weighed, self.driving, seeds)
        path: Mask = (marked & open_leaves)[: len(compiled.task_ids)]
        return path

    def critical(self) -> Mask:
        """Critical tasks by the project's rule: at most the float limit, or the longest path.  One entry a task."""
        return self.schedule.critical

    def near_critical(self, threshold: int) -> Mask:
        """Tasks that are not critical but whose total float (span) is at most ``threshold``."""
        near: Mask = within_float(self.schedule, threshold) & ~self.critical()
        return near


def within_float(schedule: Schedule, limit: int) -> Mask:
    """Unfinished tasks with a total float of at most ``limit``, one entry a task."""
    n = len(schedule.compiled.task_ids)
    tasks = schedule.compiled.network.tasks[:n]
    total = schedule.arrays["total_float"][:n]
    found: Mask = (total != NEVER) & (total <= limit) & (tasks["role"] != ASIDE) & (tasks["progress"] != FINISHED)
    return found


def find_drivers(schedule: Schedule) -> Drivers:
    """Driving links of every task.  Time and memory grow with tasks and links; nothing recurses."""
    compiled = schedule.compiled
    net, working_time = compiled.network, compiled.calendars.working_time
    passes = run_passes(compiled)
    if compiled.rules is Rules.P6:
        driving, slack = p6_slack(net, working_time, passes.settings, passes.weighed)
    else:
        driving, slack = msproject_slack(net, working_time, passes.settings, passes.weighed, passes.late)
    return Drivers(schedule, passes, driving, slack)


def follows_logic(schedule: Schedule, node: int) -> bool:
    """Whether links can decide where this task starts: not started, not typed by hand, not pushed to its latest."""
    task = schedule.compiled.network.tasks[node]
    if schedule.arrays["cause"][node] == BY_LATE:
        return False
    if schedule.compiled.rules is Rules.P6:
        return bool(task["progress"] != FINISHED)
    return bool(task["progress"] == NOT_STARTED and not task["marks"] & (MANUAL | EXTERNAL))


@njit(nogil=True, cache=True)
def msproject_slack(net: Network, wt: WorkingTime, settings: Settings, dates: Records, late: bool) -> tuple[Mask, Ints]:
    """Whether each link drives, and its slack, by the rules of MS Project."""
    driving = np.zeros(net.links.size, np.bool_)
    slack = np.full(net.links.size, NEVER, np.int64)
    floor = settings.start
    if settings.not_before_data_date == 1:
        floor = max(floor, settings.data_date)
    for link in range(net.links.size):
        p, s = net.links[link].predecessor, net.links[link].successor
        if net.tasks[p].role == ASIDE or dates[p].early_finish == NEVER:
            continue
        if net.tasks[s].role == GATE:
            asked = msproject.link_instant(net, wt, dates, link, late)
            kind = net.links[link].kind
            has = dates[s].early_start if kind == FS or kind == SS else dates[s].bound_finish
            driving[link] = asked == has and asked >= settings.start
            slack[link] = work_between(wt, net.tasks[s].calendar, asked, has)
        elif (
            net.tasks[s].role == LEAF
            and net.tasks[s].progress == NOT_STARTED
            and not (net.tasks[s].marks & (MANUAL | EXTERNAL))
        ):
            asked = msproject.link_start(net, wt, dates, link, late)
            moment = asked
            if net.tasks[s].delay > 0:
                moment = msproject.can_start(net, wt, s, moment)
                moment = add_work(wt, net.tasks[s].delay_calendar, moment, net.tasks[s].delay)
            moment = msproject.can_start(net, wt, s, moment)
            driving[link] = moment == dates[s].early_start and asked >= floor
            slack[link] = work_between(wt, net.tasks[s].calendar, moment, dates[s].early_start)
    return driving, slack


@njit(nogil=True, cache=True)
def p6_slack(net: Network, wt: WorkingTime, settings: Settings, dates: Records) -> tuple[Mask, Ints]:
    """Whether each link drives, and its slack, by the rules of P6; finished activities hand on what drives them."""
    driving = np.zeros(net.links.size, np.bool_)
    slack = np.full(net.links.size, NEVER, np.int64)
    for link in range(net.links.size):
        p, s = net.links[link].predecessor, net.links[link].successor
        if p6.is_ignored(net, settings, link):
            continue
        asked = p6.link_start(net, wt, settings, dates, link)
        moment = asked
        if net.tasks[s].progress != FINISHED and not (net.tasks[s].marks & FINISH_MILESTONE):
            moment = work_can_start(net, wt, s, asked)
        handed_on = net.tasks[p].progress == FINISHED and asked <= settings.data_date
        driving[link] = moment == dates[s].early_start and asked >= settings.data_date and not handed_on
        slack[link] = work_between(wt, net.tasks[s].calendar, moment, dates[s].early_start)
    return driving, slack


@njit(nogil=True, cache=True)
def trace_into(net: Network, members: Indices, dates: Records, driving: Mask, marked: Mask, i: int) -> None:
    """Mark what drives node ``i``."""
    for link in range(net.tasks[i].predecessors, net.tasks[i].predecessors_end):
        if driving[link]:
            marked[net.links[link].predecessor] = True
    if net.tasks[i].gate >= 0 and (net.tasks[i].role == GATE or dates[i].cause == BY_SUMMARY):
        marked[net.tasks[i].gate] = True
    if net.tasks[i].role == SUMMARY:
        for m in range(net.tasks[i].members, net.tasks[i].members_end):
            j = members[m]
            if dates[j].early_finish == dates[i].early_finish:
                marked[j] = True


@njit(nogil=True, cache=True)
def trace(net: Network, order: Order, dates: Records, driving: Mask, seeds: Mask) -> Mask:
    """All nodes from which driving links, gates and members of summaries lead to a seed."""
    marked = seeds.copy()
    for at in range(order.nodes.size - 1, -1, -1):
        if marked[order.nodes[at]]:
            trace_into(net, order.members, dates, driving, marked, order.nodes[at])
    return marked
