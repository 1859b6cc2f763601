"""What of a plan a table, a calendar or a picture does not show: every field that has a value and no place there."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.entities import Baseline, Entity, Link, SavedDates, Task
from headway.formats.results import WriteLoss
from headway.formats.writing.showing import shown as shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from headway.core.plan.plan import Plan

_STRUCTURE = frozenset({"id", "parent", "rank", "task", "dates.task"})
"""Shown by the order of the rows, or only our own bookkeeping."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a kind of document shows: fields by kind of entity, parts of a field after a dot."""

    fields: Mapping[str, frozenset[str]]
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Kinds of entity that are left out as a whole, with the reason."""


@dataclass(frozen=True, slots=True)
class Left:
    """Tasks that a document leaves out."""

    tasks: frozenset[int] = frozenset()
    reason: str = ""


def losses_of(plan: Plan, contents: Contents, left: Left | None = None) -> tuple[WriteLoss, ...]:
    """The losses of a document that shows some fields, of all tasks but those it leaves out."""
    gone = left or Left()
    found: list[WriteLoss] = []
    for entity, values in _entities(plan):
        if entity in contents.left_out:
            found += _existence(plan, entity, values, contents.left_out[entity])
            continue
        kept = values
        if entity in ("task", "dates"):
            kept = [value for value in values if _task_of(value) not in gone.tasks]
        if entity == "task":
            found += _existence(plan, entity, [value for value in values if value.id in gone.tasks], gone.reason)
        if entity == "baseline":
            found += _existence(plan, entity, values[1:], "the first baseline is the one to compare with")
            kept = values[:1]
        found += _fields(plan, entity, kept, contents.fields.get(entity, frozenset()))
    return tuple(found)


def _task_of(value: Any) -> int:
    return int(value.id if isinstance(value, Task) else value.task)


def _entities(plan: Plan) -> Iterator[tuple[str, list[Any]]]:
    yield "project", [plan.project]
    yield "task", list(plan.tasks.values())
    yield "dates", [value for value in plan.saved.values() if value.task in plan.tasks]
    yield "link", list(plan.links.values())
    yield "calendar", list(plan.calendars.values())
    yield "resource", list(plan.resources.values())
    yield "assignment", list(plan.assignments.values())
    yield "baseline", [plan.baselines[number] for number in sorted(plan.baselines)]
    yield "sprint", list(plan.sprints.values())


def _existence(plan: Plan, entity: str, values: list[Any], reason: str) -> list[WriteLoss]:
    if not values:
        return []
    first = values[0]
    return [WriteLoss(entity, "existence", len(values), _id(first), name_of(plan, first), reason=reason)]


def _id(value: Any) -> int:
    return value.task if isinstance(value, SavedDates) else getattr(value, "id", 0)


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
            _id(firsts[name][0]),
            name_of(plan, firsts[name][0]),
            shown_value(name, firsts[name][1]),
        )
        for name, count in sorted(counts.items())
    ]


def _covered(name: str, shown: frozenset[str]) -> bool:
    return name in shown or name.partition(".")[0] in shown


def filled(value: msgspec.Struct, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Names and contents of the fields of an entity that differ from their default; parts of a sub-struct and single
    custom fields after a dot."""
    for field_name, default in _defaults(type(value)):
        content = getattr(value, field_name)
        if content is None or content == default or content in ((), {}):
            continue
        name = prefix + field_name
        if isinstance(content, Entity):
            yield from filled(content, f"{name}.")
        elif isinstance(value, Baseline) and field_name == "dates":
            yield from (part for dates in content for part in filled(dates, "dates."))
        elif isinstance(content, dict):
            yield from ((f"{name}.{key}", inner) for key, inner in content.items())
        else:
            yield name, content


@cache
def _defaults(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple((info.name, info.default) for info in msgspec.structs.fields(kind))


def name_of(plan: Plan, value: Any) -> str:
    """What people call an entity: its name; of a link the names of its ends, of an assignment task and resource."""
    tasks = plan.tasks
    if isinstance(value, SavedDates):
        return tasks[value.task].name
    if isinstance(value, Link):
        return " > ".join(tasks[end].name for end in (value.predecessor, value.successor) if end in tasks)
    if isinstance(value, Task | Baseline) or not hasattr(value, "task"):
        return str(getattr(value, "name", ""))
    resource = plan.resources.get(value.resource) if value.resource is not None else None
    return ", ".join(each.name for each in (tasks.get(value.task), resource) if each is not None)
