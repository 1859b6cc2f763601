"""Values of a plan as flat fields, in a form in which equal meaning is equal value.

Left out is what a file need not give back: the numbers of rows, the source of a plan, ranks (their order is compared
as ``order``), and values that say the same as no value at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from headway.core.plan.entities import Amounts, Entity, External, Progress

if TYPE_CHECKING:
    from collections.abc import Mapping

Flat = dict[str, Any]

_PARTS: dict[type[Entity], str] = {Progress: "progress", Amounts: "amounts", External: "external"}
_SKIPPED = frozenset({"id", "rank", "hash", "dates", "external.unique_id", "external.row", "external.source"})
_EMPTY = ("", (), 0, False, None)


def flatten(value: Entity) -> Flat:
    """The fields of one value by name; parts of a value have a dotted name, defaults are left out."""
    flat: Flat = {}
    for field in msgspec.structs.fields(type(value)):
        found = getattr(value, field.name)
        if found is None or field.name in _SKIPPED:
            continue
        if isinstance(found, Progress | Amounts | External):
            flat |= _part(field.name, found)
        elif field.name == "custom":
            flat |= _custom(found)
        elif found != field.default:
            flat[field.name] = _plain(found)
    return flat


def _part(name: str, part: Entity) -> Flat:
    flat: Flat = {}
    for field in msgspec.structs.fields(type(part)):
        found = getattr(part, field.name)
        label = f"{name}.{field.name}"
        if found is not None and found != field.default and label not in _SKIPPED:
            flat[label] = _plain(found)
    return flat


def _custom(custom: Mapping[str, Any]) -> Flat:
    """Numbered fields are 0, no or empty where nothing was entered."""
    return {f"custom.{name}": value for name, value in custom.items() if value not in _EMPTY}


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
