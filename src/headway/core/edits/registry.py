"""The one table of edits: a new edit is a module and a row here."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

import msgspec

from headway.core.edits import link_tasks, unlink_tasks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.changes import Change
    from headway.core.edits.edit import Edit, EditKind
    from headway.core.message import Message
    from headway.core.plan.plan import Plan

_KINDS = (link_tasks.KIND, unlink_tasks.KIND)


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
