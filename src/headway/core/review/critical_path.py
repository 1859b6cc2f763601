"""The critical path as a review tests it: where a delay is tried, and what stands in its way.

It is the longest path of the engine, followed on through tasks that logic does not move (typed dates, hard constraints
that logic is past, tasks started before their predecessors were done): before such a task the chain goes on with the
predecessors that are critical by their float.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.plan.entities import ConstraintKind, LinkKind
from headway.core.plan.plan import Rules
from headway.core.schedule.network import EXTERNAL, FF, FINISHED, FS, LEAF, MANUAL, NOT_STARTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed

MANDATORY = frozenset({ConstraintKind.MUST_START_ON, ConstraintKind.MUST_FINISH_ON})


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """Unfinished tasks (ids) that decide the finish, by early start and float; ``first`` is where a delay is tried."""

    tasks: tuple[int, ...]
    first: Task | None
    """The first one that can take longer and passes its finish on; ``None`` where only dates decide the finish."""


def critical_path(reviewed: Reviewed) -> CriticalPath:
    """The tasks that decide the finish of a schedule."""
    early = reviewed.column("early_start")
    rows = reviewed.outline.rows
    # Of tasks that start together the one with the least float: a link that P6 cuts off at the data date only seems
    # to drive its successor, which then starts there as well.
    found = sorted(members(reviewed), key=lambda task: (early[task], reviewed.floats.get(task, 0), rows[task]))
    nodes = nodes_of(reviewed, found)
    first = next((task for task in found if can_take_longer(reviewed, task, nodes)), None)
    return CriticalPath(tuple(found), None if first is None else reviewed.plan.tasks[first])


def members(reviewed: Reviewed) -> set[int]:
    """Tasks of the longest path, and those that would be on it if a task on it did follow its logic."""
    schedule = reviewed.schedule
    on = schedule.drivers.longest_path().tolist()
    found = {task for task, marked in zip(schedule.compiled.task_ids, on, strict=True) if marked}
    waiting = [task for task in found if is_held(reviewed, task)]
    while waiting:
        task = waiting.pop()
        before = critical_before(reviewed, task) if is_held(reviewed, task) else schedule.drivers.tasks(task)
        for each in before:
            if each not in found and is_open(reviewed, each):
                found.add(each)
                waiting.append(each)
    return found


def is_open(reviewed: Reviewed, task: int) -> bool:
    """Whether a task is work that is not finished."""
    compiled = reviewed.schedule.compiled
    node = compiled.network.tasks[compiled.index[task]]
    return bool(node["role"] == LEAF and node["progress"] != FINISHED)


def is_held(reviewed: Reviewed, task: int) -> bool:
    """Whether logic does not move a task: typed dates, a hard constraint that logic is past, begun out of order."""
    compiled = reviewed.schedule.compiled
    at = compiled.index[task]
    node = compiled.network.tasks[at]
    if compiled.rules is Rules.P6:
        constraint = reviewed.plan.tasks[task].constraint
        return constraint is not None and constraint.kind in MANDATORY
    if node["marks"] & (MANUAL | EXTERNAL) or node["progress"] != NOT_STARTED:
        return True
    dates = reviewed.schedule.arrays[at]
    return bool(dates["asked_start"] > dates["early_start"])


def critical_before(reviewed: Reviewed, task: int) -> Iterator[int]:
    """Predecessors whose finish a task waits for, as far as they are critical by their float."""
    limit = reviewed.plan.project.critical_float
    for link in reviewed.predecessors.get(task, []):
        room = reviewed.floats.get(link.predecessor)
        if link.kind in (LinkKind.FS, LinkKind.FF) and room is not None and room <= limit:
            yield link.predecessor


def can_take_longer(reviewed: Reviewed, task: int, path: set[int]) -> bool:
    """Whether a task has a duration of its own that could grow, and the path goes on from its finish, not its start.

    ``path`` are nodes: its tasks and the gates of the summaries they are below.
    """
    compiled = reviewed.schedule.compiled
    at = compiled.index[task]
    if reviewed.is_milestone(reviewed.plan.tasks[task]) or compiled.network.tasks[at]["marks"] & EXTERNAL:
        return False
    if reviewed.schedule.arrays[at]["early_finish"] == reviewed.schedule.finish:
        return True
    rows = [row for row in outgoing_rows(reviewed, at) if int(compiled.network.links["successor"][row]) in path]
    return not rows or any(waits_for_finish(reviewed, row) for row in rows)


def outgoing_rows(reviewed: Reviewed, node: int) -> list[int]:
    """Rows of the driving links out of a node."""
    net, driving = reviewed.schedule.compiled.network, reviewed.schedule.drivers.driving
    first, last = net.tasks["successors"][node], net.tasks["successors_end"][node]
    return [int(row) for row in net.outgoing[first:last] if driving[row]]


def waits_for_finish(reviewed: Reviewed, row: int) -> bool:
    """Whether a driving link carries a later finish on.

    P6 cuts off at the data date what a link asks for before it: such a link seems to drive and has room.
    """
    compiled = reviewed.schedule.compiled
    link = compiled.network.links[row]
    if compiled.rules is Rules.P6:
        cut_off = reviewed.schedule.arrays["early_start"][link["successor"]] <= compiled.settings.data_date
        return bool(link["kind"] in (FS, FF) and not cut_off)
    return bool(link["kind"] in (FS, FF))


def nodes_of(reviewed: Reviewed, tasks: list[int]) -> set[int]:
    """Nodes of tasks, and the gates above them."""
    compiled = reviewed.schedule.compiled
    gates = compiled.network.tasks["gate"]
    found = set()
    for node in (compiled.index[task] for task in tasks):
        while node >= 0 and node not in found:
            found.add(node)
            node = int(gates[node])
    return found
