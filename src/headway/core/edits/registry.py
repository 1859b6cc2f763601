"""The one table of edits: a new edit is a module and a row here."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

import msgspec

from headway.core.edits import (
    add_milestone,
    link_tasks,
    move_link,
    remove_lead,
    replace_constraint,
    replace_lag_by_task,
    reschedule_unfinished,
    set_constraint,
    set_deadline,
    set_lag,
    set_link_kind,
    unlink_tasks,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.changes import Change
    from headway.core.edits.edit import Edit, EditKind
    from headway.core.message import Message
    from headway.core.plan.plan import Plan

_KINDS = (
    link_tasks.KIND,
    unlink_tasks.KIND,
    set_lag.KIND,
    remove_lead.KIND,
    set_link_kind.KIND,
    move_link.KIND,
    replace_lag_by_task.KIND,
    add_milestone.KIND,
    set_constraint.KIND,
    replace_constraint.KIND,
    reschedule_unfinished.KIND,
    set_deadline.KIND,
)


def _tag(kind: EditKind) -> str:
    return str(msgspec.inspect.type_info(kind.struct).tag)  # type: ignore[attr-defined]


EDITS: Mapping[str, EditKind] = types.MappingProxyType({_tag(kind): kind for kind in _KINDS})
"""Name of an edit (that of its module) to how it is carried out."""

_NAMES = types.MappingProxyType({kind.struct: name for name, kind in EDITS.items()})


def name_of(edit: Edit) -> str:
    """The name of an edit: that of its module, its text and its page."""
    return _NAMES[type(edit)]


def expand(plan: Plan, edit: Edit) -> tuple[Change, ...]:
    """The changes that an edit stands for on this plan; :class:`EditError` when it makes no sense there."""
    return EDITS[name_of(edit)].expand(plan, edit)


def describe(plan: Plan, edit: Edit) -> Message:
    """What an edit does to this plan, in words."""
    return EDITS[name_of(edit)].describe(plan, edit)


def naming(plan: Plan, edit: Edit) -> Message | None:
    """How the task that an edit makes is called, where the edit leaves that open; ``None`` for all others."""
    ask = EDITS[name_of(edit)].naming
    return ask(plan, edit) if ask is not None and not getattr(edit, "name", "") else None
