"""Changes the lag of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Set
from headway.core.edits.edit import Edit, EditError, EditKind, ends_of, lag_words, link_of
from headway.core.message import Message
from headway.core.plan.entities import LagKind

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class SetLag(Edit, frozen=True, tag="set_lag"):
    """``lag`` is a span, negative for a lead; hundredths of a percent for a lag kind that counts percent."""

    link: int
    lag: int = 0
    lag_kind: LagKind = LagKind.WORKING


def expand(plan: Plan, edit: SetLag) -> tuple[Change, ...]:
    """Lag and kind of lag, as far as they change; :class:`EditError` when neither does."""
    link = link_of(plan, edit.link)
    wanted = {"lag": edit.lag, "lag_kind": edit.lag_kind}
    changes = tuple(
        Set("link", link.id, field, getattr(link, field), value)
        for field, value in wanted.items()
        if getattr(link, field) != value
    )
    if not changes:
        raise EditError(f"link {link.id} has that lag already")
    return changes


def describe(plan: Plan, edit: SetLag) -> Message:
    """The new lag, and between which tasks."""
    link = link_of(plan, edit.link)
    code = "none" if not edit.lag else "lag" if edit.lag > 0 else "lead"
    return Message(f"edit.set_lag.{code}", {**ends_of(plan, link), "lag": lag_words(edit.lag, edit.lag_kind)})


KIND = EditKind(SetLag, expand, describe)
