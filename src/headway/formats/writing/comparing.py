"""What a file does not keep: the plan that was written compared with the plan read back from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from headway.core.plan.entities import SavedDates
from headway.core.plan.outline import outline_of
from headway.core.plan.registry import COLLECTIONS, PROJECT, entities_of
from headway.formats.results import WriteLoss
from headway.formats.writing.date_range import out_of_range
from headway.formats.writing.flattening import Flat, flatten
from headway.formats.writing.known import reason_for
from headway.formats.writing.showing import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.plan.entities import Entity
    from headway.core.plan.plan import Plan
    from headway.formats.writing.context import Assumed, Context

EXISTENCE = "existence"
_NOTHING = frozenset({"total_float", "free_float", "critical"})
"""Fields of dates in which a file cannot tell nothing from 0: finished work has none, and files say 0."""


@dataclass(slots=True)
class _Group:
    count: int
    id: int
    name: str
    before: Any
    after: Any


class _Differences:
    """Differences by kind of value and field, with the first of each."""

    def __init__(self, plan: Plan, assumed: Assumed) -> None:
        self._plan = plan
        self._assumed = assumed
        self._groups: dict[tuple[str, str], _Group] = {}

    def add(self, entity: str, field: str, key: int, before: Any, after: Any) -> None:
        if (entity, key, field) in self._assumed and self._assumed[entity, key, field] == after:
            return
        group = self._groups.get((entity, field))
        if group is None:
            self._groups[entity, field] = _Group(1, key, self._name(entity, key), before, after)
        else:
            group.count += 1

    def _name(self, entity: str, key: int) -> str:
        plan = self._plan
        if entity == "link" and key in plan.links:
            link = plan.links[key]
            return " > ".join(plan.tasks[end].name for end in (link.predecessor, link.successor) if end in plan.tasks)
        if entity == "assignment" and key in plan.assignments:
            assignment = plan.assignments[key]
            found: list[Any] = [plan.tasks.get(assignment.task), plan.resources.get(assignment.resource or 0)]
            return ", ".join(each.name for each in found if each is not None)
        collections: dict[str, Mapping[int, Any]] = {
            "task": plan.tasks,
            "dates": plan.tasks,
            "calendar": plan.calendars,
            "resource": plan.resources,
            "baseline": plan.baselines,
            "sprint": plan.sprints,
        }
        rows = collections.get(entity, {})
        return rows[key].name if key in rows else plan.project.name if entity == PROJECT else ""

    def losses(self, format: str) -> tuple[WriteLoss, ...]:
        """One for each kind of value and field, sorted."""
        return tuple(
            WriteLoss(
                entity,
                field,
                group.count,
                group.id,
                group.name,
                shown(field, group.before),
                shown(field, group.after),
                out_of_range(format, field, group.before) or reason_for(format, entity, field),
            )
            for (entity, field), group in sorted(self._groups.items())
        )


def losses_between(back: Plan, context: Context) -> tuple[WriteLoss, ...]:
    """Every difference of ``back`` (with the plan's ids) from the plan written, grouped by kind of value and field;
    not what was assumed for want of a value."""
    plan = context.plan
    found = _Differences(plan, context.assumed)
    _compare(found, PROJECT, 0, plan.project, back.project)
    for row in COLLECTIONS:
        own, other = entities_of(plan, row), entities_of(back, row)
        name = "dates" if row.name == "saved" else row.name
        for key in [*own, *(key for key in other if key not in own)]:
            before, after = own.get(key), other.get(key)
            if before is not None and after is not None:
                if before != after:
                    _compare(found, name, key, before, after)
            elif not _says_nothing(before) or not _says_nothing(after):
                found.add(name, EXISTENCE, key, before is not None, after is not None)
    _compare_order(found, plan, back)
    _compare_baselines(found, plan, back)
    return found.losses(context.format.name)


def _says_nothing(value: Entity | None) -> bool:
    """True for no value, and for the dates of a task that has none."""
    return value is None or (isinstance(value, SavedDates) and flatten(value) == {"task": value.task})


def _compare(found: _Differences, entity: str, key: int, before: Entity, after: Entity) -> None:
    _compare_flat(found, entity, key, flatten(before), flatten(after))


def _compare_flat(found: _Differences, entity: str, key: int, before: Flat, after: Flat) -> None:
    for field in before.keys() | after.keys():
        was, became = before.get(field), after.get(field)
        if was != became and not (field in _NOTHING and not was and not became):
            found.add(entity, field, key, was, became)


def _compare_order(found: _Differences, plan: Plan, back: Plan) -> None:
    """Siblings in another order."""
    own, other = outline_of(plan).children, outline_of(back).children
    for parent, children in own.items():
        kept = [child for child in other.get(parent, ()) if child in plan.tasks]
        known = set(kept)
        expected = [child for child in children if child in known]
        moved = next((child for child, now in zip(expected, kept, strict=False) if child != now), None)
        if moved is not None:
            found.add("task", "order", moved, expected.index(moved) + 1, kept.index(moved) + 1)


def _compare_baselines(found: _Differences, plan: Plan, back: Plan) -> None:
    for number in plan.baselines.keys() & back.baselines.keys():
        own = {each.task: each for each in plan.baselines[number].dates}
        other = {each.task: each for each in back.baselines[number].dates}
        for task in [*own, *(task for task in other if task not in own)]:
            before, after = own.get(task), other.get(task)
            if before is not None and after is not None:
                if before != after:
                    was, became = flatten(before), flatten(after)
                    _compare_flat(found, "baseline", number, _dotted(was), _dotted(became))
            elif before is not None or after is not None:
                found.add("baseline", "dates", number, before is not None, after is not None)


def _dotted(flat: Flat) -> Flat:
    return {f"dates.{name}": value for name, value in flat.items()}
