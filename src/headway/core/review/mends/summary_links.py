"""Links on summaries are moved to the tasks that really start or end the work below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.move_link import MoveLink
from headway.core.plan.entities import LinkKind
from headway.core.review.logic import HANDS_ON_FINISH, HOLDS_START, has_begun, links_above
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.plan.entities import Link
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result

MOST_LINKS = 12
"""One link that would become more than so many is for people to think about."""
_FROM_FINISH = (LinkKind.FS, LinkKind.FF)
_TO_START = (LinkKind.FS, LinkKind.SS)


def offer(asked: Asked, result: Result) -> Iterator[Offer]:
    """The link moved to the tasks that it is about."""
    links = asked.reviewed.plan.links
    found = (links[row.link] for row in result.rows if row.link in links)
    return offers_for(asked.reviewed, result.rule, found)


def offer_for_tasks(asked: Asked, result: Result) -> Iterator[Offer]:
    """The same for the links on the summaries above tasks that have no link of their own."""
    reviewed = asked.reviewed
    tasks = (reviewed.plan.tasks[row.task] for row in result.rows)
    found = {
        link.id: link
        for task in tasks
        for links in (reviewed.predecessors, reviewed.successors)
        for link in links_above(reviewed, task, links)
    }
    return offers_for(reviewed, result.rule, found.values())


def offers_for(reviewed: Reviewed, rule: str, links: Iterable[Link]) -> Iterator[Offer]:
    """An offer a link, where it stays a handful of links."""
    for link in links:
        before = ends_below(reviewed, link.predecessor, at_finish=link.kind in _FROM_FINISH)
        after = starts_below(reviewed, link.successor, at_start=link.kind in _TO_START)
        if before and after and len(before) * len(after) <= MOST_LINKS:
            yield Offer(rule, MoveLink(link.id, before, after), (*before, *after))


def ends_below(reviewed: Reviewed, task_id: int, *, at_finish: bool) -> tuple[int, ...]:
    """The tasks below a summary after which it is over (or, not ``at_finish``, with which it starts).

    Tasks that are complete only where all are.  A task that is no summary stands for itself.
    """
    found = _outermost(reviewed, task_id, at_finish=at_finish)
    unfinished = tuple(each for each in found if not reviewed.is_complete(reviewed.plan.tasks[each]))
    return unfinished or found


def starts_below(reviewed: Reviewed, task_id: int, *, at_start: bool) -> tuple[int, ...]:
    """The tasks below a summary that have not begun and wait for nothing in it (or are waited for by nothing)."""
    found = _outermost(reviewed, task_id, at_finish=not at_start)
    return tuple(each for each in found if not has_begun(reviewed.plan.tasks[each]))


def _outermost(reviewed: Reviewed, task_id: int, *, at_finish: bool) -> tuple[int, ...]:
    """The leaves below a summary that no link inside it leads on from, or, at its start, leads to."""
    if not reviewed.outline.is_summary(task_id):
        return (task_id,)
    below = set(reviewed.outline.descendants(task_id))
    leaves = [task.id for task in reviewed.leaves if task.id in below]
    links, kinds = (reviewed.successors, HANDS_ON_FINISH) if at_finish else (reviewed.predecessors, HOLDS_START)

    def is_inner(leaf: int) -> bool:
        rows = (leaf, *(each for each in reviewed.outline.ancestors(leaf) if each in below))
        own = (link for row in rows for link in links.get(row, ()) if link.kind in kinds)
        return any((link.successor if at_finish else link.predecessor) in below for link in own)

    return tuple(leaf for leaf in leaves if not is_inner(leaf))
