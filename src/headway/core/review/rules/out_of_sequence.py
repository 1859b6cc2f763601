"""Out-of-sequence progress: work that began, or ended, before the link into it allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.logic import has_begun
from headway.core.review.rule import Asked, Family, Rule
from headway.core.schedule.explain.facts import Facts
from headway.core.schedule.findings import is_out_of_sequence

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Links into tasks that have begun whose actual dates contradict the link, of those links.

    Only links that still matter count: at least one of the two tasks is unfinished. Links of summaries are left out.
    """
    reviewed = asked.reviewed
    if not any(has_begun(task) for task in reviewed.leaves):
        return asked.not_evaluated(message("rule.reason.nothing_begun"))
    links = live(reviewed)
    facts = Facts(reviewed.schedule, reviewed.schedule.drivers)
    at = {link: row for row, link in enumerate(reviewed.schedule.compiled.link_ids)}
    rows = (
        reviewed.link_row(link, "rule.out-of-sequence.row", kind=link.kind.value)
        for link in links
        if link.id in at and is_out_of_sequence(facts, at[link.id])
    )
    return asked.none_allowed(rows, len(links))


def live(reviewed: Reviewed) -> list[Link]:
    """Links between leaves, into work that has begun, with something left to do at one of the ends."""
    leaves = {task.id: task for task in reviewed.leaves}
    found = [link for links in reviewed.predecessors.values() for link in links]
    return [
        link
        for link in sorted(found, key=lambda link: link.id)
        if link.predecessor in leaves
        and link.successor in leaves
        and has_begun(leaves[link.successor])
        and not all(reviewed.is_complete(leaves[end]) for end in (link.predecessor, link.successor))
    ]


RULE = Rule("out-of-sequence", Family.EXTRA, check, {"most_count": 0}, weight=3)
