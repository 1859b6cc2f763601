"""The order of the rows, derived from ``parent`` and ``rank``: row numbers, levels, WBS codes, children.

Everything is iterative, so a chain of 100,000 levels is as safe as a flat list, and nothing is stored: row number,
level and derived code follow from the plan whenever they are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Task, TaskKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.plan import Plan

ROOT = 0
"""The parent of the rows at the top."""


class Outline(msgspec.Struct, frozen=True, gc=False):
    """The tree of a plan, depth first.  Mappings are keyed by task id; never change them."""

    order: tuple[int, ...]
    """Task ids from the first row to the last."""
    rows: dict[int, int]
    """Row number, from 1."""
    levels: dict[int, int]
    """Outline level, 1 at the top."""
    children: dict[int, tuple[int, ...]]
    """Children in order; ``ROOT`` has the rows at the top, tasks without children are not in it."""
    parents: dict[int, int]
    """The parent each row hangs under: ``ROOT`` at the top, and for a row whose parent is missing or in a cycle."""
    tasks: Mapping[int, Task]

    def is_summary(self, task_id: int) -> bool:
        """True for a row with children, and for an element of the work breakdown with or without them."""
        return task_id in self.children or self.tasks[task_id].kind is TaskKind.WBS

    def leaves(self) -> Iterator[int]:
        """The ids of all rows that are no summary, in row order."""
        return (task_id for task_id in self.order if not self.is_summary(task_id))

    def ancestors(self, task_id: int) -> Iterator[int]:
        """The ids of the rows above, from the parent up to the top."""
        above = self.parents[task_id]
        while above != ROOT:
            yield above
            above = self.parents[above]

    def descendants(self, task_id: int) -> tuple[int, ...]:
        """The ids of all rows below, in row order; all rows for ``ROOT``."""
        if task_id == ROOT:
            return self.order
        first = self.rows[task_id]
        level = self.levels[task_id]
        last = first
        while last < len(self.order) and self.levels[self.order[last]] > level:
            last += 1
        return self.order[first:last]

    def wbs(self) -> dict[int, str]:
        """The WBS code of each task: as typed, else derived ("1.2.3") under the parent's code.

        The codes of a very deep outline are long: a chain of n levels takes n * n characters.  Ask for single codes
        with :meth:`wbs_of` there.
        """
        codes: dict[int, str] = {}
        places = {task_id: place for below in self.children.values() for place, task_id in enumerate(below, start=1)}
        for task_id in self.order:
            typed, above = self.tasks[task_id].wbs, self.parents[task_id]
            prefix = codes[above] + "." if above != ROOT else ""
            codes[task_id] = typed if typed is not None else f"{prefix}{places[task_id]}"
        return codes

    def wbs_of(self, task_id: int) -> str:
        """The WBS code of one task, as :meth:`wbs` gives it."""
        steps: list[str] = []
        while task_id != ROOT:
            typed = self.tasks[task_id].wbs
            if typed is not None:
                steps.append(typed)
                break
            above = self.parents[task_id]
            steps.append(str(self.children[above].index(task_id) + 1))
            task_id = above
        return ".".join(reversed(steps))


def outline_of(plan: Plan) -> Outline:
    """The outline of ``plan``: siblings by rank, ties by id.

    A row whose parent is missing stands at the top; of rows whose parents form a cycle the first by rank and id is
    put at the top, so that each task has exactly one row.  The same goes for a task with
    the id of ``ROOT``, which no sound plan has.  :mod:`headway.core.plan.invariants` reports both.
    """
    tasks = plan.tasks
    children = _children(tasks)
    order, levels = _walk(children, tasks)
    if len(order) < len(tasks):
        children = _without_cycles(tasks, children, levels)
        order, levels = _walk(children, tasks)
    frozen = {parent: tuple(below) for parent, below in children.items()}
    parents = {child: parent for parent, below in frozen.items() for child in below}
    rows = {task_id: row for row, task_id in enumerate(order, start=1)}
    return Outline(order=tuple(order), rows=rows, levels=levels, children=frozen, parents=parents, tasks=tasks)


def _children(tasks: Mapping[int, Task]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for _rank, task_id, parent in sorted((task.rank, task_id, task.parent) for task_id, task in tasks.items()):
        children.setdefault(parent if parent in tasks else ROOT, []).append(task_id)
    return children


def _walk(children: Mapping[int, list[int]], tasks: Mapping[int, Task]) -> tuple[list[int], dict[int, int]]:
    """Ids depth first from the top, and the level of each; what hangs in a cycle is not reached."""
    order: list[int] = []
    levels: dict[int, int] = {}
    open_rows = [iter(children.get(ROOT, ()))]
    while open_rows:
        for task_id in open_rows[-1]:
            order.append(task_id)
            levels[task_id] = len(open_rows)
            if task_id in children and task_id != ROOT:
                open_rows.append(iter(children[task_id]))
                break
        else:
            open_rows.pop()
    return order, levels


def _without_cycles(
    tasks: Mapping[int, Task], children: dict[int, list[int]], reached: Mapping[int, int]
) -> dict[int, list[int]]:
    """Children again, with the first row of each cycle moved to the top."""
    lost = sorted((task.rank, task_id) for task_id, task in tasks.items() if task_id not in reached)
    seen: set[int] = set(reached)
    moved: set[int] = set()
    for _rank, task_id in lost:
        path: set[int] = set()
        at = task_id
        while at not in seen and at not in path:
            path.add(at)
            at = tasks[at].parent
        if at in path:
            moved.add(_first_of_cycle(tasks, at))
        seen |= path
    top = sorted([*children.get(ROOT, ()), *moved], key=lambda task_id: (tasks[task_id].rank, task_id))
    kept = {parent: [child for child in below if child not in moved] for parent, below in children.items()}
    return {parent: below for parent, below in {**kept, ROOT: top}.items() if below}


def _first_of_cycle(tasks: Mapping[int, Task], start: int) -> int:
    """The member of the parent cycle through ``start`` that sorts first by rank and id."""
    members = [start]
    at = tasks[start].parent
    while at != start:
        members.append(at)
        at = tasks[at].parent
    return min(members, key=lambda task_id: (tasks[task_id].rank, task_id))
