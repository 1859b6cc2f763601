"""An edit carried out on a plan, with what holds for every edit checked on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.changes import apply, decode_changes, encode_changes, inverse
from headway.core.edits import EDITS, describe, expand, name_of, naming
from headway.core.plan.invariants import introduced
from headway.messages import render

if TYPE_CHECKING:
    from headway.core.edits import Edit
    from headway.core.plan.plan import Plan


def edited(plan: Plan, edit: Edit) -> Plan:
    """The plan after the edit: it can be taken back, stored and told, and makes the plan no less sound."""
    changes = expand(plan, edit)
    assert changes, "an edit that changes nothing is an error"
    assert expand(plan, edit) == changes, "the same edit on the same plan gives the same changes"
    after = apply(plan, changes)
    assert apply(after, inverse(changes)) == plan
    assert decode_changes(encode_changes(changes)) == changes
    assert introduced(plan, after) == ()
    stored = msgspec.json.encode(edit)
    assert msgspec.json.decode(stored, type=EDITS[name_of(edit)].struct) == edit
    assert msgspec.json.decode(stored)["edit"] == name_of(edit)
    return after


def said(plan: Plan, edit: Edit) -> str:
    """The sentence of the edit; every place in it is filled."""
    text = render(describe(plan, edit))
    assert text.endswith(".")
    assert "{" not in text
    return text


def called(plan: Plan, edit: Edit) -> str | None:
    """The name of the task that the edit makes."""
    found = naming(plan, edit)
    return None if found is None else render(found)


def links(plan: Plan) -> list[str]:
    """All links in words, as "A FS B +2d", in the order of their ids."""
    tasks = plan.tasks
    return [
        f"{tasks[each.predecessor].name} {each.kind} {tasks[each.successor].name}"
        + (f" {each.lag / 4800:+g}d" if each.lag else "")
        for _, each in sorted(plan.links.items())
    ]
