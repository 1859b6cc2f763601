"""The fields that are not part of every plan: custom values, baselines, and what gets lost.

They differ from file to file, so they are decoded in a second pass over the JSON into values made for exactly the
fields this file has filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from headway.formats.fields import baseline_of, is_custom, is_ignored
from headway.formats.mapping.quantities import Custom
from headway.formats.results import Loss

if TYPE_CHECKING:
    from headway.formats.raw import RawExtra, RawPlan

_SECTIONS = {"task": "tasks", "resource": "resources", "assignment": "assignments", "project": "property_values"}
_EXAMPLE_LENGTH = 80
_LATER = "the dates of the assignments are kept, their division over time is not"
_REASONS = {
    "expense_items": "their cost is in the task's cost",
    "steps": "the percentage made from them is kept",
    "raw_timephased_baseline_work": _LATER,
    "raw_timephased_baseline_cost": _LATER,
}

BaselineRow = dict[str, Any]


class Remainder(msgspec.Struct, frozen=True, gc=False):
    """Custom values by (kind, the file's id); baseline rows by number and the file's task id; losses by field."""

    custom: dict[tuple[str, int], Custom]
    baselines: dict[int, dict[int, BaselineRow]]
    losses: list[Loss]


def decode_remainder(plan_json: bytes, raw: RawPlan, extra: RawExtra) -> Remainder:
    """Decode the fields of this file that :class:`~headway.formats.raw.RawPlan` leaves out."""
    wanted: dict[str, list[str]] = {kind: [] for kind in _SECTIONS}
    for kind, name in extra.populated:
        if kind in wanted and not is_ignored(kind, name):
            wanted[kind].append(name)
    remainder = Remainder({}, {}, [])
    if any(wanted.values()):
        rows = _decode(plan_json, wanted)
        names = _aliases(raw)
        for kind, fields in wanted.items():
            _sort(rows.get(kind, []), kind, sorted(fields), names, remainder)
    for kind, name, count in extra.unwritten:
        remainder.losses.append(Loss(kind, name.removeprefix("raw_"), count, reason=_REASONS.get(name, "")))
    return remainder


def _decode(plan_json: bytes, wanted: dict[str, list[str]]) -> dict[str, list[Any]]:
    members: list[tuple[str, Any, Any]] = []
    for kind, fields in wanted.items():
        if not fields:
            continue
        columns: list[tuple[str, Any, Any]] = [("unique_id", int, 0), ("name", str, "")]
        columns += [(name, Any, None) for name in fields if name not in ("unique_id", "name")]
        row = msgspec.defstruct(f"{kind}_row", columns, gc=False)
        section = row if kind == "project" else list[row]  # type: ignore[valid-type]
        members.append((_SECTIONS[kind], section, None))
    decoded = msgspec.json.decode(plan_json, type=msgspec.defstruct("Sections", members))
    found = {kind: getattr(decoded, section, None) for kind, section in _SECTIONS.items()}
    return {kind: value if isinstance(value, list) else [value] for kind, value in found.items() if value is not None}


def _aliases(raw: RawPlan) -> dict[tuple[str, str], str]:
    """What users call their fields, by kind of row and the reader's name."""
    names = {(field.field_type_class, field.field_type): field.field_alias for field in raw.custom_fields}
    names |= {(field.field_type_class, field.internal_name): field.external_name for field in raw.user_defined_fields}
    return {key: name for key, name in names.items() if name}


def _sort(
    rows: list[Any], kind: str, fields: list[str], names: dict[tuple[str, str], str], remainder: Remainder
) -> None:
    for name in fields:
        baseline = baseline_of(name) if kind == "task" else None
        filled = [(row, value) for row in rows if (value := getattr(row, name)) is not None]
        if not filled:
            continue
        if baseline is not None:
            number, field = baseline
            dates = remainder.baselines.setdefault(number, {})
            for row, value in filled:
                dates.setdefault(row.unique_id, {})[field] = value
        elif is_custom(name) and kind != "assignment" and isinstance(filled[0][1], str | int | float | bool):
            label = names.get((kind, name), name)
            for row, value in filled:
                key = (kind, 0 if kind == "project" else row.unique_id)
                remainder.custom.setdefault(key, {})[label] = value
        else:
            row, value = filled[0]
            where = f"{row.unique_id} {row.name}".strip()
            example = f"{where}: {value}"[:_EXAMPLE_LENGTH]
            remainder.losses.append(Loss(kind, name, len(filled), example, _REASONS.get(name, "")))
