"""Canonical JSON of a plan: the same plan gives the same bytes, and old bytes can be read for good.

Form: ``{"schema": 1, "project": {...}, "tasks": [...], ...}`` with entities as arrays sorted by id, fields in
declared order, defaults and empty collections left out, keys of custom fields sorted.  A stored plan of an older
schema is raised by pure functions, one for each step (:data:`UPCASTERS`), before it becomes values.
"""

from __future__ import annotations

import re
import types
from collections import Counter
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import msgspec

from headway.core.plan.entities import (
    Assignment,
    Baseline,
    Calendar,
    Entity,
    Link,
    Resource,
    SavedDates,
    Sprint,
    Task,
)
from headway.core.plan.plan import SCHEMA, Plan, Project
from headway.core.plan.registry import COLLECTIONS, ENTITIES, PROJECT, EntityType, entities_of

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the stored object of one schema, returns that of the next; never changes what it is given."""

UPCASTERS: Mapping[int, Upcaster] = types.MappingProxyType({})
"""By the schema they take: ``UPCASTERS[1]`` makes schema 2.  An entry is never removed: the log outlives the code."""

_ENCODER = msgspec.json.Encoder(order="deterministic")
_CURRENT = b'{"schema":%d,' % SCHEMA
_PLACE = re.compile(r"\$\.(\w+)(?:\[(\d+)\])?(.*)")
_INTRODUCTION = re.compile(r" - at `(.*)`$")


class PlanDecodeError(ValueError):
    """The stored plan cannot be read; ``entity`` and ``id`` say which value is at fault where that is known."""

    def __init__(
        self, message: str, entity: str | None = None, id: int | None = None, field: str | None = None
    ) -> None:
        super().__init__(message)
        self.entity = entity
        self.id = id
        self.field = field


class _Stored(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The JSON object; the fields after ``schema`` are those of :class:`Plan`, in the order of the registry."""

    schema: int
    project: Project = msgspec.field(default_factory=Project)
    """Always written: msgspec leaves out a default object only, never what a factory made."""
    calendars: list[Calendar] = []
    resources: list[Resource] = []
    tasks: list[Task] = []
    links: list[Link] = []
    assignments: list[Assignment] = []
    baselines: list[Baseline] = []
    sprints: list[Sprint] = []
    saved: list[SavedDates] = []


class _Head(msgspec.Struct):
    schema: int


_DECODER = msgspec.json.Decoder(_Stored)
_HEAD = msgspec.json.Decoder(_Head)


def encode(plan: Plan) -> bytes:
    """Canonical JSON of ``plan``."""
    collections: dict[str, Any] = {}
    for row in COLLECTIONS:
        values = sorted(entities_of(plan, row).values(), key=attrgetter(row.key))
        collections[row.collection] = _with_shared_defaults(row, values)
    project = _with_shared_defaults(ENTITIES[PROJECT], [plan.project])[0]
    return _ENCODER.encode(_Stored(schema=SCHEMA, project=project, **collections))


def encode_entity(entity: str, value: Entity) -> bytes:
    """Canonical JSON of one value, as it stands in the plan."""
    return _ENCODER.encode(_with_shared_defaults(ENTITIES[entity], [value])[0])


def decode(data: bytes) -> Plan:
    """The plan in ``data``; raises :class:`PlanDecodeError` that names entity and id."""
    if data.startswith(_CURRENT):
        try:
            return _plan(_DECODER.decode(data))
        except msgspec.DecodeError as error:
            raise _explained(error, data) from error
    return _plan(_raised(data))


def _with_shared_defaults(row: EntityType, values: list[Any]) -> list[Any]:
    """The values with each default that Python does not share replaced by the one object that msgspec leaves out."""
    for field, default in row.large_defaults:
        read = attrgetter(field)
        found = [read(value) for value in values]
        if any(each is not default and each == default for each in found):
            values = [
                msgspec.structs.replace(value, **{field: default}) if each is not default and each == default else value
                for value, each in zip(values, found, strict=True)
            ]
    return values


def _plan(stored: _Stored) -> Plan:
    collections: dict[str, Any] = {}
    for row in COLLECTIONS:
        values: list[Any] = getattr(stored, row.collection)
        by_id = dict(zip(map(attrgetter(row.key), values), values, strict=True))
        if len(by_id) != len(values):
            raise _duplicate(row, values)
        collections[row.collection] = by_id
    return Plan(project=stored.project, **collections)


def _duplicate(row: EntityType, values: list[Any]) -> PlanDecodeError:
    twice = Counter(map(row.id_of, values)).most_common(1)[0][0]
    message = f"{row.name} {twice} stands in the plan twice; remove one of the two from {row.collection!r}"
    return PlanDecodeError(message, row.name, twice)


def _raised(data: bytes) -> _Stored:
    """The stored object, raised from an older schema where it is one."""
    try:
        schema = _HEAD.decode(data).schema
        stored = msgspec.json.decode(data, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise PlanDecodeError(f"this is not a stored plan: {error}") from error
    if schema > SCHEMA:
        raise PlanDecodeError(f"the plan has schema {schema}, this version reads up to {SCHEMA}; use a newer version")
    while schema < SCHEMA:
        if schema not in UPCASTERS:
            raise PlanDecodeError(f"the plan has schema {schema}, which no version ever wrote")
        stored = UPCASTERS[schema](stored)
        schema += 1
    try:
        return msgspec.convert({**stored, "schema": SCHEMA}, _Stored)
    except msgspec.ValidationError as error:
        raise _named(error, stored) from error


def _explained(error: msgspec.DecodeError, data: bytes) -> PlanDecodeError:
    """The error of the decoder with entity and id in the place of an array index."""
    try:
        stored = msgspec.json.decode(data)
    except msgspec.DecodeError:
        return PlanDecodeError(f"the stored plan is damaged: {error}")
    return _named(error, stored)


def _named(error: msgspec.DecodeError, stored: Mapping[str, Any]) -> PlanDecodeError:
    text = str(error)
    found = _INTRODUCTION.search(text)
    place = _PLACE.fullmatch(found.group(1)) if found else None
    if found is None or place is None:
        return PlanDecodeError(f"the stored plan does not fit schema {SCHEMA}: {text}")
    what = text[: found.start()]
    collection, index, rest = place.groups()
    row = next((row for row in ENTITIES.values() if row.collection == collection), None)
    if row is None or (row.key and index is None):
        return PlanDecodeError(f"{collection}: {what}")
    field = rest.removeprefix(".") or None
    number = _stored_id(stored[collection][int(index)], row.key) if index else 0
    shown = row.name if number == 0 else f"{row.name} {'without id' if number is None else number}"
    return PlanDecodeError(f"{shown}{f', field {field}' if field else ''}: {what}", row.name, number, field)


def _stored_id(value: object, key: str) -> int | None:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, int) else None
