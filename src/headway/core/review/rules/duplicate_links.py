"""Duplicate links: two tasks linked twice the same way, or by a second link that never matters beside the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.unlink_tasks import UnlinkTasks
from headway.core.plan.entities import LinkKind
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.plan.entities import Link
    from headway.core.review.values import Result

IMPLIED = {
    LinkKind.FS: frozenset(LinkKind),
    LinkKind.SS: frozenset({LinkKind.SS, LinkKind.SF}),
    LinkKind.FF: frozenset({LinkKind.FF, LinkKind.SF}),
    LinkKind.SF: frozenset({LinkKind.SF}),
}
"""What a link of one kind asks for already, as long as the other has no longer lag: a start after the other's finish
is also a start after its start, and no task finishes before it starts."""


def check(asked: Asked) -> Result:
    """Links that another link between the same two tasks makes pointless, of all links that count.

    A link is pointless beside another one of the same kind, or of a kind that asks for more, whose lag is counted the
    same way and is at least as long. SS and FF between the same tasks are no duplicates: each holds another end.
    """
    reviewed = asked.reviewed
    rows = (
        reviewed.link_row(
            idle, f"rule.duplicate-links.row.{word(idle, kept)}", kind=idle.kind.value, other=kept.kind.value
        )
        for idle, kept in pointless(reviewed.links)
    )
    return asked.none_allowed(rows, len(reviewed.links))


def word(idle: Link, kept: Link) -> str:
    """Which sentence fits: the same kind twice, or one kind that another covers."""
    return "same" if idle.kind is kept.kind else "covered"


def pointless(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """Each link that never matters, and one that stays and makes it so."""
    pairs: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        pairs.setdefault((link.predecessor, link.successor), []).append(link)
    for parallel in pairs.values():
        kept: list[Link] = []
        # What asks for most first, so that what covers a link stands before it.
        for link in sorted(parallel, key=lambda each: (-len(IMPLIED[each.kind]), -each.lag, each.id)):
            cover = next((each for each in kept if covers(each, link)), None)
            if cover is None:
                kept.append(link)
            else:
                yield link, cover


def covers(one: Link, other: Link) -> bool:
    """Whether ``other`` never decides a date beside ``one``: exact for any calendars, durations and dates."""
    if other.kind not in IMPLIED[one.kind] or other.lag > one.lag:
        return False
    if one.lag_kind is other.lag_kind:
        return True
    return one.lag >= 0 >= other.lag


def offer(_asked: Asked, result: Result) -> Iterator[Offer]:
    """Take each of them away: no date moves."""
    for row in result.rows:
        if row.link is not None:
            yield Offer(result.rule, UnlinkTasks(row.link), (row.task,))


RULE = Rule("duplicate-links", Family.EXTRA, check, {"most_count": 0}, offer=offer)
