"""Changes which end of one task waits for which end of the other, and the lag with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put
from headway.core.edits.edit import Edit, EditError, EditKind, ends_of, lag_words, link_of
from headway.core.message import Message
from headway.core.plan.entities import LagKind, Link, LinkKind

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class SetLinkKind(Edit, frozen=True, tag="set_link_kind"):
    """``lag`` is the lag that the link has from now on: the same days mean another date under another kind."""

    link: int
    kind: LinkKind = LinkKind.FS
    lag: int = 0
    lag_kind: LagKind = LagKind.WORKING


def expand(plan: Plan, edit: SetLinkKind) -> tuple[Change, ...]:
    """The link with its new kind and lag; :class:`EditError` when it is of that kind, or such a link is there."""
    link = link_of(plan, edit.link)
    if link.kind is edit.kind:
        raise EditError(f"link {link.id} is of kind {edit.kind} already; change its lag instead")
    wanted = (link.predecessor, link.successor, edit.kind)
    if any((each.predecessor, each.successor, each.kind) == wanted for each in plan.links.values()):
        raise EditError(f"there is another link of kind {edit.kind} between these two tasks; take this one away")
    return (Put("link", link, Link(link.id, *wanted, edit.lag, edit.lag_kind)),)


def describe(plan: Plan, edit: SetLinkKind) -> Message:
    """The old and the new kind, and the lag that is left."""
    link = link_of(plan, edit.link)
    lag = "" if not edit.lag else ".lag" if edit.lag > 0 else ".lead"
    params = {**ends_of(plan, link), "new": edit.kind.value, "lag": lag_words(edit.lag, edit.lag_kind)}
    return Message(f"edit.set_link_kind{lag}", params)


KIND = EditKind(SetLinkKind, expand, describe)
