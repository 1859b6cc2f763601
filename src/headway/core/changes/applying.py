"""Changes put on a plan, all or nothing, and turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.changes.change import EXISTENCE, Change, Put, Remove, Set, Unit, same, same_field, validated
from headway.core.plan.registry import EntityType, entities_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from headway.core.plan.entities import Entity
    from headway.core.plan.plan import Plan


class ChangeConflict(Exception):
    """A change expected something else than the plan holds: ``unit`` says where, ``expected`` and ``found`` what."""

    def __init__(self, unit: Unit, expected: object, found: object) -> None:
        where = f"{unit.entity} {unit.id}, {unit.field}"
        super().__init__(f"{where}: expected {expected!r}, found {found!r}; read the plan again and repeat the change")
        self.unit = unit
        self.expected = expected
        self.found = found


def apply(plan: Plan, changes: Iterable[Change]) -> Plan:
    """The plan after ``changes``, one after the other; ``plan`` itself stays as it is.

    Raises :class:`ChangeConflict` when a change expects something else than it finds, and
    :class:`~headway.core.changes.change.ChangeError` when it makes no sense; nothing is applied then.
    """
    draft = _Draft(plan)
    for change in changes:
        draft.take(validated(change), change)
    return draft.plan()


def inverse(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that take ``changes`` back: before and after swapped, last one first."""
    return tuple(_turned(change) for change in reversed(changes))


def _turned(change: Change) -> Change:
    if isinstance(change, Set):
        return Set(change.entity, change.id, change.field, change.after, change.before)
    if isinstance(change, Remove):
        return Put(change.entity, None, change.before)
    if change.before is None:
        return Remove(change.entity, change.after)
    return Put(change.entity, change.after, change.before)


class _Draft:
    """A plan being changed: a collection is copied when it is first touched."""

    def __init__(self, plan: Plan) -> None:
        self._base = plan
        self._fields: dict[str, Any] = {}

    def take(self, row: EntityType, change: Change) -> None:
        if not row.key:
            self._fields[row.collection] = self._project_after(row, change)
            return
        values = self._fields.get(row.collection)
        if values is None:
            values = self._fields[row.collection] = dict(entities_of(self._base, row))
        if isinstance(change, Set):
            values[change.id] = _with_field(change, values.get(change.id))
        elif isinstance(change, Put):
            number = row.id_of(change.after)
            require(row, number, change.before, values.get(number))
            values[number] = change.after
        else:
            number = row.id_of(change.before)
            require(row, number, change.before, values.get(number))
            del values[number]

    def _project_after(self, row: EntityType, change: Change) -> Entity:
        found: Entity = self._fields.get(row.collection, self._base.project)
        if isinstance(change, Set):
            return _with_field(change, found)
        require(row, 0, change.before, found)
        return change.after if isinstance(change, Put) else found

    def plan(self) -> Plan:
        return msgspec.structs.replace(self._base, **self._fields)


def _with_field(change: Set, value: Entity | None) -> Entity:
    if value is None:
        raise ChangeConflict(Unit(change.entity, change.id, EXISTENCE), True, False)
    found = getattr(value, change.field)
    if not same_field(change.field, found, change.before):
        raise ChangeConflict(Unit(change.entity, change.id, change.field), change.before, found)
    return msgspec.structs.replace(value, **{change.field: change.after})


def require(row: EntityType, number: int, expected: Entity | None, found: Entity | None) -> None:
    """Raise :class:`ChangeConflict` for the first field in which ``found`` is not ``expected``."""
    if same(row, expected, found):
        return
    unit, wanted, there = next(iter(differences(row, number, expected, found)))
    raise ChangeConflict(unit, wanted, there)


def differences(
    row: EntityType, number: int, expected: Entity | None, found: Entity | None
) -> list[tuple[Unit, object, object]]:
    """Where two values of one entity differ: existence, or field by field."""
    if same(row, expected, found):
        return []
    if expected is None or found is None:
        return [(Unit(row.name, number, EXISTENCE), expected is not None, found is not None)]
    both = ((field, getattr(expected, field), getattr(found, field)) for field in row.fields)
    return [
        (Unit(row.name, number, field), wanted, there)
        for field, wanted, there in both
        if not same_field(field, wanted, there)
    ]
