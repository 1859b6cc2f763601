"""The one table of what a plan holds: entity name, field of :class:`Plan`, struct and key.

The codec, the changes and the diff are written once on this table; a new kind of entity is a field of ``Plan`` and a
row here.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping

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
from headway.core.plan.plan import Plan, Project

PROJECT = "project"
"""The entity that is there once, with id 0, and is never put or removed."""
PROJECT_ID = 0


class EntityType(msgspec.Struct, frozen=True):
    """One kind of entity: ``collection`` names its field of the plan, ``key`` the field that holds its id."""

    name: str
    collection: str
    struct: type[Entity]
    key: str
    fields: Mapping[str, object]
    """Field name to its type, in declared order, the key included."""
    large_defaults: tuple[tuple[str, object], ...]
    """Fields whose default is a value that Python does not share (500, ``(None,) * 7``): msgspec leaves a default out
    only when it is the very same object, so the codec puts that object in place of an equal one."""

    def id_of(self, value: Entity) -> int:
        """The id of ``value``, 0 for the project."""
        return int(getattr(value, self.key)) if self.key else PROJECT_ID


def _is_shared(default: object) -> bool:
    if type(default) is int:
        return default < 257
    return default is None or default == () or isinstance(default, str | bool)


def _entity(name: str, collection: str, struct: type[Entity], key: str = "id") -> EntityType:
    defaults = tuple((f.name, f.default) for f in msgspec.structs.fields(struct) if f.default is not msgspec.NODEFAULT)
    hints = typing.get_type_hints(struct)
    return EntityType(
        name=name,
        collection=collection,
        struct=struct,
        key=key,
        fields=types.MappingProxyType({field: hints[field] for field in struct.__struct_fields__}),
        large_defaults=tuple((field, default) for field, default in defaults if not _is_shared(default)),
    )


ENTITIES: Mapping[str, EntityType] = types.MappingProxyType(
    {
        row.name: row
        for row in (
            _entity(PROJECT, "project", Project, key=""),
            _entity("calendar", "calendars", Calendar),
            _entity("resource", "resources", Resource),
            _entity("task", "tasks", Task),
            _entity("link", "links", Link),
            _entity("assignment", "assignments", Assignment),
            _entity("baseline", "baselines", Baseline),
            _entity("sprint", "sprints", Sprint),
            _entity("saved", "saved", SavedDates, key="task"),
        )
    }
)
"""Entity name to its row, in the order in which the canonical JSON and a diff list them."""

COLLECTIONS: tuple[EntityType, ...] = tuple(row for row in ENTITIES.values() if row.key)
"""All but the project."""


def entities_of(plan: Plan, row: EntityType) -> dict[int, Entity]:
    """The mapping of ``plan`` that holds the entities of one kind (never to be changed in place)."""
    return typing.cast("dict[int, Entity]", getattr(plan, row.collection))
