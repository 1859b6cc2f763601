"""The three changes that every edit comes down to, and their JSON.

``Put`` makes an entity (``before`` is ``None``) or replaces it whole, ``Set`` changes one field, ``Remove`` takes an
entity away.  Each carries what was there before, so that it can be turned round, tested against a newer plan and
merged.  The project is entity ``"project"`` with id 0; it can be set and replaced, not removed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from headway.core.plan.codec import encode_entity
from headway.core.plan.registry import ENTITIES, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.plan.entities import Entity


class ChangeError(ValueError):
    """A change that no plan could take: unknown entity or field, ids that differ, values of the wrong kind."""


class Put(msgspec.Struct, frozen=True, gc=False, tag_field="change", tag="put"):
    """``after`` in place of ``before``; ``before`` is ``None`` for a new entity."""

    entity: str
    before: Any
    after: Any


class Set(msgspec.Struct, frozen=True, gc=False, tag_field="change", tag="set"):
    """One field of one entity."""

    entity: str
    id: int
    field: str
    before: Any
    after: Any


class Remove(msgspec.Struct, frozen=True, gc=False, tag_field="change", tag="remove"):
    """``before`` taken away."""

    entity: str
    before: Any


Change = Put | Set | Remove

EXISTENCE = "exists"
"""Stands for a field where the question is whether the entity is there at all."""


class Unit(NamedTuple):
    """What two people can disagree about: one field of one entity, or its existence."""

    entity: str
    id: int
    field: str


def row_of(entity: str) -> EntityType:
    """The registry's row; raises :class:`ChangeError` for an entity that no plan has."""
    row = ENTITIES.get(entity)
    if row is None:
        raise ChangeError(f"no plan has a {entity!r}; there are: {', '.join(ENTITIES)}")
    return row


def id_of(change: Change) -> int:
    """The id of the entity that ``change`` is about."""
    if isinstance(change, Set):
        return change.id
    value = change.before if isinstance(change, Remove) else change.after
    return row_of(change.entity).id_of(value)


def validated(change: Change) -> EntityType:
    """The registry's row of a change that makes sense; raises :class:`ChangeError` otherwise."""
    row = row_of(change.entity)
    if isinstance(change, Set):
        if change.field not in row.fields:
            raise ChangeError(f"a {row.name} has no field {change.field!r}")
        if change.field == row.key:
            raise ChangeError(f"the {change.field} of a {row.name} never changes; remove it and put another one")
        return row
    if isinstance(change, Remove) and not row.key:
        raise ChangeError(f"the {row.name} cannot be removed")
    values = (change.before, change.after) if isinstance(change, Put) else (change.before,)
    for value in values:
        if not isinstance(value, row.struct) and not (value is None and value is not values[-1]):
            raise ChangeError(f"not a {row.name}: {value!r}")
    if values[0] is not None and row.id_of(values[0]) != row.id_of(values[-1]):
        raise ChangeError(f"{row.name} {row.id_of(values[0])} cannot become {row.name} {row.id_of(values[-1])}")
    return row


def same(row: EntityType, left: Entity | None, right: Entity | None) -> bool:
    """True when both are stored as the same bytes; ``==`` alone takes 1, 1.0 and True of a custom field for the
    same."""
    if left is right:
        return True
    if left is None or right is None or left != right:
        return False
    return all(same_field(field, getattr(left, field, None), getattr(right, field, None)) for field in _LOOSE)


def same_field(field: str, left: object, right: object) -> bool:
    """True when two values of one field are stored as the same bytes."""
    if left is right:
        return True
    if left != right:
        return False
    return field not in _LOOSE or _BYTES.encode(left) == _BYTES.encode(right)


_BYTES = msgspec.json.Encoder(order="deterministic")
_LOOSE = ("custom", "agile")
"""Fields with numbers whose type is part of their value."""


class _StoredPut(msgspec.Struct, tag_field="change", tag="put"):
    entity: str
    after: msgspec.Raw
    before: msgspec.Raw = msgspec.Raw(b"null")


class _StoredSet(msgspec.Struct, tag_field="change", tag="set"):
    entity: str
    id: int
    field: str
    before: msgspec.Raw
    after: msgspec.Raw


class _StoredRemove(msgspec.Struct, tag_field="change", tag="remove"):
    entity: str
    before: msgspec.Raw


_STORED = msgspec.json.Decoder(list[_StoredPut | _StoredSet | _StoredRemove])


def encode_changes(changes: Iterable[Change]) -> bytes:
    """Canonical JSON of a list of changes."""
    return _BYTES.encode([_with_canonical_values(change) for change in changes])


def decode_changes(data: bytes) -> tuple[Change, ...]:
    """The changes in ``data``; raises :class:`ChangeError` that says which change is at fault."""
    try:
        stored = _STORED.decode(data)
    except msgspec.DecodeError as error:
        raise ChangeError(f"not a list of changes: {error}") from error
    return tuple(_decoded(number, change) for number, change in enumerate(stored, start=1))


def _with_canonical_values(change: Change) -> Change:
    if isinstance(change, Set):
        return change
    before = None if change.before is None else msgspec.Raw(encode_entity(change.entity, change.before))
    if isinstance(change, Remove):
        return Remove(change.entity, before)
    return Put(change.entity, before, msgspec.Raw(encode_entity(change.entity, change.after)))


def _decoded(number: int, stored: _StoredPut | _StoredSet | _StoredRemove) -> Change:
    row = row_of(stored.entity)
    try:
        change = _change(row, stored)
    except msgspec.DecodeError as error:
        place = f", {row.name} {stored.id}, field {stored.field}" if isinstance(stored, _StoredSet) else f", {row.name}"
        raise ChangeError(f"change {number}{place}: {error}") from error
    validated(change)
    return change


def _change(row: EntityType, stored: _StoredPut | _StoredSet | _StoredRemove) -> Change:
    if isinstance(stored, _StoredSet):
        decoder = _field_decoders(row.name).get(stored.field)
        if decoder is None:
            raise ChangeError(f"a {row.name} has no field {stored.field!r}")
        return Set(row.name, stored.id, stored.field, decoder.decode(stored.before), decoder.decode(stored.after))
    decoder = _entity_decoder(row.name)
    before = decoder.decode(stored.before)
    if isinstance(stored, _StoredRemove):
        return Remove(row.name, before)
    return Put(row.name, before, decoder.decode(stored.after))


@cache
def _entity_decoder(entity: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(ENTITIES[entity].struct | None)


@cache
def _field_decoders(entity: str) -> Mapping[str, msgspec.json.Decoder[Any]]:
    return {field: msgspec.json.Decoder(type_) for field, type_ in ENTITIES[entity].fields.items()}
