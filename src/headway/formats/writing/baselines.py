"""Baselines for a draft: fields of the tasks, by task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.formats.mapping.baselines import PLANNED
from headway.formats.writing.quantities import money

if TYPE_CHECKING:
    from headway.core.plan.entities import BaselineDates
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Fields

MOST = 11
"""Microsoft Project keeps the baseline and ten more."""


def baseline_fields(context: Context) -> dict[int, Fields]:
    """Fields by task id; a baseline beyond the eleventh finds no place."""
    found: dict[int, Fields] = {}
    for number, baseline in sorted(context.plan.baselines.items()):
        prefix = prefix_of(number, baseline.name, context)
        if prefix is None:
            continue
        for dates in baseline.dates:
            found.setdefault(dates.task, {}).update(_fields(dates, prefix, context))
    return found


def prefix_of(number: int, name: str, context: Context) -> str | None:
    """The first part of the fields of a baseline, ``None`` where the format has no place for it."""
    if context.format.p6:
        return "PLANNED" if name == PLANNED else "BASELINE" if number == 1 else None
    if not 1 <= number <= MOST:
        return None
    return "BASELINE" if number == 1 else f"BASELINE{number - 1}"


def _fields(dates: BaselineDates, prefix: str, context: Context) -> Fields:
    fields: Fields = {f"{prefix}_START": dates.start, f"{prefix}_FINISH": dates.finish}
    if dates.duration is not None:
        fields[f"{prefix}_DURATION"] = context.units.working(dates.duration)
    if dates.work:
        fields[f"{prefix}_WORK"] = context.units.work(dates.work)
    if dates.cost:
        fields[f"{prefix}_COST"] = money(dates.cost)
    return {name: value for name, value in fields.items() if value is not None}


def taken_fields(context: Context) -> Fields:
    """When each baseline was taken."""
    fields: Fields = {}
    for number, baseline in context.plan.baselines.items():
        prefix = prefix_of(number, baseline.name, context)
        if baseline.taken is not None and prefix is not None and prefix != "PLANNED":
            fields[f"{prefix}_DATE"] = baseline.taken
    return fields
