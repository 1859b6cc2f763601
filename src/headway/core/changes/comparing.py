"""Plans compared and changes weighed against each other: diff, coalesce, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.changes.applying import ChangeConflict, differences, require
from headway.core.changes.change import (
    EXISTENCE,
    Change,
    Put,
    Remove,
    Set,
    Unit,
    id_of,
    row_of,
    same,
    same_field,
    validated,
)
from headway.core.plan.registry import COLLECTIONS, ENTITIES, PROJECT, PROJECT_ID, EntityType, entities_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.plan.entities import Entity
    from headway.core.plan.plan import Plan


class Conflict(msgspec.Struct, frozen=True):
    """A unit that a change expected to be ``expected`` and that the newer plan holds as ``found``.

    For existence both are booleans.
    """

    unit: Unit
    expected: Any
    found: Any


def diff(before: Plan, after: Plan) -> tuple[Change, ...]:
    """The fewest changes that make ``after`` of ``before``: whole entities put or removed, others field by field.

    In the order of the registry and by id, so that the same two plans always give the same list.
    """
    found: list[Change] = list(_field_changes(ENTITIES[PROJECT], PROJECT_ID, before.project, after.project))
    for row in COLLECTIONS:
        old, new = entities_of(before, row), entities_of(after, row)
        if old is not new:
            found.extend(_collection_changes(row, old, new))
    return tuple(found)


def _collection_changes(row: EntityType, old: dict[int, Entity], new: dict[int, Entity]) -> Iterator[Change]:
    touched = [number for number, value in new.items() if old.get(number) is not value]
    touched.extend(number for number in old if number not in new)
    for number in sorted(touched):
        was, becomes = old.get(number), new.get(number)
        if was is None:
            yield Put(row.name, None, becomes)
        elif becomes is None:
            yield Remove(row.name, was)
        else:
            yield from _field_changes(row, number, was, becomes)


def _field_changes(row: EntityType, number: int, was: Entity, becomes: Entity) -> Iterator[Set]:
    for unit, old, new in differences(row, number, was, becomes):
        yield Set(row.name, number, unit.field, old, new)


def coalesce(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The net effect: at most one change for each unit, in the order in which each entity was first touched.

    What comes back to where it was is left out.  The result has the same effect in any order.  Raises
    :class:`ChangeConflict` when two of the changes do not follow on each other.
    """
    nets: dict[tuple[str, int], _Net] = {}
    for change in changes:
        row = validated(change)
        number = id_of(change)
        nets.setdefault((row.name, number), _Net(row, number)).take(change)
    return tuple(change for net in nets.values() for change in net.changes())


def touched(changes: Iterable[Change]) -> frozenset[Unit]:
    """The units that ``changes`` write: fields set, and existence of what is put anew or removed."""
    return frozenset(unit for change in changes for unit in _written(change))


def conflicts(changes: Iterable[Change], head: Plan) -> tuple[Conflict, ...]:
    """What stands in the way of applying ``changes``, made on an older plan, to ``head``.

    These are the units in the *before* of the coalesced changes that differ at ``head``.  Without any the coalesced
    changes apply there; whether the result keeps the invariants is another question.
    """
    found: dict[Unit, Conflict] = {}
    for change in coalesce(changes):
        for each in _in_the_way(change, head):
            found.setdefault(each.unit, each)
    return tuple(found.values())


def without_conflicts(changes: Iterable[Change], head: Plan) -> tuple[Change, ...]:
    """The rest of ``changes`` that still applies at ``head``, coalesced: those in conflict are left out."""
    return tuple(change for change in coalesce(changes) if not _in_the_way(change, head))


def _in_the_way(change: Change, head: Plan) -> list[Conflict]:
    row = row_of(change.entity)
    number = id_of(change)
    value = entities_of(head, row).get(number) if row.key else head.project
    if not isinstance(change, Set):
        return [Conflict(*each) for each in differences(row, number, change.before, value)]
    if value is None:
        return [Conflict(Unit(row.name, number, EXISTENCE), expected=True, found=False)]
    there = getattr(value, change.field)
    if same_field(change.field, change.before, there):
        return []
    return [Conflict(Unit(row.name, number, change.field), change.before, there)]


def _written(change: Change) -> Iterator[Unit]:
    row = row_of(change.entity)
    number = id_of(change)
    if isinstance(change, Set):
        yield Unit(row.name, number, change.field)
    elif isinstance(change, Put) and change.before is not None:
        yield from (unit for unit, _old, _new in differences(row, number, change.before, change.after))
    else:
        yield Unit(row.name, number, EXISTENCE)


class _Net:
    """What a list of changes does to one entity: either to the whole of it or to some of its fields."""

    def __init__(self, row: EntityType, number: int) -> None:
        self._row = row
        self._number = number
        self._fields: dict[str, tuple[Any, Any]] = {}
        self._whole: tuple[Entity | None, Entity | None] | None = None

    def take(self, change: Change) -> None:
        if isinstance(change, Set):
            self._take_field(change)
        else:
            self._take_whole(change.before, change.after if isinstance(change, Put) else None)

    def _take_field(self, change: Set) -> None:
        if self._whole is not None:
            first, last = self._whole
            if last is None:
                raise ChangeConflict(Unit(change.entity, change.id, EXISTENCE), True, False)
            self._expect(change, getattr(last, change.field))
            self._whole = first, msgspec.structs.replace(last, **{change.field: change.after})
            return
        first_value, last_value = self._fields.get(change.field, (change.before, change.before))
        self._expect(change, last_value)
        self._fields[change.field] = first_value, change.after

    def _expect(self, change: Set, found: object) -> None:
        if not same_field(change.field, found, change.before):
            raise ChangeConflict(Unit(change.entity, change.id, change.field), change.before, found)

    def _take_whole(self, before: Entity | None, after: Entity | None) -> None:
        if self._whole is not None:
            first, last = self._whole
            require(self._row, self._number, before, last)
            self._whole = first, after
            return
        if self._fields:
            if before is None:
                raise ChangeConflict(Unit(self._row.name, self._number, EXISTENCE), False, True)
            done = {field: last for field, (_first, last) in self._fields.items()}
            require(self._row, self._number, before, msgspec.structs.replace(before, **done))
            undone = {field: first for field, (first, _last) in self._fields.items()}
            before = msgspec.structs.replace(before, **undone)
            self._fields = {}
        self._whole = before, after

    def changes(self) -> Iterator[Change]:
        name = self._row.name
        if self._whole is None:
            for field, (first, last) in self._fields.items():
                if not same_field(field, first, last):
                    yield Set(name, self._number, field, first, last)
            return
        before, after = self._whole
        if same(self._row, before, after):
            return
        yield Remove(name, before) if after is None else Put(name, before, after)
