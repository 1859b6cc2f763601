"""What of a plan a table, a calendar or a picture does not show: every field that has a value and no place there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.entities import Baseline, Entity, Link, Task
from headway.formats.results import WriteLoss
from headway.formats.writing.showing import shown as shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from headway.core.plan.plan import Plan

_STRUCTURE = frozenset({"id", "parent", "rank"})
"""Shown by the order of the rows, or only our own bookkeeping."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a kind of document shows: fields by kind of entity, parts of a field after a dot."""

    fields: Mapping[str, frozenset[str]]
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Kinds of entity that are left out as a whole, with the reason."""


def losses_of(
    plan: Plan, contents: Contents, tasks: frozenset[int] | None = None, reason: str = ""
) -> tuple[WriteLoss, ...]:
    """The losses of a document that shows some fields, and of the tasks only ``tasks`` where they are given, for
    ``reason``."""
    found: list[WriteLoss] = []
    for entity, values in _entities(plan):
        if entity in contents.left_out:
            found += _existence(plan, entity, values, contents.left_out[entity])
            continue
        if entity == "task" and tasks is not None:
            found += _existence(plan, entity, [value for value in values if value.id not in tasks], reason)
            values = [value for value in values if value.id in tasks]
        found += _fields(plan, entity, values, contents.fields.get(entity, frozenset()))
    return tuple(found)


def _entities(plan: Plan) -> Iterator[tuple[str, list[Any]]]:
    yield "project", [plan.project]
    yield "task", list(plan.tasks.values())
    yield "link", list(plan.links.values())
    yield "calendar", list(plan.calendars.values())
    yield "resource", list(plan.resources.values())
    yield "assignment", list(plan.assignments.values())
    yield "baseline", list(plan.baselines.values())
    yield "sprint", list(plan.sprints.values())


def _existence(plan: Plan, entity: str, values: list[Any], reason: str) -> list[WriteLoss]:
    if not values:
        return []
    first = values[0]
    return [WriteLoss(entity, "existence", len(values), first.id, name_of(plan, first), reason=reason)]


def _fields(plan: Plan, entity: str, values: Iterable[Any], shown: frozenset[str]) -> list[WriteLoss]:
    counts: dict[str, int] = {}
    firsts: dict[str, tuple[Any, Any]] = {}
    for value in values:
        for name, content in filled(value):
            if name in _STRUCTURE or _covered(name, shown):
                continue
            counts[name] = counts.get(name, 0) + 1
            firsts.setdefault(name, (value, content))
    return [
        WriteLoss(
            entity,
            name,
            count,
            getattr(firsts[name][0], "id", 0),
            name_of(plan, firsts[name][0]),
            shown_value(name, firsts[name][1]),
        )
        for name, count in sorted(counts.items())
    ]


def _covered(name: str, shown: frozenset[str]) -> bool:
    return name in shown or name.partition(".")[0] in shown


def filled(value: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Names and contents of the fields of an entity that differ from their default; parts of a sub-struct and single
    custom fields after a dot."""
    for info in msgspec.structs.fields(value):
        content = getattr(value, info.name)
        if content == info.default or content in (None, (), {}):
            continue
        name = prefix + info.name
        if isinstance(content, Entity):
            yield from filled(content, f"{name}.")
        elif isinstance(content, dict):
            yield from ((f"{name}.{key}", inner) for key, inner in content.items())
        else:
            yield name, content


def name_of(plan: Plan, value: Any) -> str:
    """What people call an entity: its name; of a link the names of its ends, of an assignment task and resource."""
    tasks = plan.tasks
    if isinstance(value, Link):
        return " > ".join(tasks[end].name for end in (value.predecessor, value.successor) if end in tasks)
    if isinstance(value, Task | Baseline) or not hasattr(value, "task"):
        return str(getattr(value, "name", ""))
    resource = plan.resources.get(value.resource) if value.resource is not None else None
    return ", ".join(each.name for each in (tasks.get(value.task), resource) if each is not None)
