"""Baselines: the dates a file keeps from earlier versions of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import Baseline, BaselineDates
from headway.formats.mapping.quantities import money

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.formats.mapping.context import Context
    from headway.formats.mapping.remainder import BaselineRow

PLANNED = "Planned dates"
"""P6 compares with a project's planned dates until it is given a baseline."""


def to_baselines(
    found: dict[int, dict[int, BaselineRow]], context: Context, tasks: dict[int, Task]
) -> dict[int, Baseline]:
    """Baselines by id: the file's number plus one (``Baseline`` is 1, ``Baseline 1`` is 2 ...)."""
    made: dict[int, Baseline] = {}
    for number, rows in sorted(found.items()):
        dates = tuple(
            _dates(key, row, context)
            for unique_id, row in rows.items()
            if (key := context.tasks.get(unique_id)) is not None and key in tasks
        )
        if dates:
            made[number + 1] = Baseline(number + 1, _name(number, context), _taken(number, context), dates=dates)
    return made


def _name(number: int, context: Context) -> str:
    if number == 0 and context.format.p6 and context.raw.property_values.baseline_project_unique_id is None:
        return PLANNED
    return f"Baseline {number}" if number else "Baseline"


def _taken(number: int, context: Context) -> int | None:
    properties = context.raw.property_values
    moments = (
        properties.baseline_date,
        properties.baseline1_date,
        properties.baseline2_date,
        properties.baseline3_date,
        properties.baseline4_date,
        properties.baseline5_date,
        properties.baseline6_date,
        properties.baseline7_date,
        properties.baseline8_date,
        properties.baseline9_date,
        properties.baseline10_date,
    )
    return context.instants.get_or_none(moments[number]) if number < len(moments) else None


def _dates(key: int, row: BaselineRow, context: Context) -> BaselineDates:
    duration = row.get("duration")
    return BaselineDates(
        task=key,
        start=context.instants.get_or_none(row.get("start")),
        finish=context.instants.get_or_none(row.get("finish")),
        duration=None if duration is None else context.spans[float(duration)],
        work=context.spans[float(row.get("work") or 0.0)],
        cost=money(float(row.get("cost") or 0.0)),
    )
