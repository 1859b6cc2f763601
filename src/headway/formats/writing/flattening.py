"""Values of a plan as flat fields, in a form in which equal meaning is equal value.

Left out is what a file need not give back: the numbers of rows, the source of a plan, ranks (their order is compared
as ``order``), and values that say the same as no value at all.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.entities import Amounts, Constraint, ConstraintKind, Entity, External, Progress

if TYPE_CHECKING:
    from collections.abc import Mapping

Flat = dict[str, Any]

_PARTS = (Progress, Amounts, External)
_SKIPPED = frozenset({"id", "rank", "hash", "dates", "external.unique_id", "external.row", "external.source"})
_EMPTY = ("", (), 0, False, None)


def flatten(value: Entity) -> Flat:
    """The fields of one value by name; parts of a value have a dotted name, defaults are left out."""
    flat: Flat = {}
    for name, default in _fields(type(value)):
        found = getattr(value, name)
        if found is None or found is default or (isinstance(found, Constraint) and _holds_nothing(found)):
            continue
        if isinstance(found, _PARTS):
            flat |= _part(name, found)
        elif name == "custom":
            flat |= _custom(found)
        elif found != default:
            flat[name] = _plain(found)
    return flat


def _holds_nothing(constraint: Constraint) -> bool:
    """True for a constraint that wants a date and has none."""
    return constraint.date is None and constraint.kind is not ConstraintKind.AS_LATE_AS_POSSIBLE


@functools.cache
def _fields(kind: type[Entity]) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of the fields that are compared."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind) if field.name not in _SKIPPED)


def _part(name: str, part: Entity) -> Flat:
    flat: Flat = {}
    for field, default in _fields(type(part)):
        found = getattr(part, field)
        label = f"{name}.{field}"
        if found is not None and found != default and label not in _SKIPPED:
            flat[label] = _plain(found)
    return flat


def _custom(custom: Mapping[str, Any]) -> Flat:
    """Numbered fields are 0, no or empty where nothing was entered."""
    return {f"custom.{name}": value for name, value in custom.items() if value not in _EMPTY}


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
