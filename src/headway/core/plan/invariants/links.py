"""What must hold in links: both ends there, no loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import LagKind, Link
from headway.core.plan.graph import shortest_cycles
from headway.core.plan.invariants.problem import Problem
from headway.core.plan.invariants.ranges import LONGEST
from headway.core.plan.outline import ROOT, Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.plan.plan import Plan


def check_links(plan: Plan, outline: Outline) -> Iterator[Problem]:
    """Every link, then loops; ``tasks`` lists predecessor and successor, or the tasks of a loop in order."""
    sound: list[Link] = []
    seen: set[tuple[int, int, str]] = set()
    above = _Above(outline)
    for link in plan.links.values():
        problem = _ends(plan, link) or above.own_summary(link)
        if problem is None:
            sound.append(link)
        else:
            yield msgspec.structs.replace(problem, tasks=(link.predecessor, link.successor))
        pair = (link.predecessor, link.successor, link.kind)
        if pair in seen:
            yield Problem("link.duplicate", "link", link.id, tasks=pair[:2])
        seen.add(pair)
        if abs(link.lag) > LONGEST:
            field = "lag_percent" if link.lag_kind in (LagKind.PERCENT, LagKind.ELAPSED_PERCENT) else "lag"
            yield Problem("link.lag_out_of_range", "link", link.id, field, link.lag, tasks=pair[:2])
    yield from _loops(outline, sound)


def _ends(plan: Plan, link: Link) -> Problem | None:
    if link.predecessor not in plan.tasks:
        return Problem("link.predecessor_missing", "link", link.id, "predecessor", other=link.predecessor)
    if link.successor not in plan.tasks:
        return Problem("link.successor_missing", "link", link.id, "successor", other=link.successor)
    if link.predecessor == link.successor:
        return Problem("link.self", "link", link.id, "successor", other=link.successor)
    return None


class _Above:
    """Whether one row stands above another, by row numbers: a summary's rows below it are a range."""

    def __init__(self, outline: Outline) -> None:
        self._rows = outline.rows
        self._last = _last_rows(outline)

    def own_summary(self, link: Link) -> Problem | None:
        """A problem when one end of the link is a summary and the other stands below it."""
        for summary, task in ((link.predecessor, link.successor), (link.successor, link.predecessor)):
            if self._rows[summary] < self._rows[task] <= self._last[summary]:
                return Problem("link.own_summary", "link", link.id, other=summary)
        return None


def _last_rows(outline: Outline) -> dict[int, int]:
    """The row of the last descendant of each task, its own row for a leaf."""
    last = dict(outline.rows)
    for task_id in reversed(outline.order):
        parent = outline.parents[task_id]
        if parent != ROOT:
            last[parent] = max(last[parent], last[task_id])
    return last


def _loops(outline: Outline, links: Iterable[Link]) -> Iterator[Problem]:
    """Loops of links.  A link from a summary waits for all below it, a link to a summary holds all below it.

    So a summary is two nodes, one its rows wait for and one that waits for its rows; a leaf is both in one.
    """
    order = outline.order
    node = {task_id: 2 * place for place, task_id in enumerate(order)}
    successors: list[list[int]] = [[] for _ in range(2 * len(order))]
    last = {task_id: at + 1 if task_id in outline.children else at for task_id, at in node.items()}
    by_nodes: dict[tuple[int, int], int] = {}
    for parent, children in outline.children.items():
        if parent == ROOT:
            continue
        for child in children:
            successors[node[parent]].append(node[child])
            successors[last[child]].append(last[parent])
    for link in links:
        edge = (last[link.predecessor], node[link.successor])
        successors[edge[0]].append(edge[1])
        by_nodes.setdefault(edge, link.id)
    for cycle in shortest_cycles(successors):
        steps = zip(cycle, cycle[1:] + cycle[:1], strict=True)
        tasks = tuple(dict.fromkeys(order[at // 2] for at in cycle))
        used = tuple(by_nodes[step] for step in steps if step in by_nodes)
        yield Problem("link.loop", "link", used[0], tasks=tasks, links=used)
